import { useLocation } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Phrases } from '../parts/phrases/phrases.js';
import { Loading } from '../parts/section.js';
import { Code } from '../parts/thing-link.js';

/** What the service wrote into the page that was opened: `src/http/routes/first-paint.ts`. */
const written =
  // There is no page where a test renders to text.
  typeof document === 'undefined'
    ? null
    : {
        path: window.location.pathname,
        language: document.documentElement.lang,
        type: textOf('.thing-type'),
        code: textOf('h1 .thing-code'),
        heading: textOf('h1'),
        other: contentElement('.thing-header h1 + .quiet-text'),
        lead: textOf('.lead'),
      };

/** Stands where a page is loading: of the page that was opened the heading stays, in the language that it came in. */
export function FirstPaint() {
  const { pathname } = useLocation();
  const language = useLanguage();
  if (!written?.heading || written.path !== pathname || written.language !== language) return <Loading />;
  const { type, code, heading, other, lead } = written;
  const leading = lead && (
    <p className="lead">
      <Phrases text={lead} />
    </p>
  );
  return (
    <div className="stack">
      {type ? (
        <header className="thing-header">
          <p className="thing-type row quiet-text">{type}</p>
          <h1>
            {code && <Code>{code}</Code>}
            <Phrases text={heading.slice(code?.length ?? 0)} />
          </h1>
          {other && (
            <p className="quiet-text" lang={other.lang}>
              {other.textContent}
            </p>
          )}
          {leading}
        </header>
      ) : (
        <>
          <h1>
            <Phrases text={heading} />
          </h1>
          {leading}
        </>
      )}
      <Loading />
    </div>
  );
}

function contentElement(selector: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#content ${selector}`);
}

function textOf(selector: string): string | null {
  return contentElement(selector)?.textContent ?? null;
}
