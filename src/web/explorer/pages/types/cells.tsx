/**
 * Columns that are more than the value of their field: by the type that the field leads to, and by single fields. What an
 * operation reads of a row is for `declarations.ts` to say.
 */
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
import type { Column } from '../../parts/data-table.js';
import { NamedGoal, SdgMarks } from '../../parts/sdg-mark.js';
import { ThingLink, ThingLinks } from '../../parts/thing-link.js';
import { CourseChart, type DrawnIndicator } from '../thing/parts/course-chart.js';
import type { ThingLabels } from '../thing/words.js';
import { ChangeList, changeText, GradedSheets, Grades, gradesText, sheetText } from './cell-lists.js';
import { listed, manyAt, named, type Row, type TableKind } from './rows.js';

type Read<Value> = (row: Row) => Value;

/** Columns of fields that lead to a type; `read` gives what the fragment `<Type>Cell` reads there. */
export const cellsOfTypes: Readonly<Record<string, (read: Read<never>, labels: ThingLabels) => Partial<Column<Row>>>> =
  {
    /** Goals as marks; "SDG17" finds them, where "17" alone would find codes too. */
    Sdg: (sdgs: Read<readonly SdgCellFragment[]>) => ({
      value: (row) => listed(sdgs(row).map(({ number }) => `SDG${number}`)),
      cell: (row) => <SdgMarks sdgs={sdgs(row)} />,
    }),
    Evaluation: (evaluations: Read<readonly EvaluationCellFragment[]>, labels) => ({
      value: (row) => gradesText(evaluations(row), labels),
      cell: (row) => <Grades evaluations={evaluations(row)} />,
    }),
    ReformSheet: (sheets: Read<readonly ReformSheetCellFragment[]>, labels) => ({
      title: labels.words.sheetsWithGrades,
      value: (row) => listed(sheets(row).map((sheet) => sheetText(sheet, labels))),
      cell: (row) => <GradedSheets sheets={sheets(row)} />,
    }),
    Change: (changes: Read<readonly ChangeCellFragment[]>, labels) => ({
      title: labels.words.changes,
      value: (row) => listed(changes(row).map((change) => changeText(change, labels))),
      cell: (row) => <ChangeList changes={changes(row)} />,
    }),
    Quantity: (figure: Read<QuantityCellFragment | null>, { language }) => ({
      numeric: true,
      value: (row) => figure(row)?.value ?? figure(row)?.text ?? null,
      cell: (row) => figureIn(figure(row), language),
    }),
    FiscalPeriod: (period: Read<FiscalPeriodCellFragment | null>, { words }) => ({
      value: (row) => period(row)?.startFiscalYear ?? period(row)?.endFiscalYear ?? period(row)?.text ?? null,
      cell: (row) => {
        const { text, startFiscalYear = null, endFiscalYear = null } = period(row) ?? {};
        return text ?? (period(row) && words.years(startFiscalYear, endFiscalYear));
      },
    }),
  };

interface SheetYears {
  readonly startFiscalYear: number;
  readonly startEra: string | null;
  readonly targetFiscalYear: number;
  readonly targetEra: string | null;
}

/** What an indicator can measure, by the fields that lead there. */
const measured = { policyItem: 'PolicyItem', measure: 'Measure', project: 'Project' } as const;

type MeasureCode = { readonly code: string | null; readonly nameOnly?: boolean };

const rankIn = (field: string) => () => ({
  cell: ({ [field]: rank, rankOf }: Readonly<Record<string, number | null>>) =>
    rankOf === null || rank === null ? rank : `${rank} / ${rankOf}`,
});

export const cellsOfFields: Readonly<
  Record<string, (labels: ThingLabels, table: TableKind) => Partial<Column<never>>>
