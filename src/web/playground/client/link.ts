/** An operation as the tabs of the playground have it: texts as they stand in the editors. */
export interface Operation {
  readonly query: string;
  /** JSON; empty where there are none. */
  readonly variables: string;
  /** Which one runs, where the document has several. */
  readonly operationName: string | null;
}

/**
 * The operation that a link brings, `?query=…&variables=…&operationName=…`, as the explorer makes them. Null without a
 * query. Variables are laid out; those that are no JSON are shown as they came, so that one sees what is wrong.
 */
export function readLink(search: string): Operation | null {
  const parameters = new URLSearchParams(search);
  const query = parameters.get('query');
  if (!query?.trim()) return null;
  return {
    query,
    variables: laidOut(parameters.get('variables') ?? ''),
    operationName: parameters.get('operationName') || null,
  };
}

/** The address that opens the playground with an operation: what `readLink` reads. */
export function linkTo({ query, variables, operationName }: Operation): string {
  const parameters = new URLSearchParams({ query });
  if (variables.trim()) parameters.set('variables', variables);
  if (operationName) parameters.set('operationName', operationName);
  return `/graphql?${parameters}`;
}

function laidOut(json: string): string {
  try {
    const values: unknown = JSON.parse(json);
    return values === null ? '' : JSON.stringify(values, null, 2);
  } catch {
    return json;
  }
}
