import type { Core } from 'cytoscape';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { maxIds, SaveButton, saveFrom } from '../../client/save-as.js';
import type { GraphqlRequest } from '../../client/send.js';
import { Canvas } from '../../parts/drawing/canvas.js';
import { type Drawing, partOf } from '../../parts/drawing/drawing.js';
import { savePng, saveSvg } from '../../parts/drawing/save-drawing.js';
import { FigureTabs } from '../../parts/figure/figure-tabs.js';
import { Section } from '../../parts/section.js';
import { useView } from '../../site/view.js';
import { ChosenEdge } from './chosen-edge.js';
import { ChosenNode } from './chosen-node.js';
import { EdgeTable } from './edge-table.js';
import { FindNode } from './find-node.js';
import { GraphFilters } from './graph-filters.js';
import { maxStarts, showings, useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

/** The node or line that was chosen, each time anew. */
interface Choice {
  readonly id: string | null;
  readonly isInTable?: true;
}

/** A drawing with all that can be done with it: filter, find, choose, expand, find a path, save; and the same as a table. */
export function DrawnGraph({
  drawing,
  request,
  path,
  leftOut = [],
}: {
  readonly drawing: Drawing;
  readonly request: GraphqlRequest;
  readonly path?: readonly string[] | undefined;
  readonly leftOut?: readonly { readonly type: string; readonly count: number }[];
}) {
  const words = useGraphWords();
  const { municipality } = useView();
  const { ids, hiddenTypes, hiddenRelationships, show, change } = useGraphParameters();
  const [choice, setChoice] = useState<Choice>({ id: null });
  const chosen = choice.id;
  const setChosen = useCallback((id: string | null) => setChoice({ id }), []);
  const chooseInTable = useCallback((id: string) => setChoice({ id, isInTable: true }), []);
  const panel = useRef<HTMLElement>(null);
  // What the table chooses is told of elsewhere on the page.
  useEffect(() => {
    if (choice.isInTable) panel.current?.focus();
  }, [choice]);
  const table = useRef<HTMLDivElement>(null);
  /** Back to where it was chosen: what has the focus goes with the panel. */
  const closeEdge = (id: string) => {
    setChosen(null);
    if (choice.isInTable) table.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus();
  };
  const core = useRef<Core>(null);
  // The sets are new with every reading of the address; their content is what matters.
  const conditions = `${[...hiddenTypes]} ${[...hiddenRelationships]}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const shown = useMemo(
    () => partOf(drawing, { types: hiddenTypes, relationships: hiddenRelationships }),
    [drawing, conditions],
  );
  const hidden = useMemo(() => {
    const ids = new Set([...shown.nodes, ...shown.edges].map(({ id }) => id));
    return [...drawing.nodes, ...drawing.edges].flatMap(({ id }) => (ids.has(id) ? [] : [id]));
  }, [drawing, shown]);
  const node = shown.nodes.find(({ id }) => id === chosen);
  const edge = shown.edges.find(({ id }) => id === chosen);
  const find = (id: string) => {
    setChosen(id);
    core.current?.animate({ center: { eles: core.current.getElementById(id) }, duration: 200 });
  };
  // The latest, where there are more than a neighbourhood may start from.
  const expand = (id: string) =>
    change({ view: 'around', ids: [...new Set([...ids, id])].slice(-maxStarts), from: null, to: null });
  const title = words.drawn(shown.nodes.length, shown.edges.length);
  // A drawing of more nodes than can be exported by their ids is of the whole municipality.
  const saveGraphml = () =>
    shown.nodes.length > maxIds
      ? saveFrom('/export/graph.graphml', { municipality: municipality.id }, 'graph.graphml')
      : saveFrom('/export/graph.graphml?depth=0', { ids: shown.nodes.map(({ id }) => id) }, 'graph.graphml');
  return (
    <Section
      title={title}
      request={request}
      actions={
        <>
          {show !== 'table' && (
            <>
              <SaveButton format="PNG" save={async () => core.current && savePng(core.current, 'graph')} />
              <SaveButton format="SVG" save={async () => core.current && saveSvg(core.current, 'graph')} />
            </>
          )}
          <SaveButton format="GraphML" save={saveGraphml} />
        </>
      }
    >
      <div className="graph-tools row small screen-only">
        <FigureTabs name="show" label={words.show.label} options={showings.map((each) => [each, words.show[each]])} />
        {show !== 'table' && <FindNode nodes={shown.nodes} onFind={find} />}
      </div>
      <div className="graph-drawn" data-show={show}>
        <GraphFilters drawing={drawing} leftOut={leftOut} />
        {show !== 'table' && (
          <div className="graph-canvas stack">
            <p className="quiet-text screen-only">
              {words.hint} <span className="graph-hint-wheel">{words.hintWheel}</span>
            </p>
            <Canvas
              drawing={drawing}
              hidden={hidden}
              label={title}
              chosen={node?.id ?? edge?.id ?? null}
              path={path}
              onChoose={setChosen}
              onChooseEdge={setChosen}
              onOpen={expand}
              core={core}
            />
            {node && <ChosenNode node={node} onExpand={() => expand(node.id)} onClose={() => setChosen(null)} />}
            {edge && (
              <ChosenEdge
                key={edge.id}
                panel={panel}
                edge={edge}
                nodes={shown.nodes}
                onClose={() => closeEdge(edge.id)}
              />
            )}
          </div>
        )}
        {show !== 'drawing' && (
          <div ref={table} className="graph-table">
            <EdgeTable drawing={shown} onChoose={show === 'both' ? chooseInTable : undefined} />
          </div>
        )}
      </div>
    </Section>
  );
}
