import type { Lines } from '../document.js';
import { type Finding, FindingList, type Remark } from '../finding.js';
import type { Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { cleanName, filledCells, nameKey } from '../text.js';
import type { LinkagePlanRecord, LinkagePlansDraft, MatrixRow, Reference } from './record.js';
import { remarks } from './remarks.js';

type Matrix = LinkagePlansDraft['matrix'];

const code = /^(\d{1,2})\s*[-‐‑‒–—−]\s*(\d{1,2})$/;
const mark = /^[○◯〇]$/;

/** True for the head row of the matrix: 施策大項目, 項目名, 政策連携プラン in cells of their own. */
export function isMatrixHead({ raw }: PrintedLine): boolean {
  const cells = filledCells(raw, cleanName);
  return cells[0] === '施策大項目' && cells.includes('政策連携プラン');
}

/**
 * The table of all policy items by linkage plans. Cells are counted from the code's cell, because the field's cell
 * before it is merged over the rows of a field and is sometimes lost.
 */
export function readMatrix(parsing: Parsing, lines: readonly PrintedLine[]): Matrix {
  const [head, names] = lines;
  if (!head) return { planNames: [], head: null, items: [] };
  const planNames = names && !codeAt(names) ? filledCells(names.raw, cleanName) : [];
  const heads = lines.slice(0, planNames.length > 0 ? 2 : 1);
  parsing.consume(...heads);
  const items: MatrixRow[] = [];
  for (const line of lines.slice(heads.length)) {
    const row = readRow(parsing, line, planNames.length, items.at(-1));
    if (!row) continue;
    checkOrder(parsing, row, items.at(-1));
    items.push(row);
  }
  checkLastRow(parsing, lines.slice(2), planNames.length);
  return { planNames, head: heads.at(-1)?.lines ?? null, items };
}

function readRow(parsing: Parsing, line: PrintedLine, plans: number, above: MatrixRow | undefined): MatrixRow | null {
  const found = codeAt(line);
  if (!found) return null;
  const { cells, index, field, number } = found;
  const { lines } = line;
  const marks = cells.slice(index + 2);
  if (marks.some((cell, column) => cell !== '' && (!mark.test(cell) || column >= plans))) {
    const actual = `${marks.filter((cell) => cell !== '').length} filled cells in ${marks.length} columns`;
    parsing.remark(remarks.strayMark, lines, `marks ○ in ${plans} columns`, actual);
  }
  parsing.consume(line);
  // The field is named in its first row only; a further row of the same field takes it from the row above.
  const fieldName = cleanName(cells.slice(0, index).join('')) || (above?.fieldNumber === field ? above.fieldName : '');
  if (fieldName === '')
    parsing.remark(remarks.namelessField(field), lines, 'the name of the field before the code', 'an empty cell');
  return {
    fieldNumber: field,
    fieldName,
    code: `${field}-${number}`,
    name: cleanName(cells[index + 1] ?? ''),
    plans: marks.flatMap((cell, column) => (mark.test(cell) && column < plans ? [column + 1] : [])),
    lines,
  };
}

/** The matrix lists every policy item, so its codes leave none out. */
function checkOrder(parsing: Parsing, row: MatrixRow, above: MatrixRow | undefined): void {
  const number = (of: MatrixRow) => Number(of.code.split('-')[1]);
  const isNext = above?.fieldNumber === row.fieldNumber && number(row) === number(above) + 1;
  const opensField = number(row) === 1 && row.fieldNumber === (above?.fieldNumber ?? 0) + 1;
  if (!isNext && !opensField)
    parsing.remark(remarks.rowMissing, row.lines, above ? `the item after ${above.code}` : 'item 1-1', row.code);
}

/** A last row that ends before the last column, where every other row is full, was cut off. */
function checkLastRow(parsing: Parsing, rows: readonly PrintedLine[], plans: number): void {
  const full = plans + 2;
  const widths = rows.map((line) => {
    const found = codeAt(line);
    return found ? found.cells.length - found.index : 0;
  });
  const [last, line] = [widths.pop(), rows.at(-1)];
  if (last === undefined || !line || widths.length === 0) return;
  if (last < full && widths.every((width) => width >= full))
    parsing.remark(remarks.rowCutOff, line.lines, `${full} cells`, `${last}`);
}

/** The code of a row with the index of its cell; null where no cell is one. */
function codeAt({ raw }: PrintedLine) {
  const cells = raw.split('\t').map(cleanName);
  const index = cells.findIndex((cell) => code.test(cell));
  const match = code.exec(cells[index] ?? '');
  return match ? { cells, index, field: Number(match[1]), number: Number(match[2]) } : null;
}

/**
 * The matrix against the rest of the draft: its marks must be the references of each plan's initiatives,
 * and its names those printed there. Neither side is changed; which one is right is a person's decision.
 */
export function compareMatrix({ plans, matrix }: LinkagePlansDraft, source: { readonly id: string }): Finding[] {
  const findings = new FindingList();
  const remark = (found: Remark, lines: Lines | null, expected: string, actual: string) =>
    findings.add(found, source.id, lines, expected, actual);
  for (const plan of plans) {
    const { number, name } = plan;
    const column = matrix.planNames[number - 1];
    if (column !== undefined && nameKey(column) !== nameKey(name.value))
      remark(remarks.otherColumnName(number, name.lines.first), matrix.head, name.value, column);
    for (const row of matrix.items) {
      const reference = referencesOf(plan).find(({ value }) => value.code === row.code);
      const marked = row.plans.includes(number);
      if (marked && !reference) {
        const expected = `a reference to ${row.code} in plan ${number}`;
        remark(remarks.unreferencedMark(row.code, number), row.lines, expected, 'none');
      }
      if (!marked && reference) {
        const expected = `a mark for ${row.code} in column ${number}`;
        remark(remarks.unmarkedReference(row.code, number), reference.lines, expected, 'none');
      }
    }
  }
  const rows = new Map(matrix.items.map((row) => [row.code, row]));
  const references = plans.flatMap(referencesOf);
  for (const { value, lines } of references) {
    const row = rows.get(value.code);
    if (row && value.name !== '' && nameKey(row.name) !== nameKey(value.name))
      remark(remarks.otherItemName(value.code, row.lines.first), lines, row.name, value.name);
  }
  for (const { value, lines } of references)
    if (rows.size > 0 && !rows.has(value.code)) remark(remarks.unlistedReference, lines, `a row ${value.code}`, 'none');
  return findings.all;
}

const referencesOf = ({ initiatives }: LinkagePlanRecord): readonly Reference[] =>
  initiatives.flatMap(({ references }) => references);
