import type {
  IndicatorsAtStageFragment,
  MeasuresAtStageFragment,
  ProjectsAtStageFragment,
  RelatedPlansAtStageFragment,
  SdgsAtStageFragment,
  TextsAtStageFragment,
} from '../../graphql/graphql.js';
import { figureIn } from '../../language/figures.js';
import { useLabels } from '../../language/language.js';
import { Waiting } from '../../parts/section.js';
import { Code } from '../../parts/thing-link.js';
import { stages } from '../../site/stages.js';
import { StagePart } from './stage-part.js';
import { Wording } from './wording.js';
import { useCompareWords } from './words.js';

interface ItemProps {
  /** Id of the policy item. */
  readonly id: string;
}

/** A policy item at the three stages, part by part. */
export const ItemComparison = ({ id }: ItemProps) => (
  <Waiting>
    <Texts id={id} />
    <Wording id={id} />
    <Measures id={id} />
    <Indicators id={id} />
    <Sdgs id={id} />
    <Projects id={id} />
    <RelatedPlans id={id} />
  </Waiting>
);

function Texts({ id }: ItemProps) {
  const words = useCompareWords();
  const { vocabulary } = useLabels();
  return (
    <>
      <StagePart
        id={id}
        operation="CompareTexts"
        field={null}
        title={words.name}
        thingsOf={(item: TextsAtStageFragment) => [
          { ...item, changes: item.changes.filter(({ field }) => !field?.startsWith('vision')) },
        ]}
        shownAt={({ name, collaborationStages }, stage) => (
          <>
            <div lang="ja">{name}</div>
            {collaborationStages.includes(stage) && <div className="quiet-text">{words.collaboration}</div>}
          </>
        )}
      />
      <StagePart
        id={id}
        operation="CompareTexts"
        field="visions"
        thingsOf={({ visions, changes }: TextsAtStageFragment) =>
          visions.map((vision) => ({
            ...vision,
            name: `${vocabulary.type('Vision')} ${vision.number}`,
            changes: changes.filter(({ field }) => field === `vision ${vision.number}`),
          }))
        }
        shownAt={({ name }) => <div>{name}</div>}
      />
    </>
  );
}

function Measures({ id }: ItemProps) {
  const { vocabulary } = useLabels();
  const words = useCompareWords();
  return (
    <StagePart
      id={id}
      operation="CompareMeasures"
      field="measures"
      thingsOf={({ measures }: MeasuresAtStageFragment) => measures.nodes}
      notesOf={(things) =>
        stages
          .filter(
            (stage) =>
              things[stage].length > 0 && things[stage].every(({ departments }) => departments.nodes.length === 0),
          )
          .map((stage) =>
            words.silent(vocabulary.value('PlanStage', stage), vocabulary.field('Measure', 'departments')),
          )
      }
      shownAt={({ code, name, departments }, stage, { at }) => {
        const before = at[stages[stages.indexOf(stage) - 1] ?? stage]?.departments.nodes ?? [];
        const isNew = (department: string) => before.length > 0 && !before.some((each) => each.id === department);
        // What a stage does not speak of is not removed.
        const removed =
          departments.nodes.length > 0
            ? before.filter(({ id }) => !departments.nodes.some((each) => each.id === id))
            : [];
        return (
          <>
            <div lang="ja">
              <Code>{code}</Code> {name}
            </div>
            {departments.nodes.length > 0 && (
              <ul className="plain small">
                {departments.nodes.map((department) => (
                  <li key={department.id} lang="ja">
                    {isNew(department.id) && <b>＋ {words.added} </b>}
                    {department.name}
                  </li>
                ))}
                {removed.map((department) => (
                  <li key={department.id} lang="ja">
                    <b>－ {words.removed} </b>
                    <del>{department.name}</del>
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
  const { language, vocabulary } = useLabels();
  return (
    <StagePart
      id={id}
      operation="CompareIndicators"
      field="indicators"
      thingsOf={({ indicators }: IndicatorsAtStageFragment) => indicators.nodes}
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

const Sdgs = ({ id }: ItemProps) => (
  <StagePart
    id={id}
    operation="CompareSdgs"
    field="sdgs"
    thingsOf={({ sdgs }: SdgsAtStageFragment) =>
      sdgs.edges.map(({ effective, node }) => ({ ...node, code: String(node.number), effective, changes: [] }))
    }
    shownAt={({ number }) => <div>SDG {number}</div>}
  />
);

const Projects = ({ id }: ItemProps) => (
  <StagePart
    id={id}
    operation="CompareProjects"
    field="projects"
    thingsOf={({ projects }: ProjectsAtStageFragment) => projects.nodes}
    shownAt={({ number, name }) => (
      <div lang="ja">
        <Code>{number}</Code> {name}
      </div>
    )}
  />
);

const RelatedPlans = ({ id }: ItemProps) => (
  <StagePart
    id={id}
    operation="CompareRelatedPlans"
    field="relatedPlans"
    thingsOf={({ relatedPlans }: RelatedPlansAtStageFragment) => relatedPlans.nodes}
    shownAt={({ name, period }) => (
      <>
        <div lang="ja">{name}</div>
        {period?.text && <div className="quiet-text">{period.text}</div>}
      </>
    )}
  />
);
