import { useEffect } from 'react';
import { type Language, useLanguage } from '../../explorer/language/language.js';
import { translated } from './graphiql-words.js';

/** What was said in a place before this page said it otherwise, and how. */
interface Said {
  readonly original: string;
  readonly shown: string;
}

const said = new WeakMap<object, Said>();

function say(place: object, text: string, language: Language, write: (shown: string) => void): void {
  const before = said.get(place);
  const original = before?.shown === text ? before.original : text;
  const shown = translated(original, language);
  said.set(place, { original, shown });
  if (shown !== text) write(shown);
}

/** Where GraphiQL's own words stand, the names of controls apart. */
const texts = [
  '.graphiql-tooltip',
  '.graphiql-dialog',
  '.graphiql-editor-tools button',
  '.graphiql-history-header',
  '.graphiql-doc-explorer-title',
  '.graphiql-doc-explorer-section-title',
].join();

/** Says everything of GraphiQL's in the language of the page, whenever it changes; shows nothing itself. */
export function Translated() {
  const language = useLanguage();
  useEffect(() => {
    let frame = 0;
    const sayAll = () => {
      for (const named of document.querySelectorAll('.graphiql-container [aria-label], .graphiql-dialog [aria-label]'))
        say(named, named.getAttribute('aria-label') ?? '', language, (shown) =>
          named.setAttribute('aria-label', shown),
        );
      for (const part of document.querySelectorAll(texts)) {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node as Text;
          say(text, text.data, language, (shown) => {
            text.data = shown;
          });
        }
      }
    };
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(sayAll);
    });
    sayAll();
    // Tooltips and dialogs stand at the end of the body.
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['aria-label'] });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [language]);
  return null;
}
