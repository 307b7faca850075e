import { bilingual } from '../../language/language.js';
import './changed-text.css';
import { type WordChange, wordChanges } from './word-changes.js';

const useChangedWords = bilingual({
  removed: ['（削除：', '(removed: '],
  added: ['（追加：', '(added: '],
  end: ['）', ')'],
});

/**
 * A text with what it lost and got since another one: what is struck through went, what is underlined came. `only` leaves one
 * of them out, where both texts stand beside each other.
 */
export function ChangedText({
  before,
  after,
  only,
}: {
  readonly before: string;
  readonly after: string;
  readonly only?: 'REMOVED' | 'ADDED';
}) {
  const shown = wordChanges(before, after).filter(({ kind }) => kind === 'SAME' || !only || kind === only);
  return (
    <span className="changed-text">
      {shown.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other identity
        <Part key={index} {...change} />
      ))}
    </span>
  );
}

/** Said as well as drawn: not all screen readers tell of marked words. */
function Part({ kind, text }: WordChange) {
  const words = useChangedWords();
  if (kind === 'SAME') return text;
  const Mark = kind === 'REMOVED' ? 'del' : 'ins';
  return (
    <Mark>
      <span className="visually-hidden">{kind === 'REMOVED' ? words.removed : words.added}</span>
      {text}
      <span className="visually-hidden">{words.end}</span>
    </Mark>
  );
}
