import { choiceName, facetsOf } from '../model/facets.js';
import { codeProperty, fieldsOf, findNode, inWords, nodeNamed } from '../model/model.js';
import { type Answer, put, write } from './answer.js';
import type { Assembling } from './assembling.js';
import { asksForStates, compileDivided, type Division } from './coverage.js';
import { type ListRequest, matchClauses } from './list-request.js';
import { pathOf } from './path.js';
import type { Below, SelectedField } from './selection.js';
import { read, type Statement, typeLabel, where } from './statement.js';

/** How many values a facet shows at most, the most frequent first. */
const maximumFacetValues = 500;

/** Neo4j would take a count below a node for an aggregation of the rows that it is a part of, and refuse it. */
export type Position = 'at the root' | 'below a node';

type Parts = readonly [value: string | null, label: string | null, labelEn: string | null, code: string | null];
export type FacetRow = readonly [...Parts, count: number];

/**
 * The values that the nodes of a list have in one respect, and how many nodes have each: of a property, or the things that
 * they are related to. Nodes without a value are counted under null; one with several counts under each.
 */
export function compileFacets(
  statement: Statement,
  request: ListRequest,
  { arguments: given, below }: SelectedField,
  position: Position,
): { readonly expression: string; readonly assemble: (value: unknown, assembling: Assembling) => unknown } {
  const namesValueless = asksForStates(below);
  const { expression, rows, valueless } = compileFacetRows(statement, request, given.by, position, { namesValueless });
  if (!namesValueless) return { expression, assemble: (value) => rows(value).map((row) => writeFacet(row, below)) };
  const divide = compileDivided(request, [given.by]);
  return {
    expression,
    assemble: (value, assembling) => {
      const shown = rows(value);
      const answers = shown.map((row) => writeFacet(row, below));
      const members = valueless(value).map((id) => [id, null] as const);
      divide({ sides: [valuesOf(shown)], members }, assembling, ([states = new Map()]) =>
        // What is empty in a table is none here at all.
        putStates(answers, shown, below, (row) => ({
          emptyState: null,
          noneState: states.get(row)?.noneState ?? null,
        })),
      );
      return answers;
    },
  };
}

/** One facet under the response keys that are asked for; `putStates` puts in its states. */
export const writeFacet = ([value, label, labelEn, code, count]: FacetRow, below: Below): Answer =>
  write('Facet', below, {
    value: () => value,
    label: () => label,
    labelEn: () => labelEn,
    code: () => code,
    count: () => count,
    emptyState: () => null,
    noneState: () => null,
  });

/** Values with their counts, as a question of coverage takes them. */
export const valuesOf = (rows: readonly FacetRow[]) => rows.map(([value, , , , count]) => [value, count] as const);

/** Puts how far each value was read into answers that were written of the rows. */
export function putStates(
  answers: readonly Answer[],
  rows: readonly FacetRow[],
  below: Below,
  statesOf: (value: string | null) => Readonly<Record<'emptyState' | 'noneState', unknown>> | undefined,
): void {
  for (const { name, responseKey } of below.of('Facet')) {
    if (name !== 'emptyState' && name !== 'noneState') continue;
    for (const [index, answer] of answers.entries())
      put(answer, responseKey, statesOf(rows[index]?.[0] ?? null)?.[name] ?? null);
  }
}

/** Which nodes of a list have which values in two respects. */
export function compileMembers(
  statement: Statement,
  request: ListRequest,
  by: readonly [unknown, unknown],
): { readonly expression: string; readonly members: (value: unknown) => Division['members'] } {
  const { target } = request.path;
  const divisions = by.map((each) => divisionOf(statement, request, each));
  const names = divisions.map(() => statement.variable('v'));
  const named = divisions.map(({ parts: [value] }, index) => `${value} AS ${names[index]}`);
  const found = `${matchClauses(statement, request)}${divisions.map(({ clause }) => clause).join('')}`;
  return {
    expression: `COLLECT { ${found} WITH DISTINCT ${target}, ${named.join(', ')} RETURN [${target}.id, ${names.join(', ')}] }`,
    members: (value) =>
      (value as Division['members']).map(([id, ...values]) => [
        id,
        ...values.map((each, index) => shownValue(divisions[index] ?? { byType: false }, each)),
      ]),
  };
}

/** The rows of a facet: how they are read, and how they are made of what was read. */
interface FacetRows {
  readonly expression: string;
  readonly rows: (value: unknown) => readonly FacetRow[];
  /** The ids of the nodes that have no value, where they are read. */
  readonly valueless: (value: unknown) => readonly string[];
}

