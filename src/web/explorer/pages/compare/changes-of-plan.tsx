import { Link } from 'react-router';
import { SaveAs } from '../../client/save-as.js';
import { useAnswer } from '../../client/use-answer.js';
import { ChangeCountsDocument, type ChangeKind } from '../../graphql/graphql.js';
import { useVocabulary } from '../../language/language.js';
import { Section, Waiting } from '../../parts/section.js';
import { changed, useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';
import { ChangeList } from './change-list.js';
import { type ChangedType, changedTypes, kinds, steps } from './changed-types.js';
import { ChangeMark } from './stage-table.js';
import { useCompareWords } from './words.js';

/** How many changes of each kind there are for things of each type; the numbers open into the list below. */
export function ChangesOfPlan() {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const { municipality } = useView();
  const { parameters, chosen, change } = useAddress();
  const { answer, request } = useAnswer(ChangeCountsDocument, { municipality: municipality.id });
  const { nodes, totalCount } = answer.changes;
  const step = steps.find(({ from }) => from === parameters.get('from'));
  const type = changedTypes.find((each) => each === parameters.get('type'));
  const kind = kinds.find((each) => each === parameters.get('kind'));
  const counted = nodes.filter(({ fromStage }) => !step || fromStage === step.from);
  const count = (ofType?: ChangedType, ofKind?: ChangeKind) =>
    counted.filter((each) => (!ofType || each.subject.__typename === ofType) && (!ofKind || each.kind === ofKind))
      .length;
  const shownKinds = kinds.filter((each) => nodes.some((change) => change.kind === each));
  const shownTypes = changedTypes.filter((each) => nodes.some(({ subject }) => subject.__typename === each));
  /** The address with other choices. */
  const choosing = (choices: Parameters<typeof changed>[1]) => String(changed(parameters, choices));
  const cell = (ofType?: ChangedType, ofKind?: ChangeKind) => {
    const number = count(ofType, ofKind);
    if (number === 0) return <span className="quiet-text">0</span>;
    // All of them are no list: it begins with a type, a kind or a step.
    if (!ofType && !ofKind && !step) return number;
    return (
      <Link
        to={{ search: choosing({ type: ofType ?? null, kind: ofKind ?? null }), hash: 'changes' }}
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
      <Section title={words.counts} request={request} takeAway={<SaveAs request={request} connection="changes" />}>
        <label className="compare-choice">
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
        <div className="compare-counts">
          <table aria-label={words.counts}>
            <thead>
              <tr>
                <th scope="col">{words.type}</th>
                {shownKinds.map((each) => (
                  <th key={each} scope="col">
                    <ChangeMark kind={each} />
                  </th>
                ))}
                <th scope="col">{words.total}</th>
              </tr>
            </thead>
            <tbody>
              {shownTypes.map((each) => (
                <tr key={each}>
                  <th scope="row">{vocabulary.type(each)}</th>
                  {shownKinds.map((of) => (
                    <td key={of}>{cell(each, of)}</td>
                  ))}
                  <td>{cell(each)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{words.total}</th>
                {shownKinds.map((of) => (
                  <td key={of}>{cell(undefined, of)}</td>
                ))}
                <td>{cell()}</td>
              </tr>
            </tbody>
          </table>
        </div>
      </Section>
      <div id="changes">
        {(type || kind || step) && (
          <Waiting>
            <ChangeList
              type={type ?? null}
              kind={kind ?? null}
              step={step ?? null}
              clear={{ search: choosing({ type: null, kind: null, from: null }) }}
            />
          </Waiting>
        )}
      </div>
    </>
  );
}
