import { type Lines, spanOf } from '../document.js';
import { lineOf, type Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { cleanName } from '../text.js';
import type { LinkagePlansDraft, MatrixRow } from './record.js';

type Matrix = LinkagePlansDraft['matrix'];

const code = /^(\d{1,2})\s*[-‐‑‒–—−]\s*(\d{1,2})$/;
const mark = /^[○◯〇]$/;

/** True for the head row of the matrix: 施策大項目, 項目名, 政策連携プラン in cells of their own. */
export function isMatrixHead({ raw }: PrintedLine): boolean {
  const cells = cellsOf(raw).filter((cell) => cell !== '');
  return cells[0] === '施策大項目' && cells.includes('政策連携プラン');
}

/**
 * The table of all policy items by linkage plans. Cells are counted from the code's cell, because the field's cell
 * before it is merged over the rows of a field and is sometimes lost.
 */
export function readMatrix(parsing: Parsing, lines: readonly PrintedLine[]): Matrix {
  const [head, names, ...rows] = lines;
  if (!head) return { planNames: [], head: null, items: [] };
  parsing.placed.place(lineOf(head));
  const planNames = names && !codeAt(names) ? cellsOf(names.raw).filter((cell) => cell !== '') : [];
  if (names && planNames.length > 0) parsing.placed.place(lineOf(names));
  const items: MatrixRow[] = [];
  for (const line of planNames.length > 0 ? rows : lines.slice(1)) {
    const row = readRow(parsing, line, planNames.length, items.at(-1));
    if (!row) continue;
    remarkGap(parsing, row, items.at(-1));
    items.push(row);
  }
  remarkCutRow(parsing, rows, planNames.length);
  return { planNames, head: lineOf(planNames.length > 0 && names ? names : head), items };
}

function readRow(parsing: Parsing, line: PrintedLine, plans: number, above: MatrixRow | undefined): MatrixRow | null {
  const found = codeAt(line);
  if (!found) return null;
  const { cells, index, field, number } = found;
  const marks = cells.slice(index + 2);
  const unknown = marks.some((cell, column) => cell !== '' && (!mark.test(cell) || column >= plans));
  if (unknown)
    parsing.remark({
      rule: 'mark-belongs-to-a-plan',
      severity: 'error',
      lines: lineOf(line),
      message: 'A row of the matrix has a cell that is no mark, or a mark outside the columns of the plans.',
      messageJa: '体系表の行に、○以外の記載、またはプランの列から外れた○があります。',
      expected: `marks ○ in ${plans} columns`,
      actual: `${marks.filter((cell) => cell !== '').length} filled cells in ${marks.length} columns`,
    });
  parsing.placed.place(lineOf(line));
  return {
    fieldNumber: field,
    fieldName: fieldNameOf(parsing, found, lineOf(line), above),
    code: `${field}-${number}`,
    name: cleanName(cells[index + 1] ?? ''),
    plans: marks.flatMap((cell, column) => (mark.test(cell) && column < plans ? [column + 1] : [])),
    lines: lineOf(line),
  };
}

/** The field is named in its first row only; a further row of the same field takes it from the row above. */
function fieldNameOf(
  { remark }: Parsing,
  { cells, index, field }: CodeCell,
  lines: Lines,
  above: MatrixRow | undefined,
): string {
  const printed = cleanName(cells.slice(0, index).join(''));
  const inherited = above?.fieldNumber === field ? above.fieldName : '';
  if (printed === '' && inherited === '')
    remark({
      rule: 'field-has-a-name',
      severity: 'warning',
      lines,
      message: `The first row of policy field ${field} does not name it.`,
      messageJa: `体系表の分野${field}の最初の行に分野名がありません。`,
      expected: 'the name of the field before the code',
      actual: 'an empty cell',
    });
  return printed || inherited;
}

/** The matrix lists every policy item, so its codes leave none out. */
function remarkGap({ remark }: Parsing, row: MatrixRow, above: MatrixRow | undefined): void {
  const number = (code: string) => Number(code.split('-')[1]);
  const isNext = above?.fieldNumber === row.fieldNumber && number(row.code) === number(above.code) + 1;
  const opensField = number(row.code) === 1 && row.fieldNumber === (above?.fieldNumber ?? 0) + 1;
  if (isNext || opensField) return;
  remark({
    rule: 'matrix-leaves-no-item-out',
    severity: 'warning',
    lines: row.lines,
    message: 'The codes of the matrix are not in order: a row may be missing.',
    messageJa: '体系表の番号が続いていません。行が欠けている可能性があります。',
    expected: above ? `the item after ${above.code}` : 'item 1-1',
    actual: row.code,
  });
}

/** A last row that ends before the last column, where every other row is full, was cut off. */
function remarkCutRow({ remark }: Parsing, rows: readonly PrintedLine[], plans: number): void {
  const widths = rows.map((line) => {
    const found = codeAt(line);
    return found ? found.cells.length - found.index : 0;
  });
  const [last, line] = [widths.at(-1), rows.at(-1)];
  const others = widths.slice(0, -1);
  if (last === undefined || !line || others.length === 0) return;
  const full = plans + 2;
  if (last >= full || others.some((width) => width < full)) return;
  remark({
    rule: 'document-is-complete',
    severity: 'error',
    lines: spanOf(lineOf(line)),
    message: 'The last row of the matrix ends before its last column; export the document again.',
    messageJa: '体系表の最後の行が途中で切れています。文書を出力し直してください。',
    expected: `${full} cells`,
    actual: `${last}`,
  });
}

interface CodeCell {
  readonly cells: readonly string[];
  /** Of the cell that holds the code. */
  readonly index: number;
  readonly field: number;
  readonly number: number;
}

function codeAt({ raw }: PrintedLine): CodeCell | null {
  const cells = cellsOf(raw);
  const index = cells.findIndex((cell) => code.test(cell));
  const match = code.exec(cells[index] ?? '');
  return match ? { cells, index, field: Number(match[1]), number: Number(match[2]) } : null;
}

function cellsOf(raw: string): string[] {
  return raw.split('\t').map(cleanName);
}
