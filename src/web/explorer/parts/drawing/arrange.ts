import type { Core, LayoutOptions } from 'cytoscape';

/** Up to how many nodes there is room for every label beside its node. */
const few = 60;

/** How far a drawing is drawn out to the shape of its frame. */
const mostStretched = 1.9;

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

/** Arranges what is drawn so that it fills its frame, be that wide or high. */
export function arrange(cy: Core): void {
  alike(() => cy.layout(layoutOf(cy.nodes().length)).run());
  const { w, h } = cy.nodes().boundingBox();
  const wider = cy.width() / cy.height() / (w / h || 1);
  const across = Math.min(mostStretched, Math.max(1, wider));
  const down = Math.min(mostStretched, Math.max(1, 1 / wider));
  cy.nodes().positions((node) => ({ x: node.position('x') * across, y: node.position('y') * down }));
  cy.fit(undefined, 24);
  // A few nodes need not fill the frame.
  if (cy.zoom() > 1.3) cy.zoom(1.3).center();
}

/**
 * Runs a layout with the same dice each time: what is drawn again is found where it was. fcose takes no seed, only
 * Math.random, and arranges in one go.
 */
function alike(run: () => void): void {
  const { random } = Math;
  let state = 1;
  // The generator of Park and Miller (Communications of the ACM 31, 1988).
  Math.random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  try {
    run();
  } finally {
    Math.random = random;
  }
}
