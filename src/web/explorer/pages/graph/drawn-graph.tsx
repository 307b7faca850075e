import type { Core } from 'cytoscape';
import { useMemo, useRef, useState } from 'react';
import { SaveButton, saveFrom } from '../../client/save-button.js';
import type { GraphqlRequest } from '../../client/send.js';
import { useVocabulary } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Canvas } from '../../parts/drawing/canvas.js';
import { countsOf, type Drawing, type DrawnEdge, partOf } from '../../parts/drawing/drawing.js';
import { savePng, saveSvg } from '../../parts/drawing/save-drawing.js';
import { Section } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { ChosenNode } from './chosen-node.js';
import { mostStarts, useGraphParameters } from './graph-parameters.js';
import { Kinds } from './kinds.js';
import { useGraphWords } from './words.js';

/** So many things can be taken away by their ids; a drawing of more is of the whole municipality. */
const mostExported = 500;

/** A drawing with all that can be done with it: filter, choose, expand, find a path, save; and the same as a table. */
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
  const vocabulary = useVocabulary();
  const { municipality } = useView();
  const { ids, hiddenTypes, hiddenRelationships, chosen: wanted, change } = useGraphParameters();
  const [chosen, setChosen] = useState<string | null>(null);
  const core = useRef<Core>(null);
  // The sets are new with every reading of the address; their content is what matters.
  const hidden = `${[...hiddenTypes]} ${[...hiddenRelationships]}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const shown = useMemo(
    () => partOf(drawing, { types: hiddenTypes, relationships: hiddenRelationships }),
    [drawing, hidden],
  );
  const node = shown.nodes.find(({ id }) => id === chosen);
  // The latest, where there are more than a neighbourhood may start from.
  const expand = (id: string) =>
    change({ view: 'around', ids: [...new Set([...ids, id])].slice(-mostStarts), from: null, to: null });
  const title = words.drawn(shown.nodes.length, shown.edges.length);
  const takeAway = (
    <>
      <SaveButton format="PNG" save={async () => core.current && savePng(core.current, 'graph')} />
      <SaveButton format="SVG" save={async () => core.current && saveSvg(core.current, 'graph')} />
      <SaveButton
        format="GraphML"
        save={() =>
          shown.nodes.length > mostExported
            ? saveFrom('/export/graph.graphml', { municipality: municipality.id }, 'graph.graphml')
            : saveFrom('/export/graph.graphml?depth=0', { ids: shown.nodes.map(({ id }) => id) }, 'graph.graphml')
        }
      />
    </>
  );
  return (
    <Section title={title} request={request} takeAway={takeAway}>
      <div className="graph-drawn">
        <div className="graph-side screen-only">
          <Kinds
            title={words.types}
            counts={countsOf(drawing.nodes.map(({ type }) => type))}
            nameOf={vocabulary.type}
            hidden={wanted.hiddenTypes}
            onChange={(without) => change({ without })}
          />
          <Kinds
            title={words.relationships}
            counts={countsOf(drawing.edges.map(({ type }) => type))}
            nameOf={(type) => vocabulary.value('RelationshipType', type)}
            hidden={wanted.hiddenRelationships}
            onChange={(not) => change({ not })}
          />
          {leftOut.length > 0 && (
            <p className="quiet-text">
              {words.leftOut(leftOut.map(({ type, count }) => `${vocabulary.type(type)} ${count}`))}
            </p>
          )}
        </div>
        <div className="graph-canvas">
          <p className="quiet-text screen-only">{words.hint}</p>
          <Canvas
            drawing={shown}
            label={title}
            chosen={chosen}
            path={path}
            onChoose={setChosen}
            onOpen={expand}
            core={core}
          />
          {node && <ChosenNode node={node} onExpand={() => expand(node.id)} />}
        </div>
      </div>
      <details>
        <summary>{words.asText}</summary>
        <EdgeTable drawing={shown} />
      </details>
    </Section>
  );
}

function EdgeTable({ drawing: { nodes, edges } }: { readonly drawing: Drawing }) {
  const words = useGraphWords();
  const vocabulary = useVocabulary();
  const columns = useMemo<readonly Column<DrawnEdge>[]>(() => {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const end = (id: string, title: string, idOf: (edge: DrawnEdge) => string): Column<DrawnEdge> => ({
      id,
      title,
      value: (edge) => labels.get(idOf(edge)) ?? idOf(edge),
      cell: (edge) => <ThingLink thing={{ id: idOf(edge), name: labels.get(idOf(edge)) ?? idOf(edge) }} />,
    });
    return [
      end('from', words.from, ({ from }) => from),
      {
        id: 'type',
        title: words.relationship,
        value: ({ type, sentence }) =>
          type === 'collaboration' ? sentence : vocabulary.value('RelationshipType', type),
      },
      end('to', words.to, ({ to }) => to),
    ];
  }, [nodes, words, vocabulary]);
  return <DataTable rows={edges} columns={columns} keyOf={({ id }) => id} label={words.asText} />;
}
