import { Link } from 'react-router';
import { once } from '../../../../../labels/once.js';
import { useAnswer } from '../../../client/use-answer.js';
import { type PlanStage, ThingLikenessDocument } from '../../../graphql/graphql.js';
import { Section } from '../../../parts/section.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { changed } from '../../../site/use-address.js';
import { useView } from '../../../site/view.js';
import { useThingLabels } from '../words.js';

/** How many of them can stand beside the thing. */
const most = 3;

const percent = once(() => new Intl.NumberFormat('ja', { style: 'percent', maximumFractionDigits: 0 }));

/** What is alike and why, other departments first. */
export function LikenessSection({
  id,
  type,
  stage,
}: {
  readonly id: string;
  /** The type of the thing: only things of one type are compared. */
  readonly type: string;
  readonly stage: PlanStage | null;
}) {
  const { pick, words, vocabulary } = useThingLabels();
  const { answer, request } = useAnswer(ThingLikenessDocument, { id, stage });
  const { link } = useView();
  const { likeness } = answer;
  if (!likeness) return null;
  if (likeness.totalCount === 0)
    return (
      <Section title={words.likeness.title} request={request} coverage={likeness.coverage}>
        <p className="quiet-text">{words.likeness.none}</p>
      </Section>
    );
  const nearest = likeness.matches.filter(({ node }) => node.__typename === type).slice(0, most);
  const { pathname, search } = link('/beside');
  const beside = changed(new URLSearchParams(search), { ids: [id, ...nearest.map(({ node }) => node.id)] });
  return (
    <Section title={words.likeness.title} request={request} coverage={likeness.coverage}>
      <p className="quiet-text">{words.likeness.total(likeness.matches.length, likeness.totalCount)}</p>
      <ol className="likeness stack">
        {likeness.matches.map(({ node, score, acrossDepartments, reasons }) => (
          <li key={node.id}>
            <ThingLink thing={node} />{' '}
            <span className="quiet-text">
              {vocabulary.type(node.__typename)} · {words.likeness.score} {percent().format(score)}
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
      {nearest.length > 0 && (
        <p className="screen-only">
          <Link to={{ pathname, search: String(beside) }}>{words.likeness.beside(nearest.length)}</Link>
        </p>
      )}
    </Section>
  );
}
