/** Finds the table of a sheet: its heading row below any titles, its columns, and the rows that hold facts. */
import { nearest } from '../dataset/suggestions.js';
import type { BookCell, BookSheet } from './book.js';
import { displayed, isFilled } from './cells.js';
import type { Findings } from './findings.js';
import type { TemplateColumn } from './template.js';
import { words } from './words.js';

/** The heading is looked for in the first rows: at most this number of them. */
const headingWithin = 30;

/** A row of facts: its cells by the keys of the template's columns. */
export interface TableRow<Key extends string> {
  readonly row: number;
  /** The last row of a record that goes over several. */
  readonly lastRow: number;
  readonly cells: Readonly<Partial<Record<Key, BookCell>>>;
}

export interface SkippedRows {
  readonly example: readonly number[];
  readonly total: readonly number[];
  readonly note: readonly number[];
  readonly heading: readonly number[];
}

/** A column that was found and is not imported, with how many cells it fills. */
export interface UnusedColumn {
  readonly column: number;
  readonly heading: string;
  readonly filled: number;
  /** It is a column of the template, for which this version has no place. */
  readonly known: boolean;
}

export interface Table<Key extends string> {
  readonly headingRow: number;
  readonly columns: Readonly<Partial<Record<Key, number>>>;
  readonly rows: readonly TableRow<Key>[];
  readonly skipped: SkippedRows;
  readonly unused: readonly UnusedColumn[];
  readonly hiddenRows: number;
}

/** Headings are compared in one width, without blanks, marks and remarks such as （必須）. */
const headingKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[※*]+/g, '')
    .replace(/\((?:必須|任意|required|optional)\)$/i, '')
    .toLowerCase();

type Row = ReadonlyMap<number, BookCell>;

const firstText = (row: Row): string => {
  const [first] = [...row].sort(([a], [b]) => a - b).filter(([, cell]) => isFilled(cell));
  return first ? displayed(first[1]).normalize('NFKC').trim() : '';
};

