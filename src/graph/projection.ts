import type {
  NodeDeclaration,
  RelationshipDeclaration,
  TypeOrInterface,
  ValuePropertyDeclaration,
} from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { fieldsOf, findNode } from '../model/model.js';
import { type Answer, put, typeOf } from './answer.js';
import type { Assembling } from './assembling.js';
import { compileConnection } from './connection.js';
import { asksForEffective } from './filter.js';
import { compileList } from './list.js';
import { isGiven } from './operators.js';
import { isSingleEdge, pathOf } from './path.js';
import { groupTypes } from './possible-types.js';
import type { Below, SelectedField } from './selection.js';
import { hasLists, Joins } from './shared-nodes.js';
import { sourcesExpression } from './sources.js';
import { read, readPart, type Statement, type View, where } from './statement.js';

/** What was read of one node: the values of its columns, in their order. */
type Row = readonly unknown[];

/** A part of a statement, and how its value becomes the part of the answer that the operation asked for. */
export interface Compiled {
  readonly expression: string;
  readonly assemble: (value: unknown, assembling: Assembling) => unknown;
}

/** The view that a field's `stage` argument asks for; without one, that of the level above. */
export function viewOf(statement: Statement, { stage }: Readonly<Record<string, unknown>>, inherited: View): View {
  return typeof stage === 'string' ? statement.stage(stage) : inherited;
}

/**
 * What is read of one node: the columns, and the writers that put them under response keys. A row is a list without
 * names: in a map every key of every row is sent, which takes the driver a third longer to read.
 */
class Projection {
  private readonly columns: string[] = [];
  private readonly writers: { readonly place: number; readonly write: Write }[] = [];

  /** The place in the row of an expression, which is read once however many response keys want it. */
  column(expression: string): number {
    const known = this.columns.indexOf(expression);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  /** What stands under a response key; `place` is where the operation asks for it. */
  write(place: number, responseKey: string, value: Value): void {
    this.writers.push({
      place,
      write: (row, answer, assembling, typename) => put(answer, responseKey, value(row, assembling, typename)),
    });
  }

  expression(): string {
    return `[${this.columns.join(', ')}]`;
  }

  /** What makes an answer of a row, its fields in the order of the operation. */
  assembly(): (value: unknown, typename: string, assembling: Assembling) => Answer | null {
    const writers = [...this.writers].sort((a, b) => a.place - b.place).map(({ write }) => write);
    return (value, typename, assembling) => {
      if (value === null || value === undefined) return null;
      const answer: Answer = { [typeOf]: typename };
      for (const write of writers) write(value as Row, answer, assembling, typename);
      return answer;
    };
  }
}

type Value = (row: Row, assembling: Assembling, typename: string) => unknown;
type Write = (row: Row, answer: Answer, assembling: Assembling, typename: string) => void;

/** Everything that is selected of a node of one type; single related nodes as clauses, where there is a place for them. */
export function compileNode(
  statement: Statement,
  node: NodeDeclaration,
  variable: string,
  below: Below,
  view: View,
  joins: Joins | null = null,
): Compiled {
  const projection = projectionOf(statement, node, variable, below, view, joins);
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
  view: View,
  joins: Joins | null = null,
): Projection {
  const projection = new Projection();
  const places = below.of(node.name).map((field, place) => ({ field, place }));
  // Compiled in a fixed order: the same question asked in another order is the same statement.
  for (const { field, place } of places.sort((a, b) => byName(a.field.name, b.field.name)))
    projection.write(place, field.responseKey, compileField(statement, projection, node, variable, field, view, joins));
  return projection;
}

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
    const column = projection.column(`${variable}.effective`);
    return (row) => row[column] === true;
  }
  if (name === 'sources') {
    const sources = sourcesExpression(statement, variable, below, view);
    const column = projection.column(sources.expression);
    return (row, assembling) => sources.assemble(row[column], assembling);
  }
  const field = fieldsOf(node)[name];
  switch (field?.kind) {
    case 'property': {
      const column = projection.column(read(variable, name, field, node, view));
      if (field.list) return (row) => row[column] ?? [];
      if (field.nullable) return (row) => row[column] ?? null;
      return (row, _assembling, typename) => row[column] ?? missing(typename, name);
    }
    case 'computed': {
      const columns = field.from.map((from) => projection.column(`${variable}.${from}`));
      return (row) => field.compute(columns.map((column) => row[column]));
    }
    case 'valueProperty':
      return compileValue(projection, node, variable, name, field, below, view);
    case 'relationship': {
      const own = viewOf(statement, selected.arguments, view);
      const compiled = compileRelationship(statement, node, name, field, selected, variable, own, joins);
      const column = projection.column(compiled.expression);
      if (field.shape !== 'required') return (row, assembling) => compiled.assemble(row[column], assembling);
      return (row, assembling, typename) => compiled.assemble(row[column], assembling) ?? missing(typename, name);
    }
    default:
      return askedElsewhere(projection, variable, view);
  }
}

