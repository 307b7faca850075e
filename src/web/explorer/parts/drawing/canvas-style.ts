import type { StylesheetJson } from 'cytoscape';

/** Types differ by shape, so that colour is left for what has one of its own: goals, and what is chosen. */
const shapes: Readonly<Record<string, string>> = {
  PolicyField: 'round-octagon',
  PolicyItem: 'round-rectangle',
  Measure: 'ellipse',
  Department: 'round-diamond',
  Sdg: 'round-rectangle',
  Indicator: 'round-triangle',
  ReformSheet: 'rectangle',
  ReformField: 'octagon',
  LinkagePlan: 'hexagon',
  Initiative: 'pentagon',
  RelatedPlan: 'cut-rectangle',
  Project: 'barrel',
};

/** The shape of a type, also for a legend. */
export const shapeOf = (type: string): string => shapes[type] ?? 'ellipse';

/** The tokens of the page as they are now: a canvas knows nothing of CSS variables. */
function colors<Token extends string>(...tokens: readonly Token[]): Readonly<Record<Token, string>> {
  const probe = document.createElement('span');
  document.body.append(probe);
  const found = tokens.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found);
}

/** How a drawing looks in the present theme. */
export function canvasStyle(): StylesheetJson {
  const {
    text,
    'text-quiet': quiet,
    accent,
    'accent-soft': soft,
    surface,
  } = colors('text', 'text-quiet', 'accent', 'accent-soft', 'surface');
  return [
    {
      selector: 'node',
      style: {
        shape: 'data(shape)' as never,
        width: 'data(extent)',
        height: 'data(extent)',
        'background-color': 'data(color)' as never,
        'border-width': 1.5,
        'border-color': quiet,
        color: text,
        'font-family': getComputedStyle(document.body).fontFamily,
        'font-size': 'data(shownLetters)' as never,
        'text-wrap': 'wrap',
        'text-max-width': 'data(labelWidth)' as never,
        'text-overflow-wrap': 'data(parting)' as never,
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-background-color': surface,
        'text-background-opacity': 0.7,
      },
    },
    { selector: 'node.named', style: { label: 'data(label)' } },
    { selector: 'node[!color]', style: { 'background-color': soft } },
    { selector: 'node[?start]', style: { 'border-color': accent, 'border-width': 3, 'font-weight': 'bold' } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': quiet,
        'target-arrow-color': quiet,
        'curve-style': 'haystack',
        opacity: 0.45,
      },
    },
    {
      selector: 'edge[?directed]',
      style: { 'curve-style': 'straight', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.7 },
    },
    { selector: '.faded', style: { opacity: 0.2 } },
    { selector: 'node:selected, node.on-path', style: { 'border-color': accent, 'border-width': 4 } },
    {
      selector: 'edge.on-path, edge:selected',
      style: { 'line-color': accent, 'target-arrow-color': accent, width: 4, opacity: 1 },
    },
  ];
}
