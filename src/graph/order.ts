import type { NodeDeclaration } from '../model/declaration.js';
import { fieldsOf, findNode } from '../model/model.js';
import { internalFields } from '../model/nodes/entity.js';
import { pathOf } from './path.js';
import { RequestError } from './request-error.js';
import { read, type Statement, type View, where } from './statement.js';

export type Direction = 'ASC' | 'DESC';

/** One key of an order: a Cypher expression, a name that tells orders apart in cursors, and its direction. */
export interface OrderKey {
  readonly expression: string;
  readonly name: string;
  readonly direction: Direction;
  /** Can be missing; what is missing stands last, whichever the direction. */
  readonly nullable: boolean;
}

type OrderInput = Readonly<Record<string, unknown>>;

/**
 * The keys of an order, always completed with the id so that pages are stable. Without a wish, the natural order of
 * the type: codes and numbers as people count them.
 */
export function orderKeys(
  statement: Statement,
  wishes: readonly OrderInput[],
  node: NodeDeclaration,
  variable: string,
  view: View,
): readonly OrderKey[] {
  const keys = wishes.flatMap((wish) => orderKey(statement, wish, node, variable, view, ''));
  const naturally = read(variable, 'sortKey', internalFields.sortKey, node, view);
  const natural: OrderKey = { expression: naturally, name: 'sortKey', direction: 'ASC', nullable: false };
  const last: OrderKey = { expression: `${variable}.id`, name: 'id', direction: 'ASC', nullable: false };
  return [...(keys.length === 0 ? [natural] : keys), last];
}

function orderKey(
  statement: Statement,
  wish: OrderInput,
  node: NodeDeclaration,
  variable: string,
  view: View,
  prefix: string,
): readonly OrderKey[] {
  const given = Object.entries(wish).filter(([, value]) => value !== null && value !== undefined);
  const [entry] = given;
  if (!entry || given.length > 1)
    throw new RequestError(
      'BAD_USER_INPUT',
      `orderBy: expected exactly one field in each entry, but got: ${given.map(([name]) => name).join(', ') || 'none'}`,
      `orderByの各要素には項目を1つだけ指定してください（指定：${given.map(([name]) => name).join('、') || 'なし'}）。`,
    );
  const [name, value] = entry;
  const field = fieldsOf(node)[name];
  const label = `${prefix}${name}`;
  if (field?.kind === 'property') {
    const sortedBy = field.orderBy ?? name;
    const declaration = sortedBy === 'sortKey' ? internalFields.sortKey : field;
    const place = read(variable, sortedBy, declaration, node, view);
    const nullable = field.nullable ?? false;
    // Every node has a place in the natural order, also one that lacks the property that is sorted by.
    const expression =
      nullable && sortedBy !== name
        ? `CASE WHEN ${read(variable, name, field, node, view)} IS NOT NULL THEN ${place} END`
        : place;
    return [{ expression, name: label, direction: value as Direction, nullable }];
  }
  if (field?.kind !== 'relationship') throw new Error(`expected a sortable field of ${node.name}, but got: ${name}`);
  const target = findNode(field.target);
  if (!target) throw new Error(`expected a relationship to a node type in an order, but got one to ${field.target}`);
  if (field.shape === 'one' || field.shape === 'required') {
    const path = pathOf(statement, field, variable, view);
    return orderKey(statement, value as OrderInput, target, path.target, view, `${label}.`).map((key) => ({
      ...key,
      nullable: key.nullable || field.shape === 'one',
      expression: `head(COLLECT { MATCH ${path.pattern}${where(path.conditions)} RETURN ${key.expression} LIMIT 1 })`,
    }));
  }
  const { count: direction } = value as { readonly count?: Direction | null };
  if (!direction)
    throw new RequestError(
      'BAD_USER_INPUT',
      `orderBy: expected a direction of the count in "${label}", but got none`,
      `orderByの「${label}」にはcountの方向を指定してください。`,
    );
  const path = pathOf(statement, field, variable, view);
  const expression = `COUNT { MATCH ${path.pattern}${where(path.conditions)} RETURN DISTINCT ${path.target} }`;
  return [{ expression, name: `${label}.count`, direction, nullable: false }];
}
