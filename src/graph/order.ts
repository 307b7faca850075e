import type { NodeDeclaration, PropertyDeclaration } from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { fieldsOf, findNode } from '../model/model.js';
import { internalFields } from '../model/nodes/entity.js';
import { badInput } from '../refusal.js';
import type { Found } from './list-request.js';
import { isGiven } from './operators.js';
import { countOf, isSingleEdge, pathOf } from './path.js';
import { read, readPart, type Statement, type View, where } from './statement.js';

export type Direction = 'ASC' | 'DESC';

/** One key of an order: a Cypher expression, a name that tells orders apart in cursors, and its direction. */
export interface OrderKey {
  /** The clause that finds the related node which the expression reads; null where there is none. */
  readonly match: string | null;
  readonly expression: string;
  readonly name: string;
  readonly direction: Direction;
  /** What its values are in JSON. */
  readonly holds: 'string' | 'number' | 'boolean';
  /** Can be missing; what is missing stands last, whichever the direction. */
  readonly nullable: boolean;
  /** No two nodes of the list have the same, so that no further key has a say. */
  readonly unique: boolean;
}

/** What the values of a property are in JSON; names of an enum are text. */
function jsonTypeOf({ type }: PropertyDeclaration): OrderKey['holds'] {
  if (type === 'Int' || type === 'Float') return 'number';
  return type === 'Boolean' ? 'boolean' : 'string';
}

type OrderInput = Readonly<Record<string, unknown>>;

/** The maximum number of entries of an order: Neo4j's planner takes seconds for more of them on related nodes. */
const maximumOrder = 8;

/**
 * The keys of an order. The last one tells the nodes apart, so that pages are stable: the id, or the natural order, which
 * has the id in it; reading the id as well would take as long as any other property. Without a wish, the natural order
 * of the type: codes and numbers as people count them. `related` is what was found together with the nodes.
 */
export function orderKeys(
  statement: Statement,
  wishes: readonly OrderInput[],
  node: NodeDeclaration,
  variable: string,
  view: View,
  related?: Found['related'],
): readonly OrderKey[] {
  if (wishes.length > maximumOrder)
    throw badInput(
      `orderBy: expected at most ${maximumOrder} entries, but got ${wishes.length}`,
      `orderByに指定できるのは${maximumOrder}件までです（指定：${wishes.length}件）。`,
    );
  // Nodes that are equal in a key are so in the same key once more.
  const names = wishes.map(nameOf);
  const wanted = wishes.filter((_, index) => names.indexOf(names[index] ?? '') === index);
  const keys = wanted.flatMap((wish) => orderKey(statement, wish, node, variable, view, '', related));
  const naturally = read(variable, 'sortKey', internalFields.sortKey, node, view);
  const text = { match: null, direction: 'ASC', holds: 'string', nullable: false } as const;
  const natural: OrderKey = { ...text, expression: naturally, name: 'sortKey', unique: isUnique(node, view) };
  const last: OrderKey = { ...text, expression: `${variable}.id`, name: 'id', unique: true };
  const all = [...(keys.length === 0 ? [natural] : keys), last];
  return all.slice(0, all.findIndex(({ unique }) => unique) + 1);
}

/** Whether the natural order tells all nodes of a type apart: two to which a stage gives one code have the same position there. */
const isUnique = ({ staged }: NodeDeclaration, view: View): boolean => view.kind === 'effective' || !staged;

const entriesOf = (wish: OrderInput) => Object.entries(wish).filter(([, value]) => isGiven(value));

/** What an entry of an order goes by, whatever its direction. */
const nameOf = (wish: OrderInput): string =>
  entriesOf(wish)
    .map(([name, value]) => (typeof value === 'object' ? `${name}.${nameOf(value as OrderInput)}` : name))
    .join();

