import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { NodeDeclaration, TypeOrInterface } from '../model/declaration.js';
import { fieldsOf } from '../model/model.js';
import type { StoredSources } from '../model/stored-sources.js';
import { badInput } from '../refusal.js';
import { Chunks } from '../yielding.js';
import { AnswerRoom, type CheckRows } from './answer-room.js';
import type { Assembling } from './assembling.js';
import type { Variables } from './binding.js';
import type { KeyedRows, ReadByKeys } from './coalesced-reads.js';
import { compileConnection, compileRootConnection, type WriteRows } from './connection.js';
import { asksForEffective } from './filter.js';
import type { FilterInput } from './operators.js';
import { type Plan, PlanCache, type Planned } from './plan.js';
import { compileAny, viewOf } from './projection.js';
import { type Below, selectedBy, selectionBelow } from './selection.js';
import { sourcesExpression } from './sources.js';
import { all, effectiveView, nodeVisible, read, type Statement, type View } from './statement.js';
import { Trace } from './trace.js';

type Row = Readonly<Record<string, unknown>>;

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

/** A look-up by a natural key: the properties that name a node, and the municipality where more than one could. */
export type NaturalKey = Readonly<Record<string, string | number>> & { readonly municipality?: string };

/**
 * Answers the parts of one operation. A root list becomes one statement, however deep the selection; what starts from
 * ids or natural keys is collected by DataLoader, so that the same selection asked for many keys is one statement too.
 * An engine lives as long as one request: its loaders remember what they read. Plans outlive it.
 */
export class Engine {
  readonly trace = new Trace();
  /** Long lists, and what was read for many: done in several turns, but asking together. */
  readonly chunks = new Chunks();
  /** Set to have every statement profiled. */
  profiling: ProfiledRead | null = null;
  private readonly read: Read;
  private readonly plans: PlanCache;
  private readonly readByKeys: ReadByKeys;
  private readonly room: AnswerRoom;
  /**
   * What was asked so far, by place and part, of each operation: a request can carry out several. Each has its variables
   * to itself.
   */
  private readonly asked = new WeakMap<Variables, Map<string, Planned>>();
  private readonly loaders = new Map<string, DataLoader<unknown, unknown>>();
  /** By what was planned for one operation: another one of the request can share the plan with other variables. */
  private readonly loaderOf = new WeakMap<Planned, DataLoader<unknown, unknown>>();

  constructor(
    read: Read,
    plans: PlanCache = new PlanCache(),
    readByKeys: ReadByKeys = alone(read),
    room: AnswerRoom = new AnswerRoom(Number.MAX_SAFE_INTEGER),
  ) {
    this.read = read;
    this.plans = plans;
    this.readByKeys = readByKeys;
    this.room = room;
  }

  /** All nodes of a type, or of a municipality with that key, as a connection with the arguments of the field. */
  async list(node: NodeDeclaration, info: GraphQLResolveInfo, municipality: string | null = null): Promise<unknown> {
    await this.chunks.yieldIfLong();
    const planned = this.plan(info, municipality === null ? 'list' : 'list of one municipality', (statement) => {
      const selected = selectedBy(info);
      const view = viewOf(statement, selected.arguments, effectiveView);
      const variable = statement.variable('n');
      const { filter } = selected.arguments;
      const all = view.kind === 'effective' && asksForEffective(filter);
      const visible = all ? null : nodeVisible(variable, node, view);
      const conditions = [
        ...(municipality === null ? [] : [`${variable}.municipality = $municipality`]),
        ...(visible ? [visible] : []),
      ];
      const path = { pattern: `(${variable}:${node.name})`, target: variable, edge: null, derived: false, conditions };
      const { text, assemble } = compileRootConnection(statement, { list: node.plural, node, path, view, selected });
      return {
        text,
        assemble: (rows, assembling, writeRows) => assemble(rows as readonly unknown[], assembling, writeRows),
      };
    });
    const parameters = planned.plan.parameters(info.variableValues);
    const given = municipality === null ? parameters : { ...parameters, municipality };
    const { rows } = await this.run(planned, given, { check: this.room.statement() });
    const found = rows.map(({ answer }) => answer);
    return this.room.taken < longWork && found.length < manyRows
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
    const planned = this.plan(info, `id ${type} ${stage ?? ''}`, (statement) => {
      const { arguments: given, below } = selectedBy(info);
      const above = stage === null ? effectiveView : statement.stage(stage);
      return compileById(statement, type, below, viewOf(statement, given, above));
    });
    const found = await this.load<string>(planned, info.variableValues, byKey, id);
    return this.assemble(planned.plan, found, info.variableValues);
  }

