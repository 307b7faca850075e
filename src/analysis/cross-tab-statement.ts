import { filterClauses } from '../graph/filter.js';
import type { FilterInput } from '../graph/operators.js';
import { pathOf } from '../graph/path.js';
import { effectiveView, nodeVisible, read, Statement, type View, where } from '../graph/statement.js';
import type { EdgeName, NodeDeclaration, NodeName, Step, TargetName } from '../model/declaration.js';
import { connection } from '../model/language.js';
import { edgeOfType, fieldsOf, nodeNamed } from '../model/model.js';
import {
  type CountableName,
  countables,
  type DimensionDeclaration,
  type DimensionName,
  dimensionBeside,
  exclusiveEdges,
  type Way,
} from './cross-tab-dimensions.js';

/** The key of what has no value in a dimension. */
export const noValue = 'none';

/** A cross table as it is requested. */
export interface CrossTabQuestion {
  readonly rows: DimensionName;
  readonly columns: DimensionName;
  readonly counted: CountableName;
  /** Keys; null for all of them. */
  readonly municipalities: readonly string[] | null;
  readonly stage: string | null;
  /** A filter of the type that is counted. */
  readonly filter: FilterInput | null;
}

/** A statement with its parameters. */
export interface Query {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The keys of the rows and columns that are shown; null for all of them. */
export interface Shown {
  readonly row: readonly string[] | null;
  readonly column: readonly string[] | null;
}

export type Side = keyof Shown;

/** The number of the steps that two ways have in common at their beginning. */
function shared(first: Way, second: Way): number {
  const differs = first.findIndex(({ edge, direction }, index) => {
    const other = second[index];
    return other?.edge !== edge || other.direction !== direction;
  });
  return differs < 0 ? first.length : differs;
}

/** Whether ways to two sides go together: the only ones of both, or one by one those of kinds that exclude one another. */
function arePaired(rows: readonly Way[], columns: readonly Way[], exclusive: ReadonlySet<EdgeName>): boolean {
  if (rows.length !== columns.length) return false;
  if (rows.length === 1) return true;
  const edges = rows.map(([first]) => first?.edge);
  const areKinds = edges.every((edge) => edge !== undefined && exclusive.has(edge));
  return areKinds && new Set(edges).size === edges.length && columns.every(([first], at) => first?.edge === edges[at]);
}

/** How a way goes on from where it has come; `start` says what it has come to, where that may be of several types. */
interface Rest {
  readonly way: Way;
  readonly start: TargetName | null;
}

const endOf = ({ edge, direction }: Step): TargetName => edgeOfType(edge)[direction === 'out' ? 'to' : 'from'];

/** What stands between the city and the mark in the key of a mark. */
export const markWord = ':mark:';

/** The key of the mark of an evaluation, or of a level of a scale: aoba:mark:A. Ａ and A are one. */
const markKey = (variable: string): string =>
  `${variable}.municipality + '${markWord}' + normalize(${variable}.mark, NFKC)`;

/** The header of a mark by its key: as the scale prints it, with the names of its city, in the order of the scale, what is on none behind it. */
function ofMark(key: string): string {
  const city = `split(${key}, ':')[0]`;
  // With the order as well, Neo4j takes an index.
  const least = (node: NodeName, condition: string, value: string) =>
    `head(COLLECT { MATCH (n:${node}) WHERE n.municipality = ${city} AND n.sortKey IS NOT NULL${condition} ` +
    `RETURN n.${value} AS value ORDER BY value LIMIT 1 })`;
  const [rank, printed] = ['rank', 'mark'].map((value) => least('ScaleLevel', ` AND ${markKey('n')} = ${key}`, value));
  const names = ['name', 'nameEn'].map((name) => least('Municipality', '', name));
  return `[${key}, ${printed}, ${names.join(', ')}, ${city}, coalesce(right('000' + toString(${rank}), 4), '~')]`;
}

/** Writes the clauses that lead from what is counted to the values of both dimensions. */
class Layout {
  private readonly statement = new Statement();
  private readonly node: NodeDeclaration;
  private readonly view: View;
  private readonly question: CrossTabQuestion;
  private readonly dimensions: Readonly<Record<Side, DimensionDeclaration>>;
  /** What both sides have on their ways at first: one beginning, or one for each kind of thing that may lie there. */
  private readonly common: readonly Way[];

  constructor(question: CrossTabQuestion) {
    const { rows, columns, counted, stage } = question;
    this.question = question;
    this.node = nodeNamed(countables[counted]);
    this.view = stage === null ? effectiveView : this.statement.stage(stage);
    this.dimensions = { row: dimensionBeside(rows, columns), column: dimensionBeside(columns, rows) };
    const [rowWays, columnWays] = [this.waysOf('row'), this.waysOf('column')];
    // What lies on both ways is the same one thing: a measure counts for reform field 1 and grade B when one of its
    // sheets is of field 1 and has a B. A dimension beside itself is laid out by pairs of its values.
    const isPaired = rows !== columns && arePaired(rowWays, columnWays, exclusiveEdges(counted));
    this.common = isPaired ? rowWays.map((way, kind) => way.slice(0, shared(way, columnWays[kind] ?? []))) : [[]];
  }

