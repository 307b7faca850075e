import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { NodeDeclaration, TypeOrInterface } from '../model/declaration.js';
import type { StoredSources } from '../model/stored-sources.js';
import { badInput, listed, type Refusal } from '../refusal.js';
import { Chunks } from '../yielding.js';
import { AnswerBudget, type CheckRows } from './answer-budget.js';
import type { Assembling } from './assembling.js';
import type { Variables } from './binding.js';
import type { KeyedRows, ReadByKeys } from './coalesced-reads.js';
import type { WriteRows } from './connection.js';
import { type Coverage, type CoveredList, type CoverLists, coverNothing } from './coverage.js';
import type { FilterInput } from './operators.js';
import { type Plan, PlanCache, type Planned } from './plan.js';
import {
  allNodes,
  type Cities,
  type CitiesOfKey,
  citiesByNaturalKey,
  type Naming,
  nodeById,
  nodesByIds,
  nodesByNaturalKey,
  nodesOfMunicipality,
  stepsOfAll,
} from './root-statements.js';
import type { SelectedField } from './selection.js';
import { sourcesStatement } from './sources.js';
import { effectiveView, Statement } from './statement.js';
import { type Compile, connectionSteps, type Steps } from './steps.js';
import { Trace } from './trace.js';

type Row = Readonly<Record<string, unknown>>;

type StepsOf = (selected: SelectedField) => Steps;

interface Assembled<Value> {
  readonly assemble: (value: Value, assembling: Assembling) => unknown;
}

/** In characters that were read: assembling the answer takes some ten milliseconds then. */
const longWork = 2 ** 20;
/** In rows: what was read of each once can stand in the answer under as many aliases as are allowed. */
const manyRows = 100;

/** The way to the graph: one read statement, its rows as plain objects. */
export type Read = (
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
  check?: CheckRows,
) => Promise<readonly Row[]>;

/** As `Read`, with the database's account of how it found the rows. */
export type ProfiledRead = (
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
  check?: CheckRows,
) => Promise<{ readonly rows: readonly Row[]; readonly operators: object | null }>;

/** Knows which statements the database has planned; what it has not is answered in steps. */
export interface Planner {
  isPlanned(text: string): boolean;
}

/** What an engine shares with those of other requests, and how it reads. */
export interface EngineOptions {
  /** The plans of earlier requests. */
  readonly plans?: PlanCache;
  /** By default a statement of its own for each read by keys. */
  readonly readByKeys?: ReadByKeys;
  /** How much the operation may read. */
  readonly budget?: AnswerBudget;
  /** Without it every part of an operation is one statement. */
  readonly planner?: Planner | null;
  readonly chunks?: Chunks;
  readonly coverLists?: CoverLists;
  /** Given to have every statement profiled. */
  readonly profiling?: ProfiledRead | null;
}

/** A look-up by a natural key: the properties that name a node, and the municipality where more than one could. */
export type NaturalKey = Readonly<Record<string, string | number>> & { readonly municipality?: string };

/**
 * Answers the parts of one operation. A root list becomes one statement, however deep the selection; what starts from
 * ids or natural keys is collected by DataLoader, so that the same selection for many keys is one statement too.
 * An engine lives as long as one request: its loaders remember what they read. Plans outlive it.
 */
export class Engine {
  readonly trace = new Trace();
  /** Long lists, and what was read for many: done in several turns, but asking together. */
  readonly chunks: Chunks;
  private readonly profiling: ProfiledRead | null;
  private readonly read: Read;
  private readonly plans: PlanCache;
  private readonly readByKeys: ReadByKeys;
  private readonly budget: AnswerBudget;
  private readonly planner: Planner | null;
  private readonly coverLists: CoverLists;
  /**
   * The plans of each operation by path and part: a request can execute several operations. Each has its variables to itself.
   */
  private readonly planned = new WeakMap<Variables, Map<string, Planned>>();
  /** What steps have read so far. */
  private readonly weighed = new WeakSet<object>();
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  /** By variables and plan: another operation of the request can share the plan with other variables. */
  private readonly loaderOf = new WeakMap<Variables, WeakMap<Plan, DataLoader<unknown, unknown>>>();

