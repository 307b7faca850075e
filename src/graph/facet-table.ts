/** A list divided in two respects at once. */
import { type Answer, put, write } from './answer.js';
import type { Assembling } from './assembling.js';
import { asksForStates, compileCoverage, compileDivided } from './coverage.js';
import {
  compileFacetRows,
  compileMembers,
  divisionOf,
  type FacetRow,
  type Position,
  putStates,
  shownValue,
  valuesOf,
  writeFacet,
} from './facets.js';
import { type ListRequest, matchClauses } from './list-request.js';
import type { Below, SelectedField } from './selection.js';
import type { Statement } from './statement.js';

type Value = string | null;
type Cell = readonly [row: Value, column: Value, count: number];

/** How many nodes of a list have one value in the rows and another in the columns, which are shown as its facets are. */
export function compileFacetTable(
  statement: Statement,
  request: ListRequest,
  { arguments: { rows: rowFacet, columns: columnFacet }, below }: SelectedField,
  position: Position,
): { readonly expression: string; readonly assemble: (value: unknown, assembling: Assembling) => unknown } {
  const rows = compileFacetRows(statement, request, rowFacet, position);
  const columns = compileFacetRows(statement, request, columnFacet, position);
  const cells = compileCells(statement, request, [rowFacet, columnFacet], position);
  const cover = compileCoverage(request, [rowFacet, columnFacet]);
  const stated = below.of('FacetTable').filter(({ below: inner }) => asksForStates(inner));
  const members = stated.length > 0 ? compileMembers(statement, request, [rowFacet, columnFacet]) : null;
  const divide = compileDivided(request, [rowFacet, columnFacet]);
  const expressions = [rows.expression, columns.expression, cells.expression, ...(members ? [members.expression] : [])];
  return {
    expression: `[${expressions.join(', ')}]`,
    assemble: (value, assembling) => {
      const [rowValues, columnValues, cellValues, memberValues] = value as readonly unknown[];
      const [shownRows, shownColumns] = [rows.rows(rowValues), columns.rows(columnValues)];
      const answer = write('FacetTable', below, {
        rows: ({ below: inner }) => shownRows.map((row) => writeFacet(row, inner)),
        columns: ({ below: inner }) => shownColumns.map((row) => writeFacet(row, inner)),
        cells: ({ below: inner }) =>
          inOrder(cells.cells(cellValues), shownRows, shownColumns).map((cell) => writeCell(cell, inner)),
        coverage: () => null,
      });
      for (const { name, responseKey, below: inner } of below.of('FacetTable'))
        if (name === 'coverage') cover(inner, assembling, (told) => put(answer, responseKey, told));
      const division = {
        sides: [valuesOf(shownRows), valuesOf(shownColumns)],
        members: members?.members(memberValues),
      };
      if (division.members)
        divide({ ...division, members: division.members }, assembling, ([ofRows, ofColumns]) => {
          for (const { name, responseKey, below: inner } of stated) {
            const [shown, states] = name === 'rows' ? [shownRows, ofRows] : [shownColumns, ofColumns];
            putStates(answer[responseKey] as readonly Answer[], shown, inner, (key) => states?.get(key));
          }
        });
      return answer;
    },
  };
}

/** The cells: how they are read, and how they are made of what was read. */
function compileCells(
  statement: Statement,
  request: ListRequest,
  by: readonly [unknown, unknown],
  position: Position,
): { readonly expression: string; readonly cells: (value: unknown) => readonly Cell[] } {
  const { target } = request.path;
  const [row, column] = [divisionOf(statement, request, by[0]), divisionOf(statement, request, by[1])];
  const [rowName, columnName, count] = ['v', 'v', 'c'].map((prefix) => statement.variable(prefix));
  const named = `${row.parts[0]} AS ${rowName}, ${column.parts[0]} AS ${columnName}`;
  const found = `${matchClauses(statement, request)}${row.clause}${column.clause} WITH`;
  const shown = ([rowValue, columnValue, total]: Cell): Cell => [
    shownValue(row, rowValue),
    shownValue(column, columnValue),
    total,
  ];
  if (position === 'below a node')
    return {
      expression: `COLLECT { ${found} DISTINCT ${target}, ${named} RETURN [${rowName}, ${columnName}] }`,
      cells: (pairs) => counted(pairs as readonly (readonly [Value, Value])[]).map(shown),
    };
  return {
    expression: `COLLECT { ${found} ${named}, count(DISTINCT ${target}) AS ${count} RETURN [${rowName}, ${columnName}, ${count}] }`,
    cells: (cells) => (cells as readonly Cell[]).map(shown),
  };
}

/** How often there is each pair of values. */
function counted(pairs: readonly (readonly [Value, Value])[]): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (const [row, column] of pairs) {
    const key = JSON.stringify([row, column]);
    cells.set(key, [row, column, (cells.get(key)?.[2] ?? 0) + 1]);
  }
  return [...cells.values()];
}

/** The cells of the rows and columns that are shown, row by row. */
function inOrder(cells: readonly Cell[], rows: readonly FacetRow[], columns: readonly FacetRow[]): readonly Cell[] {
  const places = (list: readonly FacetRow[]) => new Map(list.map(([value], index) => [value, index]));
  const [rowPlaces, columnPlaces] = [places(rows), places(columns)];
  const place = ([row, column]: Cell) => (rowPlaces.get(row) ?? 0) * columns.length + (columnPlaces.get(column) ?? 0);
  return cells
    .filter(([row, column]) => rowPlaces.has(row) && columnPlaces.has(column))
    .toSorted((a, b) => place(a) - place(b));
}

const writeCell = ([row, column, count]: Cell, below: Below): Answer =>
  write('FacetCell', below, { row: () => row, column: () => column, count: () => count });
