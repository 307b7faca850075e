import type { PlanStage } from '../graphql/graphql.js';
import { useNameOf, useVocabulary, useWords } from '../language/language.js';
import { stages } from './stages.js';
import { useView } from './view.js';

/** Chooses the stage of the plan and, where several are loaded, the municipality. */
export function ViewSwitch() {
  const words = useWords();
  const vocabulary = useVocabulary();
  const nameOf = useNameOf();
  const { municipality, municipalities, stage, change } = useView();
  return (
    <div className="site-appearance">
      {municipalities.length > 1 ? (
        <select
          aria-label={words.municipality}
          value={municipality.id}
          onChange={(event) => change({ municipality: event.target.value })}
        >
          {municipalities.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      ) : (
        <span className="site-municipality">{nameOf(municipality)}</span>
      )}
      <select
        aria-label={words.stage.label}
        value={stage ?? ''}
        onChange={(event) => change({ stage: (event.target.value || null) as PlanStage | null })}
      >
        <option value="">{words.stage.inForce}</option>
        {stages.map((each) => (
          <option key={each} value={each}>
            {vocabulary.value('PlanStage', each)}
          </option>
        ))}
      </select>
    </div>
  );
}
