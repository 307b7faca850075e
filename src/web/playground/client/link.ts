/** An operation as the tabs of the playground have it: texts as they stand in the editors. */
export interface Operation {
  readonly query: string;
  /** JSON; empty where there are none. */
  readonly variables: string;
  /** Which one runs, where the document has several. */
  readonly operationName: string | null;
}

/** What a link brings. */
export interface LinkedOperation extends Operation {
  /** It runs at once. */
  readonly runs: boolean;
}

/**
 * The operation that a link brings, `?query=…&variables=…&operationName=…`, as the explorer makes them, and with `&run` whether
 * it runs at once: operations only read. Null without a query. Variables are laid out; those that are no JSON are shown as
 * they came, so that one sees what is wrong.
 */
export function readLink(search: string): LinkedOperation | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (!query?.trim()) return null;
  return {
    query,
    variables: laidOut(parameters.get('variables') ?? ''),
    operationName: parameters.get('operationName') || null,
    runs: parameters.has('run'),
  };
}

/** The address that opens the playground with an operation: what `readLink` reads. */
export function linkTo({ query, variables, operationName }: Operation): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  return `/graphql?${parameters}`;
}

/** The longest address that the page takes on: the service, and what people send links with, refuse far longer ones. */
const longestAddress = 6_000;

/** The address of the page while a tab has this operation: a link to it, where that is not too long. */
export function addressOf(operation: Operation, untouched: string): string {
  const address = linkTo(operation);
  const isNothing = operation.query.trim() === '' || operation.query === untouched;
  return isNothing || address.length > longestAddress ? '/graphql' : address;
}

function laidOut(json: string): string {
  try {
    const values: unknown = JSON.parse(json);
    return values === null ? '' : JSON.stringify(values, null, 2);
  } catch {
    return json;
  }
}