  /** All nodes of a type that a municipality has, in their natural order. */
  async ofMunicipality(node: NodeDeclaration, municipality: string, info: GraphQLResolveInfo): Promise<unknown> {
    const planned = this.plan(info, `all ${node.name}`, (statement) => {
      const variable = statement.variable('n');
      const { expression, assemble } = compileAny(statement, node.name, variable, selectionBelow(info), effectiveView);
      return {
        text:
          'UNWIND $keys AS key RETURN key, ' +
          `COLLECT { MATCH (${variable}:${node.name}) WHERE ${variable}.municipality = key ` +
          `WITH ${variable} ORDER BY ${variable}.sortKey RETURN ${expression} } AS answer`,
        assemble: (rows, assembling) => (rows as readonly unknown[]).map((row) => assemble(row, assembling)),
      };
    });
    const found = await this.load<string>(planned, info.variableValues, byKey, municipality);
    return this.assemble(planned.plan, found, info.variableValues);
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
    const planned = this.plan(info, `list of ${node.name}`, (statement) => {
      const asked = selectedBy(info);
      const orderBy = asked.arguments.orderBy ?? usualOrder;
      const selected = { ...asked, arguments: { ...asked.arguments, orderBy } };
      const view = viewOf(statement, selected.arguments, effectiveView);
      const target = statement.variable('n');
      // Not by a variable: every row that is put in order would carry all of the ids with it.
      const conditions = [`${target}.id IN $keys[place]`, `${target}:${node.name}`];
      const path = { pattern: `(${target}:Node)`, target, edge: null, derived: false, conditions };
      const list = `${info.parentType.name}.${info.fieldName}`;
      const { expression, assemble } = compileConnection(statement, { list, node, path, view, selected });
      const text = `${eachKey} RETURN place, ${expression} AS answer`;
      return { text, assemble };
    });
    const found = await this.load<readonly string[]>(planned, info.variableValues, byPosition, ids);
    return this.assemble(planned.plan, found, info.variableValues);
  }

  /** Sources as a node or edge keeps them, for a field of type `[Source!]!`; all of one field are one statement. */
  async sources(stored: StoredSources, info: GraphQLResolveInfo): Promise<unknown> {
    const planned = this.plan(info, 'sources', (statement) => {
      const owner = statement.variable('o');
      const { expression, assemble } = sourcesExpression(statement, owner, selectionBelow(info), effectiveView);
      const text = `${eachKeyAsKey} WITH place, {sources: key} AS ${owner} RETURN place, ${expression} AS answer`;
      return { text, assemble };
    });
    const found = await this.load<StoredSources>(planned, info.variableValues, byPosition, stored);
    return this.assemble(planned.plan, found, info.variableValues);
  }

