import { CityGraphs } from '../analysis/city-graphs.js';
import { Municipalities } from '../analysis/municipalities.js';
import { entryOf } from '../api/errors.js';
import { requestContext } from '../api/request-context.js';
import type { Caller } from '../caller.js';
import { AnswerBudget } from '../graph/answer-budget.js';
import type { Planner } from '../graph/engine.js';
import { PlanCache } from '../graph/plan.js';
import { Refusal } from '../refusal.js';
import type { RequestLimits } from '../settings.js';
import { Chunks, Turns, yieldIfLong } from '../yielding.js';
import { type AnswerCache, entityTag, matches, questionKey, timeless } from './answer/answer-cache.js';
import { fromMemory, keptAnswer, notKept, stillHolds } from './answer/http-answers.js';
import { cameToNothing, type Result, settle } from './answer/settle.js';
import { writeJson } from './answer/write-json.js';
import type { Exchange, GraphqlRequest, HttpAnswer } from './exchange.js';
import type { Apollo } from './execute/apollo.js';
import type { OperationContext } from './execute/context.js';
import { costExtension, type Extensions, explainExtension, extensionsFor } from './execute/extensions.js';
import { type GraphAccess, ifKnown, type RequestReads } from './execute/graph-access.js';
import { hashStart, type OperationRecord } from './operation-record.js';
import { InvalidOperation } from './prepare/invalid-operation.js';
import { hashOf, type PrepareOptions, prepare } from './prepare/prepare.js';
import type { PreparedOperation } from './prepare/prepared-operation.js';
import { PreparedOperations } from './prepare/prepared-operations.js';

export interface OperationsOptions extends Pick<PrepareOptions, 'schemas' | 'introspection' | 'measure'> {
  readonly limits: RequestLimits;
  readonly apollo: Apollo;
  readonly graph: GraphAccess;
  /** Knows what the database has planned; without it every part of an operation is one statement. */
  readonly planner?: Planner | null;
  readonly cache: AnswerCache;
  /** Whether a client may ask for the statements of an operation. */
  readonly explain: boolean;
  /** Changes whenever equal questions at an equal revision may get another answer, or none: part of every entity tag. */
  readonly program: string;
}

/** How often an operation is executed where loads commit meanwhile. */
const executions = 4;

/** The result of an operation, and the headers that it is sent with. */
interface Outcome {
  readonly result: Result;
  readonly headers: Readonly<Record<string, string>>;
}

/** A result whose parts are all of one state of the graph. */
interface WholeOutcome extends Outcome {
  /** As in an `HttpAnswer`. */
  readonly revision: string | null;
}

/** Answers GraphQL operations: from memory where that is sure to be what the graph would say now, else by executing them. */
export class Operations {
  private readonly options: OperationsOptions;
  private readonly prepared = new PreparedOperations();
  private readonly plans = new PlanCache();
  private readonly municipalities = new Municipalities();
  private readonly cityGraphs = new CityGraphs();

  constructor(options: OperationsOptions) {
    this.options = options;
  }

  /** Looks for a kept answer that still holds before anything is executed. */
  async answer(request: GraphqlRequest, exchange: Exchange): Promise<HttpAnswer> {
    const { cache, program, explain } = this.options;
    const {
      request: { headers },
      record,
      caller,
    } = exchange;
    const wanted = extensionsFor(headers, explain);
    if (wanted) return this.execute(request, exchange, null, wanted);
    const bypassed = headers['x-no-cache'] === '1';
    const anew = bypassed || /\bno-(?:cache|store)\b/i.test(headers['cache-control'] ?? '');
    record.cache = anew ? 'bypass' : 'miss';
    if (bypassed) return this.execute(request, exchange);
    const key = questionKey({ ...request, rights: caller.rights, program });
    const kept = anew ? undefined : cache.get(key);
    const known = anew ? undefined : headers['if-none-match'];

    if (known !== undefined && matches(known, entityTag(timeless, key)))
      return stillHolds(entityTag(timeless, key), record);
    if (kept?.revision === timeless) return fromMemory(kept, exchange);
    // Without an answer at hand there is none that could be stale.
    if (!kept && known === undefined) return this.execute(request, exchange, key);

    const revision = await this.currentRevision();
    if (revision === null) return this.execute(request, exchange, key);
    if (known !== undefined && matches(known, entityTag(revision, key)))
      return stillHolds(entityTag(revision, key), record);
    if (kept?.revision === revision) return fromMemory(kept, exchange);
    return this.execute(request, exchange, key);
  }

