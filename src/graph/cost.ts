import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { NodeDeclaration } from '../model/declaration.js';
import { fieldsOf, findNode, nodeNamed, nodes, possibleTypes } from '../model/model.js';
import type { Variables } from './binding.js';
import { type PageArguments, pageSize } from './page.js';
import { RequestError } from './request-error.js';
import { type Below, rootSelection, type SelectedField } from './selection.js';

/** What an operation may cost: the number of nodes that its answer can hold, and of related nodes its filters look at. */
export interface Cost {
  readonly total: number;
  /** The field that costs most, as a path of response keys, and what it costs with all that lies below. */
  readonly dearest: { readonly path: string; readonly cost: number } | null;
}

/** A list without `first` or `last` is reckoned with what such lists usually hold, and with the default page at most. */
const usualLength = 10;
/** A list that is short by its nature. */
const shortLength = 5;

/** The cost of an operation with its variables, worked out before it runs. */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Variables,
): Cost {
  const root = schema.getQueryType();
  if (!root || operation.operation !== 'query') return { total: 1, dearest: null };
  const reckoning = new Reckoning(variables);
  const fields = rootSelection(schema, operation, fragments, variables).of(root.name);
  const total = fields.reduce((sum, field) => sum + reckoning.root(field), 0);
  return { total, dearest: reckoning.dearest(total) };
}

/** Refuses an operation that costs more than is allowed, and says which field is to blame. */
export function refuseAbove(limit: number, { total, dearest }: Cost): void {
  if (total <= limit) return;
  const [blame, blameJa] = dearest
    ? [
        `; "${dearest.path}" alone costs ${dearest.cost}: ask for fewer per page there`,
        `「${dearest.path}」だけで${dearest.cost}です。件数（first）を減らしてください。`,
      ]
    : ['', ''];
  throw new RequestError(
    'QUERY_TOO_COSTLY',
    `expected an operation that costs at most ${limit}, but this one costs ${total}${blame}`,
    `この操作のコストは${total}で、上限の${limit}を超えています。${blameJa}`,
  );
}

/** Adds up nodes level by level, and remembers what each field costs. */
class Reckoning {
  private readonly variables: Variables;
  private readonly costs: { readonly path: readonly string[]; readonly cost: number }[] = [];

  constructor(variables: Variables) {
    this.variables = variables;
  }

  root(field: SelectedField): number {
    const listed = nodes.find(({ plural }) => plural === field.name);
    if (listed) return this.list(listed, field, 1, [field.responseKey]);
    if (field.name === 'node') return this.any('Node', field.below, 1, [field.responseKey]);
    if (field.name === 'nodes') {
      const { ids } = field.arguments as { readonly ids?: { readonly value?: unknown } | readonly unknown[] };
      const given = Array.isArray(ids) ? ids : ((ids as { readonly value?: unknown } | undefined)?.value ?? []);
      return this.any('Node', field.below, Array.isArray(given) ? given.length : 1, [field.responseKey]);
    }
    const looked = nodes.find(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}` === field.name);
    return looked ? this.node(looked, field.below, 1, [field.responseKey]) : 1;
  }

  /** A connection, for so many parents. */
  private list(node: NodeDeclaration, field: SelectedField, parents: number, path: readonly string[]): number {
    const { first, last } = field.arguments as PageArguments;
    const size = first === undefined && last === undefined ? usualLength : pageSize({ first, last }, this.variables);
    const count = parents * size;
    const connection = field.below.of(`${node.name}Connection`);
    const inner = connection.flatMap(({ name, responseKey, below }) => {
      if (name === 'nodes') return [this.node(node, below, count, [...path, responseKey])];
      if (name !== 'edges') return [];
      return below
        .of(`${node.name}Edge`)
        .filter((edge) => edge.name === 'node')
        .map((edge) => this.node(node, edge.below, count, [...path, responseKey, edge.responseKey]));
    });
    const counted = connection.some(({ name }) => name === 'totalCount') ? parents : 0;
    return this.note(
      path,
      parents * filterCost(field.arguments.filter) + counted + inner.reduce((sum, cost) => sum + cost, 0),
    );
  }

  /** So many nodes of a type, and what is selected of them. */
  private node(node: NodeDeclaration, below: Below, count: number, path: readonly string[]): number {
    return below
      .of(node.name)
      .reduce((sum, field) => sum + this.related(node, field, count, [...path, field.responseKey]), count);
  }

  private related(node: NodeDeclaration, field: SelectedField, count: number, path: readonly string[]): number {
    const declaration = fieldsOf(node)[field.name];
    if (declaration?.kind !== 'relationship') return 0;
    const target = findNode(declaration.target);
    if (declaration.shape === 'connection') return this.list(nodeNamed(declaration.target), field, count, path);
    const each = declaration.shape === 'list' ? shortLength : 1;
    const cost = target
      ? this.node(target, field.below, count * each, path)
      : this.any(declaration.target, field.below, count * each, path);
    return this.note(path, cost + count * filterCost(field.arguments.filter));
  }

  /** Nodes of any type behind an interface: the dearest type counts. */
  private any(type: string, below: Below, count: number, path: readonly string[]): number {
    return Math.max(...possibleTypes(type).map((node) => this.node(node, below, count, path)));
  }

  /** The deepest field that carries at least half of the whole cost: where a smaller page helps most. */
  dearest(total: number): Cost['dearest'] {
    const heavy = this.costs.filter(({ cost }) => cost * 2 >= total);
    const [deepest] = heavy.sort((a, b) => b.path.length - a.path.length);
    return deepest ? { path: deepest.path.join('.'), cost: deepest.cost } : null;
  }

  private note(path: readonly string[], cost: number): number {
    this.costs.push({ path, cost });
    return cost;
  }
}

/** A filter costs one for each related condition it has, at any depth. */
function filterCost(filter: unknown): number {
  if (typeof filter !== 'object' || filter === null) return 0;
  const own = ['some', 'none', 'every', 'count'].filter((key) => key in filter).length;
  return Object.values(filter).reduce<number>(
    (sum, value) => sum + (typeof value === 'object' ? filterCost(value) : 0),
    own,
  );
}
