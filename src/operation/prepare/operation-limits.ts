import { type DocumentNode, type FieldNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { ErrorCode } from '../../error-codes.js';
import { Refusal } from '../../refusal.js';
import type { RequestLimits } from '../../settings.js';
import { InvalidOperation } from './invalid-operation.js';
import { type OperationSize, sizeOf, type Tally, wayTo } from './operation-size.js';

/** Enough for what an IDE asks to know the schema; beyond it somebody walks in circles. */
const deepestIntrospection = 20;

type Limits = Pick<RequestLimits, 'depth' | 'aliases' | 'directives'>;

/** A refusal, with its place in the document. */
export const refusedAt = (node: FieldNode | OperationDefinitionNode, refusal: Refusal): GraphQLError =>
  new GraphQLError(refusal.message, { nodes: node, originalError: refusal });

/** The names of all fields of an operation. Refuses one that is over a limit, or whose size cannot be measured. */
export function checkedFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: Limits,
  measure = sizeOf,
): ReadonlySet<string> {
  const { depth, introspectionDepth, aliases, directives, fields } = measured(() => measure(document, operation));
  const errors = [
    ...over('TOO_DEEP', depth, limits.depth, 'levels', '階層'),
    ...over('TOO_DEEP', introspectionDepth, deepestIntrospection, 'levels of introspection', '階層（スキーマの照会）'),
    ...over('TOO_MANY_ALIASES', aliases, limits.aliases, 'aliases or repeated fields', '個の別名・繰り返し項目'),
    ...over('TOO_MANY_DIRECTIVES', directives, limits.directives, 'directives', '個のディレクティブ'),
  ].map(({ refusal, field }) => refusedAt(field ?? operation, refusal));
  if (errors.length > 0) throw new InvalidOperation(errors);
  return fields;
}

function measured(measure: () => OperationSize): OperationSize {
  try {
    return measure();
  } catch (cause) {
    throw new Refusal('LIMITS_NOT_CHECKED', undefined, undefined, { cause });
  }
}

/** A refusal, and the field to blame where there is one. */
interface Blame {
  readonly refusal: Refusal;
  readonly field?: FieldNode | undefined;
}

/**
 * Blames the first field that is too deep; for other sizes the deepest one that has half of what is counted, or, where
 * none has, the field of the first level that has most.
 */
function over(code: ErrorCode, tally: Tally, limit: number, what: string, whatJa: string): readonly Blame[] {
  const { count } = tally;
  // Written so that NaN counts as over.
  if (count <= limit) return [];
  const way = wayTo(tally, code === 'TOO_DEEP' ? count - limit : count / 2);
  const path = way.map(({ field: { alias, name } }) => (alias ?? name).value).join('.');
  const [blame, blameJa] = blaming(code, path, way.at(-1)?.count ?? 0);
  const message = `The operation has ${count} ${what}, but at most ${limit} are allowed${blame}.`;
  const messageJa = `この操作には${count}${whatJa}があります。上限は${limit}です。${blameJa}`;
  return [{ refusal: new Refusal(code, message, messageJa), field: way.at(-1)?.field }];
}

function blaming(code: ErrorCode, path: string, count: number): readonly [string, string] {
  if (path === '') return ['', ''];
  if (code === 'TOO_DEEP') return [`; "${path}" is too deep`, `「${path}」は深すぎます。`];
  if (count === 1) return [`; "${path}" is one of them`, `「${path}」もその1つです。`];
  return [`; "${path}" has ${count} of them`, `うち${count}個は「${path}」にあります。`];
}
