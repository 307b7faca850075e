/** What is told of the link that leads to an entry of a list: the facts of an edge, or the ways by which it follows. */
import { edgeOfType } from '../model/model.js';
import { type Answer, put } from './answer.js';
import type { Assembling } from './assembling.js';
import { NamedProperties } from './named-properties.js';
import { type Derivation, pathOf } from './path.js';
import { type Compiled, compileNode } from './projection.js';
import type { SelectedField } from './selection.js';
import { sourcesExpression, sourcesWriter } from './sources.js';
import { all, eachKey, type Statement, type View, where } from './statement.js';
import { type Steps, singleStep } from './steps.js';

type Row = readonly unknown[];
type WriteField = (answer: Answer, row: Row, assembling: Assembling) => void;

/** Columns of a row, which grow with what is asked for, and what writes a field of them. */
interface Link {
  readonly columns: string[];
  readonly write: (field: SelectedField) => WriteField;
}

/** What stands for the facts of a link where no edge has them. */
const absent: Readonly<Record<string, unknown>> = { stages: [], effective: true, printedAs: null };

const constant =
  (value: unknown) =>
  ({ responseKey }: SelectedField): WriteField =>
  (answer) =>
    put(answer, responseKey, value);

/** The facts of an edge; those of none, where a list hangs on nothing. An edge that was worked out when it was loaded is derived. */
export function linkFacts(statement: Statement, edge: string | null, view: View, isDerived = false): Link {
  const named = statement.stepwise && edge ? new NamedProperties(statement, edge) : null;
  const columns: string[] = named ? [named.expression] : [];
  const fact = (name: string): ((row: Row) => unknown) => {
    const index = named ? named.index(name) : columns.push(`${edge}.${name}`) - 1;
    return named ? (row) => (row[0] as Row)[index] : (row) => row[index];
  };
  const write = (field: SelectedField): WriteField => {
    const { name, responseKey, below } = field;
    if (name === 'derived') return constant(isDerived)(field);
    if (name === 'via') return constant([])(field);
    if (edge === null) return constant(absent[name] ?? (name === 'sources' ? [] : null))(field);
    if (name === 'sources' && named) return sourcesWriter(fact(name), field, view);
    if (name === 'sources') {
      const { expression, assemble } = sourcesExpression(statement, edge, below, view);
      const column = columns.push(expression) - 1;
      return (answer, row, assembling) => put(answer, responseKey, assemble(row[column], assembling));
    }
    const read = fact(name);
    return (answer, row) => put(answer, responseKey, read(row) ?? absent[name]);
  };
  return { columns, write };
}

/** In which view the nodes of a list are shown, and in which of several the links that lead to them are looked for. */
export interface LinkViews {
  readonly shown: View;
  readonly found: readonly View[];
}

/** What is told of a link that follows from others, between the parent of a list and the target in a row of it. */
export function derivedLink(statement: Statement, derivation: Derivation, target: string, views: LinkViews): Link {
  // In steps the ways are read by the ids of both ends, which a row has only where they are asked for.
  const keys = statement.stepwise ? new Ends(statement, derivation.parent, target) : null;
  const columns: string[] = keys ? [keys.expression] : [];
  const write = (field: SelectedField): WriteField => {
    const { name, responseKey } = field;
    if (name === 'derived') return constant(true)(field);
    const asksOfWays = name === 'via' || name === 'sources' || (name === 'effective' && !areInForce(views));
    if (!asksOfWays) return constant(absent[name] ?? null)(field);
    if (keys) {
      const steps = derivationSteps(derivation, field, views);
      keys.ask();
      return (answer, row, assembling) => {
        put(answer, responseKey, null);
        assembling.defer(steps, keys.read(row), (part) => put(answer, responseKey, part));
      };
    }
    const { expression, assemble } = compileWays(statement, derivation, derivation.parent, target, field, views);
    const column = columns.push(expression) - 1;
    return (answer, row, assembling) => put(answer, responseKey, assemble(row[column], assembling));
  };
  return { columns, write };
}

/** Whether all that is found is known to be in force. */
const areInForce = ({ found }: LinkViews): boolean => found.every((view) => view.kind === 'effective' && view.inForce);

/** The ids of both ends of a derived link, in a statement whose text is the same whether they are asked for or not. */
class Ends {
  readonly expression: string;
  private readonly names: string[] = [];

  constructor(statement: Statement, parent: string, target: string) {
    const name = statement.variable('k');
    this.expression = `[${name} IN ${statement.parameter(this.names)} | [${parent}[${name}], ${target}[${name}]]]`;
  }

  ask(): void {
    if (this.names.length === 0) this.names.push('id');
  }

  read([ends]: Row): unknown {
    return (ends as Row)[0];
  }
}