  /** The revision that the graph holds; null where it is not known. */
  private async currentRevision(): Promise<string | null> {
    const { graph, cache } = this.options;
    const revision = await ifKnown(graph.revision.fresh());
    if (revision !== null) cache.isAt(revision);
    return revision;
  }

  /** Executes the operation. Its answer is kept under the revision that it is of, where there is a key to keep it by. */
  private async execute(
    request: GraphqlRequest,
    exchange: Exchange,
    key: string | null = null,
    wanted: Extensions | null = null,
  ): Promise<HttpAnswer> {
    const { record, accepted } = exchange;
    const { cache, graph } = this.options;
    const turns = new Turns();
    const { result, headers, revision } = await this.wholeOutcome(request, exchange, wanted, turns);
    // Writing a large answer as JSON is a turn's work of its own.
    await yieldIfLong(turns);
    const { status, text } = await this.written(result, exchange, turns);
    await yieldIfLong(turns);
    const body = Buffer.from(text);
    if (key === null || revision === null || status !== 200 || record.code !== 'OK' || record.kind !== 'query')
      return notKept(
        { status, headers: status === 503 ? { ...headers, 'retry-after': '1' } : headers, body, revision },
        accepted,
      );
    const { operation, document } = record;
    const etag = entityTag(revision, key);
    const kept = { revision, etag, body, compressed: new Map(), operation, document };
    const latest = graph.revision.latest();
    if (latest !== null) cache.isAt(latest);
    cache.keep(key, kept);
    return keptAnswer(kept, accepted);
  }

  /** A result as JSON, with its status; one that is too long becomes the error that says so. */
  private async written(
    result: Result,
    { accepted: { legacy }, record, signal }: Exchange,
    turns: Turns,
  ): Promise<{ readonly status: number; readonly text: string }> {
    const { status, result: settled } = settle(result, legacy, record);
    try {
      return { status, text: await writeJson(settled, turns, this.options.limits.answer, signal) };
    } catch (error) {
      const refused = settle({ errors: [entryOf(error)] }, legacy, record);
      return { status: refused.status, text: await writeJson(refused.result, turns) };
    }
  }

  /**
   * Executes an operation once more where a load has committed meanwhile: its statements may have seen parts of the graph
   * before and of the graph after, and fail for what is in neither.
   */
  private async wholeOutcome(
    request: GraphqlRequest,
    exchange: Exchange,
    wanted: Extensions | null,
    turns: Turns,
  ): Promise<WholeOutcome> {
    const { caller, signal, record } = exchange;
    for (let execution = 1; execution <= executions; execution++) {
      const reads = this.options.graph.for(caller, signal, turns);
      const outcome = await this.resultOf(request, exchange, reads, wanted, turns);
      if (reads.count() === 0) return { ...outcome, revision: timeless };
      // What an outage has left of an answer is of no state; a change is never made twice.
      if (signal.aborted || cameToNothing(outcome.result) || record.kind !== 'query')
        return { ...outcome, revision: null };
      const revision = await reads.seen();
      if (revision !== undefined) return { ...outcome, revision };
      record.hidden.length = 0;
    }
    throw loading();
  }

