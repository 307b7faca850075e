import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import type { NodeDeclaration, RelationshipDeclaration, TypeOrInterface } from '../model/declaration.js';
import { fieldsOf, findNode, nodeNamed, nodes } from '../model/model.js';
import { located, Refusal } from '../refusal.js';
import { shapeOf } from './arguments.js';
import { Binding, type Variables, valueIn } from './binding.js';
import { asksForStates } from './coverage.js';
import { introspectionCost } from './introspection-cost.js';
import { OperationShapes, selectionKey } from './operation-shapes.js';
import { isGiven } from './operators.js';
import { defaultPageSize, maximumPageSize, pageSize } from './page.js';
import { between } from './path.js';
import { groupTypes } from './possible-types.js';
import { type Below, rootSelection, type SelectedField } from './selection.js';
import { effectiveView } from './statement.js';

/**
 * What an operation may cost: the number of nodes that its answer can hold, and of related nodes its filters look at; what it
 * reads of the schema weighs more (`introspection-cost.ts`).
 */
export interface Cost {
  readonly total: number;
  /** The field that costs most, and what it costs with all that lies below. */
  readonly mostExpensive: MostExpensive | null;
}

export interface MostExpensive {
  /** Response keys with dots between them. */
  readonly path: string;
  readonly cost: number;
  /** What to do about it: of its own cost the filter is the larger part, not the nodes. */
  readonly filter: boolean;
  /** It reads the schema. */
  readonly introspection?: true;
}

/**
 * The length that a list below a node of one municipality is assumed to have, whatever page is requested: those of Honjo hold 4 on
 * average, and 6 where they are come to from another list. Those at the root and below what all municipalities share
 * (SDGs) can fill their pages; so can those of a relationship that was followed above already: round and round leads to
 * the nodes on which much hangs.
 */
const relatedLength = 5;
/** The assumed length of the lists of an analysis, and of lists of nodes below its entries. */
const analysedLength = 10;
/** The most entries of an analysis, whatever is requested. */
const longestOther = 1000;
/** The arguments of an analysis that say how many entries it may have. */
const sizeNames: readonly string[] = ['first', 'last', 'limit'];
/** By how many ways a derived link usually follows. */
const usualWays = 2;
/** A condition of a filter, however simple: each makes the statement longer. The values of a list that it compares with are sent each time. */
const conditionCost = 20;
/** A value of such a list. */
const valueCost = 2;
/** A condition on related nodes of a list that starts nowhere: many nodes are looked at for each that fits. */
const searchedNodes = 50;

/** The cost of an operation with its variables, worked out before it runs. */
export function costOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  variables: Variables,
  shapes: OperationShapes = new OperationShapes(),
): Cost {
  const root = schema.getQueryType();
  if (!root || operation.operation !== 'query') return { total: 1, mostExpensive: null };
  const shape = shapeOf(operation, schema, variables);
  const costKey = `cost ${shape}`;
  const known = shapes.get<Cost>(costKey);
  if (known) return known;
  const kept = shapes.get<Below>(selectionKey(shape));
  const selection = kept ?? rootSelection(schema, operation, fragments, variables);
  const computation = new CostComputation(schema, variables);
  const total = selection.of(root.name).reduce((sum, field) => sum + computation.root(field), 0);
  const cost = { total, mostExpensive: computation.mostExpensive(total) };
  if (!computation.varies) shapes.keep(costKey, cost, sizeOfCost);
  // The compiler reads it too.
  if (!kept)
    shapes.keep(selectionKey(shape), selection, sizeOfField * computation.fields + JSON.stringify(variables).length);
  return cost;
}

/** In characters of a document. */
const [sizeOfCost, sizeOfField] = [100, 20];

