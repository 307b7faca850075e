import type { ReactNode } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import type {
  IndicatorsAtStageFragment,
  MeasuresAtStageFragment,
  PlanStage,
  ProjectsAtStageFragment,
  RelatedPlansAtStageFragment,
  SdgsAtStageFragment,
  TextsAtStageFragment,
} from '../../graphql/graphql.js';
import { figureIn } from '../../language/figures.js';
import { useLanguage, useVocabulary } from '../../language/language.js';
import { Waiting } from '../../parts/section.js';
import { Code, type Named } from '../../parts/thing-link.js';
import { stages } from '../../site/stages.js';
import { pageOperation } from '../types/all.js';
import type { AlignedRow, Compared } from './aligned.js';
import { atStages, type ByStage, StagePart } from './stage-part.js';
import { useCompareWords } from './words.js';

interface ItemProps {
  /** Id of the policy item. */
  readonly id: string;
}

/** A policy item at the three stages, part by part. */
export function ItemComparison({ id }: ItemProps) {
  return Object.entries(parts).map(([name, Part]) => (
    <Waiting key={name}>
      <Part id={id} />
    </Waiting>
  ));
}

/** Reads a part of a policy item at the three stages, by the operation that is generated of its fragment. */
const useStages = <Item extends object>(operation: string, id: string) =>
  useAnswer(pageOperation<ByStage<Item>, ItemProps>(operation), { id });

/** One kind of related nodes, of which `shownAt` is what a stage prints. */
function Related<Item extends object, Thing extends Compared & Named>({
  id,
  operation,
  field,
  thingsOf,
  notesOf = () => [],
  shownAt,
}: ItemProps & {
  readonly operation: string;
  readonly field: string;
  readonly thingsOf: (item: Item) => readonly Thing[];
  readonly notesOf?: (things: Readonly<Record<PlanStage, readonly Thing[]>>) => readonly string[];
  readonly shownAt: (thing: Thing, stage: PlanStage, row: AlignedRow<Thing>) => ReactNode;
}) {
  const vocabulary = useVocabulary();
  const { answer, request } = useStages<Item>(operation, id);
  const things = atStages(answer, thingsOf);
  return (
    <StagePart
      title={vocabulary.field('PolicyItem', field)}
      field={field}
      request={request}
      things={things}
      notes={notesOf(things)}
      shownAt={shownAt}
    />
  );
}

function Texts({ id }: ItemProps) {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const { answer, request } = useStages<TextsAtStageFragment>('CompareTexts', id);
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
  return (
    <Related
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
        return (
          <>
            <div lang="ja">
              <Code>{code}</Code> {name}
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
  return (
    <Related
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
  <Related
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
  <Related
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
  <Related
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

const parts = { Texts, Measures, Indicators, Sdgs, Projects, RelatedPlans };
