/** The rows of a table that hold facts: without examples, totals and notes, and those that belong together as one. */
import { type Absence, type AbsentCell, absenceIn } from './absence.js';
import type { BookCell, BookSheet, RowCell } from './book.js';
import { displayed, isFilled } from './cells.js';
import { type Cells, filledRows, type Layout } from './heading.js';
import { identityKeys, writtenKeys } from './template.js';

/** Rows that belong together. */
export interface RowRange {
  readonly row: number;
  readonly lastRow: number;
}

/** The cells of a row by the keys of the template's columns: those that have a value, and those that say that they have none. */
export interface ToldCells {
  readonly cells: Readonly<Partial<Record<string, RowCell>>>;
  readonly absent: Readonly<Partial<Record<string, AbsentCell>>>;
}

/** A place where a thing is told of that several places tell of, with the cells of its rows. */
export interface ToldPlace extends RowRange {
  readonly cells: readonly ToldCells['cells'][];
}

/** A row of facts, or a record that goes over several. */
export interface TableRow extends RowRange, ToldCells {
  /** All places that say the same, where they were taken as one; the row is the first of them. */
  readonly places?: readonly ToldPlace[];
  /** The columns of which rows of other sheets tell that add to this one, be it that there is no value. */
  readonly added?: ReadonlySet<string>;
}

export interface SkippedRows {
  readonly example: readonly number[];
  readonly total: readonly number[];
  readonly note: readonly number[];
  readonly heading: readonly number[];
}

/** A cell of a column that is merged with one to its left, whose value it is. */
interface MergedPart {
  readonly row: number;
  readonly column: number;
  /** The first and the last column of the merged range. */
  readonly columns: readonly [first: number, last: number];
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly mergedParts: readonly MergedPart[];
  readonly skipped: SkippedRows;
  /** The rows of the sheet that are facts, whether or not the table takes something from them. */
  readonly facts: readonly (readonly [row: number, cells: Cells])[];
  /** Those of them from which the table takes nothing. */
  readonly untold: readonly number[];
  readonly hiddenRows: number;
}

/** Whether a cell has its value of the first one of a merged range, in another column. */
const isMergedPart = (column: number, cell: BookCell): boolean => (cell.mergedFrom?.column ?? column) !== column;

/** The cells of a row that do not belong to others above or beside them, from the left. */
const ownCells = (row: number, cells: Cells) =>
  [...cells]
    .filter(([column, cell]) => isFilled(cell) && (cell.mergedFrom?.row ?? row) >= row && !isMergedPart(column, cell))
    .sort(([a], [b]) => a - b)
    .map(([column, cell]) => ({ column, text: displayed(cell).normalize('NFKC').trim() }));

type OwnCells = ReturnType<typeof ownCells>;

