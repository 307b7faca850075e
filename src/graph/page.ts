import type { OrderKey } from './order.js';
import { RequestError } from './request-error.js';
import type { Statement } from './statement.js';

export const defaultPageSize = 50;
export const maximumPageSize = 500;

/** Which part of an ordered list is wanted, by the rules of the Relay cursor connections specification. */
export interface Page {
  readonly size: number;
  readonly backward: boolean;
  /** Values of the order keys at the edge of the page; null for the first or last page. */
  readonly boundary: readonly unknown[] | null;
}

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

const refuse = (message: string, messageJa: string): never => {
  throw new RequestError('BAD_USER_INPUT', message, messageJa);
};

function size(name: 'first' | 'last', value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > maximumPageSize)
    refuse(
      `${name}: expected a whole number between 0 and ${maximumPageSize}, but got: ${value}`,
      `${name}には0から${maximumPageSize}までの整数を指定してください（指定：${value}）。`,
    );
  return value;
}

/** Reads the paging arguments of a list whose order has the given keys. */
export function pageOf({ first, after, last, before }: PageArguments, list: string, keys: readonly OrderKey[]): Page {
  const given = (value: unknown) => value !== null && value !== undefined;
  if (given(first) && given(last))
    refuse('expected first or last, but got both', 'firstとlastは同時に指定できません。');
  if (given(after) && given(before))
    refuse('expected after or before, but got both', 'afterとbeforeは同時に指定できません。');
  if ((given(last) && given(after)) || (given(first) && given(before)))
    refuse(
      'expected first with after, or last with before, but got another pair',
      'firstはafterと、lastはbeforeと組み合わせてください。',
    );
  const backward = given(last) || given(before);
  const wanted = backward ? last : first;
  const cursor = backward ? before : after;
  return {
    size: wanted === null || wanted === undefined ? defaultPageSize : size(backward ? 'last' : 'first', wanted),
    backward,
    boundary:
      cursor === null || cursor === undefined ? null : readCursor(cursor, list, keys, backward ? 'before' : 'after'),
  };
}

const signature = (list: string, keys: readonly OrderKey[]) =>
  [list, ...keys.map(({ name, direction }) => `${name} ${direction}`)].join(',');

/**
 * A cursor holds the place in the order, not a count of rows, so that it survives inserts and deletions before it.
 * It names its list and order: one of another list is refused instead of answering something else.
 */
export const writeCursor = (list: string, keys: readonly OrderKey[], values: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([signature(list, keys), ...values]), 'utf8').toString('base64url');

function readCursor(cursor: string, list: string, keys: readonly OrderKey[], argument: string): readonly unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    content = null;
  }
  if (
    !Array.isArray(content) ||
    content.length !== keys.length + 1 ||
    content.slice(1).some((value) => typeof value === 'object' && value !== null)
  )
    return refuse(
      `${argument}: expected a cursor that this list returned, but got another text`,
      `${argument}には、この一覧が返したカーソルを指定してください。`,
    );
  const [signed, ...values] = content as unknown[];
  if (signed !== signature(list, keys))
    refuse(
      `${argument}: expected a cursor of this list in this order, but got one of another list or order`,
      `${argument}のカーソルは別の一覧または別の並び順のものです。`,
    );
  return values;
}

const opposite = { ASC: 'DESC', DESC: 'ASC' } as const;

/**
 * ORDER BY over the expressions of the keys, reversed for pages that are read backwards. What is missing stands last
 * in either direction; Neo4j does so by itself only where it ascends.
 */
export const orderBy = (keys: readonly OrderKey[], expressions: readonly string[], backward: boolean): string =>
  keys
    .flatMap(({ direction, nullable }, index) => {
      const expression = expressions[index] ?? '';
      const term = `${expression} ${backward ? opposite[direction] : direction}`;
      return nullable && direction === 'DESC' ? [`${expression} IS NULL ${backward ? 'DESC' : 'ASC'}`, term] : [term];
    })
    .join(', ');

/** The condition that a row lies beyond the boundary: further in the first key, or equal there and further in the next. */
export function beyond(
  statement: Statement,
  keys: readonly OrderKey[],
  variables: readonly string[],
  { boundary, backward }: Page,
): string | null {
  if (!boundary) return null;
  const alternatives: string[] = [];
  const equal: string[] = [];
  keys.forEach((key, index) => {
    const variable = variables[index] ?? '';
    const value = boundary[index] ?? null;
    const parameter = value === null ? null : statement.parameter(value);
    const further = backward ? before(variable, parameter, key) : behind(variable, parameter, key);
    if (further) alternatives.push([...equal, further].join(' AND '));
    equal.push(parameter ? `${variable} = ${parameter}` : `${variable} IS NULL`);
  });
  return `(${alternatives.map((alternative) => `(${alternative})`).join(' OR ') || 'false'})`;
}

/** Behind a value comes what is further in the direction, and then what is missing; behind what is missing, nothing. */
function behind(variable: string, parameter: string | null, { direction, nullable }: OrderKey): string | null {
  if (!parameter) return null;
  const further = `${variable} ${direction === 'ASC' ? '>' : '<'} ${parameter}`;
  return nullable ? `(${further} OR ${variable} IS NULL)` : further;
}

function before(variable: string, parameter: string | null, { direction }: OrderKey): string {
  return parameter ? `${variable} ${direction === 'ASC' ? '<' : '>'} ${parameter}` : `${variable} IS NOT NULL`;
}
