import { Link, type To } from 'react-router';
import './examples.css';
import { Phrases } from './phrases/phrases.js';

/** Something to look at: what it tells, and the things that it is about. */
export interface Example {
  readonly about: string;
  readonly things: string;
  readonly to: To;
}

/** Where to begin on a page that shows nothing before something is chosen; nothing where the data has no example. */
export function Examples({ title, examples }: { readonly title: string; readonly examples: readonly Example[] }) {
  if (examples.length === 0) return null;
  return (
    <nav className="stack screen-only" aria-label={title}>
      <h2>{title}</h2>
      <ul className="examples plain">
        {examples.map(({ about, things, to }) => (
          <li key={about} className="box">
            <p className="quiet-text">
              <Phrases text={about} />
            </p>
            <Link to={to}>{things}</Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
