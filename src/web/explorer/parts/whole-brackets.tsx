import { bracketParts } from './text-parts.js';

/** A name within which no line ends in short brackets: （変更あり）, (年間). */
export function WholeBrackets({ text }: { readonly text: string }) {
  const parts = bracketParts(text);
  if (parts.length === 1) return text;
  return parts.map(({ at, text: part, is }) =>
    is === null ? (
      part
    ) : (
      <span key={at} className="no-break">
        {part}
      </span>
    ),
  );
}
