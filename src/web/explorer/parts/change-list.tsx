import type { ChangeCellFragment } from '../graphql/graphql.js';
import { changedField } from '../language/changed-field.js';
import { type Language, useLanguage, useVocabulary, type Vocabulary } from '../language/language.js';
import { ThingLink } from './thing-link.js';

const words = {
  ja: {
    // A word such as 名称変更 says by itself what changed.
    atStage: (stage: string, kind: string, field: string | null) =>
      field === null || kind.includes(field) ? `${stage}：${kind}` : `${stage}：${field}（${kind}）`,
    fromTo: (before: string, after: string) => `「${before}」→「${after}」`,
  },
  en: {
    atStage: (stage: string, kind: string, field: string | null) =>
      field === null ? `${stage}: ${kind}` : `${stage}: ${field} (${kind})`,
    fromTo: (before: string, after: string) => `“${before}” → “${after}”`,
  },
};

interface Tools {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
}

/**
 * What happened to a thing from stage to stage, the oldest first; each leads to its own page, which says what was and what
 * is. That nothing happened is said quietly.
 */
export function ChangeList({ changes }: { readonly changes: readonly ChangeCellFragment[] }) {
  const tools = { language: useLanguage(), vocabulary: useVocabulary() };
  if (changes.length === 0) return null;
  return (
    <ul className="cell-list">
      {changes.map((change) => (
        <li key={change.id}>
          {change.kind === 'UNCHANGED' ? (
            <span className="quiet-text">{asText(change, tools)}</span>
          ) : (
            <ThingLink thing={{ id: change.id, name: asText(change, tools) }} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The same as the text that a table sorts and filters by. */
export const changesAsText = (changes: readonly ChangeCellFragment[], tools: Tools): string | null =>
  changes.map((change) => asText(change, tools)).join(', ') || null;

function asText(change: ChangeCellFragment, { language, vocabulary }: Tools): string {
  const { kind, before, after, toStage } = change;
  const { atStage, fromTo } = words[language];
  const what = atStage(
    vocabulary.value('PlanStage', toStage),
    vocabulary.value('ChangeKind', kind),
    changedField(change, language),
  );
  return before !== null && after !== null ? `${what} ${fromTo(before, after)}` : what;
}