/** Compiles the rows of a facet; `namesValueless` reads the ids of what has no value, too. */
export function compileFacetRows(
  statement: Statement,
  request: ListRequest,
  by: unknown,
  position: Position,
  { namesValueless }: { readonly namesValueless: boolean } = { namesValueless: false },
): FacetRows {
  const { target } = request.path;
  const { clause, parts, byType } = divisionOf(statement, request, by);
  const names = ['v', 'l', 'e', 'k'].map((prefix) => statement.variable(prefix));
  const [value, label] = names;
  const named = parts.map((part, index) => `${part} AS ${names[index]}`).join(', ');
  const found = `${matchClauses(statement, request)}${clause} WITH`;
  // The graph knows the names of types, and not the words by which they are in order.
  const shown = (rows: readonly FacetRow[]) => (byType ? mostFirst(rows.map(typeInWords)) : rows);
  if (position === 'below a node')
    return {
      expression: `COLLECT { ${found} DISTINCT ${target}, ${named} RETURN [${[...names, ...(namesValueless ? [`${target}.id`] : [])].join(', ')}] }`,
      rows: (values) => shown(counted(values as readonly Parts[])),
      valueless: (values) =>
        (values as readonly (readonly [...Parts, id: string])[]).flatMap(([found, , , , id]) =>
          found === null ? [id] : [],
        ),
    };
  const count = statement.variable('c');
  const ids = namesValueless ? [statement.variable('i')] : [];
  const collected = ids.map(
    (name) => `, collect(DISTINCT CASE WHEN ${parts[0]} IS NULL THEN ${target}.id END) AS ${name}`,
  );
  return {
    expression:
      `COLLECT { ${found} ${named}, count(DISTINCT ${target}) AS ${count}${collected.join('')} ` +
      `ORDER BY ${count} DESC, ${label}, ${value} LIMIT ${maximumFacetValues} RETURN [${[...names, count, ...ids].join(', ')}] }`,
    rows: (rows) => shown(rows as readonly FacetRow[]),
    valueless: (rows) =>
      (rows as readonly (readonly [...FacetRow, ids?: readonly string[]])[]).flatMap(([found, , , , , of = []]) =>
        found === null ? of : [],
      ),
  };
}

/** A value as the schema has it: types are choices there. */
export const shownValue = ({ byType }: { readonly byType: boolean }, value: string | null): string | null =>
  byType && value !== null ? choiceName(value) : value;

/** A type as the schema names it, and as people do. */
function typeInWords(row: FacetRow): FacetRow {
  const node = row[0] === null ? undefined : findNode(row[0]);
  return node ? [choiceName(node.name), node.description.ja, inWords(node.name), null, row[4]] : row;
}

/** How often there is each value, in the order in which the graph puts them. */
function counted(values: readonly Parts[]): readonly FacetRow[] {
  const rows = new Map<string | null, FacetRow>();
  for (const [value, label, labelEn, code] of values)
    rows.set(value, [value, label, labelEn, code, (rows.get(value)?.[4] ?? 0) + 1]);
  return mostFirst([...rows.values()]).slice(0, maximumFacetValues);
}

const mostFirst = (rows: readonly FacetRow[]): readonly FacetRow[] =>
  rows.toSorted((a, b) => b[4] - a[4] || byCodePoints(a[1], b[1]) || byCodePoints(a[0], b[0]));

/** The order of texts in Neo4j, null last; in UTF-8 it is that of the bytes. */
const byCodePoints = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A division of a list: the parts of its values as expressions, and the clause that finds what they are read of. */
export function divisionOf(statement: Statement, { node, path, view }: ListRequest, by: unknown) {
  const facet = facetsOf(node).get(String(by));
  if (!facet) throw new Error(`expected a facet of ${node.name}, but got: ${String(by)}`);
  const { field, declaration, byType, byCity } = facet;
  if (byCity) {
    const city = statement.variable('m');
    // With the order as well, Neo4j takes an index.
    const found = where([`${city}.municipality = ${path.target}.municipality`, `${city}.sortKey IS NOT NULL`]);
    const parts = ['id', 'name', 'nameEn', 'code'].map((name) => `${city}.${name}`);
    return { clause: ` OPTIONAL MATCH (${city}:Municipality)${found}`, parts, byType };
  }
  if (declaration.kind === 'property') {
    const value = `toString(${read(path.target, field, declaration, node, view)})`;
    return { clause: '', parts: [value, value, 'null', 'null'], byType };
  }
  const related = pathOf(statement, declaration, path.target, view);
  const clause = ` OPTIONAL MATCH ${related.pattern}${where(related.conditions)}`;
  if (byType) {
    const type = typeLabel(related.target);
    return { clause, parts: [type, type, 'null', 'null'], byType };
  }
  const target = nodeNamed(declaration.target);
  const property = (name: string) => {
    const field = fieldsOf(target)[name];
    return field?.kind === 'property' ? read(related.target, name, field, target, view) : 'null';
  };
  const coded = codeProperty(target);
  const code = coded === null ? 'null' : `toString(${property(coded)})`;
  return { clause, parts: [`${related.target}.id`, property('name'), property('nameEn'), code], byType };
}
