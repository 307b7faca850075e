import { useAnswer } from '../../../client/use-answer.js';
import { type PlanStage, ThingLikenessDocument } from '../../../graphql/graphql.js';
import { Section } from '../../../parts/section.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { useThingLabels } from '../words.js';

const percent = new Intl.NumberFormat('ja', { style: 'percent', maximumFractionDigits: 0 });

/** What is alike and why, other departments first. */
export function LikenessSection({ id, stage }: { readonly id: string; readonly stage: PlanStage | null }) {
  const { pick, words, vocabulary } = useThingLabels();
  const { answer, request } = useAnswer(ThingLikenessDocument, { id, stage });
  const { likeness } = answer;
  if (!likeness || likeness.totalCount === 0)
    return (
      <Section title={words.likeness.title} request={request}>
        <p className="quiet-text">{words.likeness.none}</p>
      </Section>
    );
  return (
    <Section title={words.likeness.title} request={request}>
      <p className="quiet-text">{words.likeness.total(likeness.matches.length, likeness.totalCount)}</p>
      <ol className="likeness stack">
        {likeness.matches.map(({ node, score, acrossDepartments, reasons }) => (
          <li key={node.id}>
            <ThingLink thing={node} />{' '}
            <span className="quiet-text">
              {vocabulary.type(node.__typename)} · {words.likeness.score} {percent.format(score)}
              {acrossDepartments !== null && ` · ${acrossDepartments ? words.likeness.across : words.likeness.same}`}
            </span>
            <ul className="quiet-text">
              {reasons.map(({ aspect, reason, reasonEn }) => (
                <li key={aspect}>{pick(reason, reasonEn)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  );
}
