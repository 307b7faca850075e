import type {
  NodeDeclaration,
  PropertyDeclaration,
  RelationshipDeclaration,
  TypeOrInterface,
  ValuePropertyDeclaration,
} from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { fieldsOf, findNode } from '../model/model.js';
import { idAtStage } from '../model/stage-id.js';
import { type Answer, put, typeOf } from './answer.js';
import { type Assembling, belowNode } from './assembling.js';
import { compileConnection } from './connection.js';
import { compileFieldCoverage, tellsCoverage } from './coverage.js';
import { relatedPath } from './filter.js';
import { compileList } from './list.js';
import { NamedProperties } from './named-properties.js';
import { type FilterInput, isGiven } from './operators.js';
import { isSingleEdge, pathOf } from './path.js';
import { groupTypes } from './possible-types.js';
import type { Below, SelectedField } from './selection.js';
import { hasLists, Joins } from './shared-nodes.js';
import { sourcesExpression, sourcesWriter } from './sources.js';
import { viewOf } from './stages.js';
import {
  eachKey,
  isPerStage,
  read,
  readPart,
  type Statement,
  stageOf,
  stageProperty,
  typeLabel,
  type View,
  viewOfNode,
  where,
} from './statement.js';
import { connectionSteps, type Steps, singleStep } from './steps.js';

/** What was read of one node: the values of its columns, in their order. */
type Row = readonly unknown[];

/** A part of a statement, and how its value becomes the part of the answer. */
export interface Compiled {
  readonly expression: string;
  readonly assemble: (value: unknown, assembling: Assembling) => unknown;
}

/**
 * What is read of one node: the columns, and the writers that put them under response keys. A row is a list without
 * names: in a map every key of every row is sent, which takes the driver a third longer to read.
 */
class Projection {
  protected readonly node: NodeDeclaration;
  protected readonly variable: string;
  protected readonly view: View;
  private readonly columns: string[] = [];
  protected readonly writers: { readonly index: number; readonly write: Write }[] = [];

  constructor(node: NodeDeclaration, variable: string, view: View) {
    this.node = node;
    this.variable = variable;
    this.view = view;
  }

  /** The column of a property as the view has it. */
  property(name: string, declaration: PerStage = {}): number {
    return this.column(read(this.variable, name, declaration, this.node, this.view));
  }

  /** The column of a property that is part of a value. */
  part(name: string, presentWhen: string, declaration: PerStage): number {
    return this.column(readPart(this.variable, { name, presentWhen }, declaration, this.node, this.view));
  }

  /** The index in the row of an expression, which is read once however many response keys want it. */
  column(expression: string): number {
    const known = this.columns.indexOf(expression);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  /** Adds the value of a response key; `index` is its position in the selection. */
  write(index: number, responseKey: string, value: Value): void {
    this.writeAt(index, (answer, row, assembling, typename) =>
      put(answer, responseKey, value(row, assembling, typename)),
    );
  }

  writeAt(index: number, write: Write): void {
    this.writers.push({ index, write });
  }

  expression(): string {
    return `[${this.columns.join(', ')}]`;
  }

  /** What makes an answer of a row, its fields in the order of the operation. */
  assembly(): (value: unknown, typename: string, assembling: Assembling) => Answer | null {
    const writers = [...this.writers].sort((a, b) => a.index - b.index).map(({ write }) => write);
    return (value, typename, assembling) => {
      if (value === null || value === undefined) return null;
      const answer: Answer = { [typeOf]: typename };
      for (const write of writers) write(answer, value as Row, assembling, typename);
      return answer;
    };
  }
}

type Check = (value: unknown, typename: string) => unknown;
type PerStage = Pick<PropertyDeclaration, 'perStage'>;

/** Reads properties by name, in a statement whose text does not depend on which are selected. */
class NamedProjection extends Projection {
  private readonly properties: NamedProperties;
  /** What makes each column of the values of the properties. */
  private readonly decoders: ((values: Row) => unknown)[] = [];

  constructor(node: NodeDeclaration, variable: string, view: View, properties: NamedProperties) {
    super(node, variable, view);
    this.properties = properties;
  }

