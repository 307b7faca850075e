import { Fragment, useMemo } from 'react';
import './phrases.css';
import { usePhraseCutter } from './phrase-cutter.js';

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * A short text such as a heading, of which lines end between phrases of Japanese also where browsers have no
 * `word-break: auto-phrase`. The ends are `<wbr>`: unlike spaces without a width they are not in what people copy.
 */
export function Phrases({ text }: { readonly text: string }) {
  const cut = usePhraseCutter();
  const phrases = useMemo(() => (cut && japanese.test(text) ? cut(text) : null), [cut, text]);
  if (!phrases) return text;
  let at = 0;
  return (
    <span className="phrases">
      {phrases.map((phrase) => {
        const start = at;
        at += phrase.length;
        return (
          <Fragment key={start}>
            {start > 0 && <wbr />}
            {phrase}
          </Fragment>
        );
      })}
    </span>
  );
}
