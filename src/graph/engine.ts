import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { NodeDeclaration } from '../model/declaration.js';
import { fieldsOf } from '../model/model.js';
import { compileConnection } from './list.js';
import { type Compiled, compileAny, viewOf } from './projection.js';
import { RequestError } from './request-error.js';
import { type Below, selectionBelow } from './selection.js';
import { all, effectiveView, nodeVisible, read, Statement, type View } from './statement.js';

/** The way to the graph: one read statement, its rows as plain objects. */
export type Read = (
  cypher: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<readonly Record<string, unknown>[]>;

type Arguments = Readonly<Record<string, unknown>>;

/** A look-up by a natural key: the properties that name a node, and the municipality where more than one could. */
export type NaturalKey = Readonly<Record<string, string | number>> & { readonly municipality?: string };

/**
 * Answers the parts of one operation. A root list becomes one statement, however deep the selection; what starts from
 * ids or natural keys is collected by DataLoader, so that the same selection asked for many keys is one statement too.
 * An engine lives as long as one request: its loaders remember what they read.
 */
export class Engine {
  private readonly read: Read;
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();

  constructor(read: Read) {
    this.read = read;
  }

  /** All nodes of a type as a connection. */
  async list(node: NodeDeclaration, args: Arguments, info: GraphQLResolveInfo): Promise<unknown> {
    const statement = new Statement();
    const view = viewOf(statement, args, effectiveView);
    const variable = statement.variable('n');
    const visible = nodeVisible(variable, node, view);
    const compiled = compileConnection(statement, {
      list: node.plural,
      node,
      path: {
        pattern: `(${variable}:${node.name})`,
        target: variable,
        edge: null,
        derived: false,
        conditions: visible ? [visible] : [],
      },
      view,
      selected: { responseKey: node.plural, name: node.plural, arguments: args, below: selectionBelow(info) },
    });
    const [row] = await this.read(`RETURN ${compiled.expression} AS answer`, statement.parameters);
    return compiled.assemble(row?.answer);
  }

  /** The node with that id, of a type or of any type behind an interface; null where there is none. */
  async byId(type: string, id: string, args: Arguments, info: GraphQLResolveInfo): Promise<unknown> {
    return this.byIdBelow(type, id, args, selectionBelow(info));
  }

  /** As `byId`, for what lies below an object that the engine did not read itself. */
  async byIdBelow(type: string, id: string, args: Arguments, below: Below): Promise<unknown> {
    const statement = new Statement();
    const view = viewOf(statement, args, effectiveView);
    const variable = statement.variable('n');
    const compiled = compileAny(statement, type, variable, below, view);
    const label = type === 'Node' || type === 'Entity' ? type : 'Node';
    const text = `UNWIND $keys AS key MATCH (${variable}:${label} {id: key}) RETURN key, ${compiled.expression} AS answer`;
    const loader = this.loader<string>(text, statement.parameters, async (keys, rows) => {
      const answers = new Map(rows.map(({ key, answer }) => [key, compiled.assemble(answer)]));
      return keys.map((key) => answers.get(key) ?? null);
    });
    return loader.load(id);
  }

  /** The node that a natural key names; null where there is none, an error where several municipalities have one. */
  async byNaturalKey(
    node: NodeDeclaration,
    key: NaturalKey,
    args: Arguments,
    info: GraphQLResolveInfo,
  ): Promise<unknown> {
    const statement = new Statement();
    const view = viewOf(statement, args, effectiveView);
    const variable = statement.variable('n');
    const compiled = compileAny(statement, node.name, variable, selectionBelow(info), view);
    const text = naturalKeyStatement(node, variable, Object.keys(key).sort(), compiled, view);
    const loader = this.loader<NaturalKey>(text, statement.parameters, async (keys, rows) => {
      const found = new Map(rows.map(({ place, answers }) => [place, answers as readonly unknown[]]));
      return keys.map((_, place) => {
        const answers = found.get(place) ?? [];
        return answers.length > 1 ? ambiguous(node) : compiled.assemble(answers[0]);
      });
    });
    return loader.load(key);
  }

  private loader<Key>(
    text: string,
    parameters: Readonly<Record<string, unknown>>,
    answer: (keys: readonly Key[], rows: readonly Record<string, unknown>[]) => Promise<readonly unknown[]>,
  ): DataLoader<Key, unknown> {
    const name = `${text}\n${JSON.stringify(parameters)}`;
    const known = this.loaders.get(name) as DataLoader<Key, unknown> | undefined;
    if (known) return known;
    const loader = new DataLoader<Key, unknown, string>(
      async (keys) =>
        answer(keys, await this.read(text, { ...parameters, keys })) as Promise<readonly (unknown | Error)[]>,
      { cacheKeyFn: (key) => JSON.stringify(key), maxBatchSize: 1000 },
    );
    this.loaders.set(name, loader as unknown as DataLoader<never, unknown>);
    return loader as unknown as DataLoader<Key, unknown>;
  }
}

const ambiguous = ({ name }: NodeDeclaration) =>
  new RequestError(
    'BAD_USER_INPUT',
    `municipality: expected the id of one municipality, because more than one has such a ${name}`,
    '該当する市区町村が複数あります。municipalityを指定してください。',
  );

function naturalKeyStatement(
  node: NodeDeclaration,
  variable: string,
  names: readonly string[],
  compiled: Compiled,
  view: View,
): string {
  const fields = fieldsOf(node);
  const conditions = names.map((name) => {
    if (name === 'municipality') return `${variable}.municipality = key.municipality`;
    const field = fields[name];
    if (field?.kind !== 'property')
      throw new Error(`expected a property of ${node.name} as a natural key, but got: ${name}`);
    const own = `${read(variable, name, field, node, view)} = key.${name}`;
    // A name is found in either language and under any of its aliases.
    return name === 'name'
      ? `(${own} OR toLower(${variable}.nameEn) = toLower(key.name) OR key.name IN ${variable}.aliases)`
      : own;
  });
  const where = all([nodeVisible(variable, node, view), ...conditions]);
  return (
    'UNWIND range(0, size($keys) - 1) AS place WITH place, $keys[place] AS key ' +
    `RETURN place, COLLECT { MATCH (${variable}:${node.name}) WHERE ${where} RETURN ${compiled.expression} ORDER BY ${variable}.id LIMIT 2 } AS answers`
  );
}
