import { Link, useLocation } from 'react-router';
import { useAnswer } from '../../../client/use-answer.js';
import type { PlanStage, Presence } from '../../../graphql/graphql.js';
import { pageOperation } from '../../types/all.js';
import type { PageType } from '../../types/page-type.js';
import { manyAt, type Row } from '../../types/rows.js';
import { useThingLabels } from '../words.js';
import { type StageCoverage, stateWithin } from './stage-coverage.js';
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

/** Says where the chosen stage has not the thing, or was not read, and which stages have it. */
export function StageNotice({ chosen, ...of }: Noticed) {
  const { words } = useThingLabels();
  if (isThere(of.thing, chosen)) return null;
  if (chosen === null) return <Notice thing={of.thing} absence={words.notInForceText} />;
  return <StageWithout {...of} chosen={chosen} />;
}

interface Noticed {
  readonly thing: Staged & { readonly id: string };
  readonly type: PageType;
  /** The thing as it is shown; null where it is not. */
  readonly node: Row | null;
  readonly chosen: PlanStage | null;
  /** What is known of it at the stage that was chosen. */
  readonly presence: Presence | null;
}

/** The answer of an operation that asks how far a stage was read. */
type AtStage = Readonly<Record<string, { readonly coverage: StageCoverage }>>;

/** Looks whether the stage was read for such things, where nothing is known of the thing itself. */
function StageWithout({ thing, type, node, chosen, presence }: Noticed & { readonly chosen: PlanStage }) {
  const { words, vocabulary } = useThingLabels();
  const [municipality = ''] = thing.id.split(':');
  const operation = pageOperation<AtStage, { readonly municipality: string; readonly stage: PlanStage }>(
    type.stageOperation ?? '',
  );
  const { answer } = useAnswer(operation, { municipality, stage: chosen });
  const wholes = new Map(
    [...type.strip, ...type.facts]
      .filter(({ kind }) => kind === 'one')
      .flatMap(({ type: whole, path }) => manyAt(node ?? {}, path).map(({ id }) => [whole, String(id)] as const)),
  );
  const coverage = answer[type.plural]?.coverage;
  const within = coverage ? stateWithin(coverage, wholes) : 'NOT_READ';
  const state =
    presence === 'NOT_LISTED' ? 'COMPLETE' : presence === 'NOT_READ' && within === 'COMPLETE' ? 'NOT_READ' : within;
  const absences = { COMPLETE: words.notAt, PARTIAL: words.notInPartAt, NOT_READ: words.notReadAt };
  return <Notice thing={thing} absence={absences[state](vocabulary.value('PlanStage', chosen))} />;
}

function Notice({ thing, absence }: { readonly thing: Staged; readonly absence: string }) {
  const { words, vocabulary } = useThingLabels();
  const { pathname, search } = useLocation();
  const named = (stage: PlanStage) => vocabulary.value('PlanStage', stage);
  const at = (stage: PlanStage) => {
    const parameters = new URLSearchParams(search);
    parameters.set('stage', stage);
    return { pathname, search: String(parameters) };
  };
  const last = thing.stages.at(-1);
  return (
    <p className="thing-notice" role="note">
      <b>{absence}</b>{' '}
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
