import { noneHeaders, stateOfEmptyCell } from '../../../../labels/empty-cells.js';
import { useAnswer } from '../../client/use-answer.js';
import { GradesByDocument, type GradesByQuery, SheetCoursesDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Figure } from '../../parts/figure/figure.js';
import { FigureTabs, useFigureChoice } from '../../parts/figure/figure-tabs.js';
import { rowLayout } from '../../parts/figure/row-layout.js';
import { ListLink } from '../../parts/list-link.js';
import { none, tailOf } from '../../parts/lists.js';
import { hrefOf, useView } from '../../site/view.js';
import { Unread } from '../types/unread.js';
import { gradeColors } from './grade-colors.js';
import { useProgressWords } from './words.js';

type Header = GradesByQuery['crossTab']['rows'][number];
type Grade = GradesByQuery['crossTab']['columns'][number];

/** What grades are divided by, and the filter of the list of sheets that a row opens. */
const filters = { REFORM_FIELD: 'reformField', DEPARTMENT: 'department', PERSPECTIVE: 'perspective' } as const;
const dimensions = ['REFORM_FIELD', 'DEPARTMENT', 'PERSPECTIVE'] as const;

const load = () => import('./grades-chart.js');
const colorOf = (grade: string) => gradeColors[grade] ?? 'var(--quiet-mark)';

/** `?by=…`: how reform sheets were graded, by what the reader chooses. */
export function GradesFigure() {
  const { grades: words, year, comma } = useProgressWords();
  const { nameOf, pick } = useLabels();
  const { municipality, link } = useView();
  const by = useFigureChoice('by', dimensions);
  const { answer, request } = useAnswer(GradesByDocument, { municipality: municipality.id, by });
  const sheets = useAnswer(SheetCoursesDocument, { municipality: municipality.id }).answer.progress.goals;
  const { rows, columns, cells, grandTotal, coverage } = answer.crossTab;
  const nameOfNone = (state: keyof typeof noneHeaders) => pick(noneHeaders[state].ja, noneHeaders[state].en);
  const nameOfRow = (row: Header) =>
    row.noneState ? nameOfNone(row.noneState) : nameOf({ name: row.label, nameEn: row.labelEn ?? null });
  /** That sheets have no grade is said of those only whose grades were read. */
  const nameOfGrade = ({ key, noneState }: Grade) =>
    noneState && noneState !== 'COMPLETE' ? nameOfNone(noneState) : words.grade(key);
  const countOf = (row: string, grade: string) =>
    cells.find((cell) => cell.row === row && cell.column === grade)?.count ?? 0;
  const filtersOf = (row: Header, grade?: string) => ({
    [filters[by]]: row.key === none ? none : tailOf(row.key),
    ...(grade && { grade }),
  });
  const data = {
    rows: rows
      .toSorted((a, b) => Number(a.key === none) - Number(b.key === none) || b.total - a.total)
      .map((row) => ({
        id: row.key,
        label: [row.code, nameOfRow(row)].filter(Boolean).join(' '),
        value: words.sheets(row.total),
        href: hrefOf(link('/lists/reformSheets', filtersOf(row))),
        spoken: nameOfRow(row),
      })),
    cells: rows.flatMap((row) =>
      columns.flatMap((column) => {
        const grade = column.key;
        const count = countOf(row.key, grade);
        if (count === 0) return [];
        return {
          id: row.key,
          grade,
          count,
          color: colorOf(grade),
          href: hrefOf(link('/lists/reformSheets', filtersOf(row, grade))),
          spoken: words.cell(nameOfRow(row), nameOfGrade(column), count),
        };
      }),
    ),
  };
  const graded = columns.filter(({ key }) => key !== none);
  const [best, last] = [graded[0], graded.at(-1)];
  const total = sheets.filter(({ sheet }) => sheet.evaluations.length > 0).length;
  const years = [...new Set(sheets.flatMap(({ sheet }) => sheet.evaluations.map(({ fiscalYear }) => fiscalYear)))];
  const about = words.about(words.dimension[by]);
  return (
    <Figure
      id="grades"
      title={
        best && last && total > 0
          ? words.finding(total, [best.key, best.total], [last.key, last.total], years.toSorted().map(year).join(comma))
          : about
      }
      about={about}
      notes={[]}
      coverage={coverage}
      legend={columns.map((column) => ({ label: nameOfGrade(column), color: colorOf(column.key) }))}
      drawn={grandTotal === 0 ? null : { load, data, height: (width) => rowLayout(rows.length, width, 4, 4).height }}
      request={request}
      save={{ connection: 'crossTab' }}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { id: 'row', title: words.dimension[by], value: nameOfRow, isName: true },
        ...columns.map((column) => ({
          id: column.key,
          title: nameOfGrade(column),
          value: (row: Header) => countOf(row.key, column.key),
          cell: (row: Header) => {
            const grade = column.key;
            const count = countOf(row.key, grade);
            const state = stateOfEmptyCell(row, column);
            return count === 0 ? (
              state === 'COMPLETE' ? (
                0
              ) : (
                <Unread state={state} />
              )
            ) : (
              <ListLink list="reformSheets" filters={filtersOf(row, grade)}>
                {count}
              </ListLink>
            );
          },
          numeric: true,
        })),
        { id: 'total', title: words.total, value: ({ total }: Header) => total, numeric: true },
      ]}
      sources={sheets.flatMap(({ sheet }) => sheet.sources)}
    >
      <FigureTabs name="by" label={words.by} options={dimensions.map((each) => [each, words.dimension[each]])} />
    </Figure>
  );
}
