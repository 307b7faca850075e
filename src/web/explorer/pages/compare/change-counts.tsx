import { Link } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { ChangeCountsDocument, type ChangeKind } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { ScrollArea } from '../../parts/scroll-area.js';
import { Section, Waiting } from '../../parts/section.js';
import { changed, useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { steps } from './change-flow.js';
import { ChangeList } from './change-list.js';
import { ChangeMark, kinds } from './change-mark.js';
import { changedTypes } from './changed-types.js';
import { useCompareWords } from './words.js';

/**
 * How many changes of each kind there are for things of each type; the numbers open into the list below. What is stated to
 * be unchanged stands behind the total, which leaves it out.
 */
export function ChangeCounts() {
  const words = useCompareWords();
  const { vocabulary } = useLabels();
  const { municipality } = useView();
  const { parameters, chosen, change } = useAddress();
  const { answer, request } = useAnswer(ChangeCountsDocument, { municipality: municipality.id });
  const { nodes, totalCount } = answer.changes;
  const step = steps.find(({ from }) => from === parameters.get('from')) ?? null;
  const type = changedTypes.find((each) => each === parameters.get('type')) ?? null;
  const kind = kinds.find((each) => each === parameters.get('kind')) ?? null;
  const stated = [...nodes, ...answer.unchanged.nodes];
  const counted = stated.filter(({ fromStage }) => !step || fromStage === step.from);
  const statedKinds = kinds.filter((each) => stated.some((change) => change.kind === each));
  const shownKinds = [
    ...statedKinds.filter((each) => each !== 'UNCHANGED'),
    null,
    ...statedKinds.filter((each) => each === 'UNCHANGED'),
  ];
  const shownTypes = changedTypes.filter((each) => stated.some(({ subject }) => subject.__typename === each));
  /** The address with other choices. */
  const choosing = (choices: Parameters<typeof changed>[1]) => String(changed(parameters, choices));
  /** The number of changes of a type and a kind, each null for all that changed. */
  const numberOf = (ofType: string | null, ofKind: ChangeKind | null) => {
    const number = counted.filter(
      (each) =>
        (!ofType || each.subject.__typename === ofType) && (ofKind ? each.kind === ofKind : each.kind !== 'UNCHANGED'),
    ).length;
    if (number === 0) return <span className="quiet-text">0</span>;
    // All of them are no list: it begins with a type, a kind or a step.
    if (!ofType && !ofKind && !step) return number;
    return (
      <Link
        to={{ search: choosing({ type: ofType, kind: ofKind }), hash: 'changes' }}
        aria-current={ofType === type && ofKind === kind ? 'true' : undefined}
        aria-label={words.countOf(
          ofType ? vocabulary.type(ofType) : words.all,
          ofKind ? vocabulary.value('ChangeKind', ofKind) : words.all,
          number,
        )}
      >
        {number}
      </Link>
    );
  };
  return (
    <>
      <Section title={words.counts} request={request} save={{ connection: 'changes' }}>
        <label className="compare-choice row">
          {words.step}
          <select value={chosen.get('from') ?? ''} onChange={(event) => change({ from: event.target.value })}>
            <option value="">{words.bothSteps}</option>
            {steps.map(({ from, to }) => (
              <option key={from} value={from}>
                {vocabulary.value('PlanStage', from)} → {vocabulary.value('PlanStage', to)}
              </option>
            ))}
          </select>
        </label>
        {nodes.length < totalCount && <p className="quiet-text">{words.cut(nodes.length, totalCount)}</p>}
        <ScrollArea label={words.counts} className="compare-counts">
          <table aria-label={words.counts}>
            <thead>
              <tr>
                <th scope="col">{words.type}</th>
                {shownKinds.map((each) => (
                  <th key={each} scope="col">
                    {each ? <ChangeMark kind={each} /> : words.total}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...shownTypes, null].map((ofType) => (
                <tr key={ofType}>
                  <th scope="row">{ofType ? vocabulary.type(ofType) : words.total}</th>
                  {shownKinds.map((ofKind) => (
                    <td key={ofKind}>{numberOf(ofType, ofKind)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </Section>
      <div id="changes">
        {(type || kind || step) && (
          <Waiting>
            <ChangeList
              type={type}
              kind={kind}
              step={step}
              clear={{ search: choosing({ type: null, kind: null, from: null }) }}
            />
          </Waiting>
        )}
      </div>
    </>
  );
}