/** Refuses an operation that costs more than is allowed, and says which field is to blame. */
export function refuseAbove(limit: number, { total, mostExpensive }: Cost): void {
  if (total <= limit) return;
  const [advice, adviceJa] = adviceOn(mostExpensive);
  const [blame, blameJa] = mostExpensive
    ? [
        `; "${mostExpensive.path}" alone costs ${mostExpensive.cost}: ${advice}`,
        `「${mostExpensive.path}」だけで${mostExpensive.cost}です。${adviceJa}`,
      ]
    : ['', ''];
  throw new Refusal(
    'QUERY_TOO_COSTLY',
    `expected an operation that costs at most ${limit}, but this one costs ${total}${blame}`,
    `この操作のコストは${total}で、上限の${limit}を超えています。${blameJa}`,
  );
}

function adviceOn(field: MostExpensive | null): readonly [string, string] {
  if (field?.introspection)
    return ['read the schema once in an operation', 'スキーマの照会は、一つの操作で一度だけにしてください。'];
  if (field?.filter)
    return [
      'look at fewer related nodes or values in its filter',
      '条件（filter）でたどる関連項目や、並べる値を減らしてください。',
    ];
  return ['ask for fewer per page (first) there or above it', 'そこまでの件数（first）を減らしてください。'];
}

/** Adds up nodes level by level, and remembers what each field costs. */
class CostComputation {
  /** The values of variables have a say in it. */
  varies = false;
  private readonly schema: GraphQLSchema;
  private readonly variables: Variables;
  private readonly costs: (Pick<MostExpensive, 'cost' | 'introspection'> & {
    readonly path: readonly string[];
    readonly filter: number;
  })[] = [];

  constructor(schema: GraphQLSchema, variables: Variables) {
    this.schema = schema;
    this.variables = variables;
  }

  root(field: SelectedField): number {
    const listed = nodes.find(({ plural }) => plural === field.name);
    if (listed)
      return this.list(listed, field, { count: 1, length: maximumPageSize, weight: searchedNodes, above: [] });
    if (field.name === 'node') return this.note(field, this.any('Node', field.below, 1));
    if (field.name === 'nodes') {
      const ids = this.valueOf(field.arguments.ids);
      return this.note(field, this.any('Node', field.below, Array.isArray(ids) ? ids.length : 1));
    }
    const looked = nodes.find(({ name }) => `${name.charAt(0).toLowerCase()}${name.slice(1)}` === field.name);
    if (looked) return this.note(field, this.node(looked, field.below, 1));
    if (field.name === '__schema' || field.name === '__type')
      return this.note(field, introspectionCost(this.schema, field));
    return this.other(this.schema.getQueryType(), field, 1);
  }

  /**
   * A field that the model does not know: what it declares to cost (`extensions.cost`, 1 if nothing), for each parent,
   * and what lies below it as often as such lists usually hold, or as the field above has limited them. A list that has
   * an entry for each of an argument's says so (`extensions.entriesOf`); what limits it then limits the lists below.
   */
  private other(
    parent: GraphQLObjectType | null | undefined,
    field: SelectedField,
    count: number,
    above: Path = [],
    usual = analysedLength,
  ): number {
    const definition = parent?.getFields()[field.name];
    if (!definition) return 0;
    const type = getNamedType(definition.type);
    const filtered = this.filter(field.arguments.filter, count, searchedNodes);
    const own = filtered + count * Number(definition.extensions.cost ?? (isLeafType(type) ? 0 : 1));
    const connected = nodes.find(({ name }) => type.name === `${name}Connection`);
    if (connected) return own + this.list(connected, field, { count, length: analysedLength, weight: 1, above });
    const sizes = definition.args.filter(({ name }) => sizeNames.includes(name));
    // Null is as good as nothing, which the analyses have a default for.
    const given = sizes.map(({ name, defaultValue }) => this.valueOf(field.arguments[name]) ?? defaultValue);
    const isPaged = sizes.some(({ name }) => name === 'last');
    const requested = given.find((size) => typeof size === 'number') ?? (isPaged ? defaultPageSize : usual);
    const length = Math.min(Math.max(requested, 0), longestOther);
    const { entriesOf } = definition.extensions;
    const entries = typeof entriesOf === 'string' ? this.valueOf(field.arguments[entriesOf]) : null;
    const listed = isListType(getNullableType(definition.type));
    const [times, below] = Array.isArray(entries)
      ? [entries.length, length]
      : listed
        ? [length, analysedLength]
        : [1, length];
    const cost = this.belowOther(type, field.below, count * times, above, below);
    return this.note(field, own + cost, filtered);
  }

