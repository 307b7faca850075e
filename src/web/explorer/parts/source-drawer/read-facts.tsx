import { Link } from 'react-router';
import type { PlanStage, ReadFactFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { useView } from '../../site/view.js';
import { thingAddress } from '../thing-link.js';

/** What was read from lines: each fact once, with the cells of a sheet and the stages that the lines speak for. */
export function ReadFacts({ facts }: { readonly facts: readonly ReadFactFragment[] }) {
  const { vocabulary, pick, language } = useLabels();
  const { sources: words } = useWords();
  const { link } = useView();
  const once = new Map<string, { readonly fact: ReadFactFragment; readonly stages: readonly PlanStage[] }>();
  for (const fact of facts) {
    const key = [fact.subject.id, fact.cells ?? '', fact.sentence].join(' ');
    const stages = [...(once.get(key)?.stages ?? []), ...(fact.stage ? [fact.stage] : [])];
    once.set(key, { fact, stages });
  }
  if (once.size === 0) return null;
  const told = (cells: string | null, stages: readonly PlanStage[]) => [
    ...(cells === null ? [] : [words.cells(cells)]),
    ...stages.map((stage) => vocabulary.value('PlanStage', stage)),
  ];
  return (
    <ul className="cell-list plain">
      {[...once].map(([key, { fact, stages }]) => (
        <li key={key}>
          <Link to={link(thingAddress(fact.subject.id))}>{pick(fact.sentence, fact.sentenceEn)}</Link>
          {told(fact.cells, stages).length > 0 && (
            <span className="quiet-text"> ({told(fact.cells, stages).join(language === 'ja' ? '、' : ', ')})</span>
          )}
        </li>
      ))}
    </ul>
  );
}