  private waysOf(side: Side): readonly Way[] {
    const { node, ways } = this.dimensions[side];
    const found = ways[this.question.counted];
    if (!found) throw new Error(`expected a way from ${this.question.counted} to ${node}`);
    return found;
  }

  /** Matches what is counted, each once, as `c`. */
  counted(): string {
    const { filter } = this.question;
    const { statement, node, view } = this;
    const { matches, repeats, condition } = filterClauses(statement, filter ?? {}, node, 'c', view);
    const matched = `MATCH (c:${node.name})${where([this.ofCities(), nodeVisible('c', node, view), condition.own])}`;
    const clauses = [matched, ...matches];
    if (repeats || condition.related) clauses.push(`WITH ${repeats ? 'DISTINCT ' : ''}c${where([condition.related])}`);
    return clauses.join(' ');
  }

  /** With the order as well, Neo4j takes the index of the type's lists. */
  private ofCities(): string | null {
    const { municipalities } = this.question;
    if (municipalities === null) return null;
    const [one, ...others] = municipalities;
    const chosen =
      others.length === 0 ? `= ${this.statement.parameter(one)}` : `IN ${this.statement.parameter(municipalities)}`;
    return `c.municipality ${chosen} AND c.sortKey IS NOT NULL`;
  }

  /** The clause that leads along a way from one variable to another. */
  private along(from: string, way: Way): { readonly pattern: string; readonly target: string } {
    const last = way.at(-1);
    if (!last) return { pattern: '', target: from };
    const { from: start, to: end } = edgeOfType(last.edge);
    const relationship = connection(last.direction === 'out' ? end : start, way, from, from);
    const { pattern, conditions, target } = pathOf(this.statement, relationship, from, this.view);
    return { pattern: `MATCH ${pattern}${where(conditions)}`, target };
  }

  /** What ways lead to as one more variable beside those that are kept; null stands where they lead nowhere. */
  private optionally(from: string, ways: readonly Rest[], to: string, kept: readonly string[]): string {
    const [only, ...others] = ways.map(({ way, start }) => {
      const { pattern, target } = this.along(from, way);
      // Without a step, it has to be told which kind of thing is meant.
      return { pattern: pattern || (start ? `MATCH (${from}:${start})` : ''), target };
    });
    if (only && others.length === 0)
      return `${only.pattern && `OPTIONAL ${only.pattern} `}WITH ${[...kept, `${only.target} AS ${to}`].join(', ')}`;
    const branches = [only, ...others].map((each) => `${each?.pattern} RETURN ${each?.target} AS ${to}`);
    return `OPTIONAL CALL (${from}) { ${branches.join(' UNION ')} }`;
  }

  /** Everything up to the values of some sides, as variables of their names, beside `c` and `middle`. */
  matched(sides: readonly Side[], shown: Shown = { row: null, column: null }): string {
    const common = this.common.map((way) => ({ way, start: null }));
    const clauses = [this.counted(), this.optionally('c', common, 'middle', ['c'])];
    const kept = ['c', 'middle'];
    for (const side of sides) {
      clauses.push(this.beside(side, kept), this.among(side, shown[side]));
      kept.push(side);
    }
    return clauses.join(' ');
  }

  /** Goes on from `middle` to the values of a side, beside what is kept. */
  beside(side: Side, kept: readonly string[]): string {
    const { node, ofCity } = this.dimensions[side];
    if (ofCity) {
      // With the order as well, Neo4j takes an index.
      const found = `${side}.municipality = middle.municipality AND ${side}.sortKey IS NOT NULL`;
      return `OPTIONAL MATCH (${side}:${node}) WHERE ${found} WITH ${[...kept, side].join(', ')}`;
    }
    return this.optionally('middle', this.restOf(side), side, kept);
  }

  /** How the ways of a side go on from `middle`, each once. */
  private restOf(side: Side): readonly Rest[] {
    const [only = [], ...others] = this.common;
    const rest = this.waysOf(side).map((way, kind): Rest => {
      const begun = (others.length > 0 ? this.common[kind] : only) ?? [];
      const last = others.length > 0 ? begun.at(-1) : undefined;
      return { way: way.slice(begun.length), start: last ? endOf(last) : null };
    });
    return [...new Map(rest.map((each) => [JSON.stringify(each), each])).values()];
  }

  /** Goes on with certain values only. */
  private among(side: Side, keys: readonly string[] | null): string {
    if (keys === null) return '';
    const { value } = this.dimensions[side];
    const key = value ? `toString(${this.value(side)})` : `${side}.id`;
    return `WITH * WHERE coalesce(${key}, '${noValue}') IN ${this.statement.parameter(keys)}`;
  }

