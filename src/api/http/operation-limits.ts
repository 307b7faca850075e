import { GraphQLError, type OperationDefinitionNode, type ValidationRule } from 'graphql';
import type { RequestLimits } from '../../settings.js';
import type { ErrorCode } from '../error-codes.js';
import { Refusal } from '../errors.js';
import { type OperationSize, sizeOf } from './operation-size.js';

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
      const refuse = (operation: OperationDefinitionNode, refusal: Refusal) => {
        const error = new GraphQLError(refusal.message, { nodes: operation, originalError: refusal });
        // Each report beyond the most errors that are told ends the validation: other rules take too long over what is
        // too large, comparing all of its fields with one another.
        for (let count = 0; count <= maximumErrors; count++) context.reportError(error);
      };
      for (const operation of document.definitions) {
        if (operation.kind !== 'OperationDefinition') continue;
        if (!context.getSchema().getRootType(operation.operation))
          refuse(operation, new Refusal('OPERATION_NOT_SUPPORTED'));
        for (const refusal of refusals(limits, () => measure(document, operation))) refuse(operation, refusal);
      }
    },
  });

/** What is over its limit. A size that cannot be measured is refused too: a limit that fails must not let through. */
function refusals(limits: Limits, measure: () => OperationSize): readonly Refusal[] {
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
    return [new Refusal('LIMITS_NOT_CHECKED', undefined, {}, { cause: error })];
  }
}

function over(code: ErrorCode, count: number, limit: number, what: string, whatJa: string): readonly Refusal[] {
  // Written so that NaN counts as over.
  if (count <= limit) return [];
  const message = `The operation has ${count} ${what}, but at most ${limit} are allowed.`;
  const messageJa = `この操作には${count}${whatJa}があります。上限は${limit}です。`;
  return [new Refusal(code, { message, messageJa })];
}