/** What a field that the model does not declare goes by: an analysis answers it, when the engine is done. */
export interface Asked {
  readonly id: string;
  /** The stage at which the node was seen; null for what is in force. */
  readonly stage: string | null;
}

function askedElsewhere(projection: Projection, variable: string, view: View): Value {
  const column = projection.column(`${variable}.id`);
  const stage = view.kind === 'stage' ? projection.column(view.parameter) : null;
  return (row): Asked => ({ id: String(row[column]), stage: stage === null ? null : String(row[stage]) });
}

/** The schema promises it, and the checks of the dataset keep the promise; a graph that others wrote may not. */
function missing(typename: string, name: string): never {
  throw new Error(`expected every ${typename} in the graph to have ${name}, but one has none`);
}

/** A value such as a quantity: an object made of several columns, null where there is none. */
function compileValue(
  projection: Projection,
  node: NodeDeclaration,
  variable: string,
  name: string,
  field: ValuePropertyDeclaration,
  below: Below,
  view: View,
): Value {
  const presentWhen = valueProperty(name, field.presentWhen);
  const column = (key: string) => {
    const part = { name: valueProperty(name, key), presentWhen };
    return projection.column(readPart(variable, part, field, node, view));
  };
  const present = column(field.presentWhen);
  const parts = below.of(field.type.name).map((inner): readonly [string, (row: Row) => unknown] => {
    if (inner.name === '__typename') return [inner.responseKey, () => field.type.name];
    const computed = field.type.computed?.[inner.name];
    if (!computed) {
      const place = column(inner.name);
      return [inner.responseKey, (row) => row[place] ?? null];
    }
    const from = computed.from.map(column);
    return [inner.responseKey, (row) => computed.compute(from.map((place) => row[place]))];
  });
  return (row) =>
    row[present] === null || row[present] === undefined
      ? null
      : Object.fromEntries(parts.map(([key, value]) => [key, value(row)]));
}

function compileRelationship(
  statement: Statement,
  node: NodeDeclaration,
  name: string,
  field: RelationshipDeclaration,
  selected: SelectedField,
  parent: string,
  view: View,
  joins: Joins | null,
): Compiled {
  const target = findNode(field.target);
  if (target && (field.shape === 'connection' || field.shape === 'list')) {
    const { filter } = selected.arguments;
    const anyNode = asksForEffective(filter);
    const start = isGiven(filter) ? 'anywhere' : 'parent';
    const path = pathOf(statement, field, parent, view, { anyNode, start });
    const request = { list: `${node.name}.${name}`, node: target, path, view, selected };
    return field.shape === 'list' ? compileList(statement, request) : compileConnection(statement, request);
  }
  const path = pathOf(statement, field, parent, view, { start: 'parent' });
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
  const groups = groupTypes(type, below);
  const projections = groups.map(({ representative }) =>
    projectionOf(statement, representative, variable, below, view),
  );
  const assemblies = projections.map((projection) => projection.assembly());
  const typename = `[label IN labels(${variable}) WHERE NOT label IN ['Node', 'Entity']][0]`;
  const rows = projections.map((projection, place) => `[${place}, ${typename}, ${projection.expression()}]`);
  const cases = groups.slice(0, -1).map(({ types }, place) => {
    const labels = types.map(({ name }) => `${variable}:${name}`).join(' OR ');
    return `WHEN ${labels} THEN ${rows[place]}`;
  });
  return {
    expression: cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${rows.at(-1)} END` : (rows[0] ?? 'null'),
    assemble: (value, assembling) => {
      if (value === null || value === undefined) return null;
      const [place, name, row] = value as readonly [number, string, unknown];
      return assemblies[place]?.(row, name, assembling) ?? null;
    },
  };
}