  /** Whether each city has values of its own on a side. */
  isOfCities(side: Side): boolean {
    const { node, value, ofScale } = this.dimensions[side];
    return ofScale ?? (value === undefined && !nodeNamed(node).global);
  }

  limit(rows: number): string {
    return `toInteger(${this.statement.parameter(rows)})`;
  }

  /** The value of a side: the node, or its property, with its city where each has values of its own. */
  value(side: Side): string {
    const { value, ofScale } = this.dimensions[side];
    if (ofScale) return markKey(side);
    return value ? `${side}.${value}` : side;
  }

  /** The key of a value that `matched` and `value` have given. */
  key(side: Side): string {
    return this.dimensions[side].value ? `toString(${side})` : `${side}.id`;
  }

  /** What stands at the head of a row or column: key, code, name, English name, and what to order it by. */
  header(side: Side): string {
    const { node, value, code, ofScale } = this.dimensions[side];
    if (ofScale) return ofMark(side);
    if (value) return `[toString(${side}), null, null, null, null, toString(${side})]`;
    const declaration = nodeNamed(node);
    const property = (name: string) => {
      const field = fieldsOf(declaration)[name];
      if (field?.kind !== 'property') throw new Error(`expected a property of ${node}, but got: ${name}`);
      return read(side, name, field, declaration, this.view);
    };
    return `[${[
      `${side}.id`,
      code ? `toString(${property(code)})` : 'null',
      property('name'),
      `${side}.nameEn`,
      `${side}.municipality`,
      property('sortKey'),
    ].join(', ')}]`;
  }

  query(text: string): Query {
    return { text, parameters: this.statement.parameters({}) };
  }
}

/** Counts the rows or columns, the fullest ones first; `size` is how many there are. */
const headers = (layout: Layout, side: Side, limit: number): string =>
  `${layout.matched([side])} WITH ${layout.value(side)} AS ${side}, count(DISTINCT c) AS count ` +
  `ORDER BY count DESC, ${layout.key(side)} WITH collect([${side}, count]) AS entries ` +
  `UNWIND entries[..${layout.limit(limit)}] AS entry WITH entry[0] AS ${side}, entry[1] AS count, size(entries) AS size ` +
  `RETURN '${side}' AS part, count, ${layout.header(side)} AS header, size`;

/** The same with the cells of each row or column: pairs of a key of the other side and how many things have both values. */
const headersWithCells = (layout: Layout, side: Side, other: Side, limit: number): string =>
  `${layout.matched([side])} WITH ${layout.value(side)} AS ${side}, count(DISTINCT c) AS count, collect([c, middle]) AS things ` +
  `ORDER BY count DESC, ${layout.key(side)} WITH collect([${side}, count, things]) AS entries ` +
  `UNWIND entries[..${layout.limit(limit)}] AS entry WITH entry, size(entries) AS size UNWIND entry[2] AS thing ` +
  `WITH entry[0] AS ${side}, entry[1] AS count, size, thing[0] AS c, thing[1] AS middle ` +
  `${layout.beside(other, [side, 'count', 'size', 'c'])} ` +
  `WITH ${side}, count, size, ${layout.value(other)} AS ${other}, count(DISTINCT c) AS both ` +
  `WITH ${side}, count, size, collect([${layout.key(other)}, both]) AS cells ` +
  `RETURN '${side}' AS part, count, ${layout.header(side)} AS header, size, cells`;

/**
 * The statements that count a table: distinct things per row, per column and in all. They can be executed at the same time.
 * Of all cities there can be tens of thousands of rows or columns, so that only the cells of those that are kept are counted,
 * on the way to the side that has more: each of its rows has its `cells`.
 */
export function tableStatements(question: CrossTabQuestion, limit: number): readonly Query[] {
  const [many, few]: readonly [Side, Side] = new Layout(question).isOfCities('column')
    ? ['column', 'row']
    : ['row', 'column'];
  const parts: ((layout: Layout) => string)[] = [
    (layout) => headersWithCells(layout, many, few, limit),
    (layout) => headers(layout, few, limit),
    (layout) => `${layout.counted()} RETURN 'total' AS part, count(c) AS count`,
  ];
  return parts.map((part) => {
    const layout = new Layout(question);
    return layout.query(part(layout));
  });
}

/** The statement that finds what the cells have counted: one row per cell, with ids in natural order. */
export function membersStatement(question: CrossTabQuestion, shown: Shown): Query {
  const layout = new Layout(question);
  return layout.query(
    `${layout.matched(['row', 'column'], shown)} WITH DISTINCT ${layout.value('row')} AS row, ${layout.value('column')} AS column, c ` +
      'ORDER BY c.municipality, c.sortKey, c.id ' +
      `RETURN ${layout.key('row')} AS row, ${layout.key('column')} AS column, collect(c.id) AS ids`,
  );
}
