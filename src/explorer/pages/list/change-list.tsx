import type { ChangeKind, PlanStage } from '../../graphql/graphql.js';
import type { ColumnTools } from './columns.js';

interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly field: string | null;
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

function asText({ kind, field, before, after, toStage }: Change, { words, vocabulary }: ColumnTools): string {
  const what = words.atStage(
    vocabulary.value('PlanStage', toStage),
    vocabulary.value('ChangeKind', kind),
    field && (words.changedFields[field] ?? field),
  );
  return before !== null && after !== null ? `${what} ${words.fromTo(before, after)}` : what;
}
