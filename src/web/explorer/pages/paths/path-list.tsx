import type { PathsQuery } from '../../graphql/graphql.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Sources } from '../../parts/sources.js';
import { namedNode, ThingLink } from '../../parts/thing-link.js';
import './path-list.css';
import { usePathWords } from './words.js';

type Path = PathsQuery['paths']['paths'][number];

/** Paths to read: each hop a sentence with its sources. */
export function PathList({ paths }: { readonly paths: readonly Path[] }) {
  const words = usePathWords();
  const language = useLanguage();
  const { sources } = useWords();
  return (
    <ol className="path-list">
      {paths.map((path, index) => {
        const [first] = path.hops;
        if (!first) return null;
        const stations = [first.from, ...path.hops.map(({ to }) => to)];
        return (
          <li key={path.hops.map(({ to, relationship }) => `${relationship}:${to.id}`).join(' ')}>
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
            <ol className="path-hops">
              {path.hops.map((hop) => (
                <li key={`${hop.from.id} ${hop.to.id}`}>
                  {language === 'ja' ? hop.sentence : hop.sentenceEn}
                  <details>
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
