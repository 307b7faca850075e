import { useMemo } from 'react';
import { useAnswer } from '../../client/use-answer.js';
import { NeighborhoodDocument, PathsDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { PathList } from '../paths/path-list.js';
import { idsOnPaths, neighborhoodDrawing } from './drawings.js';
import { DrawnGraph } from './drawn-graph.js';
import { maxStarts } from './graph-parameters.js';

const limit = 5;

/** The paths between two things: drawn with what they run through, and as sentences. */
export function DrawnPaths({ from, to }: { readonly from: string; readonly to: string }) {
  const { pick } = useLabels();
  const { stage } = useView();
  const { answer, request } = useAnswer(PathsDocument, { from, to, limit, stage });
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
