/**
 * The lists of an answer that `/export/<path>` makes tables of, by their paths: the keys from the root through single objects
 * (docs/http.md). A connection is one, a list of objects, and a cross table.
 */
export function listsIn(data: unknown): readonly string[] {
  if (!isObject(data)) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    if (isTable(value)) return [key];
    return Array.isArray(value) ? [] : listsIn(value).map((path) => `${key}.${path}`);
  });
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTable = (value: unknown): boolean => {
  if (Array.isArray(value)) return isObject(value[0]);
  if (!isObject(value)) return false;
  const { nodes, edges, cells, rows, columns } = value;
  return Array.isArray(nodes ?? edges) || (Array.isArray(cells) && Array.isArray(rows ?? columns));
};
