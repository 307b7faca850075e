import { Link } from 'react-router';
import type { SourceLinesFragment } from '../graphql/graphql.js';
import { useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import { useView } from '../site/view.js';
import { thingAddress } from './thing-link.js';

/** Where something was read: document, lines and the stages that they speak for; one entry per range of lines. */
export function Sources({ sources }: { readonly sources: readonly SourceLinesFragment[] }) {
  const words = useWords().sources;
  const { vocabulary, nameOf } = useLabels();
  const { link } = useView();
  /** The lines on the page of their document. */
  const addressOf = (source: SourceLinesFragment | undefined) =>
    source ? link(thingAddress(source.document.id), { line: String(source.firstLine) }) : '';
  if (sources.length === 0) return <p className="quiet-text">{words.none}</p>;
  const byLines = Map.groupBy(
    sources,
    ({ document, firstLine, lastLine }) => `${nameOf(document)} ${words.lines(firstLine, lastLine)}`,
  );
  return (
    <ul className="plain quiet-text">
      {[...byLines].map(([lines, entries]) => {
        const stages = entries.flatMap(({ stage }) => (stage ? [vocabulary.value('PlanStage', stage)] : []));
        return (
          <li key={lines}>
            <Link to={addressOf(entries[0])}>{lines}</Link>
            {stages.length > 0 && ` (${stages.join(', ')})`}
          </li>
        );
      })}
    </ul>
  );
}

/** Sources in the cell of a table: how many, and where when they are opened. */
export function FoldedSources({ sources }: { readonly sources: readonly SourceLinesFragment[] }) {
  const words = useWords().sources;
  if (sources.length === 0) return null;
  return (
    <details className="sources-folded quiet-text">
      <summary>{words.places(sources.length)}</summary>
      <Sources sources={sources} />
    </details>
  );
}
