import { useMemo } from 'react';
import { useAnswer } from '../../asking/use-answer.js';
import { CollaborationNetworkDocument, NeighborhoodDocument } from '../../graphql/graphql.js';
import { useLanguage, useNameOf, useWords } from '../../language/language.js';
import { PageTitle } from '../../parts/page-title.js';
import { Waiting } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { Central } from './central.js';
import { collaborationDrawing, neighborhoodDrawing, withoutNode } from './drawings.js';
import { GraphControls } from './graph-controls.js';
import { type GraphParameters, useGraphParameters } from './graph-parameters.js';
import './graph-page.css';
import { DrawnGraph } from './drawn-graph.js';
import { DrawnPaths } from './drawn-paths.js';
import { useGraphWords } from './words.js';

/** How far the municipality lies from all that is named, and how many things a drawing may have. */
const wholeDepth = 4;
const most = { around: 200, whole: 1000 } as const;

/** The network: departments that work together, what surrounds things, or all of it. */
export function GraphPage() {
  const { pages } = useWords();
  const words = useGraphWords();
  const parameters = useGraphParameters();
  const { view, ids, from, to } = parameters;
  return (
    <div className="graph-page">
      <PageTitle title={pages.graph} />
      <GraphControls parameters={parameters} change={parameters.change} />
      <Waiting>
        {view === 'collaboration' ? (
          <Collaborations parameters={parameters} />
        ) : view === 'whole' ? (
          <Whole parameters={parameters} />
        ) : from && to ? (
          <DrawnPaths from={from} to={to} parameters={parameters} />
        ) : ids.length > 0 ? (
          <Around parameters={parameters} ids={ids} />
        ) : (
          <p className="quiet-text">{words.none}</p>
        )}
      </Waiting>
    </div>
  );
}

function Whole({ parameters }: { readonly parameters: GraphParameters }) {
  const { municipality } = useView();
  const ids = useMemo(() => [municipality.id], [municipality.id]);
  return <Around parameters={parameters} ids={ids} whole />;
}

function Around({
  parameters,
  ids,
  whole = false,
}: {
  readonly parameters: GraphParameters;
  readonly ids: readonly string[];
  readonly whole?: boolean;
}) {
  const { stage } = useView();
  const language = useLanguage();
  const { answer, asked } = useAnswer(NeighborhoodDocument, {
    ids: [...ids],
    depth: whole ? wholeDepth : parameters.depth,
    limit: whole ? most.whole : most.around,
    stage,
  });
  const { neighborhood } = answer;
  const drawing = useMemo(() => {
    const around = neighborhoodDrawing(neighborhood, ids, language);
    return whole ? withoutNode(around, ids[0]) : around;
  }, [neighborhood, ids, language, whole]);
  return <DrawnGraph drawing={drawing} asked={asked} parameters={parameters} leftOut={neighborhood.leftOut} />;
}

function Collaborations({ parameters }: { readonly parameters: GraphParameters }) {
  const { municipality, stage } = useView();
  const words = useGraphWords();
  const nameOf = useNameOf();
  const { answer, asked } = useAnswer(CollaborationNetworkDocument, {
    municipality: municipality.id,
    minWeight: parameters.minWeight,
    stage,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: names change with the words
  const drawing = useMemo(
    () => collaborationDrawing(answer.collaborations, nameOf, words.shared),
    [answer.collaborations, words],
  );
  return (
    <>
      <DrawnGraph drawing={drawing} asked={asked} parameters={parameters} />
      <Central network={answer.collaborations} asked={asked} />
    </>
  );
}
