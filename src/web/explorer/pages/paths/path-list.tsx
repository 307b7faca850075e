import type { PathsQuery } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { Sources } from '../../parts/sources.js';
import { namedNode, ThingLink } from '../../parts/thing-link.js';
import './paths-page.css';
import { usePathWords } from './words.js';

type Path = PathsQuery['paths']['paths'][number];

/** Paths to read: each hop a sentence with its sources. */
export function PathList({ paths }: { readonly paths: readonly Path[] }) {
  const words = usePathWords();
  const { pick } = useLabels();
  const { sources } = useWords();
  return (
    <ol className="path-list plain stack">
      {paths.map((path, index) => {
        const stations = [...path.hops.slice(0, 1).map(({ from }) => from), ...path.hops.map(({ to }) => to)];
        return (
          <li key={path.hops.map(({ to, relationship }) => `${relationship}:${to.id}`).join(' ')} className="stack">
            <h3>
              {words.path(index + 1)} <span className="quiet-text">{words.length(path.length)}</span>
            </h3>
            <p className="path-stations">
              {stations.map((station, at) => (
                <span key={station.id}>
                  {at > 0 && <span aria-hidden="true"> → </span>}
                  <ThingLink thing={namedNode(station)} />
                </span>
              ))}
            </p>
            <ol className="path-hops stack">
              {path.hops.map((hop) => (
                <li key={`${hop.from.id} ${hop.to.id}`}>
                  {pick(hop.sentence, hop.sentenceEn)}
                  <details className="quiet-text">
                    <summary>{sources.label}</summary>
                    <Sources sources={hop.sources} />
                  </details>
                </li>
              ))}
            </ol>
          </li>
        );
      })}
    </ol>
  );
}
