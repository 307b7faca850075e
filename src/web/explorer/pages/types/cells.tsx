/** Columns that are more than the value of their field: by the type that the field leads to, and by single fields. */
import type {
  ChangeCellFragment,
  EvaluationCellFragment,
  FiscalPeriodCellFragment,
  QuantityCellFragment,
  ReformSheetCellFragment,
  SdgCellFragment,
  SharedWorkCellFragment,
} from '../../graphql/graphql.js';
import { figureIn } from '../../language/figures.js';
import { ChangeList, changesAsText } from '../../parts/change-list.js';
import type { Column } from '../../parts/data-table.js';
import { GradedSheets, Grades, gradesAsText, sheetsAsText } from '../../parts/graded-sheets.js';
import { NamedGoal, SdgMarks } from '../../parts/sdg-mark.js';
import { type Named, ThingLink, ThingLinks } from '../../parts/thing-link.js';
import type { Labels } from '../thing/labels.js';
import { CourseChart, type DrawnIndicator } from '../thing/parts/course-chart.js';
import type { ShownField } from './page-type.js';
import { listed, manyAt, named, type Row, type TableKind, valueAt } from './rows.js';

type Cell = Partial<Column<Row>>;

/** A column of what a field leads to, as the fragment `<Type>Cell` reads it. */
const ofMany =
  <Node,>(make: (labels: Labels, nodesOf: (row: Row) => readonly Node[]) => Cell) =>
  ({ kind, path }: ShownField, labels: Labels): Cell =>
    kind === 'many' ? make(labels, (row) => manyAt(row, path) as readonly Node[]) : {};

const ofValue =
  <Value,>(make: (labels: Labels, at: (row: Row) => Value | null) => Cell) =>
  ({ path }: ShownField, labels: Labels): Cell =>
    make(labels, (row) => valueAt(row, path) as Value | null);

export const cellsOfTypes: Readonly<Record<string, (field: ShownField, labels: Labels) => Cell>> = {
  /** Goals as marks; "SDG17" finds them, where "17" alone would find codes too. */
  Sdg: ofMany<SdgCellFragment>((_, sdgsOf) => ({
    value: (row) => listed(sdgsOf(row).map(({ number }) => `SDG${number}`)),
    cell: (row) => <SdgMarks sdgs={sdgsOf(row)} />,
  })),
  Evaluation: ofMany<EvaluationCellFragment>(({ language }, evaluationsOf) => ({
    value: (row) => gradesAsText(evaluationsOf(row), language),
    cell: (row) => <Grades evaluations={evaluationsOf(row)} />,
  })),
  ReformSheet: ofMany<ReformSheetCellFragment>((labels, sheetsOf) => ({
    title: labels.words.sheetsWithGrades,
    value: (row) => sheetsAsText(sheetsOf(row), labels),
    cell: (row) => <GradedSheets sheets={sheetsOf(row)} />,
  })),
  Change: ofMany<ChangeCellFragment>((labels, changesOf) => ({
    title: labels.words.changes,
    value: (row) => changesAsText(changesOf(row), labels),
    cell: (row) => <ChangeList changes={changesOf(row)} />,
  })),
  Quantity: ofValue<QuantityCellFragment>(({ language }, figureOf) => ({
    numeric: true,
    value: (row) => figureOf(row)?.value ?? figureOf(row)?.text ?? null,
    cell: (row) => figureIn(figureOf(row), language),
  })),
  FiscalPeriod: ofValue<FiscalPeriodCellFragment>(({ words }, periodOf) => ({
    value: (row) => periodOf(row)?.startFiscalYear ?? periodOf(row)?.endFiscalYear ?? periodOf(row)?.text ?? null,
    cell: (row) => {
      const period = periodOf(row);
      return period?.text ?? (period && words.years(period.startFiscalYear, period.endFiscalYear));
    },
  })),
};

/** What an operation reads of a row is for the row's declaration to say, in `declarations.ts`. */
const ofRow =
  <Read,>(make: (labels: Labels, table: TableKind) => Partial<Column<Read>>) =>
  (labels: Labels, table: TableKind): Cell =>
    make(labels, table) as unknown as Cell;

const ofRank = (field: string) =>
  ofRow<Row & { readonly rankOf: number | null }>(() => ({
    cell: (row) =>
      row.rankOf === null || row[field] === null ? (row[field] as number | null) : `${row[field]} / ${row.rankOf}`,
  }));