  constructor(
    read: Read,
    {
      plans = new PlanCache(),
      readByKeys = alone(read),
      budget = new AnswerBudget(Number.MAX_SAFE_INTEGER),
      planner = null,
      chunks = new Chunks(),
      coverLists = coverNothing,
      profiling = null,
    }: EngineOptions = {},
  ) {
    this.read = read;
    this.plans = plans;
    this.readByKeys = readByKeys;
    this.budget = budget;
    this.planner = planner;
    this.chunks = chunks;
    this.coverLists = coverLists;
    this.profiling = profiling;
  }

  /** All nodes of a type, or of the municipalities with these keys, as a connection with the arguments of the field. */
  async list(node: NodeDeclaration, info: GraphQLResolveInfo, keys: readonly string[] | null = null): Promise<unknown> {
    await this.chunks.yieldIfLong();
    const { cities, ...chosen } = citiesChosen(keys);
    const steps = (selected: SelectedField) => stepsOfAll(node, cities, selected);
    const planned = this.plan(info, `list of ${cities}`, allNodes(node, cities), steps);
    const read = async (plan: Plan, reused: boolean) => {
      const given = { ...plan.parameters(info.variableValues), ...chosen };
      const { rows } = await this.run({ plan, reused }, given, { check: this.budget.statement() });
      return rows.map(({ answer }) => answer);
    };
    if (planned.steps) {
      const { findIds } = planned.steps;
      if (!findIds) return this.readSteps(planned.steps, info.variableValues, (plan) => read(plan, false));
      const ids = await findIds((statement, keys) => this.ids(statement, keys, info.variableValues, chosen));
      if (ids) return this.loadSteps(planned.steps, info.variableValues, byPosition, [...ids]);
    }
    const found = await read(planned.plan, planned.reused);
    return this.budget.taken < longWork && found.length < manyRows
      ? this.assemble(planned.plan, found, info.variableValues)
      : this.assembleInChunks(planned.plan, found, info.variableValues);
  }

  /**
   * The node with that id, of a type or of any type behind an interface; null where there is none. `stage` is the view of
   * the level above, for fields below an analysis.
   */
  async byId(
    type: TypeOrInterface,
    id: string,
    info: GraphQLResolveInfo,
    stage: string | null = null,
  ): Promise<unknown> {
    const planned = this.plan(info, `id ${type} ${stage ?? ''}`, nodeById(type, stage));
    return this.loadAnswer<string>(planned, info.variableValues, byKey, id);
  }

  /** All nodes of a type that a municipality has, in their natural order. */
  async ofMunicipality(node: NodeDeclaration, municipality: string, info: GraphQLResolveInfo): Promise<unknown> {
    const planned = this.plan(info, `all ${node.name}`, nodesOfMunicipality(node));
    return this.loadAnswer<string>(planned, info.variableValues, byKey, municipality);
  }

  /**
   * A connection of the nodes with these ids, in force or not, with the arguments of the field; all lists of one field are
   * one statement. `usualOrder` is the order where the field is given none.
   */
  async listOf(
    node: NodeDeclaration,
    ids: readonly string[],
    info: GraphQLResolveInfo,
    usualOrder: readonly FilterInput[] = [],
  ): Promise<unknown> {
    const compile = nodesByIds(node, `${info.parentType.name}.${info.fieldName}`, usualOrder);
    const planned = this.plan(info, `list of ${node.name}`, compile, (selected) =>
      connectionSteps(node, selected, compile),
    );
    return this.loadAnswer<readonly string[]>(planned, info.variableValues, byPosition, ids);
  }

  /** Sources as a node or edge keeps them, for a field of type `[Source!]!`; all of one field are one statement. */
  async sources(stored: StoredSources, info: GraphQLResolveInfo): Promise<unknown> {
    const planned = this.plan(info, 'sources', (statement, { below }) =>
      sourcesStatement(statement, below, effectiveView),
    );
    return this.loadAnswer<StoredSources>(planned, info.variableValues, byPosition, stored);
  }

