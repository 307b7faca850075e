import { useEffect, useState } from 'react';
import type { Answer, Cost } from './exchange.js';
import type { Operation } from './link.js';

/** How long typing pauses, in milliseconds, before the cost is asked for. */
const pause = 400;

/**
 * What an operation will cost, told by the service without running it. Null while it is not known, and for a text that is no
 * operation: the editor marks what is wrong with it.
 */
export function useCost({ query, variables, operationName }: Operation): Cost | null {
  const [cost, setCost] = useState<Cost | null>(null);
  useEffect(() => {
    const stopping = new AbortController();
    const ask = async () => {
      const values = parsed(variables);
      const isAsked = query.trim() !== '' && values !== undefined;
      const found = isAsked ? await costOf({ query, variables: values, operationName }, stopping.signal) : null;
      if (!stopping.signal.aborted) setCost(found);
    };
    const timer = setTimeout(ask, pause);
    return () => {
      clearTimeout(timer);
      stopping.abort();
    };
  }, [query, variables, operationName]);
  return cost;
}

/** Without an answer the cost stays unknown: running the operation will say why. */
const costOf = (operation: object, signal: AbortSignal): Promise<Cost | null> =>
  fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'x-cost': 'only' },
    body: JSON.stringify(operation),
    signal,
  })
    .then((response) => response.json())
    .then(({ extensions }: Answer) => extensions?.cost ?? null)
    .catch(() => null);

/** The values of variables; undefined where the text is no JSON yet. */
function parsed(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
