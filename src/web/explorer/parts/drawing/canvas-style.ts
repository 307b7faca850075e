import type { StylesheetJson } from 'cytoscape';
import { type Kind, kinds } from './kinds.js';

const tokens = ['text', 'text-quiet', 'accent', 'surface', ...kinds.map((kind) => `kind-${kind}` as const)] as const;
type Colors = Readonly<Record<(typeof tokens)[number], string>>;

/** What a palette of the reader's own has for them: there shapes and borders tell what colours tell elsewhere. */
const forced: Readonly<Partial<Record<(typeof tokens)[number], string>>> = {
  text: 'CanvasText',
  'text-quiet': 'CanvasText',
  accent: 'Highlight',
};

/** The tokens of the page as they are now: a canvas knows nothing of CSS variables, nor of forced colours. */
function colors(): Colors {
  const isForced = matchMedia('(forced-colors: active)').matches;
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const found = tokens.map((token) => {
    probe.style.color = isForced ? (forced[token] ?? 'Canvas') : `var(--${token})`;
    return [token, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found) as Colors;
}

/** How a drawing looks in the present theme. */
export function canvasStyle(): StylesheetJson {
  const all = colors();
  const { text, 'text-quiet': quiet, accent, surface } = all;
  const ofKind = (kind: Kind) => ({
    selector: `node[kind = "${kind}"][!color]`,
    style: { 'background-color': all[`kind-${kind}`] },
  });
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
        'text-valign': 'bottom',
        'text-margin-y': 3,
        'text-background-color': surface,
        'text-background-opacity': 0.7,
      },
    },
    { selector: 'node.named', style: { label: 'data(phrases)' } },
    ...kinds.map(ofKind),
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
    { selector: '.hidden', style: { display: 'none' } },
    { selector: 'node:selected, node.on-path', style: { 'border-color': accent, 'border-width': 4 } },
    {
      selector: 'edge.on-path, edge:selected',
      style: { 'line-color': accent, 'target-arrow-color': accent, width: 4, opacity: 1 },
    },
  ];
}