  /** The rows of a statement that is not compiled from a selection. */
  async rows(text: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<readonly Row[]> {
    const { rows } = await this.run({ plan: { text }, reused: true }, parameters, {});
    return rows;
  }

  /** What a statement with `$keys` answers for one of them; keys of one tick are read together. */
  byKeys(text: string, parameters: Readonly<Record<string, unknown>>, key: string): Promise<unknown> {
    const plan: Plan = { text, parameters: () => parameters, assemble: (value) => value };
    return this.load<string>({ plan, reused: true }, {}, byKey, key);
  }

  /** The node that a natural key names; null where there is none, an error where several municipalities have one. */
  async byNaturalKey(node: NodeDeclaration, key: NaturalKey, info: GraphQLResolveInfo): Promise<unknown> {
    const exact = await this.keyed(node, key, info, 'exactly');
    // Other names are looked for only when nothing has that one: no index knows them all.
    const how = exact === null && 'name' in key ? 'by another name' : 'exactly';
    const found = how === 'exactly' ? exact : await this.keyed(node, key, info, how);
    if (found === ambiguous) throw await this.ambiguity(node, key, info, how);
    return found;
  }

  private async keyed(node: NodeDeclaration, key: NaturalKey, info: GraphQLResolveInfo, how: Naming): Promise<unknown> {
    const names = Object.keys(key).sort();
    const planned = this.plan(info, `key ${node.name} ${names.join()} ${how}`, nodesByNaturalKey(node, names, how));
    const found = await this.load<NaturalKey>(planned, info.variableValues, byIndex, key);
    return found === ambiguous ? found : this.assemble(planned.plan, found, info.variableValues);
  }

  /** Why a natural key names nothing that could be answered, with the municipalities that have what it names. */
  private async ambiguity(
    node: NodeDeclaration,
    key: NaturalKey,
    info: GraphQLResolveInfo,
    how: Naming,
  ): Promise<Refusal> {
    const names = Object.keys(key).sort();
    const part = `cities of key ${node.name} ${names.join()} ${how}`;
    const planned = this.plan(info, part, citiesByNaturalKey(node, names, how));
    const found = await this.load<NaturalKey>(planned, info.variableValues, byPosition, key);
    return severalNamedSo(node, found as CitiesOfKey);
  }

  /** The plan for a part of the operation, looked for once however many entries of a list ask for it. */
  private plan(info: GraphQLResolveInfo, part: string, compile: Compile, steps?: StepsOf): Planned {
    const parts = this.planned.get(info.variableValues) ?? new Map<string, Planned>();
    this.planned.set(info.variableValues, parts);
    const name = `${responsePath(info.path)} ${part}`;
    const planned = parts.get(name) ?? this.trace.time('compile', () => this.newPlan(info, name, compile, steps));
    parts.set(name, planned);
    return planned;
  }

  /** The plan of one statement or, until the database has planned that, of the steps that answer the same. */
  private newPlan(info: GraphQLResolveInfo, name: string, compile: Compile, steps?: StepsOf): Planned {
    const whole = this.plans.plan(info, name, (statement) => compile(statement, this.plans.selected(info)));
    if (!this.planner || this.planner.isPlanned(whole.plan.text)) return whole;
    // What the one statement would refuse is refused before the first step.
    whole.plan.parameters(info.variableValues);
    const selected = this.plans.selected(info);
    if (steps) return { ...whole, steps: steps(selected) };
    return { plan: new Statement({ stepwise: true }).plan((statement) => compile(statement, selected)), reused: false };
  }

  /** The answer, or a promise of it where steps have to read more for it. */
  private assemble<Value>(
    plan: Assembled<Value>,
    value: Value,
    variables: Variables,
    parent: string | null = null,
  ): unknown {
    const later = new Later();
    const answer = this.trace.time('assemble', () => plan.assemble(value, this.assembling(variables, later, parent)));
    return later.isEmpty ? answer : later.done(this.coverLists).then(() => answer);
  }

  private assembling(variables: Variables, later: Later, parent: string | null = null): Assembling {
    return {
      variables,
      parent,
      shared: [],
      repeated: (part) => this.budget.takeAgain(part),
      cover: (list, pass) => later.lists.push({ list, pass }),
      defer: (steps, key, pass) => {
        const read = (plan: Plan) => this.loadStep(plan, variables, key);
        const part = this.readSteps(steps, variables, read, typeof key === 'string' ? key : null).then(pass);
        // Handled with the others, unless assembling fails before.
        part.catch(() => {});
        later.steps.push(part);
      },
    };
  }

  /** Reads the parts of an answer at the same time, and puts them together. */
  private async readSteps(
    steps: Steps,
    variables: Variables,
    read: (plan: Plan) => Promise<unknown>,
    parent: string | null = null,
  ): Promise<unknown> {
    const values = await Promise.all(steps.plans.map(read));
    return this.assemble(steps, values, variables, parent);
  }

  /** What a step reads for a key. It is read once, and weighed as often as it stands in the answer. */
  private async loadStep(plan: Plan, variables: Variables, key: unknown): Promise<unknown> {
    const value = await this.load({ plan, reused: false }, variables, byPosition, key);
    if (typeof value !== 'object' || value === null) return value;
    if (this.weighed.has(value)) this.budget.takeAgain(value);
    this.weighed.add(value);
    return value;
  }

  private async loadAnswer<Key>(planned: Planned, variables: Variables, match: Match<Key>, key: Key): Promise<unknown> {
    if (planned.steps) return this.loadSteps(planned.steps, variables, match, key);
    return this.assemble(planned.plan, await this.load(planned, variables, match, key), variables);
  }

  private loadSteps<Key>(steps: Steps, variables: Variables, match: Match<Key>, key: Key): Promise<unknown> {
    return this.readSteps(steps, variables, (plan) => this.load({ plan, reused: false }, variables, match, key));
  }

  /** The ids that a statement finds. They are no part of the answer, so that they take nothing of its budget. */
  private async ids(
    { text, parameters }: Pick<Plan, 'text' | 'parameters'>,
    keys: readonly string[],
    variables: Variables,
    chosen: Row,
  ): Promise<readonly string[]> {
    const rows = await this.rows(text, { ...parameters(variables), keys, ...chosen });
    return rows.map(({ id }) => String(id));
  }

  /** For lists whose rows are more than one turn's work. */
  private async assembleInChunks(plan: Plan, found: readonly unknown[], variables: Variables): Promise<unknown> {
    const lists: Promise<void>[] = [];
    const writeRows: WriteRows = (rows, write) => {
      const written: unknown[] = [];
      const list = this.chunks.each(rows, (row) => written.push(this.trace.time('assemble', () => write(row))));
      // Heard below, unless something else fails before.
      list.catch(() => {});
      lists.push(list);
      return written;
    };
    const later = new Later();
    const answer = plan.assemble(found, this.assembling(variables, later), writeRows);
    await Promise.all(lists);
    await later.done(this.coverLists);
    return answer;
  }

  private async run(
    { plan, reused }: { readonly plan: Pick<Plan, 'text'>; readonly reused: boolean },
    given: Readonly<Record<string, unknown>>,
    { keys, check }: { readonly keys?: readonly unknown[]; readonly check?: CheckRows },
  ): Promise<KeyedRows> {
    const parameters = keys ? { ...given, keys } : given;
    const start = performance.now();
    let operators: object | null = null;
    try {
      if (this.profiling) {
        const profiled = await this.profiling(plan.text, parameters, check);
        operators = profiled.operators;
        return { rows: profiled.rows, offset: 0 };
      }
      if (keys) return await this.readByKeys(plan.text, given, keys, check);
      return { rows: await this.read(plan.text, given, check), offset: 0 };
    } finally {
      const databaseMilliseconds = performance.now() - start;
      this.trace.database += databaseMilliseconds;
      const statement = { cypher: plan.text, parameters, planReused: reused, databaseMilliseconds };
      this.trace.statements.push(operators ? { ...statement, operators } : statement);
    }
  }

  /** What a statement answers for a key, together with other keys. What is made of thousands of answers is many turns' work. */
  private async load<Key>(planned: Planned, variables: Variables, match: Match<Key>, key: Key): Promise<unknown> {
    const found = await this.loader<Key>(planned, variables, match).load(key);
    await this.chunks.yieldIfLong();
    return found;
  }

  /**
   * The loader of a statement with its parameters; keys of one tick become one statement. What it finds is as the graph
   * has it: plans of one text can still answer under other response keys.
   */
  private loader<Key>(planned: Planned, variables: Variables, match: Match<Key>): DataLoader<Key, unknown> {
    const { plan } = planned;
    const ofVariables = this.loaderOf.get(variables) ?? new WeakMap<Plan, DataLoader<unknown, unknown>>();
    this.loaderOf.set(variables, ofVariables);
    const own = ofVariables.get(plan) as DataLoader<Key, unknown> | undefined;
    if (own) return own;
    // Computed once for all keys: values to compare with can be thousands.
    const parameters = plan.parameters(variables);
    const name = `${plan.text}\n${JSON.stringify(parameters)}`;
    const known = this.loaders.get(name) ?? this.newLoader(planned, parameters, match);
    this.loaders.set(name, known);
    ofVariables.set(plan, known);
    return known as DataLoader<Key, unknown>;
  }

  private newLoader<Key>(planned: Planned, parameters: Row, match: Match<Key>): DataLoader<unknown, unknown> {
    return new DataLoader<Key, unknown, string>(
      async (keys) => {
        const { rows, offset } = await this.run(planned, parameters, { keys, check: this.budget.statement() });
        return match(keys, rows, offset);
      },
      {
        cacheKeyFn: (key) => JSON.stringify(key),
        maxBatchSize: 1000,
        batchScheduleFn: (dispatch) => this.chunks.whenIdle(dispatch),
      },
    ) as unknown as DataLoader<unknown, unknown>;
  }
}

/** What has to be read or worked out before an answer that was assembled is whole. */
class Later {
  readonly steps: Promise<void>[] = [];
  readonly lists: { readonly list: CoveredList; readonly pass: (coverage: Coverage) => void }[] = [];

