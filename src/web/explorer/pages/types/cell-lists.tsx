/** What a cell shows of the changes, grades and sheets of a row; each as text too, which tables sort and filter by. */
import type { ChangeCellFragment, EvaluationCellFragment, ReformSheetCellFragment } from '../../graphql/graphql.js';
import { ThingLink } from '../../parts/thing-link.js';
import { type ThingLabels, useThingLabels } from '../thing/words.js';
import './grades.css';

/**
 * What happened to a thing from stage to stage, the oldest first; each leads to its own page, which says what was and what
 * is. That nothing happened is said quietly.
 */
export function ChangeList({ changes }: { readonly changes: readonly ChangeCellFragment[] }) {
  const labels = useThingLabels();
  if (changes.length === 0) return null;
  return (
    <ul className="cell-list plain">
      {changes.map((change) => (
        <li key={change.id}>
          {change.kind === 'UNCHANGED' ? (
            <span className="quiet-text">{changeText(change, labels)}</span>
          ) : (
            <ThingLink thing={{ id: change.id, name: changeText(change, labels) }} />
          )}
        </li>
      ))}
    </ul>
  );
}

export function changeText(change: ChangeCellFragment, { words, vocabulary, pick }: ThingLabels): string {
  const { kind, before, after, toStage, fieldLabel, fieldLabelEn } = change;
  const what = words.changeAt(
    vocabulary.value('PlanStage', toStage),
    vocabulary.value('ChangeKind', kind),
    pick(fieldLabel, fieldLabelEn),
  );
  return before !== null && after !== null ? `${what} ${words.fromTo(before, after)}` : what;
}

/** The year-end grades of a sheet, or that it has none. */
export function Grades({ evaluations }: { readonly evaluations: readonly EvaluationCellFragment[] }) {
  const { words } = useThingLabels();
  if (evaluations.length === 0) return <span className="quiet-text">{words.notGraded}</span>;
  return evaluations.map((each) => (
    <span key={each.id} className={`grade grade-${each.grade?.toLowerCase() ?? 'none'}`}>
      {words.grade(each)}
    </span>
  ));
}

export const gradesText = (evaluations: readonly EvaluationCellFragment[], { words }: ThingLabels): string =>
  evaluations.map(words.grade).join(', ') || words.notGraded;

/** Reform sheets one a line, each with its grades. */
export function GradedSheets({ sheets }: { readonly sheets: readonly ReformSheetCellFragment[] }) {
  if (sheets.length === 0) return null;
  return (
    <ul className="cell-list plain">
      {sheets.map(({ evaluations, ...sheet }) => (
        <li key={sheet.id}>
          <ThingLink thing={{ ...sheet, code: sheet.number }} /> <Grades evaluations={evaluations} />
        </li>
      ))}
    </ul>
  );
}

export const sheetText = (sheet: ReformSheetCellFragment, labels: ThingLabels): string =>
  `${sheet.number} ${labels.nameOf(sheet)} ${gradesText(sheet.evaluations, labels)}`;
