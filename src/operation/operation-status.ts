import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type FormattedExecutionResult, Kind } from 'graphql';
import { type ErrorEntry, hiddenBehind } from '../api/errors.js';
import { meaningOf } from '../error-codes.js';
import { Refusal } from '../refusal.js';
import { yieldIfLong } from '../yielding.js';
import type { RequestContext } from './context.js';
import { gravest, hashStart } from './operation-record.js';

type Result = FormattedExecutionResult;

/** The plugin that gives the answer of an operation its HTTP status, and tells the record of the request about it. */
export const operationStatus: ApolloServerPlugin<RequestContext> = {
  async unexpectedErrorProcessingRequest({ requestContext: { contextValue }, error }) {
    contextValue.record.hidden.push(error);
  },
  async requestDidStart({ contextValue: { record, requestId, legacyClient, onlyQueries } }) {
    return {
      async didResolveSource({ queryHash }) {
        record.document = hashStart(queryHash);
      },
      async didResolveOperation({ document, operation, operationName, request, response }) {
        if (!operation) throw unresolved(document, request.operationName);
        record.kind = operation.operation;
        record.operation = operationName;
        if (!onlyQueries || operation.operation === 'query') return;
        response.http.headers.set('allow', 'POST');
        throw new Refusal(
          'METHOD_NOT_ALLOWED',
          `By GET there are only queries; send a ${operation.operation} by POST.`,
          'GETで実行できるのはqueryだけです。POSTで送ってください。',
        );
      },
      async willSendResponse({ response: { body, http } }) {
        if (body.kind !== 'single') return;
        // Writing a large answer as JSON is a turn's work of its own.
        await yieldIfLong();
        record.settled = true;
        const { errors = [] } = body.singleResult;
        if (errors.length === 0) return;
        for (const entry of errors) {
          const hidden = hiddenBehind(entry);
          if (hidden !== undefined) record.hidden.push(hidden);
        }
        record.code = gravest((errors as readonly ErrorEntry[]).map(({ extensions }) => extensions.code));
        const settled = settle(body.singleResult, { legacyClient, requestId });
        body.singleResult = settled.result;
        http.status = settled.status;
        if (settled.status === 503) http.headers.set('retry-after', '1');
      },
    };
  },
};

/** Said here and not by whatever executes, which may not look for an operation that is not there. */
function unresolved({ definitions }: DocumentNode, asked: string | null | undefined): Refusal {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap(({ name }) => (name ? [name.value] : []));
  if (names.length === 0)
    return new Refusal(
      'OPERATION_RESOLUTION_FAILURE',
      'operationName: the document has no operation of that name; leave it out.',
      '文書の操作には名前がありません。operationNameを指定しないでください。',
    );
  const [got, gotJa] = asked ? [`"${asked}"`, `「${asked}」という操作は文書にありません。`] : ['none', ''];
  return new Refusal(
    'OPERATION_RESOLUTION_FAILURE',
    `operationName: expected one of ${names.join(', ')}, but got ${got}.`,
    `${gotJa}operationNameには${names.join('、')}のいずれかを指定してください。`,
  );
}

/**
 * What is sent for a result with errors, and with which status. As GraphQL over HTTP wants it, a result with data is a
 * success, whatever errors stand beside it. Where the database failed and nothing of the answer is left, it is one error
 * instead of one for every field. To a client that names application/json a well-formed request is a success too.
 */
export function settle(
  result: Result,
  { legacyClient, requestId }: { readonly legacyClient: boolean; readonly requestId: string },
): { readonly result: Result; readonly status: number } {
  const errors = distinct((result.errors ?? []) as readonly ErrorEntry[]).map((entry) =>
    withRequestId(entry, requestId),
  );
  const outage = errors.find(({ extensions }) => outages.has(extensions.code));
  if (outage && nothingLeft(result)) {
    const { message, extensions } = outage;
    return { result: { errors: [{ message, extensions }] }, status: meaningOf(extensions.code).status };
  }
  const answer = { ...result, errors };
  const meanings = errors.map(({ extensions }) => meaningOf(extensions.code));
  const status = Math.max(...meanings.map((meaning) => meaning.status));
  if (result.data === undefined)
    return { result: answer, status: legacyClient && meanings.every(({ wellFormed }) => wellFormed) ? 200 : status };
  return { result: answer, status: result.data === null && status >= 500 ? status : 200 };
}

/** Errors that are nobody's mistake: the same request may succeed a moment later. */
const outages: ReadonlySet<string> = new Set(['SERVICE_UNAVAILABLE', 'OVERLOADED', 'TIMEOUT']);

const nothingLeft = ({ data }: Result) => !data || Object.values(data).every((value) => value === null);

/** Without those that say what another says; a limit that is exceeded also makes everything said after it beside the point. */
function distinct(errors: readonly ErrorEntry[]): readonly ErrorEntry[] {
  const limits = errors.filter(({ extensions }) => limitCodes.has(extensions.code));
  const seen = new Set<string>();
  return (limits.length > 0 ? limits : errors).filter((entry) => {
    const text = JSON.stringify(entry);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

const limitCodes: ReadonlySet<string> = new Set([
  'TOO_DEEP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'LIMITS_NOT_CHECKED',
  'OPERATION_NOT_SUPPORTED',
]);

const withRequestId = (entry: ErrorEntry, requestId: string): ErrorEntry =>
  entry.extensions.code === 'INTERNAL_SERVER_ERROR'
    ? { ...entry, extensions: { ...entry.extensions, requestId } }
    : entry;