> = {
  'Measure.code': ({ words }, table) => {
    const value = ({ code, nameOnly }: MeasureCode) => code ?? (nameOnly ? words.nameOnly : null);
    return table === 'list' ? { value, cell: value } : {};
  },
  /** Goals by their marks alone in their own list, and by name elsewhere. */
  'Sdg.number': () => ({ cell: (sdg: SdgCellFragment) => <SdgMarks sdgs={[sdg]} /> }),
  'Sdg.name': ({ nameOf }, table) => {
    const value = (sdg: SdgCellFragment) => `${sdg.number} ${nameOf(sdg)}`;
    return table === 'list' ? {} : { value, cell: (sdg: SdgCellFragment) => <NamedGoal goal={sdg} /> };
  },
  'Indicator.progress': ({ words }) => ({
    title: words.course.column,
    value: ({ progress }: DrawnIndicator) => progress.distancePercent,
    cell: (indicator: DrawnIndicator) => <CourseChart indicator={indicator} />,
  }),
  /** In lists, whatever of the plan it measures. */
  'Indicator.policyItem': ({ words, nameOf }, table) => {
    if (table !== 'list') return {};
    const things = (row: Row) => Object.entries(measured).flatMap(([field, type]) => named(type, manyAt(row, field)));
    return {
      title: words.measured,
      value: (row: Row) => listed(things(row).map((thing) => `${thing.code ?? ''} ${nameOf(thing)}`.trim())),
      cell: (row: Row) => <ThingLinks things={things(row)} />,
    };
  },
  'Initiative.number': (_labels, table) => {
    const value = (row: { readonly number: number; readonly linkagePlan: { readonly number: number } }) =>
      `${row.linkagePlan.number}-${row.number}`;
    return table === 'list' ? {} : { value };
  },
  'ReformSheet.supportingDepartments': ({ nameOf }) => {
    const things = (row: Row) => [
      ...named('Department', manyAt(row, 'supportingDepartments')),
      ...named('SupportingScope', manyAt(row, 'supportingScope')),
    ];
    return {
      value: (row: Row) => listed(things(row).map(nameOf)),
      cell: (row: Row) => <ThingLinks things={things(row)} />,
    };
  },
  'ReformSheet.startFiscalYear': ({ words, vocabulary }) => ({
    title: vocabulary.type('FiscalPeriod'),
    numeric: false,
    value: ({ startEra, startFiscalYear, targetEra, targetFiscalYear }: SheetYears) =>
      `${words.shortYear(startEra, startFiscalYear)}–${words.shortYear(targetEra, targetFiscalYear)}`,
  }),
  'ReformSheet.targetFiscalYear': ({ words }) => ({
    numeric: false,
    cell: ({ targetEra, targetFiscalYear }: SheetYears) => words.year(targetEra, targetFiscalYear),
  }),
  'Evaluation.fiscalYear': ({ words }) => ({
    numeric: false,
    cell: ({ fiscalYear, era }: { readonly fiscalYear: number; readonly era: string | null }) =>
      words.year(era, fiscalYear),
  }),
  'SourceDocument.fiscalYear': ({ words }) => ({
    numeric: false,
    cell: ({ fiscalYear }: { readonly fiscalYear: number | null }) => fiscalYear && words.fiscalYear(null, fiscalYear),
  }),
  'SourceDocument.documentKindLabel': ({ vocabulary }) => ({
    title: vocabulary.field('SourceDocument', 'documentKind'),
  }),
  'SurveyResult.year': ({ words }) => ({
    numeric: false,
    cell: ({ year, era }: { readonly year: number; readonly era: string | null }) => words.year(era, year),
  }),
  'SurveyResult.satisfactionRank': rankIn('satisfactionRank'),
  'SurveyResult.importanceRank': rankIn('importanceRank'),
  /** A statement has no name: its number leads to its page. */
  'Vision.number': ({ vocabulary }) => ({
    cell: ({ id, number }: { readonly id: string; readonly number: number }) => (
      <ThingLink thing={{ id, name: `${vocabulary.type('Vision')} ${number}` }} />
    ),
  }),
  'Vision.stages': ({ vocabulary }) => ({ title: vocabulary.field('Entity', 'stages') }),
  'ExtractionIssue.message': ({ vocabulary }) => ({ title: vocabulary.field('ExtractionIssue', 'messageJa') }),
  'Collaboration.shared': ({ words, nameOf, vocabulary }) => ({
    title: words.sharedBoth,
    value: ({ shared }: Shared) => listed(shared.map(({ node }) => nameOf(node))),
    cell: ({ shared }: Shared) => (
      <ul className="cell-list plain">
        {shared.map(({ node, role, partnerRole }) => (
          <li key={node.id}>
            <ThingLink thing={{ ...node, code: 'code' in node ? node.code : 'number' in node ? node.number : null }} />{' '}
            <span className="quiet-text">
              <span className="no-break">({vocabulary.value('RelationshipType', role)} –</span>{' '}
              <span className="no-break">{vocabulary.value('RelationshipType', partnerRole)})</span>
            </span>
          </li>
        ))}
      </ul>
    ),
  }),
};

interface Shared {
  readonly shared: readonly SharedWorkCellFragment[];
}
