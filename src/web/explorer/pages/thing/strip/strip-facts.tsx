/** Facts of the strip that are more than the cell of a table. */
import type { ReactNode } from 'react';
import type { CollaborationCellFragment, ReformSheetCellFragment } from '../../../graphql/graphql.js';
import { ThingLink } from '../../../parts/thing-link.js';
import type { Row } from '../../types/rows.js';
import { distanceIn, distanceLabel, figureAt } from '../parts/course.js';
import type { DrawnIndicator } from '../parts/course-chart.js';
import type { ThingLabels } from '../words.js';
import { tally } from './tally.js';
import { ToSection } from './to-section.js';

type Special = (node: never, labels: ThingLabels) => { readonly label: string; readonly value: ReactNode };

/** How many partners are named. */
const most = 3;

export const stripFacts: Readonly<Record<string, Special>> = {
  'Indicator.baseline': (indicator: DrawnIndicator, labels) => ({
    label: labels.vocabulary.field('Indicator', 'baseline'),
    value: <b>{figureAt(indicator, 'baseline', labels)}</b>,
  }),
  'Indicator.target': (indicator: DrawnIndicator, labels) => ({
    label: labels.vocabulary.field('Indicator', 'target'),
    value: <b>{figureAt(indicator, 'target', labels)}</b>,
  }),
  'Indicator.progress': ({ progress }: DrawnIndicator, labels) => ({
    label: distanceLabel(progress, labels),
    value: progress.reached ? labels.words.course.reached : distanceIn(progress, labels),
  }),
  'PolicyItem.satisfaction': ({ satisfaction }: { readonly satisfaction: number | null }, { vocabulary }) => ({
    label: vocabulary.field('PolicyItem', 'satisfaction'),
    value: satisfaction === null ? null : <b>{satisfaction}%</b>,
  }),
  'ReformSheet.startFiscalYear': (sheet: SheetYears, { vocabulary, words }) => ({
    label: vocabulary.type('FiscalPeriod'),
    value: words.period(
      words.shortYear(sheet.startEra, sheet.startFiscalYear),
      words.shortYear(sheet.targetEra, sheet.targetFiscalYear),
      words.years(sheet.startFiscalYear, sheet.targetFiscalYear),
    ),
  }),
  /** How many sheets there are, and how many of each grade they got last. */
  'Department.ledSheets': (node: Row & { readonly ledSheets: Sheets }, { vocabulary, words }) => ({
    label: vocabulary.field('Department', 'ledSheets'),
    value: node.ledSheets.totalCount > 0 && (
      <>
        <ToSection of={node} to="ledSheets" text={String(node.ledSheets.totalCount)} isNumber />
        <span className="row">
          {tally(node.ledSheets.nodes).map(([grade, count]) => (
            <span key={grade} className={`grade grade-${grade.toLowerCase()}`}>
              {words.graded(grade, count)}
            </span>
          ))}
        </span>
        {node.ledSheets.nodes.length < node.ledSheets.totalCount && (
          <span className="quiet-text">{words.gradedOf(node.ledSheets.nodes.length, node.ledSheets.totalCount)}</span>
        )}
      </>
    ),
  }),
  'Department.collaborators': (
    node: Row & { readonly collaborators: Partners; readonly collaboratorCount: number },
    { vocabulary, words },
  ) => ({
    label: vocabulary.field('Department', 'collaborators'),
    value: node.collaboratorCount > 0 && (
      <>
        <ToSection of={node} to="collaborators" text={String(node.collaboratorCount)} isNumber />
        <ul className="cell-list plain">
          {node.collaborators.slice(0, most).map(({ partner, weight }) => (
            <li key={partner.id}>
              <ThingLink thing={partner} /> <span className="quiet-text">{words.sharedCount(weight)}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  }),
};

interface SheetYears {
  readonly startFiscalYear: number;
  readonly startEra: string | null;
  readonly targetFiscalYear: number;
  readonly targetEra: string | null;
}

/** True where the strip says more of a field than how much there is. */
export const isSpecial = (type: string, field: string): boolean => `${type}.${field}` in stripFacts;

type Partners = readonly CollaborationCellFragment[];

interface Sheets {
  readonly totalCount: number;
  readonly nodes: readonly ReformSheetCellFragment[];
}