  override property(name: string, declaration: PerStage = {}): number {
    const own = this.properties.index(name);
    if (!isPerStage(declaration, this.node, this.view)) return this.decoders.push((values) => values[own]) - 1;
    const atStage = this.properties.index(stageProperty(name, this.view));
    return this.decoders.push((values) => values[atStage] ?? values[own]) - 1;
  }

  override part(name: string, presentWhen: string, declaration: PerStage): number {
    if (!isPerStage(declaration, this.node, this.view)) return this.property(name);
    const own = this.properties.index(name);
    const atStage = this.properties.index(stageProperty(name, this.view));
    const present = this.properties.index(stageProperty(presentWhen, this.view));
    return this.decoders.push((values) => values[(values[present] ?? null) === null ? own : atStage]) - 1;
  }

  /** What stands under a response key once the steps have read it, for the key in a column. */
  defer(index: number, responseKey: string, column: number, steps: Steps, check: Check): void {
    this.writeAt(index, (answer, row, assembling, typename) => {
      put(answer, responseKey, null);
      assembling.defer(steps, row[column], (value) => put(answer, responseKey, check(value, typename)));
    });
  }

  override expression(): string {
    return this.properties.expression;
  }

  override assembly(): ReturnType<Projection['assembly']> {
    const assemble = super.assembly();
    return (values, typename, assembling) =>
      values === null || values === undefined
        ? null
        : assemble(
            this.decoders.map((decode) => decode(values as Row)),
            typename,
            assembling,
          );
  }
}

type Value = (row: Row, assembling: Assembling, typename: string) => unknown;
type Write = (answer: Answer, row: Row, assembling: Assembling, typename: string) => void;

/** Everything that is selected of a node of one type; single related nodes as clauses, where `joins` can take them. */
export function compileNode(
  statement: Statement,
  node: NodeDeclaration,
  variable: string,
  below: Below,
  view: View,
  joins: Joins | null = null,
): Compiled {
  const projection = statement.stepwise
    ? namedProjectionOf(statement, new NamedProperties(statement, variable), node, variable, below, view)
    : projectionOf(statement, node, variable, below, view, joins);
  const assemble = projection.assembly();
  return {
    expression: projection.expression(),
    assemble: (value, assembling) => assemble(value, node.name, assembling),
  };
}

function projectionOf(
  statement: Statement,
  node: NodeDeclaration,
  variable: string,
  below: Below,
  around: View,
  joins: Joins | null = null,
): Projection {
  const view = viewOfNode(node, around);
  const projection = new Projection(node, variable, view);
  // Compiled in a fixed order: the same selection in another order is the same statement.
  for (const { field, index } of inFixedOrder(node, below))
    projection.write(index, field.responseKey, compileField(statement, projection, node, variable, field, view, joins));
  return projection;
}

/** As `projectionOf` where related nodes and sources are read by steps. */
function namedProjectionOf(
  statement: Statement,
  properties: NamedProperties,
  node: NodeDeclaration,
  variable: string,
  below: Below,
  around: View,
): Projection {
  const view = viewOfNode(node, around);
  const projection = new NamedProjection(node, variable, view, properties);
  for (const { field, index } of inFixedOrder(node, below)) {
    const { name, responseKey } = field;
    const declared = fieldsOf(node)[name];
    if (declared?.kind === 'relationship') {
      const steps = relationshipSteps(node, declared, field, view);
      const check: Check = (value, typename) =>
        declared.shape === 'required' ? (value ?? missing(typename, name)) : value;
      projection.defer(index, responseKey, projection.property('id'), steps, check);
    } else if (name === 'sources') {
      const column = projection.property('sources');
      projection.writeAt(
        index,
        sourcesWriter((row) => row[column], field, view),
      );
    } else projection.write(index, responseKey, compileField(statement, projection, node, variable, field, view, null));
  }
  return projection;
}

const inFixedOrder = (node: NodeDeclaration, below: Below) =>
  below
    .of(node.name)
    .map((field, index) => ({ field, index }))
    .sort((a, b) => byName(a.field.name, b.field.name));

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Adds what a field needs to the columns, and tells how its value is made of them. */
function compileField(
  statement: Statement,
  projection: Projection,
  node: NodeDeclaration,
  variable: string,
  selected: SelectedField,
  view: View,
  joins: Joins | null,
): Value {
  const { name, below } = selected;
  if (name === '__typename') return (_row, _assembling, typename) => typename;
  if (name === 'effective') {
    const column = projection.property('effective');
    return (row) => row[column] === true;
  }
  if (name === 'id') {
    const column = projection.property('id');
    return (row, _assembling, typename) =>
      idAtStage(String(row[column] ?? missing(typename, name)), stageOf(viewOfNode(findNode(typename) ?? node, view)));
  }
  if (name === 'sources') {
    const sources = sourcesExpression(statement, variable, below, view);
    const column = projection.column(sources.expression);
    return (row, assembling) => sources.assemble(row[column], assembling);
  }
  if (name === 'coverage') {
    const column = projection.property('id');
    const write = compileFieldCoverage(selected, view);
    return (row, assembling, typename) => write(typename, String(row[column]), assembling);
  }
  const field = fieldsOf(node)[name];
  switch (field?.kind) {
    case 'property': {
      const column = projection.property(name, field);
      if (field.list) return (row) => row[column] ?? [];
      if (field.nullable) return (row) => row[column] ?? null;
      return (row, _assembling, typename) => row[column] ?? missing(typename, name);
    }
    case 'computed': {
      const columns = field.from.map((from) => projection.property(from));
      return (row) => field.compute(columns.map((column) => row[column]));
    }
    case 'valueProperty':
      return compileValue(projection, name, field, below);
    case 'relationship': {
      const own = viewOf(statement, selected.arguments, view);
      const compiled = compileRelationship(statement, node, name, field, selected, variable, own, joins);
      const column = projection.column(compiled.expression);
      if (field.shape === 'connection' && tellsCoverage(field.target, below)) {
        const id = projection.property('id');
        return (row, assembling) => compiled.assemble(row[column], belowNode(assembling, String(row[id])));
      }
      if (field.shape !== 'required') return (row, assembling) => compiled.assemble(row[column], assembling);
      return (row, assembling, typename) => compiled.assemble(row[column], assembling) ?? missing(typename, name);
    }
    default:
      return nodeReference(projection, view);
  }
}

/** The node that a field belongs to which the model does not declare: an analysis resolves it when the engine is done. */
export interface NodeReference {
  /** Without a stage. */
  readonly id: string;
  /** The stage at which the node was seen; null for what is in force. */
  readonly stage: string | null;
}

function nodeReference(projection: Projection, view: View): Value {
  const column = projection.property('id');
  const stage = stageOf(view);
  return (row): NodeReference => ({ id: String(row[column]), stage });
}

/** The schema promises it, and the checks of the dataset keep the promise; a graph that others wrote may not. */
function missing(typename: string, name: string): never {
  throw new Error(`expected every ${typename} in the graph to have ${name}, but one has none`);
}

/** A value such as a quantity: an object made of several columns, null where there is none. */
function compileValue(projection: Projection, name: string, field: ValuePropertyDeclaration, below: Below): Value {
  const presentWhen = valueProperty(name, field.presentWhen);
  const column = (key: string) => projection.part(valueProperty(name, key), presentWhen, field);
  const present = column(field.presentWhen);
  const parts = below.of(field.type.name).map((inner): readonly [string, (row: Row) => unknown] => {
    if (inner.name === '__typename') return [inner.responseKey, () => field.type.name];
    const computed = field.type.computed?.[inner.name];
    if (!computed) {
      const index = column(inner.name);
      return [inner.responseKey, (row) => row[index] ?? null];
    }
    const from = computed.from.map(column);
    return [inner.responseKey, (row) => computed.compute(from.map((index) => row[index]))];
  });
  return (row) =>
    row[present] === null || row[present] === undefined
      ? null
      : Object.fromEntries(parts.map(([key, value]) => [key, value(row)]));
}

/** A relationship as steps that are given the ids of the nodes on which it hangs. */
export function relationshipSteps(
  node: NodeDeclaration,
  field: RelationshipDeclaration,
  selected: SelectedField,
  inherited: View,
): Steps {
  const compile = (step: Statement, part: SelectedField) => {
    const parent = step.variable('n');
    const view = viewOf(step, part.arguments, inherited);
    const { expression, assemble } = compileRelationship(step, node, selected.name, field, part, parent, view, null);
    return {
      text: `${eachKey} OPTIONAL MATCH (${parent}:Node {id: $keys[index]}) RETURN index, ${expression} AS answer`,
      assemble,
    };
  };
  const target = findNode(field.target);
  return target && field.shape === 'connection'
    ? connectionSteps(target, selected, compile)
    : singleStep(selected, compile);
}

function compileRelationship(
  statement: Statement,
  node: NodeDeclaration,
  name: string,
  field: RelationshipDeclaration,
  selected: SelectedField,
  parent: string,
  around: View,
  joins: Joins | null,
): Compiled {
  const target = findNode(field.target);
  if (target && (field.shape === 'connection' || field.shape === 'list')) {
    const { filter, edge } = selected.arguments;
    const start = isGiven(filter) ? 'anywhere' : 'parent';
    const options = { start, shown: true } as const;
    const path = relatedPath(statement, field, (filter ?? {}) as FilterInput, edge, parent, around, options);
    const request = { list: `${node.name}.${name}`, node: target, path, view: path.view, selected };
    return field.shape === 'list' ? compileList(statement, request) : compileConnection(statement, request);
  }
  const path = pathOf(statement, field, parent, around, { start: 'parent', shown: true });
  const { view } = path;
  const match = `MATCH ${path.pattern}${where(path.conditions)}`;
  if (joins && isSingleEdge(field)) {
    joins.clauses.push(`OPTIONAL ${match}`);
    if (joins.sharing && target && hasLists(target, selected.below)) {
      const behind = new Joins({ sharing: false });
      const compiled = compileNode(statement, target, path.target, selected.below, view, behind);
      return joins.share({ variable: path.target, clauses: behind.clauses, ...compiled });
    }
    const { expression, assemble } = compileAny(statement, field.target, path.target, selected.below, view, joins);
    return { expression: `CASE WHEN ${path.target} IS NOT NULL THEN ${expression} END`, assemble };
  }
  const own = new Joins({ sharing: false });
  const { expression, assemble } = compileAny(statement, field.target, path.target, selected.below, view, own);
  return {
    expression: `head(COLLECT { ${[match, ...own.clauses].join(' ')} RETURN ${expression} LIMIT 1 })`,
    assemble,
  };
}

/** What is selected of a node whose type is known, or of one of the types of an interface: then its labels tell which. */
export function compileAny(
  statement: Statement,
  type: TypeOrInterface,
  variable: string,
  below: Below,
  view: View,
  joins: Joins | null = null,
): Compiled {
  const known = findNode(type);
  if (known) return compileNode(statement, known, variable, below, view, joins);
  const groups = groupTypes(type, below, view);
  const typename = typeLabel(variable);
  if (statement.stepwise) {
    const properties = new NamedProperties(statement, variable);
    const assemblies = new Map<string, ReturnType<Projection['assembly']>>(
      groups.flatMap(({ types, representative }) => {
        const assemble = namedProjectionOf(statement, properties, representative, variable, below, view).assembly();
        return types.map(({ name }) => [name, assemble] as const);
      }),
    );
    return {
      expression: `[${typename}, ${properties.expression}]`,
      assemble: (value, assembling) => {
        if (value === null || value === undefined) return null;
        const [name, row] = value as readonly [string, unknown];
        return assemblies.get(name)?.(row, name, assembling) ?? null;
      },
    };
  }
  const projections = groups.map(({ representative }) =>
    projectionOf(statement, representative, variable, below, view),
  );
  const assemblies = projections.map((projection) => projection.assembly());
  const rows = projections.map((projection, index) => `[${index}, ${typename}, ${projection.expression()}]`);
  const cases = groups.slice(0, -1).map(({ types }, index) => {
    const labels = types.map(({ name }) => `${variable}:${name}`).join(' OR ');
    return `WHEN ${labels} THEN ${rows[index]}`;
  });
  return {
    expression: cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${rows.at(-1)} END` : (rows[0] ?? 'null'),
    assemble: (value, assembling) => {
      if (value === null || value === undefined) return null;
      const [index, name, row] = value as readonly [number, string, unknown];
      return assemblies[index]?.(row, name, assembling) ?? null;
    },
  };
}
