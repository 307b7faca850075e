import { useAnswer } from '../../../client/use-answer.js';
import { type PlanStage, ThingNeighborhoodDocument } from '../../../graphql/graphql.js';
import { Section } from '../../../parts/section.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { useThingLabels } from '../words.js';
import { branchesOf } from './branches.js';
import { NeighborhoodPicture } from './neighborhood-picture.js';

/** What a thing is directly linked with, drawn as a tree by relationship, and the same as a list. */
export function NeighborhoodSection({
  id,
  name,
  stage,
  municipality,
}: {
  readonly id: string;
  readonly name: string;
  readonly stage: PlanStage | null;
  readonly municipality: string;
}) {
  const { words, vocabulary, pick } = useThingLabels();
  const { answer, request } = useAnswer(ThingNeighborhoodDocument, { id, stage, municipality });
  const branches = branchesOf(answer.neighborhood, id, {
    type: (type) => vocabulary.type(type),
    relationship: (type) => vocabulary.value('RelationshipType', type),
    thing: ({ label, labelEn }) => pick(label, labelEn),
  });
  return (
    <Section title={words.neighborhood.title} request={request}>
      {branches.length === 0 ? (
        <p className="quiet-text">{words.neighborhood.none}</p>
      ) : (
        <>
          <NeighborhoodPicture name={name} branches={branches} />
          <details>
            <summary>{words.neighborhood.asList}</summary>
            {branches.map(({ key, title, things }) => (
              <div key={key}>
                <h3>
                  {title} ({things.length})
                </h3>
                <ul>
                  {things.map((thing) => (
                    <li key={thing.id}>
                      <ThingLink thing={{ id: thing.id, name: thing.name }} />
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </details>
        </>
      )}
    </Section>
  );
}
