import cytoscape, { type Core, type ElementDefinition, type LayoutOptions } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import svg from 'cytoscape-svg';
import { type RefObject, useEffect, useRef } from 'react';
import { usePreferences } from '../../site/preferences.js';
import './canvas.css';
import { canvasStyle, shapeOf } from './canvas-style.js';
import type { Drawing } from './drawing.js';

cytoscape.use(fcose);
cytoscape.use(svg);

/** From how many nodes on edges rest while the picture moves, so that it moves without jerks. */
const many = 250;

/** Up to how many nodes there is room for every label beside its node. */
const few = 60;

const layoutOf = (count: number) =>
  ({
    name: 'fcose',
    animate: false,
    randomize: true,
    nodeDimensionsIncludeLabels: count <= few,
    nodeSeparation: 120,
    idealEdgeLength: count <= few ? 150 : 110,
    nodeRepulsion: 60_000,
    gravity: 0.1,
    packComponents: true,
  }) as LayoutOptions;

/**
 * Draws a graph that can be moved, zoomed and chosen from. What is drawn must stand on the page as text too: a canvas
 * says nothing to a screen reader.
 */
export function Canvas({
  drawing,
  label,
  chosen = null,
  path = [],
  onChoose,
  onOpen,
  core,
}: {
  readonly drawing: Drawing;
  readonly label: string;
  /** Id of the node that is chosen; its neighbours stand out. */
  readonly chosen?: string | null;
  /** Ids of nodes and edges to draw out as a path. */
  readonly path?: readonly string[];
  readonly onChoose?: (id: string | null) => void;
  /** A double click or tap on a node. */
  readonly onOpen?: (id: string) => void;
  /** Is set to the drawing itself, to save it. */
  readonly core?: RefObject<Core | null>;
}) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef<Core>(null);
  const { theme } = usePreferences();
  const handlers = useRef({ onChoose, onOpen });
  handlers.current = { onChoose, onOpen };

  useEffect(() => {
    const large = drawing.nodes.length > many;
    const cy = cytoscape({
      container: container.current,
      elements: elementsOf(drawing),
      style: canvasStyle(),
      layout: { name: 'preset' },
      minZoom: 0.1,
      maxZoom: 4,
      hideEdgesOnViewport: large,
      textureOnViewport: large,
      pixelRatio: large ? 1 : 'auto',
    });
    cy.layout(layoutOf(drawing.nodes.length)).run();
    cy.fit(undefined, 24);
    // A few nodes need not fill the frame.
    if (cy.zoom() > 1.3) cy.zoom(1.3).center();
    cy.on('tap', (event) =>
      handlers.current.onChoose?.(event.target === cy ? null : event.target.isNode?.() ? event.target.id() : null),
    );
    cy.on('dbltap', 'node', (event) => handlers.current.onOpen?.(event.target.id()));
    drawn.current = cy;
    if (core) core.current = cy;
    return () => {
      if (core) core.current = null;
      drawn.current = null;
      cy.destroy();
    };
  }, [drawing, core]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the style reads the theme from the page
  useEffect(() => {
    drawn.current?.style(canvasStyle());
  }, [theme, drawing]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing has nothing marked yet
  useEffect(() => {
    const cy = drawn.current;
    cy?.batch(() => {
      cy.elements().removeClass('faded on-path').unselect();
      const around = chosen === null ? cy.collection() : cy.getElementById(chosen).select().closedNeighborhood();
      const ids = new Set(path);
      const onPath = cy.elements().filter((element) => ids.has(element.id()));
      onPath.addClass('on-path');
      if (around.nonempty() || onPath.nonempty()) cy.elements().not(around).not(onPath).addClass('faded');
    });
  }, [chosen, path, drawing]);

  return <div ref={container} className="canvas" role="img" aria-label={label} />;
}

function elementsOf({ nodes, edges }: Drawing): ElementDefinition[] {
  return [
    ...nodes.map(({ id, label, type, size = 1, color, start }) => ({
      data: {
        id,
        label,
        shape: shapeOf(type),
        extent: 14 + 12 * (size - 1),
        letters: 11 + 8 * (size - 1),
        start,
        ...(color && { color }),
      },
    })),
    ...edges.map(({ id, from, to, width = 1, directed = true }) => ({
      data: { id, source: from, target: to, width, directed },
    })),
  ];
}
