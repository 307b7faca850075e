import { useMemo } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import { SchemaMapDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Canvas } from '../../parts/drawing/canvas.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section } from '../../parts/section.js';
import { useAddress } from '../../site/use-address.js';
import './schema-page.css';
import { describedIn, type ShownField, schemaDrawing, shownTypes } from './schema-shape.js';
import { useSchemaWords } from './words.js';

/** The shape of the API, drawn from what it says of itself; `?type=` is the type that is looked at. */
export function SchemaPage() {
  const { pages } = useWords();
  const words = useSchemaWords();
  const { language, vocabulary } = useLabels();
  const { parameters, chosen, change } = useAddress();
  const { answer, request } = useAnswer(SchemaMapDocument, {});
  const withRecords = parameters.has('records');
  const all = useMemo(() => shownTypes(answer), [answer]);
  const types = useMemo(() => all.filter(({ entity }) => entity || withRecords), [all, withRecords]);
  const drawing = useMemo(() => schemaDrawing(types, vocabulary.type), [types, vocabulary]);
  const type = all.find(({ name }) => name === parameters.get('type'));
  const put = (name: string, value: string | null) => change({ [name]: value }, { replace: true });
  return (
    <div className="stack">
      <PageTitle title={pages.schema} />
      <p className="quiet-text">{words.hint}</p>
      <div className="schema-controls row small screen-only">
        <label>
          {words.choose}{' '}
          <select value={chosen.get('type') ?? ''} onChange={(event) => put('type', event.target.value || null)}>
            <option value="" />
            {all.map(({ name }) => (
              <option key={name} value={name}>
                {name} {vocabulary.type(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={chosen.has('records')}
            onChange={({ target }) => put('records', target.checked ? '1' : null)}
          />
          {words.records}
        </label>
      </div>
      <Section title={words.types(types.length)} request={request}>
        <Canvas drawing={drawing} label={pages.schema} chosen={type?.name ?? null} onChoose={(id) => put('type', id)} />
      </Section>
      {type && (
        <Section title={`${type.name} ${language === 'ja' ? vocabulary.type(type.name) : ''}`}>
          <p>{describedIn(type.description, language)}</p>
          <FieldTable
            fields={type.fields}
            known={new Set(all.map(({ name }) => name))}
            onOpen={(name) => put('type', name)}
          />
        </Section>
      )}
    </div>
  );
}

function FieldTable({
  fields,
  known,
  onOpen,
}: {
  readonly fields: readonly ShownField[];
  readonly known: ReadonlySet<string>;
  readonly onOpen: (type: string) => void;
}) {
  const words = useSchemaWords();
  const { language } = useLabels();
  const columns: readonly Column<ShownField>[] = [
    {
      id: 'name',
      title: words.field,
      isName: true,
      value: ({ name }) => name,
      cell: ({ name }) => <code>{name}</code>,
    },
    {
      id: 'type',
      title: words.type,
      value: ({ type }) => type,
      cell: ({ type, target }) =>
        known.has(target) ? (
          <button type="button" className="schema-type" onClick={() => onOpen(target)}>
            <code>{type}</code>
          </button>
        ) : (
          <code>{type}</code>
        ),
    },
    {
      id: 'arguments',
      title: words.arguments,
      value: (field) => field.arguments.join(', '),
      cell: (field) => <code>{field.arguments.join(', ')}</code>,
    },
    { id: 'meaning', title: words.meaning, value: ({ description }) => describedIn(description, language) },
  ];
  return <DataTable rows={fields} columns={columns} keyOf={({ name }) => name} label={words.field} />;
}
