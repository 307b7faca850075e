import type { NodeDeclaration, RelationshipDeclaration } from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { fieldsOf, findNode, nodeNamed, possibleTypes } from '../model/model.js';
import { type Answer, put, typeOf } from './answer.js';
import type { Variables } from './binding.js';
import { compileConnection, compileList } from './list.js';
import { pathOf } from './path.js';
import type { Below, SelectedField } from './selection.js';
import { sourcesExpression } from './sources.js';
import { read, readPart, type Statement, type View, where } from './statement.js';

type Row = Readonly<Record<string, unknown>>;

/** A part of a statement, and how its value becomes the part of the answer that the operation asked for. */
export interface Compiled {
  readonly expression: string;
  readonly assemble: (value: unknown, variables: Variables) => unknown;
}

/** The view that a field's `stage` argument asks for; without one, that of the level above. */
export function viewOf(statement: Statement, { stage }: Readonly<Record<string, unknown>>, inherited: View): View {
  return typeof stage === 'string' ? statement.stage(stage) : inherited;
}

/** What is read of one node: the columns of its map projection and the writers that put them under response keys. */
class Projection {
  private readonly columns = new Map<string, string>();
  private readonly writers: ((row: Row, answer: Answer, variables: Variables) => void)[] = [];

  /** Reads an expression once, however many response keys want it. */
  column(name: string, expression: string): string {
    if (!this.columns.has(name)) this.columns.set(name, expression);
    return name;
  }

  /** Reads an expression of its own, such as a relationship with its arguments. */
  slot(expression: string): string {
    return this.column(`_${this.columns.size}`, expression);
  }

  write(responseKey: string, value: (row: Row, variables: Variables) => unknown): void {
    this.writers.push((row, answer, variables) => {
      put(answer, responseKey, value(row, variables));
    });
  }

  expression(variable: string): string {
    // Columns in a fixed order: the same question asked in another order is the same statement.
    const entries = [...this.columns].map(([name, expression]) =>
      expression === `${variable}.${name}` ? `.${name}` : `${name}: ${expression}`,
    );
    return `${variable}{${entries.join(', ')}}`;
  }

  assemble(typename: string) {
    return (value: unknown, variables: Variables) => {
      if (value === null || value === undefined) return null;
      const answer: Answer = { [typeOf]: typename };
      for (const write of this.writers) write(value as Row, answer, variables);
      return answer;
    };
  }
}

const byFieldName = (a: SelectedField, b: SelectedField) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** Everything that is selected of a node of one type. */
export function compileNode(
  statement: Statement,
  node: NodeDeclaration,
  variable: string,
  below: Below,
  view: View,
): Compiled {
  const projection = new Projection();
  projection.column('id', `${variable}.id`);
  for (const field of [...below.of(node.name)].sort(byFieldName))
    compileField(statement, projection, node, variable, field, view);
  return { expression: projection.expression(variable), assemble: projection.assemble(node.name) };
}

function compileField(
  statement: Statement,
  projection: Projection,
  node: NodeDeclaration,
  variable: string,
  selected: SelectedField,
  view: View,
) {
  const { name, responseKey, below } = selected;
  if (name === '__typename') return;
  const property = (key: string, expression: string) => projection.column(key, expression);
  if (name === 'effective') {
    const column = property('effective', `${variable}.effective`);
    return projection.write(responseKey, (row) => row[column] === true);
  }
  if (name === 'sources') {
    const sources = sourcesExpression(statement, variable, below, view);
    const slot = projection.slot(sources.expression);
    return projection.write(responseKey, (row, variables) => sources.assemble(row[slot], variables));
  }
  const field = fieldsOf(node)[name];
  switch (field?.kind) {
    case 'property': {
      const column = property(name, read(variable, name, field, node, view));
      const absent = field.list ? [] : null;
      return projection.write(responseKey, (row) => row[column] ?? absent);
    }
    case 'computed': {
      const columns = field.from.map((from) => property(from, `${variable}.${from}`));
      return projection.write(responseKey, (row) => field.compute(columns.map((column) => row[column])));
    }
    case 'valueProperty': {
      const presentWhen = valueProperty(name, field.presentWhen);
      const column = (key: string) => {
        const part = valueProperty(name, key);
        return property(part, readPart(variable, { name: part, presentWhen }, field, node, view));
      };
      const present = column(field.presentWhen);
      const writers = below.of(field.type.name).map((inner) => {
        const computed = field.type.computed?.[inner.name];
        if (inner.name === '__typename') return [inner.responseKey, () => field.type.name] as const;
        if (!computed) {
          const key = column(inner.name);
          return [inner.responseKey, (row: Row) => row[key] ?? null] as const;
        }
        const from = computed.from.map(column);
        return [inner.responseKey, (row: Row) => computed.compute(from.map((key) => row[key]))] as const;
      });
      return projection.write(responseKey, (row) =>
        row[present] === null || row[present] === undefined
          ? null
          : Object.fromEntries(writers.map(([key, value]) => [key, value(row)])),
      );
    }
    case 'relationship': {
      const compiled = compileRelationship(
        statement,
        node,
        name,
        field,
        selected,
        variable,
        viewOf(statement, selected.arguments, view),
      );
      const slot = projection.slot(compiled.expression);
      return projection.write(responseKey, (row, variables) => compiled.assemble(row[slot], variables));
    }
    default:
      throw new Error(`expected a field of ${node.name}, but got: ${name}`);
  }
}

function compileRelationship(
  statement: Statement,
  node: NodeDeclaration,
  name: string,
  field: RelationshipDeclaration,
  selected: SelectedField,
  parent: string,
  view: View,
): Compiled {
  const target = findNode(field.target);
  if (field.shape === 'connection' && target) {
    const path = pathOf(statement, field, parent, view);
    return compileConnection(statement, { list: `${node.name}.${name}`, node: target, path, view, selected });
  }
  if (field.shape === 'list' && target)
    return compileList(statement, {
      list: `${node.name}.${name}`,
      node: target,
      path: pathOf(statement, field, parent, view),
      view,
      selected,
    });
  const path = pathOf(statement, field, parent, view);
  const inner = compileAny(statement, field.target, path.target, selected.below, view);
  return {
    expression: `head(COLLECT { MATCH ${path.pattern}${where(path.conditions)} RETURN ${inner.expression} LIMIT 1 })`,
    assemble: inner.assemble,
  };
}

/**
 * What is selected of a node whose type is known, or of one of the types of an interface: then each possible type has
 * a projection of its own, and the labels of the node decide which is read.
 */
export function compileAny(statement: Statement, type: string, variable: string, below: Below, view: View): Compiled {
  const known = findNode(type);
  if (known) return compileNode(statement, known, variable, below, view);
  const branches = possibleTypes(type).map((node) => ({
    node,
    compiled: compileNode(statement, node, variable, below, view),
  }));
  const cases = branches.map(
    ({ node, compiled }) => `WHEN ${variable}:${node.name} THEN {type: '${node.name}', row: ${compiled.expression}}`,
  );
  return {
    expression: `CASE ${cases.join(' ')} END`,
    assemble: (value, variables) => {
      if (value === null || value === undefined) return null;
      const { type: typename, row } = value as { readonly type: string; readonly row: unknown };
      return branches.find(({ node }) => node === nodeNamed(typename))?.compiled.assemble(row, variables) ?? null;
    },
  };
}
