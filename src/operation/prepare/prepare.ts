import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationRule,
} from 'graphql';
import { schema } from '../../api/schema.js';
import { errorCodes } from '../../error-codes.js';
import { PlanCache } from '../../graph/plan.js';
import { Refusal } from '../../refusal.js';
import { type RequestLimits, readSettings } from '../../settings.js';
import { checkExtent, tokensOf } from './document-extent.js';
import { InvalidOperation } from './invalid-operation.js';
import { checkedFields, refusedAt } from './operation-limits.js';
import { sizeOf } from './operation-size.js';
import { PreparedOperation, type Schemas, schemasOf } from './prepared-operation.js';
import { refusalOf, validationErrors } from './validation-words.js';

export interface PrepareOptions {
  readonly schemas: Schemas;
  readonly limits: Pick<RequestLimits, 'tokens' | 'depth' | 'aliases' | 'directives'>;
  /** Whether clients may read the schema. */
  readonly introspection: boolean;
  readonly plans: PlanCache;
  /** Measures an operation; another one than `sizeOf` in tests. */
  readonly measure?: typeof sizeOf;
}

/**
 * Prepares an operation of a document: parses and measures it, and validates it against the schema. Throws a `Refusal` or
 * an `InvalidOperation` where it may not be executed. Sizes are checked before the document is validated, as the rules of
 * validation take too long over what is too large: they compare all of its fields with one another.
 */
export function prepare(text: string, operationName: string | null, options: PrepareOptions): PreparedOperation {
  const { schemas, limits, plans, introspection, measure = sizeOf } = options;
  const document = parsed(text, limits.tokens);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fields = new Map<OperationDefinitionNode, ReadonlySet<string>>();
  for (const operation of operations) {
    // There are no mutations yet. With a root type they are prepared, admitted and executed as queries are.
    if (!schemas.schema.getRootType(operation.operation))
      throw new InvalidOperation([refusedAt(operation, new Refusal('OPERATION_NOT_SUPPORTED'))]);
    fields.set(operation, checkedFields(document, operation, limits, measure));
  }
  const rules = introspection ? specifiedRules : [...specifiedRules, noIntrospection];
  const errors = validationErrors(schemas.schema, document, rules, introspection);
  if (errors.length > 0) throw new InvalidOperation(errors);
  const operation = getOperationAST(document, operationName) ?? refuseName(operations, operationName);
  return new PreparedOperation(
    { document, operation, hash: hashOf(text), fields: fields.get(operation) ?? new Set(), hints: introspection },
    schemas,
    plans.of(operation),
  );
}

/** Refuses fields that read the schema. */
const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (node.name.value === '__schema' || node.name.value === '__type')
      context.reportError(refusedAt(node, new Refusal('INTROSPECTION_DISABLED')));
  },
});

/** SHA-256 of a document's text. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function parsed(text: string, maxTokens: number): DocumentNode {
  checkExtent(text);
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // The parser gives up at the first token that is one too many.
    const isTooLong = [...tokensOf(text)][maxTokens]?.start === error.positions?.[0];
    if (isTooLong) throw new InvalidOperation([tooManyTokens(maxTokens, error)]);
    const ja = `構文に誤りがあります（${error.message.slice('Syntax Error: '.length)}）。`;
    throw new InvalidOperation([refusalOf(error, { ja }, 'GRAPHQL_PARSE_FAILED', false)]);
  }
}

function tooManyTokens(limit: number, error: GraphQLError): GraphQLError {
  const { source = null, positions = null } = error;
  const { message, messageJa } = errorCodes.TOO_MANY_TOKENS;
  const [en, ja] = [`${message} At most ${limit} tokens are allowed.`, `${messageJa}トークンの上限は${limit}個です。`];
  return new GraphQLError(en, { source, positions, originalError: new Refusal('TOO_MANY_TOKENS', en, ja) });
}

/** Names of operations that an error lists. */
const mostNames = 20;

function refuseName(operations: readonly OperationDefinitionNode[], requested: string | null): never {
  const names = operations.flatMap(({ name }) => (name ? [name.value] : []));
  if (names.length === 0)
    throw new Refusal(
      'OPERATION_RESOLUTION_FAILURE',
      'operationName: the document has no operation of that name; leave it out.',
      '文書の操作には名前がありません。operationNameを指定しないでください。',
    );
  const shown = names.slice(0, mostNames);
  const [got, gotJa] = requested ? [`"${requested}"`, `「${requested}」という操作は文書にありません。`] : ['none', ''];
  throw new Refusal(
    'OPERATION_RESOLUTION_FAILURE',
    `operationName: expected one of ${shown.join(', ')}, but got ${got}.`,
    `${gotJa}operationNameには${shown.join('、')}のいずれかを指定してください。`,
  );
}

/** Prepares an operation of the service's own. */
export const prepareOwn = (text: string): PreparedOperation =>
  prepare(text, null, {
    schemas: schemasOf(schema()),
    limits: readSettings({}).http.limits,
    introspection: true,
    plans: new PlanCache(),
  });
