import type { ReactNode } from 'react';
import type { Asked } from '../../asking/ask.js';
import { TakeAway } from '../../asking/take-away.js';
import { useAnswer } from '../../asking/use-answer.js';
import {
  CompareIndicatorsDocument,
  CompareMeasuresDocument,
  CompareProjectsDocument,
  CompareRelatedPlansDocument,
  CompareSdgsDocument,
  CompareTextsDocument,
  type PlanStage,
} from '../../graphql/graphql.js';
import { useVocabulary } from '../../language/language.js';
import { Section, Waiting } from '../../parts/section.js';
import type { Named } from '../../parts/thing-link.js';
import { stages } from '../../site/stages.js';
import { type AlignedRow, aligned, type Compared } from './aligned.js';
import { StageTable } from './stage-table.js';
import { useCompareWords } from './words.js';

interface ItemProps {
  /** Id of the policy item. */
  readonly id: string;
}

/** A policy item at the three stages, part by part. */
export function ItemComparison({ id }: ItemProps) {
  return [Texts, Measures, Indicators, Sdgs, Projects, RelatedPlans].map((Part) => (
    <Waiting key={Part.name}>
      <Part id={id} />
    </Waiting>
  ));
}

/** The answer to an operation that asks for the three stages under their names. */
interface ByStage<Item> {
  readonly current: Item | null;
  readonly draft: Item | null;
  readonly adopted: Item | null;
}
/** The answer for what is a policy item: generated types have an empty object for all else that has an id. */
type Answered<Item> = Item extends Readonly<Record<PropertyKey, never>> ? never : Item;

const alias: Readonly<Record<PlanStage, keyof ByStage<unknown>>> = {
  CURRENT: 'current',
  DRAFT: 'draft',
  ADOPTED: 'adopted',
};

/** The things of each stage; none where the stage has not the item. */
function atStages<Item extends object, Thing>(
  answer: ByStage<Item>,
  thingsOf: (item: Answered<Item>) => readonly Thing[],
): Readonly<Record<PlanStage, readonly Thing[]>> {
  const at = (stage: PlanStage) => {
    const item = answer[alias[stage]];
    return item && Object.keys(item).length > 0 ? thingsOf(item as Answered<Item>) : [];
  };
  return { CURRENT: at('CURRENT'), DRAFT: at('DRAFT'), ADOPTED: at('ADOPTED') };
}

function Part<Thing extends Compared & Named>({
  title,
  field,
  asked,
  things,
  notes = [],
  shownAt,
}: {
  readonly title: string;
  /** Where the list stands at each stage; null where there is none to take away. */
  readonly field: string | null;
  readonly asked: Asked;
  readonly things: Readonly<Record<PlanStage, readonly Thing[]>>;
  /** What else the documents of a stage do not print, in sentences. */
  readonly notes?: readonly string[];
  readonly shownAt: (thing: Thing, stage: PlanStage, row: AlignedRow<Thing>) => ReactNode;
}) {
  const vocabulary = useVocabulary();
  const words = useCompareWords();
  return (
    <Section
      title={title}
      asked={asked}
      takeAway={
        field &&
        stages
          .filter((stage) => things[stage].length > 0)
          .map((stage) => (
            <span key={stage} className="compare-take-away">
              {words.takeAwayOf(vocabulary.value('PlanStage', stage))}
              <TakeAway asked={asked} connection={`${alias[stage]}.${field}`} ids={things[stage].map(({ id }) => id)} />
            </span>
          ))
      }
    >
      {notes.map((note) => (
        <p key={note} className="stage-table-note">
          {note}
        </p>
      ))}
      <StageTable title={title} rows={aligned(things)} shownAt={shownAt} />
    </Section>
  );
}

function Texts({ id }: ItemProps) {
  const words = useCompareWords();
  const vocabulary = useVocabulary();
  const { answer, asked } = useAnswer(CompareTextsDocument, { id });
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
      <Part
        title={words.name}
        field={null}
        asked={asked}
        things={items}
        shownAt={({ name, collaborationStages }, stage) => (
          <>
            <div lang="ja">{name}</div>
            {collaborationStages.includes(stage) && (
              <div className="quiet-text">
                {words.collaboration}: {words.yes}
              </div>
            )}
          </>
        )}
      />
      <Part
        title={vocabulary.field('PolicyItem', 'visions')}
        field="visions"
        asked={asked}
        things={visions}
        shownAt={({ name }) => <div>{name}</div>}
      />
    </>
  );
}

function Measures({ id }: ItemProps) {
  const vocabulary = useVocabulary();
  const words = useCompareWords();
  const { answer, asked } = useAnswer(CompareMeasuresDocument, { id });
  const things = atStages(answer, (item) => item.measures.nodes);
  const silent = stages.filter(
    (stage) => things[stage].length > 0 && things[stage].every(({ departments }) => departments.nodes.length === 0),
  );
  return (
    <Part
      title={vocabulary.field('PolicyItem', 'measures')}
      field="measures"
      asked={asked}
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
  const { answer, asked } = useAnswer(CompareIndicatorsDocument, { id });
  return (
    <Part
      title={vocabulary.field('PolicyItem', 'indicators')}
      field="indicators"
      asked={asked}
      things={atStages(answer, (item) => item.indicators.nodes)}
      shownAt={({ name, roles, baseline, target }) => (
        <>
          <div lang="ja">{name}</div>
          {(baseline?.text || target?.text) && (
            <div>
              {baseline?.text ?? '—'} → {target?.text ?? '—'}
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
  const { answer, asked } = useAnswer(CompareSdgsDocument, { id });
  return (
    <Part
      title={vocabulary.field('PolicyItem', 'sdgs')}
      field="sdgs"
      asked={asked}
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
  const { answer, asked } = useAnswer(CompareProjectsDocument, { id });
  return (
    <Part
      title={vocabulary.field('PolicyItem', 'projects')}
      field="projects"
      asked={asked}
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
  const { answer, asked } = useAnswer(CompareRelatedPlansDocument, { id });
  return (
    <Part
      title={vocabulary.field('PolicyItem', 'relatedPlans')}
      field="relatedPlans"
      asked={asked}
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
