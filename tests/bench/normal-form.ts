/** One form for the answers of all contestants, so that they can be compared. */
import { readSource } from '../../src/model/stored-sources.js';

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

/** Relationships to one target, which @neo4j/graphql declares as lists. */
const single = new Set(['department', 'municipality', 'policyItem', 'linkagePlan', 'sheet']);

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer with connections as lists, single targets as objects, groups and sources as objects, and keys in order. */
export function normalForm(value: Json): Json {
  if (Array.isArray(value)) return value.map(normalForm);
  if (!isObject(value)) return value;
  if (isIdOnly(value)) return value.id;
  const flat = value.edges === undefined ? value : { ...omit(value, ['edges']), nodes: nodesOf(value.edges) };
  if (Array.isArray(flat.nodes) && Object.keys(flat).length === 1) return flat.nodes.map(normalForm);
  const entries = Object.entries(withSources(withGroups(flat))).map(([key, inner]) => {
    const target = single.has(key) && Array.isArray(inner) ? (inner[0] ?? null) : inner;
    return [key, normalForm(target)] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** { id } says as much as the id. */
const isIdOnly = (value: JsonObject) => typeof value.id === 'string' && Object.keys(value).length === 1;

const nodesOf = (edges: Json) => (Array.isArray(edges) ? edges.map((edge: { node: Json }) => edge.node) : []);

const omit = (value: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** baselineText, baselineValue, … → baseline: { text, value, … }, null where there is no text. */
function withGroups(value: JsonObject): JsonObject {
  if (!('baselineText' in value)) return value;
  const parts = ['Text', 'Value', 'Unit', 'Comparator', 'Year'];
  const group = (name: string) =>
    value[`${name}Text`] === null
      ? null
      : Object.fromEntries(parts.map((part) => [part.toLowerCase(), value[`${name}${part}`]]));
  const flat = ['baseline', 'target'].flatMap((name) => parts.map((part) => `${name}${part}`));
  return { ...omit(value, flat), baseline: group('baseline'), target: group('target') };
}

/** Sources as the graph keeps them → objects. */
function withSources(value: JsonObject): JsonObject {
  const { sources } = value;
  if (!Array.isArray(sources) || !sources.every((source) => typeof source === 'string')) return value;
  return { ...value, sources: (sources as readonly string[]).map((source) => ({ ...readSource(source) })) };
}

/** Where two normal forms differ first: "measures[3].name: … against …"; null where they are the same. */
export function firstDifference(a: Json, b: Json, place = ''): string | null {
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length)
    return `${place}: ${a.length} against ${b.length} entries`;
  if ((Array.isArray(a) && Array.isArray(b)) || (isObject(a) && isObject(b))) {
    const [left, right] = [a as Record<string, Json>, b as Record<string, Json>];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const difference = firstDifference(
        left[key],
        right[key],
        Array.isArray(a) ? `${place}[${key}]` : `${place}.${key}`,
      );
      if (difference) return difference;
    }
    return null;
  }
  return a === b ? null : `${place}: ${JSON.stringify(a)} against ${JSON.stringify(b)}`;
}

/** How much an answer holds: its objects and lists that are not empty. Shows that nothing was compared with nothing. */
export function countObjects(value: Json): number {
  const inside = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  return inside.reduce<number>((sum, inner) => sum + countObjects(inner), isObject(value) ? 1 : 0);
}
