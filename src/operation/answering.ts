import { Municipalities } from '../analysis/municipalities.js';
import type { Connection } from '../database/connection.js';
import { AnswerRoom } from '../graph/answer-room.js';
import { CoalescedReads, type ReadByKeys } from '../graph/coalesced-reads.js';
import type { Planner, ProfiledRead, Read } from '../graph/engine.js';
import { PlanCache } from '../graph/plan.js';
import { RevisionReader } from '../graph/revision.js';
import type { Exchange } from '../http/exchange.js';
import type { Accepted, GraphqlRequest } from '../http/graphql-request.js';
import type { Metrics } from '../http/metrics.js';
import type { HttpAnswer } from '../http/respond.js';
import { deferIfLong, yieldIfLong } from '../yielding.js';
import { type AnswerCache, entityTag, type KeptAnswer, matches, questionKey, timeless } from './answer-cache.js';
import type { CarryingOut } from './carrying-out.js';
import { requestContext } from './context.js';
import type { OperationRecord } from './operation-record.js';

export interface AnsweringOptions {
  readonly carryingOut: Pick<CarryingOut, 'of'>;
  readonly connection: Pick<Connection, 'read' | 'profile'>;
  readonly cache: AnswerCache;
  readonly metrics: Metrics;
  /** Knows what the database has planned; without it every part of an operation is one statement. */
  readonly planner?: Planner | null;
  /** Milliseconds a statement may take. */
  readonly deadline: number;
  /** Characters that an operation may read of the graph. */
  readonly largestAnswer: number;
  /** Changes whenever equal questions at an equal revision may get another answer, or none: part of every entity tag. */
  readonly program: string;
  /** Headers, with their values, that make an answer another one: with one of them it is neither kept nor taken from memory. */
  readonly distinguishingHeaders: Readonly<Record<string, readonly string[]>>;
}

/** Under which key and revision an answer may be kept; no revision where it is not known. */
interface Place {
  readonly key: string;
  readonly revision: string | null;
}

/** A revision that was read longer ago than so many milliseconds is read anew for the answers to come. */
const revisionAge = 50;
/** How long reading the revision may take; beyond it a request goes on without knowing it. */
const revisionTimeout = 1_000;

/** Until there are accounts everybody is the same. */
const role = 'anonymous';

const vary = 'Accept, Accept-Encoding';
/** Of answers that a browser may keep, if it asks each time whether they still hold. */
const keepable = { 'cache-control': 'private, no-cache', vary };

/** Answers GraphQL requests: from memory where that is sure to be what the graph would say now, else by carrying them out. */
export class Answering {
  private readonly options: AnsweringOptions;
  private readonly plans = new PlanCache();
  private readonly municipalities = new Municipalities();
  private readonly revision: RevisionReader;
  private readonly coalesced: CoalescedReads;

  constructor(options: AnsweringOptions) {
    this.options = options;
    const { connection, metrics, deadline } = options;
    this.coalesced = new CoalescedReads((cypher, parameters, signal, check) =>
      metrics.database(() => connection.read(cypher, parameters, { timeout: deadline, signal, check })),
    );
    this.revision = new RevisionReader((cypher, parameters) =>
      metrics.database(() => connection.read(cypher, parameters, { timeout: revisionTimeout })),
    );
  }

  async answer(asked: GraphqlRequest, exchange: Exchange): Promise<HttpAnswer> {
    const { cache, program } = this.options;
    const { request, record } = exchange;
    if (this.isDistinguished(request)) return this.carryOut(asked, exchange);
    const anew = wantsAnew(request);
    record.cache = anew ? 'bypass' : 'miss';
    if (goesPastCache(request)) return this.carryOut(asked, exchange);
    const key = questionKey({ ...asked, role, program });
    const kept = anew ? undefined : cache.get(key);
    const known = anew ? undefined : request.headers['if-none-match'];

    if (known !== undefined && matches(known, entityTag(timeless, key)))
      return stillHolds(entityTag(timeless, key), record);
    if (kept?.revision === timeless) return fromMemory(kept, exchange);
    // Without an answer at hand there is none that could be stale.
    if (!kept && known === undefined)
      return this.carryOut(asked, exchange, { key, revision: await this.told(this.revision.past(revisionAge)) });

    const revision = await this.told(this.revision.fresh());
    if (revision === null) return this.carryOut(asked, exchange);
    if (known !== undefined && matches(known, entityTag(revision, key)))
      return stillHolds(entityTag(revision, key), record);
    if (kept?.revision === revision) return fromMemory(kept, exchange);
    return this.carryOut(asked, exchange, { key, revision });
  }

  /** A revision that the graph holds; null where it is not known. */
  private async told(asked: Promise<string | null>): Promise<string | null> {
    const revision = await ifKnown(asked);
    if (revision !== null) this.options.cache.isAt(revision);
    return revision;
  }

