import { badInput, wholeNumber } from '../refusal.js';
import { type Variables, valueIn } from './binding.js';
import { decodeCursor, encodeCursor, noCursor } from './cursor.js';
import { isGiven } from './operators.js';
import type { Direction, OrderKey } from './order.js';
import type { Statement } from './statement.js';

export const defaultPageSize = 50;
export const maximumPageSize = 500;

/** Which part of an ordered list is wanted, by the rules of the Relay cursor connections specification. */
export interface Page {
  readonly backward: boolean;
  /** A boundary is given: the page does not start at the first or last row. */
  readonly bounded: boolean;
  /** Refuses a size or a boundary that a request cannot mean. */
  check(variables: Variables): void;
  /** The number of rows, in one request. */
  size(variables: Variables): number;
  /** The same as a parameter, with this many more rows. */
  limit(more: number): { readonly value: unknown; readonly fold: (given: unknown) => unknown };
  /** The value of an order key at the boundary, in one request. */
  boundary(index: number): { readonly value: unknown; readonly fold: (cursor: unknown) => unknown };
}

export interface PageArguments {
  readonly first?: unknown;
  readonly after?: unknown;
  readonly last?: unknown;
  readonly before?: unknown;
}

const refuse = (message: string, messageJa: string): never => {
  throw badInput(message, messageJa);
};

const checkedSize = (name: 'first' | 'last', value: unknown): number => wholeNumber(name, value, 0, maximumPageSize);

/** The size of a page whatever it starts at: what `first` or `last` say, or the default. */
function sizeOf({ first, last }: PageArguments) {
  const [name, value] = isGiven(last) ? (['last', last] as const) : (['first', first] as const);
  return { value, read: (given: unknown) => (isGiven(given) ? checkedSize(name, given) : defaultPageSize) };
}

/** The number of rows that a list may have at most, in one request. */
export function pageSize(page: PageArguments, variables: Variables): number {
  const { value, read } = sizeOf(page);
  return read(valueIn(value, variables));
}

/** Where a page starts, and which way it goes from there. */
interface Start {
  readonly backward: boolean;
  /** Not given where the page starts at an end of the list. */
  readonly cursor: unknown;
  /** The argument that gives the cursor. */
  readonly argument: 'after' | 'before';
}

/** Reads which way a page goes; refuses arguments that contradict each other. */
export function startOf({ first, after, last, before }: PageArguments): Start {
  if (isGiven(first) && isGiven(last))
    refuse('expected first or last, but got both', 'firstとlastは同時に指定できません。');
  if (isGiven(after) && isGiven(before))
    refuse('expected after or before, but got both', 'afterとbeforeは同時に指定できません。');
  if ((isGiven(last) && isGiven(after)) || (isGiven(first) && isGiven(before)))
    refuse(
      'expected first with after, or last with before, but got another pair',
      'firstはafterと、lastはbeforeと組み合わせてください。',
    );
  return isGiven(last) || isGiven(before)
    ? { backward: true, cursor: before, argument: 'before' }
    : { backward: false, cursor: after, argument: 'after' };
}

/** Reads the paging arguments of a list whose order has the given keys. */
export function pageOf(page: PageArguments, list: string, keys: readonly OrderKey[]): Page {
  const { backward, cursor, argument } = startOf(page);
  const values = (given: unknown) => readCursor(String(given), list, keys, argument);
  return {
    check: (variables) => {
      pageSize(page, variables);
      if (isGiven(cursor)) values(valueIn(cursor, variables));
    },
    backward,
    bounded: isGiven(cursor),
    size: (variables) => pageSize(page, variables),
    limit: (more) => {
      const { value, read } = sizeOf(page);
      return { value, fold: (given) => read(given) + more };
    },
    boundary: (index) => ({
      value: cursor,
      fold: (given) => values(given)[index] ?? null,
    }),
  };
}