interface SheetYears {
  readonly startFiscalYear: number;
  readonly startEra: string | null;
  readonly targetFiscalYear: number;
  readonly targetEra: string | null;
}

export const cellsOfFields: Readonly<Record<string, (labels: Labels, table: TableKind) => Cell>> = {
  'Measure.code': ofRow<{ readonly code: string | null; readonly nameOnly?: boolean }>(({ words }, table) => {
    const value = ({ code, nameOnly }: { code: string | null; nameOnly?: boolean }) =>
      code ?? (nameOnly ? words.nameOnly : null);
    return table === 'list' ? { value, cell: value } : {};
  }),
  /** Goals by their marks alone in their own list, and by name elsewhere. */
  'Sdg.number': ofRow<SdgCellFragment>(() => ({ cell: (sdg) => <SdgMarks sdgs={[sdg]} /> })),
  'Sdg.name': ofRow<SdgCellFragment>(({ nameOf }, table) =>
    table === 'list' ? {} : { value: (sdg) => `${sdg.number} ${nameOf(sdg)}`, cell: (sdg) => <NamedGoal goal={sdg} /> },
  ),
  'Indicator.progress': ofRow<DrawnIndicator>(({ words }) => ({
    title: words.course.column,
    value: ({ progress }) => progress.distancePercent,
    cell: (indicator) => <CourseChart indicator={indicator} />,
  })),
  'Initiative.number': ofRow<{ readonly number: number; readonly linkagePlan: { readonly number: number } }>(
    (_, table) => (table === 'list' ? {} : { value: ({ number, linkagePlan }) => `${linkagePlan.number}-${number}` }),
  ),
  'ReformSheet.supportingDepartments': ofRow<Row>(({ nameOf }) => {
    const things = (row: Row) => [
      ...named('Department', manyAt(row, 'supportingDepartments')),
      ...named('SupportingScope', manyAt(row, 'supportingScope')),
    ];
    return { value: (row) => listed(things(row).map(nameOf)), cell: (row) => <ThingLinks things={things(row)} /> };
  }),
  'ReformSheet.startFiscalYear': ofRow<SheetYears>(({ words, vocabulary }) => ({
    title: vocabulary.type('FiscalPeriod'),
    numeric: false,
    value: ({ startEra, startFiscalYear, targetEra, targetFiscalYear }) =>
      `${words.shortYear(startEra, startFiscalYear)}–${words.shortYear(targetEra, targetFiscalYear)}`,
  })),
  'SurveyResult.year': ofRow<{ readonly year: number; readonly era: string | null }>(({ words }) => ({
    numeric: false,
    cell: ({ year, era }) => words.year(era, year),
  })),
  'SurveyResult.satisfactionRank': ofRank('satisfactionRank'),
  'SurveyResult.importanceRank': ofRank('importanceRank'),
  /** A statement has no name: its number leads to its page. */
  'Vision.number': ofRow<{ readonly id: string; readonly number: number }>(({ vocabulary }) => ({
    cell: ({ id, number }) => <ThingLink thing={{ id, name: `${vocabulary.type('Vision')} ${number}` }} />,
  })),
  'Vision.stages': ofRow<Row>(({ vocabulary }) => ({ title: vocabulary.field('Entity', 'stages') })),
  'ExtractionIssue.message': ofRow<{ readonly message: string; readonly messageJa: string }>(
    ({ language, vocabulary }) => ({
      title: vocabulary.field('ExtractionIssue', 'messageJa'),
      value: ({ message, messageJa }) => (language === 'ja' ? messageJa : message),
    }),
  ),
  'Collaboration.shared': ofRow<{ readonly shared: readonly SharedWorkCellFragment[] }>(
    ({ words, nameOf, vocabulary }) => ({
      title: words.sharedBoth,
      value: ({ shared }) => listed(shared.map(({ node }) => nameOf(node))),
      cell: ({ shared }) => (
        <ul className="cell-list">
          {shared.map(({ node, role, partnerRole }) => (
            <li key={node.id}>
              <ThingLink thing={withCode(node)} />{' '}
              <span className="quiet-text">
                ({vocabulary.value('RelationshipType', role)} – {vocabulary.value('RelationshipType', partnerRole)})
              </span>
            </li>
          ))}
        </ul>
      ),
    }),
  ),
};

const withCode = (node: SharedWorkCellFragment['node']): Named => ({
  ...node,
  code: 'code' in node ? node.code : 'number' in node ? node.number : null,
});
