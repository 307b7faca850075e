import type { ReactNode } from 'react';
import { SaveAs } from '../../client/save-as.js';
import type { GraphqlRequest } from '../../client/send.js';
import type { PlanStage } from '../../graphql/graphql.js';
import { useVocabulary } from '../../language/language.js';
import { Section } from '../../parts/section.js';
import type { Named } from '../../parts/thing-link.js';
import { stages } from '../../site/stages.js';
import { type AlignedRow, aligned, type Compared } from './aligned.js';
import { StageTable } from './stage-table.js';
import { useCompareWords } from './words.js';

/** The answer to an operation that asks for the three stages under their names. */
export interface ByStage<Item> {
  readonly current: Item | null;
  readonly draft: Item | null;
  readonly adopted: Item | null;
}

const alias: Readonly<Record<PlanStage, keyof ByStage<unknown>>> = {
  CURRENT: 'current',
  DRAFT: 'draft',
  ADOPTED: 'adopted',
};

/** The things of each stage; none where the stage has not the item. */
export function atStages<Item extends object, Thing>(
  answer: ByStage<Item>,
  thingsOf: (item: Item) => readonly Thing[],
): Readonly<Record<PlanStage, readonly Thing[]>> {
  const at = (stage: PlanStage) => {
    const item = answer[alias[stage]];
    return item && Object.keys(item).length > 0 ? thingsOf(item) : [];
  };
  return { CURRENT: at('CURRENT'), DRAFT: at('DRAFT'), ADOPTED: at('ADOPTED') };
}

/** A part of a policy item as a table with a column for each stage, and what can be taken away of it. */
export function StagePart<Thing extends Compared & Named>({
  title,
  field,
  request,
  things,
  notes = [],
  shownAt,
}: {
  readonly title: string;
  /** Where the list stands at each stage; null where there is none to take away. */
  readonly field: string | null;
  readonly request: GraphqlRequest;
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
      request={request}
      takeAway={
        field &&
        stages
          .filter((stage) => things[stage].length > 0)
          .map((stage) => (
            <span key={stage} className="compare-take-away">
              {words.takeAwayOf(vocabulary.value('PlanStage', stage))}
              <SaveAs
                request={request}
                connection={`${alias[stage]}.${field}`}
                ids={things[stage].map(({ id }) => id)}
              />
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
