import type { ChangeKind, PlanStage } from '../../graphql/graphql.js';
import { type ChangedField, changedField } from '../../language/changed-field.js';
import type { ColumnTools } from './columns.js';

interface Change extends ChangedField {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly before: string | null;
  readonly after: string | null;
  readonly toStage: PlanStage;
}

/** What happened to a thing from stage to stage, the oldest first; that nothing did is said quietly. */
export function ChangeList({ changes, tools }: { readonly changes: readonly Change[]; readonly tools: ColumnTools }) {
  if (changes.length === 0) return null;
  return (
    <ul className="cell-list">
      {changes.map((change) => (
        <li key={change.id} className={change.kind === 'UNCHANGED' ? 'quiet-text' : undefined}>
          {asText(change, tools)}
        </li>
      ))}
    </ul>
  );
}

/** The same as the text that a table sorts and filters by. */
export const changesAsText = (changes: readonly Change[], tools: ColumnTools): string | null =>
  changes.map((change) => asText(change, tools)).join(', ') || null;

function asText(change: Change, { language, words, vocabulary }: ColumnTools): string {
  const { kind, before, after, toStage } = change;
  const what = words.atStage(
    vocabulary.value('PlanStage', toStage),
    vocabulary.value('ChangeKind', kind),
    changedField(change, language),
  );
  return before !== null && after !== null ? `${what} ${words.fromTo(before, after)}` : what;
}
