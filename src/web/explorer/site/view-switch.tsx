import { useLocation, useNavigate } from 'react-router';
import { useLabels } from '../language/language.js';
import { useWords } from '../language/words.js';
import { stages } from './stages.js';
import { useAddress } from './use-address.js';
import { useFrame } from './view.js';

/** Chooses the stage of the plan and, where several are loaded, the municipality. */
export function ViewSwitch() {
  const words = useWords();
  const { vocabulary, nameOf } = useLabels();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { municipality, municipalities, stage } = useFrame();
  const { chosen, change } = useAddress();
  // Things and the filters of lists belong to one municipality: of the address only the stage goes along.
  const pathTo = (id: string) => {
    if (pathname.startsWith('/cities/')) return `/cities/${municipalities.find((each) => each.id === id)?.key ?? ''}`;
    return pathname.startsWith('/things/') ? '/' : pathname;
  };
  const moveTo = (id: string) =>
    navigate({
      pathname: pathTo(id),
      search: String(new URLSearchParams({ municipality: id, ...(stage && { stage }) })),
    });
  return (
    <div className="site-choices">
      {municipality && municipalities.length > 1 ? (
        <select
          aria-label={words.municipality}
          value={municipality.id}
          onChange={(event) => moveTo(event.target.value)}
        >
          {municipalities.map((each) => (
            <option key={each.id} value={each.id}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      ) : (
        <span className="site-city">{municipality && nameOf(municipality)}</span>
      )}
      <select
        aria-label={words.stage.label}
        value={stages.find((each) => each === chosen.get('stage')) ?? ''}
        onChange={(event) => change({ stage: event.target.value })}
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
