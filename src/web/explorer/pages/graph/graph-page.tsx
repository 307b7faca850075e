import { useMemo } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import {
  CollaborationNetworkDocument,
  NamedThingsDocument,
  NeighborhoodDocument,
  PathsDocument,
} from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { useWords } from '../../language/words.js';
import { CoverageNote } from '../../parts/coverage-note.js';
import { PageTitle } from '../../parts/page-title.js';
import { PartErrors } from '../../parts/part-error.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { PathList } from '../paths/path-list.js';
import { CentralDepartments } from './central-departments.js';
import { collaborationDrawing, idsOnPaths, neighborhoodDrawing, withoutNode } from './drawings.js';
import { GraphControls } from './graph-controls.js';
import { maxStarts, useGraphParameters } from './graph-parameters.js';
import './graph-page.css';
import { DrawnGraph } from './drawn-graph.js';
import { useGraphWords } from './words.js';

/** How far the municipality lies from all that is named, and the most things or paths that are drawn. */
const wholeDepth = 4;
const limits = { around: 200, whole: 1000, paths: 5 } as const;

/** The network: departments that work together, what surrounds things, or all of it. */
export function GraphPage() {
  const { pages } = useWords();
  const words = useGraphWords();
  const { view, ids, from, to } = useGraphParameters();
  return (
    <div className="stack">
      <PageTitle title={pages.graph} />
      <GraphControls />
      <PartErrors>
        {view === 'collaboration' ? (
          <Collaborations />
        ) : view === 'whole' ? (
          <Whole />
        ) : from && to ? (
          <DrawnPaths from={from} to={to} />
        ) : ids.length > 0 ? (
          <Around ids={ids} />
        ) : (
          <p className="quiet-text">{words.none}</p>
        )}
      </PartErrors>
    </div>
  );
}

function Whole() {
  const { municipality } = useView();
  const ids = useMemo(() => [municipality.id], [municipality.id]);
  return <Around ids={ids} whole />;
}

function Around({ ids, whole = false }: { readonly ids: readonly string[]; readonly whole?: boolean }) {
  const { depth } = useGraphParameters();
  const { stage } = useView();
  const { pick } = useLabels();
  const { answer, request } = useAnswer(NeighborhoodDocument, {
    ids: [...ids],
    depth: whole ? wholeDepth : depth,
    limit: whole ? limits.whole : limits.around,
    stage,
  });
  const { neighborhood } = answer;
  const drawing = useMemo(() => {
    const around = neighborhoodDrawing(neighborhood, ids, pick);
    return whole ? withoutNode(around, ids[0]) : around;
  }, [neighborhood, ids, pick, whole]);
  return (
    <>
      {neighborhood.notFound.length > 0 && <NotFound ids={neighborhood.notFound} />}
      <CoverageNote coverage={neighborhood.coverage} />
      {neighborhood.nodes.length > 0 && (
        <DrawnGraph drawing={drawing} request={request} leftOut={neighborhood.leftOut} />
      )}
    </>
  );
}

/** Tells ids that there are none of from those of things that the stage does not have. */
function NotFound({ ids }: { readonly ids: readonly string[] }) {
  const words = useGraphWords();
  const { answer } = useAnswer(NamedThingsDocument, { ids });
  const unknown = ids.filter((_, index) => answer.nodes[index] === null);
  const elsewhere = ids.filter((id) => !unknown.includes(id));
  return (
    <div role="alert">
      {unknown.length > 0 && <p>{words.unknown(unknown)}</p>}
      {elsewhere.length > 0 && <p>{words.notFound(elsewhere)}</p>}
    </div>
  );
}

function Collaborations() {
  const { minWeight } = useGraphParameters();
  const { municipality, stage } = useView();
  const words = useGraphWords();
  const { nameOf } = useLabels();
  const { answer, request } = useAnswer(CollaborationNetworkDocument, {
    municipality: municipality.id,
    minWeight,
    stage,
  });
  const drawing = useMemo(
    () => collaborationDrawing(answer.collaborations, nameOf, words.shared),
    [answer.collaborations, nameOf, words],
  );
  return (
    <>
      <DrawnGraph drawing={drawing} request={request} />
      <CentralDepartments network={answer.collaborations} request={request} />
    </>
  );
}

/** The paths between two things: drawn with what they run through, and as sentences. */
function DrawnPaths({ from, to }: { readonly from: string; readonly to: string }) {
  const { pick } = useLabels();
  const { stage } = useView();
  const { answer, request } = useAnswer(PathsDocument, { from, to, limit: limits.paths, stage });
  const { paths, reason, reasonEn } = answer.paths;
  const ids = useMemo(() => {
    const things = paths.flatMap(({ hops }) => hops.flatMap((hop) => [hop.from.id, hop.to.id]));
    return [...new Set([from, to, ...things])].slice(0, maxStarts);
  }, [paths, from, to]);
  const around = useAnswer(NeighborhoodDocument, { ids, depth: 0, limit: ids.length, stage });
  const drawing = useMemo(
    () => neighborhoodDrawing(around.answer.neighborhood, [from, to], pick),
    [around.answer.neighborhood, from, to, pick],
  );
  const path = useMemo(() => idsOnPaths(paths, drawing), [paths, drawing]);
  return (
    <>
      <DrawnGraph drawing={drawing} request={around.request} path={path} />
      <Section title={pick(reason, reasonEn)} request={request}>
        <PathList paths={paths} />
      </Section>
    </>
  );
}