  private belowOther(type: GraphQLNamedType, below: Below, count: number, above: Path, usual: number): number {
    const node = findNode(type.name);
    if (node) return this.node(node, below, count, above);
    if (isInterfaceType(type)) return this.any(type.name as TypeOrInterface, below, count, above);
    if (!isObjectType(type)) return 0;
    return below.of(type.name).reduce((sum, field) => sum + this.other(type, field, count, above, usual), 0);
  }

  /** The cost of a connection of all these parents. */
  private list(node: NodeDeclaration, field: SelectedField, parents: Parents): number {
    const { first, last } = field.arguments;
    const page = { first: this.valueOf(first), last: this.valueOf(last) };
    const requested = located(field.path, () => pageSize(page, this.variables));
    const count = parents.count * Math.min(requested, parents.length);
    const connection = field.below.of(`${node.name}Connection`);
    const inner = connection.flatMap(({ name, below }) => {
      if (name === 'nodes') return [this.node(node, below, count, parents.above)];
      if (name !== 'edges') return [];
      return below.of(`${node.name}Edge`).flatMap((edge) => {
        if (edge.name === 'node') return [this.node(node, edge.below, count, parents.above)];
        return edge.name === 'via' ? this.ways(edge.below, count, parents.above) : [];
      });
    });
    const counted = connection.reduce((sum, overall) => sum + parents.count * overallCostOf(overall), 0);
    const filtered = this.filterOf(field, parents.count, parents.weight);
    const ordered = orderCost(field.arguments.orderBy);
    return this.note(field, filtered + ordered + counted + inner.reduce((sum, cost) => sum + cost, 0), filtered);
  }

  /** The cost of what lies on the ways of as many derived links. */
  private ways(below: Below, count: number, above: Path): readonly number[] {
    const derived = above.at(-1);
    if (!derived) return [];
    return below
      .of('Derivation')
      .filter(({ name }) => name === 'nodes')
      .flatMap(({ below: inner }) => between(derived).map((node) => this.node(node, inner, count * usualWays, above)));
  }

  /** The cost of `count` nodes of a type, and of what is selected of them. */
  private node(node: NodeDeclaration, below: Below, count: number, above: Path = []): number {
    return below.of(node.name).reduce((sum, field) => sum + this.related(node, field, count, above), count);
  }

  private related(node: NodeDeclaration, field: SelectedField, count: number, above: Path): number {
    const declaration = fieldsOf(node)[field.name];
    const type = this.schema.getType(node.name);
    if (isObjectType(type) && type.getFields()[field.name]?.extensions.asked)
      return this.other(type, field, count, above);
    if (declaration?.kind !== 'relationship') return 0;
    const target = findNode(declaration.target);
    const path = [...above, declaration];
    if (declaration.shape === 'connection') {
      const long = node.global || declaration.long || above.includes(declaration);
      const length = long ? maximumPageSize : relatedLength;
      return this.list(nodeNamed(declaration.target), field, { count, length, weight: 1, above: path });
    }
    const each = declaration.shape === 'list' ? relatedLength : 1;
    const cost = target
      ? this.node(target, field.below, count * each, path)
      : this.any(declaration.target, field.below, count * each, path);
    const filtered = this.filterOf(field, count, 1);
    return this.note(field, cost + filtered + orderCost(field.arguments.orderBy), filtered);
  }

  /** Nodes of any type behind an interface: the most expensive type counts. */
  private any(type: TypeOrInterface, below: Below, count: number, above: Path = []): number {
    const costs = groupTypes(type, below, effectiveView).map(({ representative }) =>
      this.node(representative, below, count, above),
    );
    return Math.max(...costs);
  }