/** The one field that an entry of an order gives. */
function onlyEntry(wish: OrderInput): readonly [string, unknown] {
  const given = entriesOf(wish);
  const [entry] = given;
  if (entry && given.length === 1) return entry;
  const names = given.map(([name]) => name);
  throw badInput(
    `orderBy: expected exactly one field in each entry, but got: ${names.join(', ') || 'none'}`,
    `orderByの各要素には項目を1つだけ指定してください（指定：${names.join('、') || 'なし'}）。`,
  );
}

function orderKey(
  statement: Statement,
  wish: OrderInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
  prefix: string,
  related?: Found['related'],
): readonly OrderKey[] {
  const [name, value] = onlyEntry(wish);
  const field = fieldsOf(node)[name];
  const label = `${prefix}${name}`;
  if (field?.kind === 'property') {
    const sortedBy = field.orderBy ?? name;
    const declaration = sortedBy === 'sortKey' ? internalFields.sortKey : field;
    const sorted = read(variable, sortedBy, declaration, node, view);
    const nullable = field.nullable ?? false;
    // Every node has a position in the natural order, also one that lacks the property that is sorted by.
    const expression =
      nullable && sortedBy !== name
        ? `CASE WHEN ${read(variable, name, field, node, view)} IS NOT NULL THEN ${sorted} END`
        : sorted;
    const holds = jsonTypeOf(declaration);
    const unique = prefix === '' && sortedBy === 'sortKey' && !nullable && isUnique(node, view);
    return [{ match: null, expression, name: label, direction: value as Direction, holds, nullable, unique }];
  }
  if (field?.kind === 'valueProperty') {
    const [part, direction] = onlyEntry(value as OrderInput);
    const sorted = { name: valueProperty(name, part), presentWhen: valueProperty(name, field.presentWhen) };
    const expression = readPart(variable, sorted, field, node, view);
    const property = field.type.properties[part];
    if (!property) throw new Error(`expected a property of ${field.type.name}, but got: ${part}`);
    const holds = jsonTypeOf(property);
    const key = { match: null, expression, name: `${label}.${part}`, direction: direction as Direction, holds };
    return [{ ...key, nullable: true, unique: false }];
  }
  if (field?.kind !== 'relationship') throw new Error(`expected a sortable field of ${node.name}, but got: ${name}`);
  const target = findNode(field.target);
  if (!target) throw new Error(`expected a relationship to a node type in an order, but got one to ${field.target}`);
  const known = related?.get(name);
  if (known !== undefined) return orderKey(statement, value as OrderInput, target, known, view, `${label}.`);
  if (field.shape === 'one' || field.shape === 'required') {
    const path = pathOf(statement, field, variable, view);
    const clauses = `MATCH ${path.pattern}${where(path.conditions)}`;
    return orderKey(statement, value as OrderInput, target, path.target, view, `${label}.`).map((key) => {
      const nullable = key.nullable || field.shape === 'one';
      // An edge of its own leads to one node at most, so that a clause for all rows will do: it is twice as fast.
      if (isSingleEdge(field)) {
        const match = [`OPTIONAL ${clauses}`, ...(key.match ? [key.match] : [])].join(' ');
        return { ...key, nullable, match };
      }
      const inner = key.match ? ` ${key.match}` : '';
      const expression = `head(COLLECT { ${clauses}${inner} RETURN ${key.expression} LIMIT 1 })`;
      return { ...key, nullable, match: null, expression };
    });
  }
  const { count: direction } = value as { readonly count?: Direction | null };
  if (!direction)
    throw badInput(
      `orderBy: expected a direction of the count in "${label}", but got none`,
      `orderByの「${label}」にはcountの方向を指定してください。`,
    );
  const count = countOf(field, pathOf(statement, field, variable, view));
  // Where there is no related node, its count is missing; a count of what hangs on nothing would be 0.
  const expression = prefix === '' ? count : `CASE WHEN ${variable} IS NOT NULL THEN ${count} END`;
  return [
    { match: null, expression, name: `${label}.count`, direction, holds: 'number', nullable: false, unique: false },
  ];
}
