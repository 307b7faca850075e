import type { NodeDeclaration, RelationshipDeclaration } from '../model/declaration.js';
import { valueProperty } from '../model/graph-properties.js';
import { fieldsOf, findNode } from '../model/model.js';
import { type Answer, put, typeOf } from './answer.js';
import type { Variables } from './binding.js';
import { asksForEffective } from './filter.js';
import { compileConnection, compileList } from './list.js';
import { pathOf } from './path.js';
import { groupTypes } from './possible-types.js';
import type { Below, SelectedField } from './selection.js';
import { sourcesExpression } from './sources.js';
import { read, readPart, type Statement, type View, where } from './statement.js';

/** What was read of one node: the values of its columns, in their order. */
type Row = readonly unknown[];

/** A part of a statement, and how its value becomes the part of the answer that the operation asked for. */
export interface Compiled {
  readonly expression: string;
  readonly assemble: (value: unknown, variables: Variables) => unknown;
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
  private readonly writers: ((row: Row, answer: Answer, variables: Variables) => void)[] = [];

  /** The place in the row of an expression, which is read once however many response keys want it. */
  column(expression: string): number {
    const known = this.columns.indexOf(expression);
    return known >= 0 ? known : this.columns.push(expression) - 1;
  }

  write(responseKey: string, value: (row: Row, variables: Variables) => unknown): void {
    this.writers.push((row, answer, variables) => {
      put(answer, responseKey, value(row, variables));
    });
  }

  expression(): string {
    return `[${this.columns.join(', ')}]`;
  }

  assemble(value: unknown, typename: string, variables: Variables): Answer | null {
    if (value === null || value === undefined) return null;
    const answer: Answer = { [typeOf]: typename };
    for (const write of this.writers) write(value as Row, answer, variables);
    return answer;
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
  const projection = projectionOf(statement, node, variable, below, view);
  return {
    expression: projection.expression(),
    assemble: (value, variables) => projection.assemble(value, node.name, variables),
  };
}

function projectionOf(
  statement: Statement,
  node: NodeDeclaration,
  variable: string,
  below: Below,
  view: View,
): Projection {
  const projection = new Projection();
  // In a fixed order: the same question asked in another order is the same statement.
  for (const field of [...below.of(node.name)].sort(byFieldName))
    compileField(statement, projection, node, variable, field, view);
  return projection;
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
  if (name === 'effective') {
    const column = projection.column(`${variable}.effective`);
    return projection.write(responseKey, (row) => row[column] === true);
  }
  if (name === 'sources') {
    const sources = sourcesExpression(statement, variable, below, view);
    const column = projection.column(sources.expression);
    return projection.write(responseKey, (row, variables) => sources.assemble(row[column], variables));
  }
  const field = fieldsOf(node)[name];
  switch (field?.kind) {
    case 'property': {
      const column = projection.column(read(variable, name, field, node, view));
      const absent = field.list ? [] : null;
      return projection.write(responseKey, (row) => row[column] ?? absent);
    }
    case 'computed': {
      const columns = field.from.map((from) => projection.column(`${variable}.${from}`));
      return projection.write(responseKey, (row) => field.compute(columns.map((column) => row[column])));
    }
    case 'valueProperty': {
      const presentWhen = valueProperty(name, field.presentWhen);
      const column = (key: string) => {
        const part = valueProperty(name, key);
        return projection.column(readPart(variable, { name: part, presentWhen }, field, node, view));
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
      const column = projection.column(compiled.expression);
      return projection.write(responseKey, (row, variables) => compiled.assemble(row[column], variables));
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
  if (target && (field.shape === 'connection' || field.shape === 'list')) {
    const anyNode = asksForEffective(selected.arguments.filter);
    const path = pathOf(statement, field, parent, view, { anyNode });
    const request = { list: `${node.name}.${name}`, node: target, path, view, selected };
    return field.shape === 'list' ? compileList(statement, request) : compileConnection(statement, request);
  }
  const path = pathOf(statement, field, parent, view);
  const inner = compileAny(statement, field.target, path.target, selected.below, view);
  return {
    expression: `head(COLLECT { MATCH ${path.pattern}${where(path.conditions)} RETURN ${inner.expression} LIMIT 1 })`,
    assemble: inner.assemble,
  };
}

/** What is selected of a node whose type is known, or of one of the types of an interface: then its labels tell which. */
export function compileAny(statement: Statement, type: string, variable: string, below: Below, view: View): Compiled {
  const known = findNode(type);
  if (known) return compileNode(statement, known, variable, below, view);
  const groups = groupTypes(type, below);
  const projections = groups.map(({ representative }) =>
    projectionOf(statement, representative, variable, below, view),
  );
  const typename = `[label IN labels(${variable}) WHERE NOT label IN ['Node', 'Entity']][0]`;
  const rows = projections.map((projection, place) => `[${place}, ${typename}, ${projection.expression()}]`);
  const cases = groups.slice(0, -1).map(({ types }, place) => {
    const labels = types.map(({ name }) => `${variable}:${name}`).join(' OR ');
    return `WHEN ${labels} THEN ${rows[place]}`;
  });
  return {
    expression: cases.length > 0 ? `CASE ${cases.join(' ')} ELSE ${rows.at(-1)} END` : (rows[0] ?? 'null'),
    assemble: (value, variables) => {
      if (value === null || value === undefined) return null;
      const [place, name, row] = value as readonly [number, string, unknown];
      return projections[place]?.assemble(row, name, variables) ?? null;
    },
  };
}