  /** The conditions of a list, on its nodes for each stage that it names. */
  private filterOf({ arguments: { filter, edge, stages } }: SelectedField, parents: number, weight: number): number {
    const times = Array.isArray(stages) ? new Set(stages).size : 1;
    return times * this.filter(filter, parents, weight) + this.filter(edge, parents, weight);
  }

  /** A filter costs something for each condition, and for related nodes as often as they are looked at. */
  private filter(filter: unknown, parents: number, weight: number): number {
    if (typeof filter !== 'object' || filter === null || filter instanceof Binding) return 0;
    if (Array.isArray(filter)) return filter.reduce<number>((sum, part) => sum + this.filter(part, parents, weight), 0);
    return Object.entries(filter).reduce((sum, [name, value]) => {
      if (!isGiven(value)) return sum;
      if (isLeaf(value)) return sum + conditionCost + this.listed(value);
      if (!relatedConditions.includes(name)) return sum + this.filter(value, parents, weight);
      return sum + parents * weight + this.filter(value, parents, weight * relatedLength);
    }, 0);
  }

  /** What the values cost that a condition compares with, where it is given a list of them. */
  private listed(value: unknown): number {
    const isList = Array.isArray(value instanceof Binding ? value.value : value);
    const values = isList ? this.valueOf(value) : null;
    return Array.isArray(values) ? values.length * valueCost : 0;
  }

  /**
   * The deepest field that carries at least half of the whole cost: where a smaller page helps most. Where many share it,
   * the one that does so in the most expensive of them.
   */
  mostExpensive(total: number): Cost['mostExpensive'] {
    const [top] = [...this.costs].sort((a, b) => b.cost - a.cost || a.path.length - b.path.length);
    if (!top) return null;
    const whole = top.cost * 2 >= total ? total : top.cost;
    const heavy = this.costs.filter((each) => each.cost * 2 >= whole && startsWith(each.path, top.path));
    const [deepest = top] = heavy.sort((a, b) => b.path.length - a.path.length);
    const { path, cost, filter, introspection } = deepest;
    const field = { path: path.join('.'), cost, filter: filter * 2 >= cost };
    return introspection ? { ...field, introspection } : field;
  }

  private valueOf(argument: unknown): unknown {
    this.varies ||= argument instanceof Binding;
    return valueIn(argument, this.variables);
  }

  /** How many fields were looked at. */
  get fields(): number {
    return this.costs.length;
  }

  private note({ path, name }: SelectedField, cost: number, filter = 0): number {
    const introspection = path.length === 1 && (name === '__schema' || name === '__type');
    this.costs.push({ path, cost, filter, ...(introspection ? { introspection } : {}) });
    return cost;
  }
}

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((key, index) => path[index] === key);

/** Fields of a list as a whole. */
const overallCost: Readonly<Record<string, number>> = {
  totalCount: 1,
  subjectCount: 2,
  facets: 20,
  crossTab: 60,
  coverage: 1,
};

/** The ids of what has which value are read beside the counts, where values are asked how far they were read. */
function overallCostOf({ name, below }: SelectedField): number {
  const cost = overallCost[name] ?? 0;
  const parts = name === 'crossTab' ? below.of('FacetTable').map((part) => part.below) : [below];
  return (name === 'facets' || name === 'crossTab') && parts.some(asksForStates) ? 2 * cost : cost;
}

/** The relationships that were followed already, from the root on. */
type Path = readonly RelationshipDeclaration[];

/** What a list hangs on. */
interface Parents {
  readonly count: number;
  /** The length that the list is assumed to have at most. */
  readonly length: number;
  /** What a condition on related nodes weighs. */
  readonly weight: number;
  readonly above: Path;
}

/** Each key of an order makes the statement longer, as a condition does. */
const orderCost = (order: unknown): number => (Array.isArray(order) ? order.length * conditionCost : 0);

const relatedConditions = ['some', 'none', 'every', 'count'];
const isLeaf = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isLeaf) : typeof value !== 'object' || value instanceof Binding;
