import { type FacetDeclaration, facetsOf } from '../model/facets.js';
import { nodeNamed } from '../model/model.js';
import { entityFields } from '../model/nodes/entity.js';
import { type Answer, put } from './answer.js';
import { type ListRequest, matchClauses } from './list-request.js';
import { pathOf } from './path.js';
import type { SelectedField } from './selection.js';
import { read, type Statement, where } from './statement.js';

/** How many values a facet shows at most, the most frequent first. */
export const maximumFacetValues = 500;

/**
 * The values that the nodes of a list have in one respect, and how many nodes have each: of a property, or the things that
 * they are related to. Nodes without a value are counted under null; one with several counts under each.
 */
export function compileFacets(
  statement: Statement,
  request: ListRequest,
  { arguments: given, below }: SelectedField,
): { readonly expression: string; readonly assemble: (value: unknown) => unknown } {
  const { node, path } = request;
  const facet = facetsOf(node).get(String(given.by));
  if (!facet) throw new Error(`expected a facet of ${node.name}, but got: ${String(given.by)}`);
  const { clause, value, label } = divisionOf(statement, request, facet);
  const [shown, name, count] = ['v', 'l', 'c'].map((prefix) => statement.variable(prefix));
  const fields = below.of('Facet');
  return {
    expression:
      `COLLECT { ${matchClauses(statement, request)}${clause} ` +
      `WITH ${value} AS ${shown}, ${label} AS ${name}, count(DISTINCT ${path.target}) AS ${count} ` +
      `ORDER BY ${count} DESC, ${name}, ${shown} LIMIT ${maximumFacetValues} RETURN [${shown}, ${name}, ${count}] }`,
    assemble: (rows) =>
      (rows as readonly Row[]).map(([found, foundLabel, total]) => {
        const parts = { __typename: 'Facet', value: found, label: foundLabel, count: total };
        const answer: Answer = {};
        for (const { name: part, responseKey } of fields) put(answer, responseKey, parts[part as keyof typeof parts]);
        return answer;
      }),
  };
}

type Row = readonly [string | null, string | null, number];

/** The value and its label as expressions, and the clause that finds what they are read of. */
function divisionOf(statement: Statement, { node, path, view }: ListRequest, { field, declaration }: FacetDeclaration) {
  if (declaration.kind === 'property') {
    const value = `toString(${read(path.target, field, declaration, node, view)})`;
    return { clause: '', value, label: value };
  }
  const related = pathOf(statement, declaration, path.target, view);
  return {
    clause: ` OPTIONAL MATCH ${related.pattern}${where(related.conditions)}`,
    value: `${related.target}.id`,
    label: read(related.target, 'name', entityFields.name, nodeNamed(declaration.target), view),
  };
}
