import type { Core } from 'cytoscape';
import { useMemo, useRef, useState } from 'react';
import { maxIds, SaveButton, saveFrom } from '../../client/save-as.js';
import type { GraphqlRequest } from '../../client/send.js';
import { useLabels } from '../../language/language.js';
import { type Column, DataTable } from '../../parts/data-table.js';
import { Canvas } from '../../parts/drawing/canvas.js';
import { countsOf, type Drawing, type DrawnEdge, type DrawnNode, partOf } from '../../parts/drawing/drawing.js';
import { savePng, saveSvg } from '../../parts/drawing/save-drawing.js';
import { Section } from '../../parts/section.js';
import { ThingPicker } from '../../parts/thing-box/thing-box.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { maxStarts, useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

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
  const { vocabulary } = useLabels();
  const { municipality } = useView();
  const { ids, hiddenTypes, hiddenRelationships, chosen: latest, change } = useGraphParameters();
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
          <SaveButton format="PNG" save={async () => core.current && savePng(core.current, 'graph')} />
          <SaveButton format="SVG" save={async () => core.current && saveSvg(core.current, 'graph')} />
          <SaveButton format="GraphML" save={saveGraphml} />
        </>
      }
    >
      <div className="graph-drawn">
        <div className="graph-filters stack small screen-only">
          <Filter
            title={words.types}
            kinds={drawing.nodes.map(({ type }) => type)}
            nameOf={vocabulary.type}
            hidden={latest.hiddenTypes}
            onChange={(without) => change({ without })}
          />
          <Filter
            title={words.relationships}
            kinds={drawing.edges.map(({ type }) => type)}
            nameOf={(type) => vocabulary.value('RelationshipType', type)}
            hidden={latest.hiddenRelationships}
            onChange={(not) => change({ not })}
          />
          {leftOut.length > 0 && (
            <p className="quiet-text">
              {words.leftOut(leftOut.map(({ type, count }) => `${vocabulary.type(type)} ${count}`))}
            </p>
          )}
        </div>
        <div className="graph-canvas stack">
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

/** Chooses which types or relationships are drawn, with how many there are of each. */
function Filter({
  title,
  kinds,
  nameOf,
  hidden,
  onChange,
}: {
  readonly title: string;
  readonly kinds: readonly string[];
  readonly nameOf: (kind: string) => string;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: readonly string[]) => void;
}) {
  const counts = countsOf(kinds);
  if (counts.length < 2) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {counts.map(([kind, count]) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={!hidden.has(kind)}
            onChange={({ target }) =>
              onChange(target.checked ? [...hidden].filter((each) => each !== kind) : [...hidden, kind])
            }
          />
          {nameOf(kind)} <span className="quiet-text numeric">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What can be done with the node that was chosen. */
function ChosenNode({ node, onExpand }: { readonly node: DrawnNode; readonly onExpand: () => void }) {
  const words = useGraphWords();
  const { vocabulary } = useLabels();
  const { change } = useGraphParameters();
  return (
    <aside className="graph-chosen box screen-only" aria-label={words.chosen}>
      <div role="status">
        <p className="quiet-text">{vocabulary.type(node.type)}</p>
        <h3>
          <ThingLink thing={{ id: node.id, name: node.label }} />
        </h3>
      </div>
      <button type="button" onClick={onExpand}>
        {words.expand}
      </button>
      <ThingPicker label={words.pathFrom} onPick={(to) => change({ view: 'around', from: node.id, to })} />
    </aside>
  );
}

function EdgeTable({ drawing: { nodes, edges } }: { readonly drawing: Drawing }) {
  const words = useGraphWords();
  const { vocabulary } = useLabels();
  const columns = useMemo<readonly Column<DrawnEdge>[]>(() => {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const end = (side: 'from' | 'to'): Column<DrawnEdge> => ({
      id: side,
      title: words[side],
      value: ({ [side]: id }) => labels.get(id) ?? id,
      cell: ({ [side]: id }) => <ThingLink thing={{ id, name: labels.get(id) ?? id }} />,
    });
    const relationship: Column<DrawnEdge> = {
      id: 'type',
      title: words.relationship,
      value: ({ type, sentence }) => (type === 'collaboration' ? sentence : vocabulary.value('RelationshipType', type)),
    };
    return [end('from'), relationship, end('to')];
  }, [nodes, words, vocabulary]);
  return <DataTable rows={edges} columns={columns} keyOf={({ id }) => id} label={words.asText} />;
}
