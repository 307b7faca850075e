import type { Core, NodeSingular } from 'cytoscape';
import { labelWidth, readableLabels } from './readable-labels.js';

/** What is chosen, or on a path, is named before all else, and then its neighbours. */
const weightOf = (node: NodeSingular) =>
  node.data('size') + (node.selected() || node.hasClass('on-path') ? 20 : node.hasClass('faded') ? 0 : 10);

/**
 * Names as many nodes as can be read where the drawing stands now, in letters of the same height however far one is: from
 * afar what many things hang on, and the others as one comes nearer. `whole`: also where it is out of view.
 */
export function nameNodes(cy: Core, { whole = false } = {}): void {
  const zoom = cy.zoom();
  const smaller = Math.min(1, zoom);
  const letters = (node: NodeSingular) => node.data('letters') * Math.max(1, zoom);
  const nodes: readonly NodeSingular[] = cy.nodes().toArray();
  const inView = nodes.filter((node) => {
    if (!node.visible()) return false;
    if (whole) return true;
    const { x, y } = node.renderedPosition();
    return x > 0 && y > 0 && x < cy.width() && y < cy.height();
  });
  const readable = readableLabels(
    inView.map((node) => {
      const { x, y } = node.renderedPosition();
      return {
        id: node.id(),
        x,
        y: y + node.renderedHeight() / 2,
        text: node.data('label'),
        letters: letters(node),
        width: labelWidth * Math.max(1, zoom),
        weight: weightOf(node),
      };
    }),
  );
  cy.batch(() => {
    for (const node of nodes) {
      node.toggleClass('named', readable.has(node.id()));
      node.data({ shownLetters: node.data('letters') / smaller, labelWidth: labelWidth / smaller });
    }
  });
}
