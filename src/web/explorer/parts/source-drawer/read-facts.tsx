import { Link } from 'react-router';
import type { PlanStage, ReadFactFragment } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useView } from '../../site/view.js';
import { thingAddress } from '../thing-link.js';

/** What was read from lines: each fact once, with the stages that the lines speak for. */
export function ReadFacts({ facts }: { readonly facts: readonly ReadFactFragment[] }) {
  const { vocabulary, pick, language } = useLabels();
  const { link } = useView();
  const once = new Map<string, { readonly fact: ReadFactFragment; readonly stages: readonly PlanStage[] }>();
  for (const fact of facts) {
    const key = `${fact.subject.id} ${fact.sentence}`;
    const stages = [...(once.get(key)?.stages ?? []), ...(fact.stage ? [fact.stage] : [])];
    once.set(key, { fact, stages });
  }
  return (
    <ul className="cell-list plain">
      {[...once].map(([key, { fact, stages }]) => (
        <li key={key}>
          <Link to={link(thingAddress(fact.subject.id))}>{pick(fact.sentence, fact.sentenceEn)}</Link>
          {stages.length > 0 && (
            <span className="quiet-text">
              {' '}
              ({stages.map((stage) => vocabulary.value('PlanStage', stage)).join(language === 'ja' ? '、' : ', ')})
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
