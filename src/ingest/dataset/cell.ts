import { areCells } from '../../model/cell-ranges.js';
import { isDay } from '../../model/days.js';
import { type Description, describe } from '../../model/declaration.js';
import { type Stage, stages } from '../../model/enums.js';
import { quoted } from '../../refusal.js';
import type { Cell, SourceReference } from './dataset.js';
import { brokenFormula, meantCode, meantDay, meantNumber, meantYear } from './slips.js';
import { didYouMean, nearest } from './suggestions.js';
import type { Column } from './table.js';

/** Separates the items of a list in one cell. */
const separator = '|';

/** What a cell should have held, and what it probably was meant to hold, for the message of a problem. */
export class CellError extends Error {
  readonly words: Description;
  /** What the cell should have held, in which errors of one kind agree. */
  readonly kind: string;
  readonly example: string;

  constructor(expected: Description, actual: string, hint: Description | null = null) {
    const [gotJa, got] = actual === '' ? ['空です', 'nothing'] : [`「${quoted(actual)}」です`, quoted(actual)];
    const [hintJa, hintEn] = hint ? [`。${hint.ja}`, ` (${hint.en})`] : ['', ''];
    const words = describe(
      `expected ${expected.en}, but got: ${got}${hintEn}`,
      `${expected.ja}が必要ですが、${gotJa}${hintJa}`,
    );
    super(words.en);
    this.words = words;
    this.kind = expected.en;
    this.example = quoted(actual);
  }
}

/** Years outside of these are no years of a plan. */
export const plausibleYears = { first: 1900, last: 2100 };

const aValue = describe('a value', '値');
const truth = { true: true, True: true, TRUE: true, false: false, False: false, FALSE: false } as const;

const isText = (text: string) => {
  const broken = brokenFormula(text);
  if (broken) throw new CellError(describe('a text', '文字列'), text, broken);
  return text;
};

const scalars = {
  ID: isText,
  String: isText,
  Int: (text: string) => {
    const expected = describe('a whole number', '整数');
    if (!/^-?\d+$/.test(text)) throw new CellError(expected, text, brokenFormula(text) ?? meantNumber(text));
    // GraphQL's Int has 32 bits: what is larger could be stored, but never answered.
    if (Number(text) > 2 ** 31 - 1 || Number(text) < -(2 ** 31))
      throw new CellError(describe('a whole number of 32 bits', '32ビットの整数'), text);
    return Number(text);
  },
  Float: (text: string) => {
    const expected = describe('a number', '数値');
    if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new CellError(expected, text, brokenFormula(text) ?? meantNumber(text));
    return Number(text);
  },
  /** As Frictionless reads them, and as spreadsheet programs write them. */
  Boolean: (text: string) => {
    if (!Object.hasOwn(truth, text)) throw new CellError(describe('true or false', 'true または false'), text);
    return truth[text as keyof typeof truth];
  },
  Date: (text: string) => {
    const expected = describe('a day such as 2024-04-01', '2024-04-01 の形の日付');
    if (!isDay(text)) throw new CellError(expected, text, brokenFormula(text) ?? meantDay(text));
    if (isPlausible(text)) return text;
    const { first, last } = plausibleYears;
    const hint = describe('leave it empty where there is none', 'ない場合は空欄にしてください');
    throw new CellError(describe(`a day from ${first} to ${last}`, `${first} 年から ${last} 年までの日付`), text, hint);
  },
};

/** Whether the four digits with which a text begins are a year of a plan. */
const isPlausible = (text: string) =>
  Number(text.slice(0, 4)) >= plausibleYears.first && Number(text.slice(0, 4)) <= plausibleYears.last;

/** A day, a month or a year: as much of a date as is known. */
function parsePartOfDate(text: string): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (isDay(`${year}-${month}-${day}`) && isPlausible(text)) return text;
  const { first, last } = plausibleYears;
  const expected = describe(
    `a day such as 2024-04-01, a month such as 2024-04 or a year from ${first} to ${last}`,
    `2024-04-01、2024-04、2024 の形で、${first} 年から ${last} 年までの日付、月または年`,
  );
  throw new CellError(expected, text, brokenFormula(text) ?? meantDay(text));
}

function parseYear(text: string): number {
  const { first, last } = plausibleYears;
  if (/^\d{4}$/.test(text) && isPlausible(text)) return Number(text);
  const expected = describe(`a year from ${first} to ${last}`, `${first} から ${last} までの年`);
  throw new CellError(expected, text, brokenFormula(text) ?? meantYear(text));
}

