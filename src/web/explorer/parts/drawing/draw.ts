import cytoscape, { type Core, type ElementDefinition } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import svg from 'cytoscape-svg';
import { arrange } from './arrange.js';
import { canvasStyle } from './canvas-style.js';
import type { Drawing } from './drawing.js';
import { kindOf, kindOfGroup, shapeOf } from './kinds.js';
import { nameNodes } from './name-nodes.js';
import { inPhrases } from './phrases.js';
import { labelWidth } from './readable-labels.js';

cytoscape.use(fcose);
cytoscape.use(svg);

/** From how many nodes on edges rest while the picture moves, so that it moves without jerks. */
const many = 250;

/** How long the picture rests, in milliseconds, before it is named anew. */
const rest = 80;

/** Draws and arranges a graph in an element; `destroy` ends it. */
export function draw(container: HTMLElement, drawing: Drawing): Core {
  const large = drawing.nodes.length > many;
  const cy = cytoscape({
    container,
    elements: elementsOf(drawing),
    style: canvasStyle(),
    layout: { name: 'preset' },
    minZoom: 0.1,
    maxZoom: 4,
    hideEdgesOnViewport: large,
    textureOnViewport: large,
    pixelRatio: large ? 1 : 'auto',
  });
  arrange(cy);
  let waiting: ReturnType<typeof setTimeout>;
  cy.on('viewport resize free', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => nameNodes(cy), rest);
  });
  cy.on('destroy', () => clearTimeout(waiting));
  return cy;
}

function elementsOf({ nodes, edges }: Drawing): ElementDefinition[] {
  return [
    ...nodes.map(({ id, label, type, size = 1, color, start, group }) => ({
      // All are named while they are arranged, so that there is room for it.
      classes: 'named',
      data: {
        id,
        label,
        shape: shapeOf(type),
        kind: group === undefined ? kindOf(type) : kindOfGroup(group),
        size,
        extent: 14 + 12 * (size - 1),
        letters: 12 + 2 * (size - 1),
        shownLetters: 12 + 2 * (size - 1),
        labelWidth,
        phrases: inPhrases(label),
        start,
        ...(color && { color }),
      },
    })),
    ...edges.map(({ id, from, to, width = 1, directed = true }) => ({
      data: { id, source: from, target: to, width, directed },
    })),
  ];
}
