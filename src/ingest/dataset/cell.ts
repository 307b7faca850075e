import { type Stage, stages } from '../../model/enums.js';
import type { Cell, SourceReference } from './dataset.js';
import type { Column } from './table.js';

/** Separates the items of a list in one cell. */
const separator = '|';

/** What a cell should have held, for the message of a finding. */
export class CellError extends Error {
  readonly expected: string;
  readonly actual: string;

  constructor(expected: string, actual: string) {
    super(`expected ${expected}, but got: ${actual === '' ? 'nothing' : actual}`);
    this.expected = expected;
    this.actual = actual === '' ? 'nothing' : actual;
  }
}

const scalars = {
  ID: (text: string) => text,
  String: (text: string) => text,
  Int: (text: string) => {
    if (!/^-?\d+$/.test(text)) throw new CellError('a whole number', text);
    // GraphQL's Int has 32 bits: what is larger could be stored, but never answered.
    if (Number(text) > 2 ** 31 - 1 || Number(text) < -(2 ** 31)) throw new CellError('a whole number of 32 bits', text);
    return Number(text);
  },
  Float: (text: string) => {
    if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new CellError('a number', text);
    return Number(text);
  },
  Boolean: (text: string) => {
    if (text !== 'true' && text !== 'false') throw new CellError('true or false', text);
    return text === 'true';
  },
};

function parseOne(text: string, type: Column['type']): string | number | boolean {
  if (typeof type === 'string') return scalars[type](text);
  if (!Object.hasOwn(type.values, text)) throw new CellError(`one of ${Object.keys(type.values).join(', ')}`, text);
  return text;
}

/** The value of a cell. Throws a CellError where the text is not what the column holds. */
export function parseCell(text: string, column: Column): Cell {
  if (column.list && text !== '') return text.split(separator).map((item) => parseOne(item, column.type)) as string[];
  // A stage that prints no other list than the effective one has none of its own.
  if (column.list) return column.nullable ? null : [];
  if (text !== '') return parseOne(text, column.type);
  if (!column.nullable) throw new CellError('a value', text);
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

/** Ids are kept after NFKC, so that the same name in another width is the same id. */
export function parseId(text: string, expected = 'an id'): string {
  const isFolded = text === text.normalize('NFKC');
  if (/^[^\s|]+$/.test(text) && isFolded) return text;
  throw new CellError(expected, isFolded ? text : `${text} (not after NFKC)`);
}

/** Whether a fact holds, which every row says. */
export const parseEffective = (text: string): boolean => {
  if (text === '') throw new CellError('a value', text);
  return scalars.Boolean(text);
};

export function parseStages(text: string): Stage[] {
  if (text === '') return [];
  const parsed = text.split(separator).map((name) => {
    const stage = stages.find((candidate) => candidate === name);
    if (!stage) throw new CellError(`stages out of ${stages.join(', ')}`, text);
    return stage;
  });
  if (new Set(parsed).size < parsed.length) throw new CellError('each stage once', text);
  return parsed;
}

/** `DRAFT@review-sheets-5:57-58`, or `reform-sheets-2024:12` outside the planning cycle. */
export const formatSource = ({ stage, document, firstLine, lastLine }: SourceReference): string =>
  `${stage ? `${stage}@` : ''}${document}:${firstLine}${lastLine > firstLine ? `-${lastLine}` : ''}`;

export function parseSources(text: string): SourceReference[] {
  if (text === '') return [];
  return text.split(separator).map((item) => {
    const match = /^(?:([A-Z]+)@)?([^@:|]+):(\d+)(?:-(\d+))?$/.exec(item);
    const stage = match?.[1] === undefined ? null : stages.find((candidate) => candidate === match[1]);
    if (!match || stage === undefined) throw new CellError('sources such as DRAFT@document:12-14', item);
    const [, , document = '', firstLine, lastLine = firstLine] = match;
    return { stage, document, firstLine: Number(firstLine), lastLine: Number(lastLine) };
  });
}

export const formatList = (items: readonly string[]): string => items.join(separator);