const isExample = (text: string) => /^(?:記入)?例:|^[([【](?:記入)?例[)\]】]/.test(text);
const isTotal = (text: string) => /^(?:合計|総合計|総計|小計|計|total|subtotal)$/i.test(text.replace(/\s+/g, ''));
const isNote = (text: string) => /^(?:※|\*|注[)1-9:)]|\(注|\[注)/.test(text);

/** The table of a sheet; null where the sheet is empty, or has no heading, which is an error. */
export function readTable<Key extends string>(
  sheet: BookSheet,
  declared: Readonly<Record<Key, TemplateColumn>>,
  findings: Findings,
): Table<Key> | null {
  const rows = [...sheet.rows].sort(([a], [b]) => a - b).filter(([, row]) => [...row.values()].some(isFilled));
  if (rows.length === 0) return null;
  const keys = Object.keys(declared) as Key[];
  const byHeading = new Map(keys.map((key) => [headingKey(declared[key].heading), key]));
  const keyIn = (cell: BookCell | undefined) =>
    isFilled(cell) ? byHeading.get(headingKey(displayed(cell))) : undefined;
  const matches = (row: Row) => new Set([...row.values()].map(keyIn).filter((key) => key !== undefined)).size;
  const candidates = rows.filter(([number]) => number <= (rows[0]?.[0] ?? 0) + headingWithin);
  const best = Math.max(...candidates.map(([, row]) => matches(row)));
  const heading = candidates.find(([, row]) => matches(row) === best);
  if (!heading || best < Math.min(2, keys.length)) {
    findings.error(sheet.name, null, null, words.noHeading(keys.map((key) => declared[key].heading)));
    return null;
  }
  const [headingRow, headings] = heading;
  const columns: Partial<Record<Key, number>> = {};
  const others = new Map<number, string>();
  for (const [column, cell] of [...headings].sort(([a], [b]) => a - b)) {
    if (!isFilled(cell)) continue;
    const key = keyIn(cell);
    if (key === undefined) others.set(column, displayed(cell));
    else if (columns[key] === undefined) columns[key] = column;
    else findings.error(sheet.name, headingRow, column, words.repeatedHeading(declared[key].heading));
  }
  for (const key of keys)
    if (declared[key].required && columns[key] === undefined) {
      const meant = nearest(declared[key].heading, others.values());
      findings.error(sheet.name, headingRow, null, words.missingColumn(declared[key].heading, meant));
    }

  const skipped = { example: [] as number[], total: [] as number[], note: [] as number[], heading: [] as number[] };
  const below = rows.filter(([number]) => number > headingRow);
  const facts = below.filter(([number, row]) => {
    const text = firstText(row);
    const filled = [...row.values()].filter(isFilled).length;
    const kind = isExample(text)
      ? 'example'
      : isTotal(text)
        ? 'total'
        : filled === 1 && isNote(text)
          ? 'note'
          : matches(row) === best && best > 1
            ? 'heading'
            : null;
    if (kind) skipped[kind].push(number);
    return kind === null;
  });

  const records: (Omit<TableRow<Key>, 'lastRow'> & { lastRow: number })[] = [];
  for (const [row, cells] of facts) {
    const own: Partial<Record<Key, BookCell>> = {};
    for (const key of keys) {
      const cell = cells.get(columns[key] ?? 0);
      if (isFilled(cell)) own[key] = cell;
    }
    const known = records.at(-1);
    if (known && continues(own, known, row)) {
      known.lastRow = row;
      for (const key of keys) {
        const cell = joined(known.cells[key], own[key], known.row);
        if (cell) (known.cells as Partial<Record<Key, BookCell>>)[key] = cell;
      }
    } else if (Object.keys(own).length > 0) records.push({ row, lastRow: row, cells: own });
  }

  const filledIn = (column: number) => facts.filter(([, row]) => isFilled(row.get(column))).length;
  const beyond = new Set(
    facts.flatMap(([, row]) => [...row].filter(([, cell]) => isFilled(cell)).map(([column]) => column)),
  );
  const usedOrNamed = new Set<number>([...(Object.values(columns) as number[]), ...others.keys()]);
  const unused = [
    ...keys
      .filter((key) => !declared[key].imported && columns[key] !== undefined)
      .map((key) => ({ column: columns[key] ?? 0, heading: declared[key].heading, known: true })),
    ...[...others].map(([column, text]) => ({ column, heading: text, known: false })),
    ...[...beyond]
      .filter((column) => !usedOrNamed.has(column))
      .map((column) => ({ column, heading: '', known: false })),
  ]
    .map((found) => ({ ...found, filled: filledIn(found.column) }))
    .sort((a, b) => a.column - b.column);
  return {
    headingRow,
    columns,
    rows: records,
    skipped,
    unused,
    hiddenRows: facts.filter(([row]) => sheet.hiddenRows.includes(row)).length,
  };
}

/** Whether a row belongs to the record above it: code and name are merged cells that began there. */
function continues<Key extends string>(
  cells: Partial<Record<Key, BookCell>>,
  above: TableRow<Key>,
  row: number,
): boolean {
  const identifying = ['code', 'number', 'name'].map((key) => cells[key as Key]).filter((cell) => cell !== undefined);
  return (
    identifying.length > 0 &&
    identifying.every(({ mergedFrom }) => mergedFrom !== null && mergedFrom.row < row && mergedFrom.row >= above.row)
  );
}

/** The values of a cell that goes over several rows, a line for each. */
function joined(above: BookCell | undefined, own: BookCell | undefined, first: number): BookCell | undefined {
  if (!own || (own.mergedFrom && own.mergedFrom.row <= first)) return above;
  if (!above) return own;
  return { value: `${displayed(above)}\n${displayed(own)}`, format: null, mergedFrom: null };
}
