import { type FieldNode, GraphQLError, type OperationDefinitionNode, type ValidationRule } from 'graphql';
import type { ErrorCode } from '../error-codes.js';
import { Refusal } from '../refusal.js';
import type { RequestLimits } from '../settings.js';
import { type OperationSize, sizeOf, type Tally, wayTo } from './operation-size.js';

/** How many errors of a document are told; validation ends with them. */
export const maximumErrors = 5;

/** Enough for what an IDE asks to know the schema; beyond it somebody walks in circles. */
const deepestIntrospection = 20;

type Limits = Pick<RequestLimits, 'depth' | 'aliases' | 'directives'>;

/**
 * The validation rule that refuses operations larger than the limits. It looks at the document only, never at variables,
 * because a document that passed is kept and not validated again.
 */
export const operationLimits =
  (limits: Limits, measure: typeof sizeOf = sizeOf): ValidationRule =>
  (context) => ({
    Document(document) {
      const refuse = (operation: OperationDefinitionNode, { refusal, field }: Blame) => {
        const error = new GraphQLError(refusal.message, { nodes: field ?? operation, originalError: refusal });
        // Each report beyond the most errors that are told ends the validation: other rules take too long over what is
        // too large, comparing all of its fields with one another.
        for (let count = 0; count <= maximumErrors; count++) context.reportError(error);
      };
      for (const operation of document.definitions) {
        if (operation.kind !== 'OperationDefinition') continue;
        if (!context.getSchema().getRootType(operation.operation))
          refuse(operation, { refusal: new Refusal('OPERATION_NOT_SUPPORTED') });
        for (const blame of blames(limits, () => measure(document, operation))) refuse(operation, blame);
      }
    },
  });

/** A refusal, and the field to blame where there is one. */
interface Blame {
  readonly refusal: Refusal;
  readonly field?: FieldNode | undefined;
}

/** What is over its limit. A size that cannot be measured is refused too: a limit that fails must not let through. */
function blames(limits: Limits, measure: () => OperationSize): readonly Blame[] {
  try {
    const { depth, introspectionDepth, aliases, directives } = measure();
    return [
      ...over('TOO_DEEP', depth, limits.depth, 'levels', '階層'),
      ...over(
        'TOO_DEEP',
        introspectionDepth,
        deepestIntrospection,
        'levels of introspection',
        '階層（スキーマの照会）',
      ),
      ...over('TOO_MANY_ALIASES', aliases, limits.aliases, 'aliases or repeated fields', '個の別名・繰り返し項目'),
      ...over('TOO_MANY_DIRECTIVES', directives, limits.directives, 'directives', '個のディレクティブ'),
    ];
  } catch (error) {
    return [{ refusal: new Refusal('LIMITS_NOT_CHECKED', undefined, undefined, { cause: error }) }];
  }
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
