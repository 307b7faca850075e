import { useLocation } from 'react-router';
import { useLanguage } from '../language/language.js';
import { Loading } from '../parts/section.js';

/** What the service wrote into the page that was opened: `src/http/routes/first-paint.ts`. */
const written =
  // There is no page where a test renders to text.
  typeof document === 'undefined'
    ? null
    : {
        path: window.location.pathname,
        language: document.documentElement.lang,
        heading: textOf('#content h1'),
        lead: textOf('#content .lead'),
      };

/** Stands where a page is loading: of the page that was opened the heading stays, in the language that it came in. */
export function FirstPaint() {
  const { pathname } = useLocation();
  const language = useLanguage();
  if (!written?.heading || written.path !== pathname || written.language !== language) return <Loading />;
  return (
    <div className="stack">
      <h1>{written.heading}</h1>
      {written.lead && <p className="lead">{written.lead}</p>}
      <Loading />
    </div>
  );
}

function textOf(selector: string): string | null {
  return document.querySelector(selector)?.textContent ?? null;
}