  /** The rows of a statement that is not compiled from a selection. */
  async rows(text: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<readonly Row[]> {
    const { rows } = await this.run({ plan: { text }, reused: true }, parameters, {});
    return rows;
  }

  /** What a statement with `$keys` answers for one of them; those of one tick are asked together. */
  byKeys(text: string, parameters: Readonly<Record<string, unknown>>, key: string): Promise<unknown> {
    const plan: Plan = { text, parameters: () => parameters, assemble: (value) => value };
    return this.load<string>({ plan, reused: true }, {}, byKey, key);
  }

  /** The node that a natural key names; null where there is none, an error where several municipalities have one. */
  async byNaturalKey(node: NodeDeclaration, key: NaturalKey, info: GraphQLResolveInfo): Promise<unknown> {
    const exact = await this.keyed(node, key, info, 'exactly');
    // Other names are looked for only when nothing has that one: no index knows them all.
    const found = exact === null && 'name' in key ? await this.keyed(node, key, info, 'by another name') : exact;
    if (found === ambiguous) throw ambiguity(node);
    return found;
  }

  private async keyed(node: NodeDeclaration, key: NaturalKey, info: GraphQLResolveInfo, how: Naming): Promise<unknown> {
    const names = Object.keys(key).sort();
    const planned = this.plan(info, `key ${node.name} ${names.join()} ${how}`, (statement) => {
      const view = viewOf(statement, selectedBy(info).arguments, effectiveView);
      const variable = statement.variable('n');
      const { expression, assemble } = compileAny(statement, node.name, variable, selectionBelow(info), view);
      return { text: naturalKeyText(node, variable, names, how, expression, view), assemble };
    });
    const found = await this.load<NaturalKey>(planned, info.variableValues, byPlace, key);
    return found === ambiguous ? found : this.assemble(planned.plan, found, info.variableValues);
  }

  /** The plan for a part of the operation, looked for once however many entries of a list ask for it. */
  private plan(info: GraphQLResolveInfo, part: string, compile: Parameters<PlanCache['plan']>[2]): Planned {
    const asked = this.asked.get(info.variableValues) ?? new Map<string, Planned>();
    this.asked.set(info.variableValues, asked);
    const name = `${placeOf(info.path)} ${part}`;
    const planned = asked.get(name) ?? this.trace.time('compile', () => this.plans.plan(info, name, compile));
    asked.set(name, planned);
    return planned;
  }

  private assemble(plan: Plan, value: unknown, variables: Variables): unknown {
    return this.trace.time('assemble', () => plan.assemble(value, this.assembling(variables)));
  }

  private assembling(variables: Variables): Assembling {
    return { variables, shared: [], repeated: (part) => this.room.takeAgain(part) };
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
    const answer = plan.assemble(found, this.assembling(variables), writeRows);
    await Promise.all(lists);
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
    const own = this.loaderOf.get(planned) as DataLoader<Key, unknown> | undefined;
    if (own) return own;
    const parameters = plan.parameters(variables);
    const name = `${plan.text}\n${JSON.stringify(parameters)}`;
    const known = this.loaders.get(name) ?? this.newLoader(planned, parameters, match);
    this.loaders.set(name, known);
    this.loaderOf.set(planned, known);
    return known as DataLoader<Key, unknown>;
  }

  private newLoader<Key>(planned: Planned, parameters: Row, match: Match<Key>): DataLoader<unknown, unknown> {
    return new DataLoader<Key, unknown, string>(
      async (keys) => {
        const { rows, offset } = await this.run(planned, parameters, { keys, check: this.room.statement() });
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

/** The response keys that lead to a field; all entries of a list are the same place. */
function placeOf({ prev, key }: GraphQLResolveInfo['path']): string {
  const above = prev ? `${placeOf(prev)}.` : '';
  return typeof key === 'number' ? above : `${above}${key}`;
}

/** The municipality to which the thing with an id belongs: "honjo" of "honjo:measure:5-1-1". */
export const municipalityKey = (given: unknown): string => String(given).normalize('NFKC').split(':')[0] ?? '';

/** Every read by keys as a statement of its own. */
const alone =
  (read: Read): ReadByKeys =>
  async (cypher, parameters, keys, check) => ({ rows: await read(cypher, { ...parameters, keys }, check), offset: 0 });

/** Opens a statement by keys that are not texts: `$keys[place]` is each of them, and its rows are matched by the place. */
const eachKey = 'UNWIND range(0, size($keys) - 1) AS place';
const eachKeyAsKey = `${eachKey} WITH place, $keys[place] AS key`;

/**
 * Puts the rows of a batch in the order of its keys: the one promise that DataLoader wants kept. The batch begins at that
 * place among the keys of the statement.
 */
type Match<Key> = (keys: readonly Key[], rows: readonly Row[], offset: number) => readonly unknown[];

const byKey: Match<string> = (keys, rows) => {
  const answers = new Map(rows.map(({ key, answer }) => [key, answer]));
  return keys.map((key) => answers.get(key) ?? null);
};

const byPosition: Match<unknown> = (keys, rows, offset) => {
  const answers = new Map(rows.map(({ place, answer }) => [place, answer]));
  return keys.map((_, place) => answers.get(offset + place) ?? null);
};

/** What stands for more than one answer to a natural key. */
const ambiguous = Symbol('more than one node has this natural key');

const byPlace: Match<NaturalKey> = (keys, rows, offset) => {
  const found = new Map<unknown, unknown>();
  for (const { place, answer } of rows) found.set(place, found.has(place) ? ambiguous : answer);
  return keys.map((_, place) => found.get(offset + place) ?? null);
};

function compileById(statement: Statement, type: TypeOrInterface, below: Below, view: View) {
  const variable = statement.variable('n');
  const compiled = compileAny(statement, type, variable, below, view);
  return {
    text: `UNWIND $keys AS key MATCH (${variable}:Node {id: key}) RETURN key, ${compiled.expression} AS answer`,
    assemble: compiled.assemble,
  };
}

const ambiguity = ({ name }: NodeDeclaration) =>
  badInput(
    `expected one ${name}, but several are named so: give the municipality, or ask the list with a filter`,
    '該当するものが複数あります。municipalityを指定するか、一覧をfilterで絞り込んでください。',
  );

/** By the name that is in force, or by the English name or an alias. */
type Naming = 'exactly' | 'by another name';

function naturalKeyText(
  node: NodeDeclaration,
  variable: string,
  names: readonly string[],
  how: Naming,
  answer: string,
  view: View,
): string {
  const fields = fieldsOf(node);
  const conditions = names.map((name) => {
    if (name === 'municipality') return `${variable}.municipality = key.municipality`;
    const field = fields[name];
    if (field?.kind !== 'property')
      throw new Error(`expected a property of ${node.name} as a natural key, but got: ${name}`);
    return name === 'name' && how === 'by another name'
      ? `(toLower(${variable}.nameEn) = toLower(key.name) OR key.name IN ${variable}.aliases)`
      : `${read(variable, name, field, node, view)} = key.${name}`;
  });
  const condition = all([nodeVisible(variable, node, view), ...conditions]);
  const match = `MATCH (${variable}:${node.name}) WHERE ${condition}`;
  // Of all municipalities hundreds may have something of that name, where two are enough to refuse.
  const few = node.global || names.includes('municipality');
  const found = few ? match : `CALL (key) { ${match} RETURN ${variable} LIMIT 2 }`;
  return `${eachKeyAsKey} ${found} RETURN place, ${answer} AS answer`;
}
