import { useAnswer } from '../../../client/use-answer.js';
import { ThingPassagesDocument } from '../../../graphql/graphql.js';
import { Section } from '../../../parts/section.js';
import { Sources } from '../../../parts/sources.js';
import { useThingLabels } from '../words.js';

/** The documents' own text about a thing, where the dataset has it. */
export function PassagesSection({ id }: { readonly id: string }) {
  const { words, vocabulary } = useThingLabels();
  const { answer, request } = useAnswer(ThingPassagesDocument, { id });
  const passages = answer.node && 'passages' in answer.node ? answer.node.passages : [];
  if (passages.length === 0) return null;
  return (
    <Section title={words.passages} request={request}>
      {passages.map(({ id: key, kind, stage, text, sources }) => (
        <details key={key} className="passage">
          <summary>
            {vocabulary.value('PassageKind', kind)}
            {stage && ` (${vocabulary.value('PlanStage', stage)})`}
          </summary>
          <blockquote lang="ja">{text}</blockquote>
          <Sources sources={sources} />
        </details>
      ))}
    </Section>
  );
}
