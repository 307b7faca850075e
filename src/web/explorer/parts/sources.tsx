import type { PlanStage } from '../graphql/graphql.js';
import { useNameOf, useVocabulary, useWords } from '../language/language.js';

export interface SourceLines {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly stage: PlanStage | null;
  readonly document: { readonly id: string; readonly name: string; readonly nameEn: string | null };
}

/** Where something was read: document, lines and the stages that they speak for; one entry a place. */
export function Sources({ sources }: { readonly sources: readonly SourceLines[] }) {
  const words = useWords().sources;
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  if (sources.length === 0) return <p className="quiet-text">{words.none}</p>;
  const byLines = Map.groupBy(
    sources,
    ({ document, firstLine, lastLine }) => `${document.id}:${firstLine}-${lastLine}`,
  );
  return (
    <ul className="sources">
      {[...byLines].map(([key, [first, ...more]]) => {
        if (!first) return null;
        const stages = [first, ...more].flatMap(({ stage }) => (stage ? [vocabulary.value('PlanStage', stage)] : []));
        return (
          <li key={key}>
            {nameOf(first.document)} {words.lines(first.firstLine, first.lastLine)}
            {stages.length > 0 && ` (${stages.join(', ')})`}
          </li>
        );
      })}
    </ul>
  );
}

/** Sources in the cell of a table: how many, and where when they are opened. */
export function FoldedSources({ sources }: { readonly sources: readonly SourceLines[] }) {
  const words = useWords().sources;
  if (sources.length === 0) return null;
  return (
    <details className="sources-folded">
      <summary>{words.places(sources.length)}</summary>
      <Sources sources={sources} />
    </details>
  );
}
