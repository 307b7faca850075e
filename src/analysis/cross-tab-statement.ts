import { filterClauses } from '../graph/filter.js';
import type { FilterInput } from '../graph/operators.js';
import { pathOf } from '../graph/path.js';
import { effectiveView, nodeVisible, read, Statement, type View, where } from '../graph/statement.js';
import type { NodeDeclaration } from '../model/declaration.js';
import { connection } from '../model/language.js';
import { edgeOfType, fieldsOf, nodeNamed } from '../model/model.js';
import {
  type CountableName,
  countables,
  type DimensionDeclaration,
  type DimensionName,
  dimensionBeside,
  type Way,
} from './cross-tab-dimensions.js';

/** The key of what has no value in a dimension. */
export const noValue = 'none';

/** A cross table as it is asked for. */
export interface CrossTabQuestion {
  readonly rows: DimensionName;
  readonly columns: DimensionName;
  readonly counted: CountableName;
  readonly municipality: string | null;
  readonly stage: string | null;
  /** A filter of the type that is counted. */
  readonly filter: FilterInput | null;
}

export interface Question {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The number of the steps that two ways have in common at their beginning. */
function shared(first: Way, second: Way): number {
  const differs = first.findIndex(({ edge, direction }, index) => {
    const other = second[index];
    return other?.edge !== edge || other.direction !== direction;
  });
  return differs < 0 ? first.length : differs;
}

type Side = 'row' | 'column';

const otherSide = (side: Side): Side => (side === 'row' ? 'column' : 'row');

/** Writes the clauses that lead from what is counted to the values of both dimensions. */
class Layout {
  readonly statement = new Statement();
  readonly node: NodeDeclaration;
  private readonly view: View;
  private readonly question: CrossTabQuestion;
  private readonly row: DimensionDeclaration;
  private readonly column: DimensionDeclaration;
  private readonly common: Way;

  constructor(question: CrossTabQuestion) {
    const { rows, columns, counted, stage } = question;
    this.question = question;
    this.node = nodeNamed(countables[counted]);
    this.view = stage === null ? effectiveView : this.statement.stage(stage);
    this.row = dimensionBeside(rows, columns);
    this.column = dimensionBeside(columns, rows);
    const [rowWay, ...otherRows] = this.waysOf(this.row);
    const [columnWay, ...otherColumns] = this.waysOf(this.column);
    // What lies on both ways is the same one thing: a measure counts for reform field 1 and grade B when one of its
    // sheets is of field 1 and has a B. A dimension beside itself is laid out by pairs of its values.
    const single = rowWay && columnWay && otherRows.length + otherColumns.length === 0;
    this.common = single && rows !== columns ? rowWay.slice(0, shared(rowWay, columnWay)) : [];
  }

  private waysOf(dimension: DimensionDeclaration): readonly Way[] {
    const ways = dimension.ways[this.question.counted];
    if (!ways) throw new Error(`expected a way from ${this.question.counted} to ${dimension.node}`);
    return ways;
  }

  /** Finds what is counted, each once, as `c`. */
  private counted(): string {
    const { municipality, filter } = this.question;
    const { statement, node, view } = this;
    // With the order as well, Neo4j takes the index of the type's lists.
    const place =
      municipality === null ? null : `c.municipality = ${statement.parameter(municipality)} AND c.sortKey IS NOT NULL`;
    const { matches, repeats, condition } = filterClauses(statement, filter ?? {}, node, 'c', view);
    const found = [
      `MATCH (c:${node.name})${where([place, nodeVisible('c', node, view), condition.own])}`,
      ...matches,
    ].join(' ');
    return repeats || condition.related
      ? `${found} WITH ${repeats ? 'DISTINCT ' : ''}c${where([condition.related])}`
      : found;
  }

  /** The clauses that lead along a way from one variable to another; null stands where it leads nowhere. */
  private along(from: string, way: Way, to: string): { readonly pattern: string; readonly target: string } {
    const last = way.at(-1);
    if (!last) return { pattern: '', target: from };
    const { from: start, to: end } = edgeOfType(last.edge);
    const target = last.direction === 'out' ? end : start;
    const path = pathOf(this.statement, connection(target, way, to, to), from, this.view);
    return { pattern: `MATCH ${path.pattern}${where(path.conditions)}`, target: path.target };
  }

  /** What a way leads to as one more variable beside those that are kept. */
  private optionally(from: string, ways: readonly Way[], to: string, kept: readonly string[]): string {
    const [way, ...more] = ways;
    if (!way) throw new Error('expected at least one way');
    if (more.length === 0) {
      const { pattern, target } = this.along(from, way, to);
      return `${pattern === '' ? '' : `OPTIONAL ${pattern} `}WITH ${[...kept, `${target} AS ${to}`].join(', ')}`;
    }
    const branches = ways.map((each) => {
      const { pattern, target } = this.along(from, each, to);
      return `${pattern} RETURN ${target} AS ${to}`;
    });
    return `OPTIONAL CALL (${from}) { ${branches.join(' UNION ')} }`;
  }

  /** Everything up to the values as `row`, as `column`, as both or as neither. */
  found(sides: readonly Side[], shown: Shown = everything): string {
    if (sides.length === 0) return this.counted();
    const { common } = this;
    const clauses = [this.counted(), this.optionally('c', [common], 'middle', ['c'])];
    const kept = ['c', 'middle'];
    for (const side of sides) {
      clauses.push(this.beside(side, kept), this.among(side, shown[side]));
      kept.push(side);
    }
    return clauses.join(' ');
  }

