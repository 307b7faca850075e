import type { ReactNode } from 'react';
import { useAnswers } from '../../client/use-answer.js';
import type { NamedWithCodeFragment } from '../../graphql/graphql.js';
import { ScrollArea } from '../../parts/scroll-area.js';
import { codeOf } from '../../parts/search-match.js';
import { Section } from '../../parts/section.js';
import { type Named, ThingLink } from '../../parts/thing-link.js';
import { idAtStage } from '../../site/stages.js';
import { useView } from '../../site/view.js';
import { isRead, stripOf, Unread } from '../thing/strip/strip.js';
import { isSpecial } from '../thing/strip/strip-facts.js';
import { ToSection } from '../thing/strip/to-section.js';
import { useThingLabels } from '../thing/words.js';
import { pageOperation } from '../types/all.js';
import type { PageType, RelationType } from '../types/page-type.js';
import { countOf, coverageOf, manyAt, named, type Row } from '../types/rows.js';
import { sharedFirst, sharedIds } from './shared.js';
import { useBesideWords } from './words.js';

/** How many names a cell has beside those that are shared, before it leads to the page that has all. */
const most = 6;

interface Variables {
  readonly id: string;
  readonly municipality?: string;
}

/** One column for each thing, and rows of their facts and of what they are related with; what several have is marked. */
export function BesideTable({
  type,
  operation,
  things,
  onRemove,
}: {
  readonly type: PageType;
  readonly operation: string;
  readonly things: readonly NamedWithCodeFragment[];
  readonly onRemove: (id: string) => void;
}) {
  const labels = useThingLabels();
  const { vocabulary, nameOf } = labels;
  const words = useBesideWords();
  const { stage, municipality } = useView();
  const variables = things.map(({ id }) => ({
    id: idAtStage(id, stage),
    ...(type.shared && { municipality: municipality.id }),
  }));
  const answers = useAnswers(pageOperation<{ readonly node: Row | null }, Variables>(operation), variables);
  const columns = things.flatMap((thing, index) => {
    const node = answers[index]?.node;
    return node ? [{ thing, node, coverage: coverageOf(node) }] : [];
  });
  const strips = columns.map(({ node, coverage }) => stripOf(type, node, coverage, labels));
  const relations = type.relations.filter(
    ({ field, kind }) => kind === 'connection' && columns.some(({ node }) => countOf(node, field) > 0),
  );
  const title = words.table(vocabulary.type(type.name));
  return (
    <Section title={title}>
      <ScrollArea label={title}>
        <table className="table beside-table" aria-label={title}>
          <thead>
            <tr>
              <td />
              {columns.map(({ thing }) => (
                <th key={thing.id} scope="col">
                  <ThingLink thing={{ ...thing, code: codeOf(thing) }} />{' '}
                  <button
                    type="button"
                    className="quiet screen-only"
                    aria-label={words.remove(nameOf(thing))}
                    onClick={() => onRemove(thing.id)}
                  >
                    ×
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {type.strip.map(({ path, owner, field }, index) => {
              const cells = strips.map((facts) => facts[index]);
              // What is listed below is not counted here too.
              const isBelow = relations.some((relation) => relation.field === field) && !isSpecial(owner, field);
              if (isBelow || cells.every((fact) => fact?.value === null)) return null;
              return (
                <BesideRow key={path} title={cells[0]?.label ?? ''}>
                  {columns.map(({ thing }, column) => (
                    <td key={thing.id}>{cells[column]?.value ?? '—'}</td>
                  ))}
                </BesideRow>
              );
            })}
          </tbody>
          <tbody>
            {relations.map((relation) => (
              <RelatedRow key={relation.field} type={type} relation={relation} columns={columns} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Section>
  );
}

interface Column {
  readonly thing: NamedWithCodeFragment;
  readonly node: Row;
  readonly coverage: ReturnType<typeof coverageOf>;
}

const BesideRow = ({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}) => (
  <tr>
    <th scope="row">
      {title}
      {note && <span className="beside-shared">{note}</span>}
    </th>
    {children}
  </tr>
);

function RelatedRow({
  type,
  relation: { field, target },
  columns,
}: {
  readonly type: PageType;
  readonly relation: RelationType;
  readonly columns: readonly Column[];
}) {
  const { vocabulary } = useThingLabels();
  const words = useBesideWords();
  const lists = columns.map(({ node }) => named(target, manyAt(node, field)));
  const shared = sharedIds(lists);
  return (
    <BesideRow
      title={vocabulary.field(type.name, field)}
      note={shared.size > 0 ? words.sharedCount(shared.size) : undefined}
    >
      {columns.map((column, index) => (
        <td key={column.thing.id}>
          <Related column={column} field={field} things={lists[index] ?? []} shared={shared} />
        </td>
      ))}
    </BesideRow>
  );
}

/** What one thing is related with in one way, what others have too first. */
function Related({
  column: { node, coverage },
  field,
  things,
  shared,
}: {
  readonly column: Column;
  readonly field: string;
  readonly things: readonly Named[];
  readonly shared: ReadonlySet<string>;
}) {
  const words = useBesideWords();
  const { words: thingWords } = useThingLabels();
  if (things.length === 0)
    return isRead(coverage, field) ? <span className="quiet-text">{words.nothing}</span> : <Unread />;
  const common = things.filter(({ id }) => shared.has(id)).length;
  const shown = sharedFirst(things, shared).slice(0, common + most);
  const more = countOf(node, field) - shown.length;
  return (
    <ul className="cell-list plain">
      <li>
        <b>{countOf(node, field)}</b>
      </li>
      {shown.map((thing) => (
        <li key={thing.id}>
          <ThingLink thing={thing} />
          {shared.has(thing.id) && <span className="beside-shared">{words.shared}</span>}
        </li>
      ))}
      {more > 0 && (
        <li>
          <ToSection of={node} to={field} text={thingWords.andMore(more)} />
        </li>
      )}
    </ul>
  );
}
