import { type ErrorEntry, hiddenBehind } from '../../api/errors.js';
import { meaningOf } from '../../error-codes.js';
import { gravest, type OperationRecord } from '../operation-record.js';

/** The result of an operation, with its errors as clients see them. */
export interface Result {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly ErrorEntry[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** What is sent for a result, and with which status. */
export interface Settled {
  readonly result: Result;
  readonly status: number;
}

/** Settles a result, and tells the record of the request about its errors. */
export function settle(result: Result, legacyClient: boolean, record: OperationRecord): Settled {
  const { errors = [] } = result;
  if (errors.length === 0) return { result, status: 200 };
  record.hidden.push(...errors.map(hiddenBehind).filter((error) => error !== undefined));
  record.code = gravest(errors.map(({ extensions }) => extensions.code));
  return withStatus(result, { legacyClient, requestId: record.requestId });
}

/**
 * The status of a result with errors. As GraphQL over HTTP wants it, a result with data is a success, whatever errors stand
 * beside it. Where the database failed and nothing of the answer is left, it is one error instead of one for every field.
 * To a client that names application/json a well-formed request is a success too.
 */
export function withStatus(
  result: Result,
  { legacyClient, requestId }: { readonly legacyClient: boolean; readonly requestId: string },
): Settled {
  const errors = distinct(result.errors ?? []).map((entry) => withRequestId(entry, requestId));
  const outage = cameToNothing({ ...result, errors });
  if (outage) {
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

/** The error because of which nothing of an answer is left; undefined where something is. */
export function cameToNothing({ data, errors = [] }: Result): ErrorEntry | undefined {
  if (data && Object.values(data).some((value) => value !== null)) return undefined;
  return errors.find(({ extensions }) => outages.has(extensions.code));
}

/** Without errors that say what another says; where something is nested too deeply, all else is beside the point. */
function distinct(errors: readonly ErrorEntry[]): readonly ErrorEntry[] {
  const tooDeep = errors.filter(({ extensions }) => extensions.code === 'TOO_DEEP');
  const texts = new Map((tooDeep.length > 0 ? tooDeep : errors).map((entry) => [JSON.stringify(entry), entry]));
  return [...texts.values()];
}

/** An entry with the id under which the log has what it does not tell. */
export const withRequestId = (entry: ErrorEntry, requestId: string): ErrorEntry =>
  entry.extensions.code === 'INTERNAL_SERVER_ERROR'
    ? { ...entry, extensions: { ...entry.extensions, requestId } }
    : entry;