  /** Goes on from `middle` to the values of a side, beside what is kept. */
  beside(side: Side, kept: readonly string[]): string {
    const rest = this.waysOf(this[side]).map((way) => way.slice(this.common.length));
    return this.optionally('middle', rest, side, kept);
  }

  /** Whether each city has values of its own on a side. */
  isOfCities(side: Side): boolean {
    const { node, value } = this[side];
    return value === undefined && !nodeNamed(node).global;
  }

  /** Goes on with certain values only. */
  private among(side: Side, keys: readonly string[] | null): string {
    if (keys === null) return '';
    const { value } = this[side];
    const key = value ? `toString(${side}.${value})` : `${side}.id`;
    return `WITH * WHERE coalesce(${key}, '${noValue}') IN ${this.statement.parameter(keys)}`;
  }

  limit(rows: number): string {
    return `toInteger(${this.statement.parameter(rows)})`;
  }

  /** The value of a side: the node, or its property. */
  value(side: Side): string {
    const { value } = this[side];
    return value ? `${side}.${value}` : side;
  }

  /** The key of a value that `found` and `value` have given. */
  key(side: Side): string {
    return this[side].value ? `toString(${side})` : `${side}.id`;
  }

  /** What stands at the head of a row or column: key, code, name, English name, and what to order it by. */
  header(side: Side): string {
    const { node, value, code } = this[side];
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

  ask(text: string): Question {
    return { text, parameters: this.statement.parameters({}) };
  }
}

/** The keys of the rows and columns that are shown; null for all of them. */
export interface Shown {
  readonly row: readonly string[] | null;
  readonly column: readonly string[] | null;
}

const everything: Shown = { row: null, column: null };

/** Counts the cells: how many distinct things have both values. */
function cells(layout: Layout): string {
  return (
    `${layout.found(['row', 'column'])} WITH ${layout.value('row')} AS row, ${layout.value('column')} AS column, ` +
    `count(DISTINCT c) AS count RETURN 'cell' AS part, ${layout.key('row')} AS row, ${layout.key('column')} AS column, ` +
    'count, null AS header, null AS size'
  );
}

/** Counts the rows or columns, the fullest ones first; `size` is how many there are. */
const headers = (layout: Layout, side: Side, limit: number): string =>
  `${layout.found([side])} WITH ${layout.value(side)} AS ${side}, count(DISTINCT c) AS count ` +
  `ORDER BY count DESC, ${layout.key(side)} WITH collect([${side}, count]) AS entries ` +
  `UNWIND entries[..${layout.limit(limit)}] AS entry WITH entry[0] AS ${side}, entry[1] AS count, size(entries) AS size ` +
  `RETURN '${side}' AS part, null AS row, null AS column, count, ${layout.header(side)} AS header, size`;

/** The same with the cells of each row or column: pairs of a key of the other side and how many things have both values. */
function headersWithCells(layout: Layout, side: Side, limit: number): string {
  const other = otherSide(side);
  return (
    `${layout.found([side])} WITH ${layout.value(side)} AS ${side}, count(DISTINCT c) AS count, collect([c, middle]) AS things ` +
    `ORDER BY count DESC, ${layout.key(side)} WITH collect([${side}, count, things]) AS entries ` +
    `UNWIND entries[..${layout.limit(limit)}] AS entry WITH entry, size(entries) AS size UNWIND entry[2] AS thing ` +
    `WITH entry[0] AS ${side}, entry[1] AS count, size, thing[0] AS c, thing[1] AS middle ` +
    `${layout.beside(other, [side, 'count', 'size', 'c'])} ` +
    `WITH ${side}, count, size, ${layout.value(other)} AS ${other}, count(DISTINCT c) AS both ` +
    `WITH ${side}, count, size, collect([${layout.key(other)}, both]) AS cells ` +
    `RETURN '${side}' AS part, count, ${layout.header(side)} AS header, size, cells`
  );
}

const total = (layout: Layout): string =>
  `${layout.found([])} RETURN 'total' AS part, null AS row, null AS column, count(c) AS count, ` +
  'null AS header, null AS size';

/**
 * The statement that counts all of a table: distinct things per cell, per row, per column and in all. Its rows tell their
 * part: a cell has a row, a column and a count, a row or column a header and a count.
 */
export function tableStatement(question: CrossTabQuestion, limit: number): Question {
  const layout = new Layout(question);
  const parts = [cells(layout), headers(layout, 'row', limit), headers(layout, 'column', limit), total(layout)];
  return layout.ask(parts.join(' UNION ALL '));
}

/**
 * The same for all cities, in statements of their own, which can be asked at the same time. There can be tens of thousands
 * of rows or columns, so that only the cells of those that are kept are counted, on the way to the side that has more: each
 * of its rows has its `cells`.
 */
export function statementsOfAll(question: CrossTabQuestion, limit: number): readonly Question[] {
  const many: Side = new Layout(question).isOfCities('column') ? 'column' : 'row';
  const parts: ((layout: Layout) => string)[] = [
    (layout) => headersWithCells(layout, many, limit),
    (layout) => headers(layout, otherSide(many), limit),
    total,
  ];
  return parts.map((part) => {
    const layout = new Layout(question);
    return layout.ask(part(layout));
  });
}

/** The statement that finds what the cells have counted: one row per cell, with ids in natural order. */
export function membersStatement(question: CrossTabQuestion, shown: Shown): Question {
  const layout = new Layout(question);
  return layout.ask(
    `${layout.found(['row', 'column'], shown)} WITH DISTINCT ${layout.value('row')} AS row, ${layout.value('column')} AS column, c ` +
      'ORDER BY c.municipality, c.sortKey, c.id ' +
      `RETURN ${layout.key('row')} AS row, ${layout.key('column')} AS column, collect(c.id) AS ids`,
  );
}
