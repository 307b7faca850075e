import { useAnswer } from '../../client/use-answer.js';
import {
  CompareIndicatorsDocument,
  CompareMeasuresDocument,
  CompareProjectsDocument,
  CompareRelatedPlansDocument,
  CompareSdgsDocument,
  CompareTextsDocument,
} from '../../graphql/graphql.js';
import { figureIn } from '../../language/figures.js';
import { useLanguage, useVocabulary } from '../../language/language.js';
import { Waiting } from '../../parts/section.js';
import { stages } from '../../site/stages.js';
import { atStages, StagePart } from './stage-part.js';
import { useCompareWords } from './words.js';

interface ItemProps {
  /** Id of the policy item. */
  readonly id: string;
}

/** A policy item at the three stages, part by part. */
export function ItemComparison({ id }: ItemProps) {
  return parts.map(([name, Part]) => (
    <Waiting key={name}>
      <Part id={id} />
    </Waiting>
  ));
}

function Texts({ id }: ItemProps) {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const { answer, request } = useAnswer(CompareTextsDocument, { id });
  const items = atStages(answer, (item) => [
    { ...item, changes: item.changes.filter(({ field }) => !field?.startsWith('vision')) },
  ]);
  const visions = atStages(answer, (item) =>
    item.visions.map((vision) => ({
      ...vision,
      name: `${vocabulary.type('Vision')} ${vision.number}`,
      changes: item.changes.filter(({ field }) => field === `vision ${vision.number}`),
    })),
  );
  return (
    <>
      <StagePart
        title={words.name}
        field={null}
        request={request}
        things={items}
        shownAt={({ name, collaborationStages }, stage) => (
          <>
            <div lang="ja">{name}</div>
            {collaborationStages.includes(stage) && <div className="quiet-text">{words.collaboration}</div>}
          </>
        )}
      />
      <StagePart
        title={vocabulary.field('PolicyItem', 'visions')}
        field="visions"
        request={request}
        things={visions}
        shownAt={({ name }) => <div>{name}</div>}
      />
    </>
  );
}

function Measures({ id }: ItemProps) {
  const vocabulary = useVocabulary();
  const words = useCompareWords();
  const { answer, request } = useAnswer(CompareMeasuresDocument, { id });
  const things = atStages(answer, (item) => item.measures.nodes);
  const silent = stages.filter(
    (stage) => things[stage].length > 0 && things[stage].every(({ departments }) => departments.nodes.length === 0),
  );
  return (
    <StagePart
      title={vocabulary.field('PolicyItem', 'measures')}
      field="measures"
      request={request}
      things={things}
      notes={silent.map((stage) =>
        words.silent(vocabulary.value('PlanStage', stage), vocabulary.field('Measure', 'departments')),
      )}
      shownAt={({ code, name, departments }, stage, { at }) => {
        const before = at[stages[stages.indexOf(stage) - 1] ?? stage]?.departments.nodes ?? [];
        const isNew = (department: string) => before.length > 0 && !before.some((each) => each.id === department);
        return (
          <>
            <div lang="ja">
              <span className="thing-code">{code}</span> {name}
            </div>
            {departments.nodes.length > 0 && (
              <ul className="compare-departments">
                {departments.nodes.map((department) => (
                  <li key={department.id} lang="ja">
                    {isNew(department.id) && <b>＋ {words.added} </b>}
                    {department.name}
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    />
  );
}

function Indicators({ id }: ItemProps) {
  const vocabulary = useVocabulary();
  const language = useLanguage();
  const { answer, request } = useAnswer(CompareIndicatorsDocument, { id });
  return (
    <StagePart
      title={vocabulary.field('PolicyItem', 'indicators')}
      field="indicators"
      request={request}
      things={atStages(answer, (item) => item.indicators.nodes)}
      shownAt={({ name, roles, baseline, target }) => (
        <>
          <div lang="ja">{name}</div>
          {(baseline?.text || target?.text) && (
            <div>
              {figureIn(baseline, language) ?? '—'} → {figureIn(target, language) ?? '—'}
            </div>
          )}
          <div className="quiet-text">{roles.map((role) => vocabulary.value('IndicatorRole', role)).join(' / ')}</div>
        </>
      )}
    />
  );
}

function Sdgs({ id }: ItemProps) {
  const vocabulary = useVocabulary();
  const { answer, request } = useAnswer(CompareSdgsDocument, { id });
  return (
    <StagePart
      title={vocabulary.field('PolicyItem', 'sdgs')}
      field="sdgs"
      request={request}
      things={atStages(answer, (item) =>
        item.sdgs.edges.map(({ effective, node }) => ({
          ...node,
          code: String(node.number),
          effective,
          changes: [],
        })),
      )}
      shownAt={({ number }) => <div>SDG {number}</div>}
    />
  );
}

function Projects({ id }: ItemProps) {
  const vocabulary = useVocabulary();
  const { answer, request } = useAnswer(CompareProjectsDocument, { id });
  return (
    <StagePart
      title={vocabulary.field('PolicyItem', 'projects')}
      field="projects"
      request={request}
      things={atStages(answer, (item) => item.projects.nodes)}
      shownAt={({ number, name }) => (
        <div lang="ja">
          <span className="thing-code">{number}</span> {name}
        </div>
      )}
    />
  );
}

function RelatedPlans({ id }: ItemProps) {
  const vocabulary = useVocabulary();
  const { answer, request } = useAnswer(CompareRelatedPlansDocument, { id });
  return (
    <StagePart
      title={vocabulary.field('PolicyItem', 'relatedPlans')}
      field="relatedPlans"
      request={request}
      things={atStages(answer, (item) => item.relatedPlans.nodes)}
      shownAt={({ name, period }) => (
        <>
          <div lang="ja">{name}</div>
          {period?.text && <div className="quiet-text">{period.text}</div>}
        </>
      )}
    />
  );
}

const parts = [
  ['texts', Texts],
  ['measures', Measures],
  ['indicators', Indicators],
  ['sdgs', Sdgs],
  ['projects', Projects],
  ['relatedPlans', RelatedPlans],
] as const;
