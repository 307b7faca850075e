import { useAddress } from '../../site/use-address.js';

/** The most nodes that a neighbourhood may start from. */
export const maxStarts = 50;

export const graphViews = ['collaboration', 'around', 'whole'] as const;

/** As a drawing, as a table, or as both beside each other. */
export const showings = ['drawing', 'both', 'table'] as const;

const numberFrom = (text: string | null, [least, most]: readonly [number, number], otherwise: number) => {
  const number = Number(text ?? Number.NaN);
  return Number.isInteger(number) ? Math.min(most, Math.max(least, number)) : otherwise;
};

/** What the graph page draws, as its address says it; `from` and `to` are the ends of paths. */
function readGraphParameters(parameters: URLSearchParams) {
  const ids = parameters.getAll('ids').filter(Boolean);
  const from = parameters.get('from');
  const to = parameters.get('to');
  const request = graphViews.find((view) => view === parameters.get('view'));
  return {
    view: request ?? (ids.length > 0 || (from && to) ? 'around' : 'collaboration'),
    ids,
    depth: numberFrom(parameters.get('depth'), [1, 3], 1),
    minWeight: numberFrom(parameters.get('weight'), [1, 100], 1),
    from,
    to,
    show: showings.find((each) => each === parameters.get('show')) ?? 'drawing',
    hiddenTypes: new Set(parameters.getAll('without')),
    hiddenRelationships: new Set(parameters.getAll('not')),
  };
}

/** The same with what was chosen just now, and a function that changes some of it: null or none removes a parameter. */
export function useGraphParameters() {
  const { parameters, chosen, change } = useAddress();
  return { ...readGraphParameters(parameters), chosen: readGraphParameters(chosen), change };
}
