import { Link, useLocation } from 'react-router';
import type { PlanStage, Presence } from '../../../graphql/graphql.js';
import { useThingLabels } from '../words.js';
import './stage-notice.css';

interface Staged {
  readonly stages: readonly PlanStage[];
  readonly effective: boolean;
}

/** Whether the stage that was chosen has the thing; null stands for what is in force. */
const isThere = ({ stages, effective }: Staged, chosen: PlanStage | null) =>
  chosen ? stages.includes(chosen) : effective;

/** The stage that a page shows: the one that was chosen or, where it has not the thing, the last one that has it. */
export const stageShown = (thing: Staged, chosen: PlanStage | null): PlanStage | null =>
  isThere(thing, chosen) ? chosen : (thing.stages.at(-1) ?? null);

/** Says where the chosen stage has not the thing, and which stages have it. */
export function StageNotice({
  thing,
  chosen,
  presence,
}: {
  readonly thing: Staged;
  readonly chosen: PlanStage | null;
  readonly presence: Presence | null;
}) {
  const { words, vocabulary } = useThingLabels();
  const { pathname, search } = useLocation();
  if (isThere(thing, chosen)) return null;
  const named = (stage: PlanStage) => vocabulary.value('PlanStage', stage);
  const at = (stage: PlanStage) => {
    const parameters = new URLSearchParams(search);
    parameters.set('stage', stage);
    return { pathname, search: String(parameters) };
  };
  const last = thing.stages.at(-1);
  const absence = presence === 'NOT_READ' ? words.notReadAt : words.notAt;
  return (
    <p className="thing-notice" role="note">
      <b>{chosen ? absence(named(chosen)) : words.notInForceText}</b>{' '}
      {last ? (
        <>
          {words.hasIt}
          {thing.stages.map((stage, index) => (
            <span key={stage}>
              {index > 0 && words.comma}
              <Link to={at(stage)}>{named(stage)}</Link>
            </span>
          ))}
          {words.sentenceEnd} {words.shownAs(named(last))}
        </>
      ) : (
        words.noStage
      )}
    </p>
  );
}
