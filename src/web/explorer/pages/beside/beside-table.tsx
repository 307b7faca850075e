import type { ReactNode } from 'react';
import { useAnswers } from '../../client/use-answer.js';
import type { BesideThingsQuery, Presence } from '../../graphql/graphql.js';
import { ScrollArea } from '../../parts/scroll-area.js';
import { codeOf } from '../../parts/search-match.js';
import { Section } from '../../parts/section.js';
import { type Named, ThingLink } from '../../parts/thing-link.js';
import { idAtStage } from '../../site/stages.js';
import { useView } from '../../site/view.js';
import { StageNotice, stageShown } from '../thing/parts/stage-notice.js';
import { stateOf, stripOf } from '../thing/strip/strip.js';
import { isSpecial } from '../thing/strip/strip-facts.js';
import { ToSection } from '../thing/strip/to-section.js';
import { useThingLabels } from '../thing/words.js';
import { pageOperation } from '../types/all.js';
import type { PageType, RelationType } from '../types/page-type.js';
import { countOf, coverageOf, manyAt, named, type Row } from '../types/rows.js';
import { Unread } from '../types/unread.js';
import { sharedFirst, sharedIds } from './shared.js';
import { useBesideWords } from './words.js';

/** How many names a cell has beside those that are shared, before it leads to the page that has all. */
const most = 6;

/** A thing as its type and its stages are asked for. */
export type Thing = Extract<NonNullable<BesideThingsQuery['nodes'][number]>, { readonly name: string }>;

interface Variables {
  readonly id: string;
  readonly municipality?: string;
}

/** One column for each thing, and rows of their facts and of what they are related with; what several have is marked. */
export function BesideTable({
  type,
  operation,
  things,
}: {
  readonly type: PageType;
  readonly operation: string;
  /** With what is known of each at the stage that was chosen. */
  readonly things: readonly { readonly thing: Thing; readonly presence: Presence | null }[];
}) {
  const labels = useThingLabels();
  const { vocabulary } = labels;
  const words = useBesideWords();
  const { stage, municipality } = useView();
  const variables = things.map(({ thing }) => ({
    id: idAtStage(thing.id, type.staged ? stageShown(thing, stage) : stage),
    ...(type.shared && { municipality: municipality.id }),
  }));
  const answers = useAnswers(pageOperation<{ readonly node: Row | null }, Variables>(operation), variables);
  const columns = things.map(({ thing, presence }, index): Column => {
    const node = answers[index]?.node ?? null;
    return { thing, presence, node, coverage: node ? coverageOf(node) : new Map() };
  });
  const strips = columns.map(({ node, coverage }) => (node ? stripOf(type, node, coverage, labels) : []));
  // Where not all was read, that is worth a row.
  const relations = type.relations.filter(
    ({ field, kind }) =>
      kind === 'connection' &&
      columns.some(
        ({ node, coverage }) => node && (countOf(node, field) > 0 || stateOf(coverage, field) !== 'COMPLETE'),
      ),
  );
  // What was read of none of them is said once.
  const isUnread = ({ field }: RelationType) =>
    columns.every(
      ({ node, coverage }) => !node || (countOf(node, field) === 0 && stateOf(coverage, field) === 'NOT_READ'),
    );
  const unread = relations.filter(isUnread);
  const title = words.table(vocabulary.type(type.name));
  return (
    <Section title={title}>
      <ScrollArea label={title}>
        <table className="table beside-table" aria-label={title}>
          <thead>
            <tr>
              <td />
              {columns.map(({ thing, presence, node }) => (
                <th key={thing.id} scope="col">
                  <ThingLink thing={{ ...thing, code: codeOf(thing) }} />
                  {type.staged && (
                    <StageNotice thing={thing} type={type} node={node} chosen={stage} presence={presence} />
                  )}
                  {!node && <p className="thing-notice">{words.notShown}</p>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {type.strip.map(({ path, owner, field }, index) => {
              const cells = strips.map((facts) => facts[index]);
              // What is listed below is not counted here too.
              const isBelow = relations.some((relation) => relation.field === field) && !isSpecial(owner, field);
              if (isBelow || cells.every((fact) => (fact?.value ?? null) === null)) return null;
              return (
                <BesideRow key={path} title={cells.find((fact) => fact)?.label ?? ''}>
                  {columns.map(({ thing }, column) => (
                    <td key={thing.id}>{cells[column]?.value ?? '—'}</td>
                  ))}
                </BesideRow>
              );
            })}
          </tbody>
          <tbody>
            {relations
              .filter((relation) => !isUnread(relation))
              .map((relation) => (
                <RelatedRow key={relation.field} type={type} relation={relation} columns={columns} />
              ))}
            {unread.length > 0 && (
              <tr>
                <th scope="row">
                  <Unread state="NOT_READ" />
                </th>
                <td colSpan={columns.length}>
                  {unread.map(({ field }) => vocabulary.field(type.name, field)).join(labels.words.comma)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </ScrollArea>
    </Section>
  );
}

interface Column {
  readonly thing: Thing;
  readonly presence: Presence | null;
  /** Null where the API does not have it as the stage that is shown. */
  readonly node: Row | null;
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
  const lists = columns.map(({ node }) => (node ? named(target, manyAt(node, field)) : []));
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
  if (!node) return '—';
  const state = stateOf(coverage, field);
  if (things.length === 0)
    return state === 'COMPLETE' ? <span className="quiet-text">{words.nothing}</span> : <Unread state={state} />;
  const common = things.filter(({ id }) => shared.has(id)).length;
  const shown = sharedFirst(things, shared).slice(0, common + most);
  const more = countOf(node, field) - shown.length;
  return (
    <ul className="cell-list plain">
      <li>
        <b>{countOf(node, field)}</b> <Unread state={state} isSome />
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
