/** Cells of what was not read, which is not none. */
import type { CoverageState } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import { TermLink } from '../../parts/term-link.js';
import '../../parts/coverage-note.css';
import { useWords } from '../../language/words.js';
import { type ThingLabels, useThingLabels } from '../thing/words.js';
import type { ShownField } from './page-type.js';
import type { Row } from './rows.js';
import { stateIn, stateOfCell } from './unread-state.js';

/** Says that not all is known: nothing, which is not none, or a part. What `isSome` was read, whatever lacks, is a part. */
export function Unread({ state, isSome = false }: { readonly state: CoverageState; readonly isSome?: boolean }) {
  const { words } = useThingLabels();
  if (state === 'COMPLETE') return null;
  return <span className="coverage-note">{wordsFor(isSome ? 'PARTIAL' : state, words)}</span>;
}

const wordsFor = (state: CoverageState, { notRead, partlyRead }: ThingLabels['words']): string =>
  state === 'PARTIAL' ? partlyRead : notRead;

/** A column of what a row is related with, which says in place of none, or of 0, that it was not read. */
export function sayingUnread(column: Column<Row>, { field, path }: ShownField, labels: ThingLabels): Column<Row> {
  if (path !== field && path !== `${field}.totalCount`) return column;
  const { value, cell = value } = column;
  const stateOf = (row: Row) => stateOfCell(row, field, value(row));
  return {
    ...column,
    value: (row) => (stateOf(row) === 'COMPLETE' ? value(row) : wordsFor(stateOf(row), labels.words)),
    cell: (row) => (stateOf(row) === 'COMPLETE' ? cell(row) : <Unread state={stateOf(row)} />),
  };
}

/** Names the columns of a table in which not all was read of some row, whatever the cells of others show. */
export function UnreadColumns({
  fields,
  columns,
  rows,
}: {
  readonly fields: readonly ShownField[];
  readonly columns: readonly Pick<Column<never>, 'id' | 'title'>[];
  readonly rows: readonly Row[];
}) {
  const { words } = useThingLabels();
  const { terms } = useWords();
  const unread = fields.filter(({ field }) => rows.some((row) => stateIn(row, field) !== 'COMPLETE'));
  const titles = columns.filter(({ id }) => unread.some(({ path }) => path === id)).map(({ title }) => title);
  if (titles.length === 0) return null;
  return (
    <p className="coverage-note small">
      {words.unreadColumns(titles.join(words.comma))} <TermLink term="coverage">{terms.coverage}</TermLink>
    </p>
  );
}