/** `via`, `sources` or `effective` of a derived link as a step, which is given the ids of both ends. */
export function derivationSteps(derivation: Derivation, selected: SelectedField, { shown, found }: LinkViews): Steps {
  return singleStep(selected, (step, field) => {
    const [parent, target] = [step.variable('n'), step.variable('n')];
    const views = { shown: step.sameView(shown), found: found.map((view) => step.sameView(view)) };
    const { expression, assemble } = compileWays(step, derivation, parent, target, field, views);
    return {
      text:
        `${eachKey} OPTIONAL MATCH (${parent}:Node {id: $keys[index][0]}) ` +
        `OPTIONAL MATCH (${target}:Node {id: $keys[index][1]}) RETURN index, ${expression} AS answer`,
      assemble,
    };
  });
}

/** The ways from a parent to a target: each of them, where all of their links were read, or whether one is in force. */
function compileWays(
  statement: Statement,
  { relationship, options }: Derivation,
  parent: string,
  target: string,
  { name, below }: SelectedField,
  { shown: view, found: views }: LinkViews,
): Compiled {
  const path = pathOf(statement, relationship, parent, view, { ...options, start: 'parent', found: target });
  const { links = [], between = [], inForce = 'true', heldIn = () => path.conditions } = path.derivation ?? {};
  const held = views.map((each) => all(heldIn(each)));
  const inAny = held.length > 1 ? held.map((each) => `(${each})`).join(' OR ') : all(held);
  if (name === 'effective')
    return {
      expression: `EXISTS { MATCH ${path.pattern} WHERE (${inAny}) AND ${inForce} }`,
      assemble: (value) => value === true,
    };
  const match = `MATCH ${path.pattern}${where([inAny])}`;
  const order = `ORDER BY ${between.map(({ variable }) => `${variable}.sortKey, ${variable}.id`).join(', ')}`;
  if (name === 'sources') {
    const [source, found, owner] = ['s', 's', 'o'].map((prefix) => statement.variable(prefix));
    const sources = sourcesExpression(statement, owner ?? '', below, view);
    const stored = links.map((link) => `${link}.sources`).join(' + ');
    return {
      expression:
        `head(COLLECT { WITH COLLECT { ${match} WITH * ${order} UNWIND ${stored} AS ${source} ` +
        `RETURN DISTINCT ${source} } AS ${found} WITH {sources: ${found}} AS ${owner} RETURN ${sources.expression} })`,
      assemble: sources.assemble,
    };
  }
  const columns: string[] = [];
  // In a fixed order: the same selection in another order is the same statement.
  const parts = below.of('Derivation').map((part, index) => ({ part, index }));
  const inFixedOrder = parts.sort((a, b) => a.part.name.localeCompare(b.part.name));
  const compiledParts = inFixedOrder.map(({ part, index }) => ({ index, write: compilePart(part) }));
  const writers = compiledParts.sort((a, b) => a.index - b.index).map(({ write }) => write);
  function compilePart({ name: part, responseKey, below: inner }: SelectedField): WriteField {
    if (part === '__typename') return (answer) => put(answer, responseKey, 'Derivation');
    const compiled =
      part === 'nodes'
        ? between.map(({ variable, node }) => compileNode(statement, node, variable, inner, view))
        : relationship.path.map((step, index) =>
            compileStep(statement, step, links[index] ?? '', inner.of('DerivationLink'), view),
          );
    const own = compiled.map(({ expression, assemble }) => ({ column: columns.push(expression) - 1, assemble }));
    return (answer, row, assembling) =>
      put(
        answer,
        responseKey,
        own.map(({ column, assemble }) => assemble(row[column], assembling)),
      );
  }
  return {
    expression: `COLLECT { ${match} RETURN [${columns.join(', ')}] ${order} }`,
    assemble: (rows, assembling) =>
      (rows as readonly Row[]).map((row) => {
        const answer: Answer = {};
        for (const write of writers) write(answer, row, assembling);
        return answer;
      }),
  };
}

/** One link of a way. */
function compileStep(
  statement: Statement,
  { edge: type, direction }: Derivation['relationship']['path'][number],
  edge: string,
  fields: readonly SelectedField[],
  view: View,
): Compiled {
  const { columns, write } = linkFacts(statement, edge, view);
  const fixed: Readonly<Record<string, unknown>> = {
    __typename: 'DerivationLink',
    relationship: edgeOfType(type).type,
    direction: direction === 'out' ? 'FORWARD' : 'BACKWARD',
  };
  const writers = fields.map((field) => (field.name in fixed ? constant(fixed[field.name])(field) : write(field)));
  return {
    expression: `[${columns.join(', ')}]`,
    assemble: (row, assembling) => {
      const answer: Answer = {};
      for (const writeField of writers) writeField(answer, row as Row, assembling);
      return answer;
    },
  };
}
