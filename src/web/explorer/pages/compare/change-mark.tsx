import type { ChangeKind } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';

const signs: Readonly<Record<ChangeKind, string>> = {
  ADDED: '＋',
  REMOVED: '－',
  RENAMED: '✎',
  REVISED: '△',
  REORDERED: '⇅',
  MOVED: '→',
  UNCHANGED: '＝',
};

/** The kinds of changes in the order in which they are shown. */
export const kinds = Object.keys(signs) as readonly ChangeKind[];

/** A kind of change as a sign and a word, so that no colour is needed to read it. */
export function ChangeMark({ kind, text }: { readonly kind: ChangeKind; readonly text?: string | null }) {
  const { vocabulary } = useLabels();
  return (
    <span className={`change-mark change-mark-${kind.toLowerCase()}`}>
      <span aria-hidden="true">{signs[kind]} </span>
      {vocabulary.value('ChangeKind', kind)}
      {text && ` (${text})`}
    </span>
  );
}