const signature = (list: string, keys: readonly OrderKey[]) =>
  [list, ...keys.map(({ name, direction }) => `${name} ${direction}`)].join(',');

/**
 * A cursor holds the position in the order, not a count of rows, so that it survives inserts and deletions before it.
 * It names its list and order: one of another list is refused instead of answering something else.
 */
export const writeCursor = (list: string, keys: readonly OrderKey[], values: readonly unknown[]): string =>
  encodeCursor([signature(list, keys), ...values]);

function readCursor(cursor: string, list: string, keys: readonly OrderKey[], argument: string): readonly unknown[] {
  const [signed, ...values] = decodeCursor(cursor);
  if (typeof signed !== 'string') throw noCursor(argument);
  if (signed !== signature(list, keys))
    refuse(
      `${argument}: expected a cursor of this list in this order, but got one of another list or order`,
      `${argument}のカーソルは別の一覧または別の並び順のものです。`,
    );
  if (values.length !== keys.length || !values.every((value, index) => mayStand(value, keys[index])))
    throw noCursor(argument);
  return values;
}

/** Compared with a value of another kind, every row would lie nowhere. A filter can make a key be there always that was not. */
const mayStand = (value: unknown, key: OrderKey | undefined): boolean =>
  value === null ? key?.unique !== true : typeof value === key?.holds;

const opposite = { ASC: 'DESC', DESC: 'ASC' } as const;

/**
 * ORDER BY over the expressions of the keys, reversed for pages that are read backwards. What is missing stands last
 * in either direction; Neo4j does so by itself only where it ascends.
 */
export const orderBy = (keys: readonly OrderKey[], expressions: readonly string[], backward: boolean): string =>
  keys
    .flatMap(({ direction, nullable }, index) => {
      const expression = expressions[index] ?? '';
      const term = ordered(expression, backward ? opposite[direction] : direction);
      return isSortedTwice({ nullable, direction })
        ? [ordered(`${expression} IS NULL`, backward ? 'DESC' : 'ASC'), term]
        : [term];
    })
    .join(', ');

/** Whether ORDER BY goes by a key in two ways: whether it is there, and what it is. */
export const isSortedTwice = ({ nullable, direction }: Pick<OrderKey, 'nullable' | 'direction'>): boolean =>
  nullable && direction === 'DESC';

/** Ascending is Cypher's default; the driver sends long statements in more than one piece. */
const ordered = (expression: string, direction: Direction) => (direction === 'ASC' ? expression : `${expression} DESC`);

/** The condition that a row lies beyond the boundary: further in the first key, or equal there and further in the next. */
export function beyond(
  statement: Statement,
  keys: readonly OrderKey[],
  variables: readonly string[],
  page: Page,
): string {
  const alternatives: string[] = [];
  const equal: string[] = [];
  keys.forEach((key, index) => {
    const variable = variables[index] ?? '';
    const { value, fold } = page.boundary(index);
    const parameter = statement.parameter(value, fold);
    const further = page.backward ? before(variable, parameter, key) : behind(variable, parameter, key);
    alternatives.push([...equal, further].join(' AND '));
    const both = key.nullable ? ` OR (${variable} IS NULL AND ${parameter} IS NULL)` : '';
    equal.push(`(${variable} = ${parameter}${both})`);
  });
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' OR ')})`;
}

/** Behind a value comes what is further in the direction, and then what is missing; behind what is missing, nothing. */
function behind(variable: string, parameter: string, { direction, nullable }: OrderKey): string {
  const further = `${variable} ${direction === 'ASC' ? '>' : '<'} ${parameter}`;
  return nullable ? `(${further} OR (${variable} IS NULL AND ${parameter} IS NOT NULL))` : further;
}

function before(variable: string, parameter: string, { direction, nullable }: OrderKey): string {
  const further = `${variable} ${direction === 'ASC' ? '<' : '>'} ${parameter}`;
  return nullable ? `(${further} OR (${variable} IS NOT NULL AND ${parameter} IS NULL))` : further;
}
