import { isPrinted, type PropertyDeclaration, type TextKind } from '../model/declaration.js';
import { foldDesignation } from '../model/folded-text.js';
import { readId } from '../model/stage-id.js';
import { all, type Statement } from './statement.js';

/** An input object of a filter. Null anywhere in it means "not given". */
export type FilterInput = Readonly<Record<string, unknown>>;

export const isGiven = (value: unknown) => value !== null && value !== undefined;

/** The names of the operators that are given, in a fixed order: the same question is the same statement. */
export const givenNames = (given: FilterInput): readonly string[] =>
  Object.keys(given)
    .filter((name) => isGiven(given[name]))
    .sort();

const comparisons: Readonly<Record<string, string>> = {
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
  endsWith: 'ENDS WITH',
};

/** A printed text, or each of several, as it is compared. */
export const comparable = (expression: string, { list }: Pick<PropertyDeclaration, 'list'> = {}): string =>
  list ? `[item IN ${expression} | normalize(item, NFKC)]` : `normalize(${expression}, NFKC)`;

interface Reading {
  /** The stored value that one of a request stands for. */
  readonly readValue?: (value: unknown) => unknown;
  /** Where an index has a text that is printed otherwise than it is compared. */
  readonly foldedKey?: string | null;
}

/** How a property is compared. */
export type Compared = TextKind & Pick<PropertyDeclaration, 'list' | 'nullable'>;

/** A text as it is compared: after NFKC, a designation with any dash, an id with or without a stage. */
export function asCompared(
  text: string,
  { type, designation = false }: Pick<Compared, 'type' | 'designation'>,
): string {
  if (designation) return foldDesignation(text);
  return type === 'ID' ? readId(text).id : text.normalize('NFKC');
}

/**
 * The operators of one property as a condition on an expression; null where none is given. Texts are compared as
 * `asCompared` has them; without regard to case on request.
 */
export function operators(
  statement: Statement,
  expression: string,
  { type, list = false, nullable = true, designation = false, coded = false, few = false }: Compared,
  given: FilterInput,
  { readValue = (value) => value, foldedKey = null }: Reading = {},
): string | null {
  const ignoreCase = given.ignoreCase === true;
  const textual = type === 'String' || type === 'ID';
  const compared = isPrinted({ type, designation, coded, few }) ? comparable(expression, { list }) : expression;
  const left = ignoreCase && textual ? `toLower(${compared})` : compared;
  // An index finds a text as it is kept: as it is printed and, where that is another one, as it is compared.
  const equal = (symbol: string, parameter: string) =>
    foldedKey !== null && !ignoreCase
      ? `(${expression} ${symbol} ${parameter} OR ${foldedKey} ${symbol} ${parameter})`
      : `${left} ${symbol} ${parameter}`;
  const fold = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fold);
    if (typeof value !== 'string' || !textual) return value;
    const folded = asCompared(value, { type, designation });
    return ignoreCase ? folded.toLowerCase() : folded;
  };
  const conditions = givenNames(given).flatMap((operator) => {
    const value = given[operator];
    if (operator === 'ignoreCase') return [];
    if (operator === 'isNull') return [`${expression} IS ${value === true ? '' : 'NOT '}NULL`];
    if (operator === 'isEmpty') return [`size(${expression}) ${value === true ? '=' : '>'} 0`];
    const parameter = statement.parameter(value, (bound) => fold(readValue(bound)));
    if (list && operator === 'has') return [`${parameter} IN ${compared}`];
    if (list && operator === 'hasAny') return [`any(item IN ${parameter} WHERE item IN ${compared})`];
    if (list && operator === 'hasAll') return [`all(item IN ${parameter} WHERE item IN ${compared})`];
    const orMissing = (condition: string) => (nullable ? `(${condition} OR ${left} IS NULL)` : condition);
    if (operator === 'ne') return [orMissing(`${left} <> ${parameter}`)];
    if (operator === 'eq') return [equal('=', parameter)];
    if (operator === 'in') return [equal('IN', parameter)];
    if (operator === 'notIn') return [orMissing(`NOT ${left} IN ${parameter}`)];
    const symbol = comparisons[operator];
    if (!symbol) throw new Error(`expected an operator of the filter, but got: ${operator}`);
    return [`${left} ${symbol} ${parameter}`];
  });
  return conditions.length === 0 ? null : all(conditions);
}