  /** Prepares, admits and executes an operation; whatever goes wrong on the way becomes errors of the result. */
  private async resultOf(
    request: GraphqlRequest,
    { caller, record, signal, request: { method, headers } }: Exchange,
    reads: RequestReads,
    wanted: Extensions | null,
    turns: Turns,
  ): Promise<Outcome> {
    const { limits, apollo } = this.options;
    let extensions: Readonly<Record<string, unknown>> | undefined;
    try {
      // Fields that read no graph are executed at once: of many that come together each waits for a turn of its own.
      const turn = yieldIfLong(turns);
      if (turn) await turn;
      signal.throwIfAborted();
      const known = this.prepared.find(request.query, request.operationName);
      const prepared = known ?? this.prepare(request, record);
      Object.assign(record, {
        kind: prepared.operation.operation,
        operation: prepared.name,
        document: hashStart(prepared.hash),
      } satisfies Partial<OperationRecord>);
      if (method === 'GET' && prepared.operation.operation !== 'query') throw onlyQueries(prepared);
      if (wanted?.cost) extensions = costExtension(prepared.cost(request.variables), limits.cost);
      // Whoever asks for the cost alone is told that of an operation that would be refused for it, too.
      if (wanted?.costOnly) return { result: { extensions }, headers: {} };
      this.admit(prepared, request, record);
      const context = this.contextOf(prepared, caller, record, reads, wanted, turns);
      // The step past Apollo: for each request it takes as long as all else. An operation that was prepared before is
      // executed without it, unless the request asks for what plugins may have a say in.
      const { data, errors } =
        known && !wanted
          ? await known.execute(context, request.variables)
          : await apollo.execute(request, headers, context);
      if (wanted?.explain) extensions = { ...extensions, ...explainExtension(context.engine.trace) };
      // Undefined parts are left out when it is written.
      return { result: { errors: errors?.map(entryOf), data, extensions }, headers: {} };
    } catch (error) {
      const errors = error instanceof InvalidOperation ? error.errors : [error];
      const headers = error instanceof Refusal ? error.headers : {};
      return { result: { errors: errors.map(entryOf), extensions }, headers };
    }
  }

  /** Refuses an operation that costs too much; what the service has put beside it does not count. */
  private admit(prepared: PreparedOperation, request: GraphqlRequest, record: OperationRecord): void {
    const { cost } = this.options.limits;
    const { charged, variables, operationName } = request;
    if (charged === undefined || prepared.cost(variables).total <= cost) prepared.admit(variables, cost);
    else {
      const { document } = record;
      const sent = this.prepared.find(charged, operationName) ?? this.prepare({ ...request, query: charged }, record);
      record.document = document;
      sent.admit(variables, cost);
    }
  }

  private prepare({ query, operationName }: GraphqlRequest, record: OperationRecord): PreparedOperation {
    // Also of a document that is refused.
    record.document = hashStart(hashOf(query));
    const prepared = prepare(query, operationName, { ...this.options, plans: this.plans });
    this.prepared.keep(query, operationName, prepared);
    return prepared;
  }

  private contextOf(
    prepared: PreparedOperation,
    caller: Caller,
    record: OperationRecord,
    { read, readByKeys, profile, revision }: RequestReads,
    wanted: Extensions | null,
    turns: Turns,
  ): OperationContext {
    const { plans, municipalities, cityGraphs } = this;
    const shared = requestContext(read, {
      caller,
      revision,
      municipalities,
      cityGraphs,
      plans,
      budget: new AnswerBudget(this.options.limits.answer),
      planner: this.options.planner ?? null,
      chunks: new Chunks(turns),
      // An account of what was asked is one of this request alone.
      ...(wanted ? {} : { readByKeys }),
      ...(wanted?.profile ? { profiling: profile } : {}),
    });
    record.timings = shared.engine.trace;
    return { ...shared, prepared, record };
  }
}

const loading = () =>
  new Refusal(
    'OVERLOADED',
    'Data is being loaded; try again shortly.',
    'データを読み込んでいます。しばらくしてから再度お試しください。',
  );

const onlyQueries = ({ operation: { operation } }: PreparedOperation) =>
  new Refusal(
    'METHOD_NOT_ALLOWED',
    `By GET there are only queries; send a ${operation} by POST.`,
    'GETで実行できるのはqueryだけです。POSTで送ってください。',
  ).withHeaders({ allow: 'POST' });
