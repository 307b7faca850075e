import { type FacetDeclaration, facetsOf } from '../model/facets.js';
import { nodeNamed } from '../model/model.js';
import { entityFields } from '../model/nodes/entity.js';
import { type Answer, put } from './answer.js';
import { type ListRequest, matchClauses } from './list-request.js';
import { pathOf } from './path.js';
import type { SelectedField } from './selection.js';
import { read, type Statement, where } from './statement.js';

/** How many values a facet shows at most, the most frequent first. */
const maximumFacetValues = 500;

/**
 * The values that the nodes of a list have in one respect, and how many nodes have each: of a property, or the things that
 * they are related to. Nodes without a value are counted under null; one with several counts under each.
 */
export function compileFacets(
  statement: Statement,
  request: ListRequest,
  { arguments: given, below }: SelectedField,
  position: 'at the root' | 'below a node',
): { readonly expression: string; readonly assemble: (value: unknown) => unknown } {
  const { node, path } = request;
  const facet = facetsOf(node).get(String(given.by));
  if (!facet) throw new Error(`expected a facet of ${node.name}, but got: ${String(given.by)}`);
  const { clause, value, label, labelEn } = divisionOf(statement, request, facet);
  const [shown, name, nameEn, count] = ['v', 'l', 'e', 'c'].map((prefix) => statement.variable(prefix));
  const fields = below.of('Facet');
  const write = ([found, foundLabel, foundLabelEn, total]: Row) => {
    const parts = { __typename: 'Facet', value: found, label: foundLabel, labelEn: foundLabelEn, count: total };
    const answer: Answer = {};
    for (const { name: part, responseKey } of fields) put(answer, responseKey, parts[part as keyof typeof parts]);
    return answer;
  };
  const found = `${matchClauses(statement, request)}${clause} WITH`;
  if (position === 'at the root')
    return {
      expression:
        `COLLECT { ${found} ${value} AS ${shown}, ${label} AS ${name}, ${labelEn} AS ${nameEn}, ` +
        `count(DISTINCT ${path.target}) AS ${count} ORDER BY ${count} DESC, ${name}, ${shown} ` +
        `LIMIT ${maximumFacetValues} RETURN [${shown}, ${name}, ${nameEn}, ${count}] }`,
      assemble: (rows) => (rows as readonly Row[]).map(write),
    };
  // Neo4j would take a count in here for an aggregation of the rows that this is a part of, and refuse it.
  return {
    expression:
      `COLLECT { ${found} DISTINCT ${path.target}, ${value} AS ${shown}, ${label} AS ${name}, ${labelEn} AS ${nameEn} ` +
      `RETURN [${shown}, ${name}, ${nameEn}] }`,
    assemble: (values) => counted(values as readonly Value[]).map(write),
  };
}

type Value = readonly [value: string | null, label: string | null, labelEn: string | null];
type Row = readonly [...Value, count: number];

/** How often there is each value, in the order in which the graph puts them. */
function counted(values: readonly Value[]): readonly Row[] {
  const rows = new Map<string | null, Row>();
  for (const found of values) rows.set(found[0], [...found, (rows.get(found[0])?.[3] ?? 0) + 1]);
  return [...rows.values()]
    .sort((a, b) => b[3] - a[3] || byCodePoints(a[1], b[1]) || byCodePoints(a[0], b[0]))
    .slice(0, maximumFacetValues);
}

/** The order of texts in Neo4j, null last; in UTF-8 it is that of the bytes. */
const byCodePoints = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The value and its labels as expressions, and the clause that finds what they are read of. */
function divisionOf(statement: Statement, { node, path, view }: ListRequest, { field, declaration }: FacetDeclaration) {
  if (declaration.kind === 'property') {
    const value = `toString(${read(path.target, field, declaration, node, view)})`;
    return { clause: '', value, label: value, labelEn: 'null' };
  }
  const related = pathOf(statement, declaration, path.target, view);
  const target = nodeNamed(declaration.target);
  return {
    clause: ` OPTIONAL MATCH ${related.pattern}${where(related.conditions)}`,
    value: `${related.target}.id`,
    label: read(related.target, 'name', entityFields.name, target, view),
    labelEn: read(related.target, 'nameEn', entityFields.nameEn, target, view),
  };
}