function parseOne(text: string, { type, year, partOfDate, codeParts }: Column, id: string): string | number | boolean {
  if (year) return parseYear(text);
  if (partOfDate) return parsePartOfDate(text);
  if (codeParts !== null) {
    // The id of a row still has the code that became something else.
    const meant = meantCode(text, codeParts, (code) => id.endsWith(`:${code}`));
    if (meant) throw new CellError(describe('a code of numbers and hyphens', '数字とハイフンの番号'), text, meant);
  }
  if (typeof type === 'string') return scalars[type](text);
  const names = Object.keys(type.values);
  if (names.includes(text)) return text;
  const near = nearest(text.toUpperCase(), names);
  throw new CellError(
    describe(`one of ${names.join(', ')}`, `${names.join('、')} のいずれか`),
    text,
    near ? didYouMean(near) : null,
  );
}

/** The value of a cell in the row of an id. Throws a CellError where the text is not what the column holds. */
export function parseCell(text: string, column: Column, id: string): Cell {
  if (column.list && text !== '') return text.split(separator).map((item) => parseOne(item, column, id)) as string[];
  // A stage that prints no other list than the effective one has none of its own.
  if (column.list) return column.nullable ? null : [];
  if (text !== '') return parseOne(text, column, id);
  if (!column.nullable) throw new CellError(aValue, text);
  return null;
}

/** The text of a cell. A list item that holds the separator cannot be written and is a mistake of the extraction. */
export function formatCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  for (const item of cell)
    if (String(item).includes(separator))
      throw new Error(`expected list items without "${separator}", but got: ${item}`);
  return cell.join(separator);
}

/** The id that was probably meant by a text that is none. */
export const meantId = (text: string): string => text.normalize('NFKC').replace(/[\s|]+/g, '');

/** Ids are kept after NFKC, so that the same name in another width is the same id. */
export function parseId(text: string, expected = describe('an id', '識別子')): string {
  const folded = text.normalize('NFKC');
  if (/^[^\s|]+$/.test(text) && text === folded) return text;
  const meant = meantId(text);
  throw new CellError(expected, text, meant === '' || meant === text ? null : didYouMean(meant));
}

/** Whether a fact holds, which every row says. */
export const parseEffective = (text: string): boolean => {
  if (text === '') throw new CellError(aValue, text);
  return scalars.Boolean(text);
};

export function parseStages(text: string): Stage[] {
  if (text === '') return [];
  const parsed = text.split(separator).map((name) => {
    const stage = stages.find((candidate) => candidate === name);
    if (!stage)
      throw new CellError(describe(`stages out of ${stages.join(', ')}`, `${stages.join('、')} からなる段階`), text);
    return stage;
  });
  if (new Set(parsed).size < parsed.length) throw new CellError(describe('each stage once', '各段階は1回ずつ'), text);
  return parsed;
}

/**
 * `DRAFT@review-sheets-5:57-58`, or `reform-sheets-2024:12` outside the planning cycle; of a sheet with the cells of its rows:
 * `workbook-costs:12!C12:D12`.
 */
export const formatSource = ({ stage, document, firstLine, lastLine, cells }: SourceReference): string => {
  const lines = `${firstLine}${lastLine > firstLine ? `-${lastLine}` : ''}`;
  return `${stage ? `${stage}@` : ''}${document}:${lines}${cells === null ? '' : `!${cells}`}`;
};

export function parseSources(text: string): SourceReference[] {
  if (text === '') return [];
  return text.split(separator).map((item) => {
    const match = /^(?:([A-Z]+)@)?([^@:|]+):(\d+)(?:-(\d+))?(?:!(.*))?$/.exec(item);
    const stage = match?.[1] === undefined ? null : stages.find((candidate) => candidate === match[1]);
    if (!match || stage === undefined)
      throw new CellError(
        describe(
          'sources such as DRAFT@document:12-14 or sheet:12!B12:F12',
          'DRAFT@document:12-14 または sheet:12!B12:F12 の形の出典',
        ),
        item,
      );
    const [, , document = '', firstLine, lastLine = firstLine, cells = null] = match;
    if (cells !== null && !areCells(cells)) {
      const expected = describe(
        'cells such as F12, B12:F12 or B12:D12,F12 behind the ! of a source',
        '出典の ! の後に F12、B12:F12、B12:D12,F12 の形のセル',
      );
      throw new CellError(expected, cells);
    }
    return { stage, document, firstLine: Number(firstLine), lastLine: Number(lastLine), cells };
  });
}

export const formatList = (items: readonly string[]): string => items.join(separator);
