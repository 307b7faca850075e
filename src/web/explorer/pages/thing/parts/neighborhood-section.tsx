import { Link } from 'react-router';
import { useAnswer } from '../../../client/use-answer.js';
import { type CoverageToldFragment, type PlanStage, ThingNeighborhoodDocument } from '../../../graphql/graphql.js';
import { CoverageNote } from '../../../parts/coverage-note.js';
import { Section } from '../../../parts/section.js';
import { ThingLink, thingAddress } from '../../../parts/thing-link.js';
import { useView } from '../../../site/view.js';
import { useThingLabels, useThingWords } from '../words.js';
import { fitted, placedBranches, rowHeight } from './branch-layout.js';
import { type Branch, branchesOf } from './branches.js';
import './charts.css';

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
        <NoNeighbours coverage={answer.neighborhood.coverage} />
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

/** There are none, or none where anybody looked. */
function NoNeighbours({ coverage }: { readonly coverage: CoverageToldFragment }) {
  const { neighborhood } = useThingWords();
  const isKnown = coverage.state === 'COMPLETE';
  return (
    <>
      <p className="quiet-text">{isKnown ? neighborhood.none : neighborhood.noneRead}</p>
      <CoverageNote coverage={coverage} />
    </>
  );
}

const width = 340;
const [centreX, hubX, thingX] = [10, 44, 76];

/** Draws branches as a tree that grows to the right: the thing, its relationships, what they lead to. */
function NeighborhoodPicture({ name, branches }: { readonly name: string; readonly branches: readonly Branch[] }) {
  const { neighborhood } = useThingWords();
  const { link } = useView();
  const { placed, rows } = placedBranches(branches);
  const height = rows * rowHeight;
  const centreY = height / 2;
  return (
    <svg className="chart neighborhood-picture" viewBox={`0 0 ${width} ${height}`}>
      <title>{neighborhood.picture(name)}</title>
      {placed.map(({ branch, y, things, more }) => (
        <g key={branch.key}>
          <path className="axis" d={curve(centreX, centreY, hubX, y)} />
          {things.map((thing) => (
            <path key={thing.id} className="axis" d={curve(hubX, y, thingX - 8, thing.y)} />
          ))}
          <circle className="point" cx={hubX} cy={y} r={4} />
          <text className="outlined" x={hubX + 10} y={y}>
            {fitted(`${branch.title} (${branch.things.length})`, 21)}
          </text>
          {things.map((thing) => (
            <Link key={thing.id} to={link(thingAddress(thing.id))}>
              <circle className="quiet" cx={thingX - 5} cy={thing.y} r={3} />
              <text x={thingX + 2} y={thing.y}>
                <title>{thing.name}</title>
                {fitted(thing.name, 18)}
              </text>
            </Link>
          ))}
          {more && (
            <text className="quiet" x={thingX + 2} y={more.y}>
              {neighborhood.more(more.count)}
            </text>
          )}
        </g>
      ))}
      <circle className="point" cx={centreX} cy={centreY} r={8} />
    </svg>
  );
}

const curve = (fromX: number, fromY: number, toX: number, toY: number) => {
  const middle = (fromX + toX) / 2;
  return `M${fromX} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${toX} ${toY}`;
};