  get isEmpty(): boolean {
    return this.steps.length === 0 && this.lists.length === 0;
  }

  async done(coverLists: CoverLists): Promise<void> {
    await Promise.all(this.steps);
    if (this.lists.length === 0) return;
    const found = await coverLists(this.lists.map(({ list }) => list));
    for (const [index, coverage] of found.entries()) this.lists[index]?.pass(coverage);
  }
}

/** The response keys that lead to a field, the same for all entries of a list. */
function responsePath({ prev, key }: GraphQLResolveInfo['path']): string {
  const above = prev ? `${responsePath(prev)}.` : '';
  return typeof key === 'number' ? above : `${above}${key}`;
}

/** The municipality to which the thing with an id belongs: "honjo" of "honjo:measure:5-1-1". */
export const municipalityKey = (given: unknown): string => String(given).normalize('NFKC').split(':')[0] ?? '';

/** The municipalities of a list as its statement has them, and their keys as its parameters. */
function citiesChosen(keys: readonly string[] | null): { readonly cities: Cities } & Row {
  if (keys === null) return { cities: 'all' };
  const [municipality] = keys;
  return keys.length === 1 ? { cities: 'one', municipality } : { cities: 'several', municipalities: keys };
}

/** Every read by keys as a statement of its own. */
const alone =
  (read: Read): ReadByKeys =>
  async (cypher, parameters, keys, check) => ({
    rows: await read(cypher, { ...parameters, keys }, check),
    offset: 0,
  });

/**
 * Puts the rows of a batch in the order of its keys: the one promise that DataLoader wants kept. `offset` is
 * the index of its first key among the keys of the statement.
 */
type Match<Key> = (keys: readonly Key[], rows: readonly Row[], offset: number) => readonly unknown[];

const byKey: Match<string> = (keys, rows) => {
  const answers = new Map(rows.map(({ key, answer }) => [key, answer]));
  return keys.map((key) => answers.get(key) ?? null);
};

const byPosition: Match<unknown> = (keys, rows, offset) => {
  const answers = new Map(rows.map(({ index, answer }) => [index, answer]));
  return keys.map((_, index) => answers.get(offset + index) ?? null);
};

/** What stands for more than one answer to a natural key. */
const ambiguous = Symbol('more than one node has this natural key');

const byIndex: Match<NaturalKey> = (keys, rows, offset) => {
  const found = new Map<unknown, unknown>();
  for (const { index, answer } of rows) found.set(index, found.has(index) ? ambiguous : answer);
  return keys.map((_, index) => found.get(offset + index) ?? null);
};

function severalNamedSo({ name }: NodeDeclaration, [count, cities]: CitiesOfKey): Refusal {
  if (count < 2)
    return badInput(
      `expected one ${name}, but several are named so: ask the list with a filter`,
      '該当するものが複数あります。一覧をfilterで絞り込んでください。',
    );
  const { ja, en } = listed(
    cities.map((city) => city.join(' ')),
    count,
  );
  return badInput(
    `expected one ${name}, but several municipalities have one that is named so (${en}): give one of them as municipality, or ask the list with a filter`,
    `該当するものが複数の市区町村にあります（${ja}）。いずれかをmunicipalityに指定するか、一覧をfilterで絞り込んでください。`,
  ).withDetails({ municipalities: cities.map(([key]) => key) });
}
