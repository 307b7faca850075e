import { useLanguage } from '../language/language.js';
import { noteParts } from './text-parts.js';

/** A sentence that names things: no line ends within a code (5-2-3), and names within English are told to be Japanese. */
export function NoteText({ text }: { readonly text: string }) {
  const language = useLanguage();
  return noteParts(text, language).map(({ at, text: part, is }) =>
    is === null ? (
      part
    ) : is === 'code' ? (
      <span key={at} className="no-break">
        {part}
      </span>
    ) : (
      <span key={at} lang="ja">
        {part}
      </span>
    ),
  );
}