  /**
   * Carries the operation out. Its answer is kept under the revision that was true before: what was read since then is of
   * that revision or of a later one, and being too new is no fault, as nobody will ask for a past revision any more.
   */
  private async carryOut(asked: GraphqlRequest, exchange: Exchange, place?: Place): Promise<HttpAnswer> {
    const { carryingOut, cache } = this.options;
    const { request, record, accepted, signal } = exchange;
    const { read, readByKeys, profile, revision: revisionNow, reads } = this.doorFor(signal);
    const caller = {
      role,
      signal,
      record,
      legacyClient: accepted.legacy,
      onlyQueries: request.method === 'GET',
      revision: revisionNow,
      municipalities: this.municipalities,
    };
    const whole = this.isDistinguished(request);
    // An account of what was asked is one of this request alone.
    const shared = whole ? undefined : readByKeys;
    const room = new AnswerRoom(this.options.largestAnswer);
    const context = requestContext(
      read,
      record.requestId,
      this.plans,
      caller,
      profile,
      shared,
      room,
      this.options.planner,
    );
    record.timings = context.timings;
    const { status, headers, text } = await carryingOut.of(asked, exchange, context, whole);
    await yieldIfLong();
    const bytes = Buffer.from(text);
    const revision = reads() === 0 ? timeless : place?.revision;
    if (place && revision && status === 200 && record.code === 'OK' && record.kind === 'query') {
      const { operation, document } = record;
      const etag = entityTag(revision, place.key);
      const kept = { revision, etag, body: bytes, compressed: new Map(), operation, document };
      cache.keep(place.key, kept);
      return keptAnswer(kept, accepted);
    }
    const own = { 'content-type': accepted.contentType, 'cache-control': 'no-store', vary };
    return { status, headers: { ...headers, ...own }, body: bytes };
  }

  private isDistinguished({ headers }: Exchange['request']): boolean {
    const distinguishing = Object.entries(this.options.distinguishingHeaders);
    return distinguishing.some(([name, values]) => values.includes(String(headers[name])));
  }

  /** The door to the graph for one request, and how often it was used. */
  private doorFor(signal: AbortSignal): {
    readonly read: Read;
    readonly readByKeys: ReadByKeys;
    readonly profile: ProfiledRead;
    readonly revision: () => Promise<string | null>;
    readonly reads: () => number;
  } {
    const { connection, metrics, deadline: timeout } = this.options;
    let reads = 0;
    const counted = <Result>(call: () => Promise<Result>) => {
      reads++;
      return metrics.database(call);
    };
    return {
      reads: () => reads,
      // Understanding many rows was a turn's work; what is made of them is another's. So is writing many keys.
      read: async (cypher, parameters, check) => {
        const options = { timeout, signal, ...(check ? { check } : {}) };
        return deferIfLong(await counted(() => connection.read(cypher, parameters, options)));
      },
      readByKeys: async (cypher, parameters, keys, check) => {
        reads++;
        return deferIfLong(await this.coalesced.ask(cypher, parameters, await deferIfLong(keys), signal, check));
      },
      profile: (cypher, parameters, check) =>
        counted(() => connection.profile(cypher, parameters, { timeout, signal, ...(check ? { check } : {}) })),
      // What is answered from memory under a revision depends on the graph too.
      revision: () => {
        reads++;
        return ifKnown(this.revision.fresh());
      },
    };
  }
}

/** A revision; null where the database does not tell. */
async function ifKnown(revision: Promise<string | null>): Promise<string | null> {
  try {
    return await revision;
  } catch {
    // It means only that nothing can be kept: what the operation needs of the database, it will ask for itself.
    return null;
  }
}

function stillHolds(etag: string, record: OperationRecord): HttpAnswer {
  Object.assign(record, { cache: 'revalidated', kind: 'query' } satisfies Partial<OperationRecord>);
  return { status: 304, headers: { etag, ...keepable }, body: null };
}

function fromMemory(kept: KeptAnswer, { record, accepted }: Exchange): HttpAnswer {
  const { operation, document } = kept;
  Object.assign(record, { cache: 'hit', kind: 'query', operation, document } satisfies Partial<OperationRecord>);
  return keptAnswer(kept, accepted);
}

const keptAnswer = ({ body, etag, compressed }: KeptAnswer, { contentType }: Accepted): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': contentType, etag, ...keepable },
  body,
  compressed,
});

/** Neither from memory nor kept there: for measuring. */
const goesPastCache = ({ headers }: Exchange['request']) => headers['x-no-cache'] === '1';

const wantsAnew = (request: Exchange['request']) =>
  goesPastCache(request) || /\bno-(?:cache|store)\b/i.test(request.headers['cache-control'] ?? '');
