import { useAnswer } from '../../client/use-answer.js';
import { type Countable, type Dimension, PivotDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { CrossTable } from '../../parts/cross-table/cross-table.js';
import { none } from '../../parts/lists.js';
import { PageTitle } from '../../parts/page-title.js';
import { Section, Waiting } from '../../parts/section.js';
import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { countableNames, countables, dimensionsOf, layoutOf } from './dimensions.js';
import { usePivotWords } from './words.js';

/** Things counted along any two dimensions: `/pivot?count=REFORM_SHEETS&rows=DEPARTMENT&columns=GRADE`. */
export function PivotPage() {
  const { pages } = useWords();
  return (
    <div className="stack">
      <PageTitle title={pages.pivot} />
      <Choices />
      <Waiting>
        <PivotTable />
      </Waiting>
    </div>
  );
}

/** What is counted, and along which two dimensions. */
function Choices() {
  const words = usePivotWords();
  const { vocabulary } = useLabels();
  const { chosen, change } = useAddress();
  const { count, rows, columns } = layoutOf(chosen);
  const nameOf = useDimensionNames(count);
  const choice = (
    name: 'count' | 'rows' | 'columns',
    value: string,
    type: 'Countable' | 'Dimension',
    values: readonly string[],
  ) => (
    <label className="row">
      {words[name]}
      <select value={value} onChange={({ target }) => change({ [name]: target.value })}>
        {values.map((each) => (
          <option key={each} value={each}>
            {type === 'Dimension' ? nameOf(each as Dimension) : vocabulary.value(type, each)}
          </option>
        ))}
      </select>
    </label>
  );
  const dimensions = dimensionsOf(count);
  return (
    <div className="row small screen-only">
      {choice('count', count, 'Countable', countableNames)}
      {choice('rows', rows, 'Dimension', dimensions)}
      {choice(
        'columns',
        columns,
        'Dimension',
        dimensions.filter((each) => each !== rows),
      )}
      <button type="button" onClick={() => change({ rows: columns, columns: rows })}>
        <span aria-hidden="true">⇄</span> {words.swap}
      </button>
    </div>
  );
}

function PivotTable() {
  const words = usePivotWords();
  const { vocabulary, pick } = useLabels();
  const { parameters } = useAddress();
  const { municipality, stage } = useView();
  const layout = layoutOf(parameters);
  const { count, rows, columns } = layout;
  const { answer, request } = useAnswer(PivotDocument, { ...layout, municipality: municipality.id, stage });
  const table = answer.crossTab;
  const { list, by } = countables[count];
  const counted = { list, rows: by[rows] ?? undefined, columns: by[columns] ?? undefined };
  const nameOf = useDimensionNames(count);
  const title = words.title(vocabulary.value('Countable', count), nameOf(rows), nameOf(columns));
  // Which stage has nothing along a dimension is known where one was chosen and all of it was read; else the note says more.
  const isStated = stage !== null && table.coverage.state === 'COMPLETE';
  const isEmpty = [table.rows, table.columns].some((headers) => headers.every(({ key }) => key === none));
  return (
    <Section title={title} request={request} save={{ connection: 'crossTab' }} coverage={table.coverage}>
      {isEmpty ? (
        isStated && <p className="quiet-text">{words.empty}</p>
      ) : (
        <p className="quiet-text">{counted.rows && counted.columns ? words.hint : words.noList}</p>
      )}
      {table.omittedRows + table.omittedColumns > 0 && <p>{words.omitted(table.omittedRows, table.omittedColumns)}</p>}
      <CrossTable table={table} label={title} rowTitle={nameOf(rows)} counted={counted} />
      <p className="quiet-text">{pick(table.note, table.noteEn)}</p>
    </Section>
  );
}

/** The fields of what has departments of another kind than those that answer for measures. */
const ownDepartments: Readonly<Partial<Record<Countable, readonly [type: string, field: string]>>> = {
  REFORM_SHEETS: ['ReformSheet', 'leadDepartments'],
  PROJECTS: ['Project', 'departments'],
};

/** What dimensions are called: departments implement sheets, run projects, and answer for all else. */
function useDimensionNames(count: Countable): (dimension: Dimension) => string {
  const { vocabulary } = useLabels();
  const field = ownDepartments[count];
  return (dimension) =>
    field && dimension === 'DEPARTMENT' ? vocabulary.field(...field) : vocabulary.value('Dimension', dimension);
}