const isExample = (text: string) => /^(?:記入)?例:|^[([【](?:記入)?例[)\]】]/.test(text);
const withoutBlanks = (text: string) => text.replace(/\s+/g, '');
/** What a total is one of: 部計, 款計; 会計 is none. */
const groups = '部|局|課|室|係|款|項|目|章|節|分野|政策|施策|取組|基本事業|事務事業|事業|ページ|頁|年度';
const totals = new RegExp(
  `^(?:合計|総合計|総計|累計|小計|(?:各|全)?(?:${groups})?計|(?:${groups})(?:合|総)計|total|subtotal)$`,
  'i',
);
const isTotal = (text: string) => totals.test(withoutBlanks(text));
const isSubtotal = (text: string) => /小計$|^小計\(/.test(text);
/** 健康 計, 健康（計）, 健康合計; what ends in 計 without a blank may be a name, such as 統計 or 会計. */
const endsInTotal = (text: string) => /\S\s計$|\((?:合計|総計|計)\)$|\S(?:合計|総計)$/.test(text);
const isFigure = (text: string) =>
  /^[-△▲−]?[\d,.]+(?:%|[千百]?万?円|件|人)?$/.test(withoutBlanks(text)) || absenceIn(text) === 'dash';

/** Whether a name is made as those of rows that sum up others. */
export const namesTotal = (name: string): boolean => {
  const text = name.normalize('NFKC').trim();
  return isTotal(text) || isSubtotal(text) || endsInTotal(text);
};

/** Columns that say what a row is about. */
const naming = ['code', 'number', 'name', 'indicator', 'project', 'subject', 'year'];
/** Columns of things, which no total fills in. */
const ofThings = ['code', 'number', 'subject', 'unit', 'baseline', 'target', 'year'];

/**
 * Whether a row sums up others: it begins with a word for that, or has one where rows are named, and nothing but figures
 * behind it. A row that has a code or what else only things have is one of them, whatever its name: 観光入込客数（合計）.
 */
function sumsUp(own: OwnCells, { columns }: Layout, above: ReadonlySet<string>) {
  if (isTotal(own[0]?.text ?? '')) return true;
  const places = (keys: readonly string[]) => keys.map((key) => columns[key] ?? 0);
  const isGroupAbove = (text: string) =>
    above.has(/^(.+?)(?:の|\()?(?:合計|総計|計)\)?$/.exec(withoutBlanks(text))?.[1] ?? '');
  // A thing can be called like a total; who only refers to things has rows of totals besides.
  const isSum = (text: string) =>
    isTotal(text) || isSubtotal(text) || isGroupAbove(text) || (columns.name === undefined && endsInTotal(text));
  const lastNaming = Math.max(own[0]?.column ?? 0, ...places(naming));
  const word = own.find(({ column, text }) => column <= lastNaming && isSum(text));
  const others = own.filter((each) => each !== word);
  return (
    word !== undefined &&
    !others.some(({ column, text }) => places(ofThings).includes(column) && !isTotal(text)) &&
    others.every(({ column, text }) => column < word.column || isFigure(text))
  );
}

/** A remark, or what the marks of a table mean: ◎:担当. */
const isNote = (text: string) => /^(?:※|\*|注[)1-9:)]|\(注|\[注|凡例|[◎○〇◯●■◆★☆△▲×✓]\s*[:=…])/.test(text);

function kindOf(own: OwnCells, cells: Cells, layout: Layout, above: ReadonlySet<string>): keyof SkippedRows | null {
  const text = own[0]?.text ?? '';
  if (isExample(text)) return 'example';
  if (sumsUp(own, layout, above)) return 'total';
  if (isNote(text) && [...cells].filter(([column, cell]) => isFilled(cell) && !isMergedPart(column, cell)).length === 1)
    return 'note';
  return layout.isHeading(cells) ? 'heading' : null;
}

export function readRows(sheet: BookSheet, layout: Layout): Table {
  const skipped = { example: [] as number[], total: [] as number[], note: [] as number[], heading: [] as number[] };
  const lastRow = layout.lastRow ?? Number.POSITIVE_INFINITY;
  const below = filledRows(sheet).filter(
    ([row]) => row > layout.headingRow && row <= lastRow && !layout.without?.has(row),
  );
  // A sheet for each division sums it up by its name.
  const above = new Set<string>([withoutBlanks(sheet.name.normalize('NFKC'))]);
  const facts = below.filter(([row, cells]) => {
    const own = ownCells(row, cells);
    const kind = kindOf(own, cells, layout, above);
    if (kind) skipped[kind].push(row);
    // A total can name its group by the code alone: 1-1 計 below 1-1 子育て.
    else for (const { text } of own) above.add(withoutBlanks(text)).add(text.split(/\s/)[0] ?? '');
    return kind === null;
  });
  const used = new Set([...Object.values(layout.columns), ...Object.values(layout.also ?? {}).flat()]);
  const records: { row: number; lastRow: number; cells: ToldCells['cells']; absent: ToldCells['absent'] }[] = [];
  const untold: number[] = [];
  const mergedParts: MergedPart[] = [];
  for (const [row, cells] of facts) {
    const { cells: own, absent } = toldCells(layout.cells(row, withoutMergedParts(cells)));
    const known = records.at(-1);
    if (Object.keys(own).length === 0) {
      untold.push(row);
      continue;
    }
    mergedParts.push(...mergedPartsOf(row, cells).filter(({ column }) => used.has(column)));
    if (known && continues(own, known, row)) {
      known.lastRow = row;
      const keys = new Set([...Object.keys(known.cells), ...Object.keys(own)]);
      known.cells = Object.fromEntries([...keys].map((key) => [key, joined(known.cells[key], own[key], known.row)]));
      known.absent = { ...absent, ...known.absent };
    } else records.push({ row, lastRow: row, cells: own, absent });
  }
  const hiddenRows = facts.filter(([row]) => sheet.hiddenRows.includes(row)).length;
  return { rows: records, mergedParts, skipped, facts, untold, hiddenRows };
}

/** How a cell of a column has no value: what is kept as written can be 未定, and the grades of a city can be any word. */
function absenceFor(key: string, text: string): Absence | null {
  const absence = absenceIn(text);
  const isValue = key === 'grade' ? absence !== 'dash' : absence === 'unknown' && writtenKeys.includes(key);
  return isValue ? null : absence;
}

/** Cells by what they say: a value, or that there is none. */
export function toldCells(all: ToldCells['cells']): ToldCells {
  const cells: Partial<Record<string, RowCell>> = {};
  const absent: Partial<Record<string, AbsentCell>> = {};
  for (const [key, cell] of Object.entries(all)) {
    const absence = cell && !(cell.value instanceof Date) ? absenceFor(key, displayed(cell)) : null;
    if (cell && absence) absent[key] = { absence, cell };
    else if (cell) cells[key] = cell;
  }
  return { cells, absent };
}

/** The cells of a row, of which those that belong to one at their left are blank: its value is not theirs. */
const withoutMergedParts = (cells: Cells): Cells =>
  new Map([...cells].map(([column, cell]) => [column, isMergedPart(column, cell) ? { ...cell, value: '' } : cell]));

function mergedPartsOf(row: number, cells: Cells): readonly MergedPart[] {
  const parts = [...cells].filter(([column, cell]) => isFilled(cell) && isMergedPart(column, cell));
  return parts.map(([column, { mergedFrom }]) => {
    const first = mergedFrom?.column ?? column;
    const last = Math.max(...parts.filter(([, other]) => other.mergedFrom?.column === first).map(([each]) => each));
    return { row, column, columns: [first, last] };
  });
}

/** Whether a row belongs to the record above it: code and name are merged cells that began there. */
function continues(cells: TableRow['cells'], above: TableRow, row: number): boolean {
  const identifying = identityKeys.map((key) => cells[key]).filter((cell) => cell !== undefined);
  return (
    identifying.length > 0 &&
    identifying.every(({ mergedFrom }) => mergedFrom !== null && mergedFrom.row < row && mergedFrom.row >= above.row)
  );
}

/** The values of a cell that goes over several rows, a line for each; one that every row has, such as a constant, stands once. */
function joined(above: RowCell | undefined, own: RowCell | undefined, first: number): RowCell | undefined {
  if (!own || (own.mergedFrom && own.mergedFrom.row <= first)) return above;
  if (!above) return own;
  const [known, added] = [displayed(above), displayed(own)];
  if (known === added || known.endsWith(`\n${added}`)) return above;
  const parts = [...(above.parts ?? [above]), ...(own.parts ?? [own])];
  return { value: `${known}\n${added}`, format: null, mergedFrom: null, ...(above.at ? { at: above.at } : {}), parts };
}
