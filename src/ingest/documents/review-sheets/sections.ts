import type { Lines } from '../document.js';
import { cleanName } from '../text.js';
import type { Row } from './rows.js';

/** The parts of a sheet, in the order in which they are usually printed. */
const parts = [
  'heading',
  'rename',
  'survey',
  'voices',
  'sdgs',
  'indicators',
  'columns',
  'situation',
  'visions',
  'measures',
  'collaboration',
  'relatedPlans',
  'projects',
] as const;

export type Part = (typeof parts)[number];

/** The rows under one caption, without the caption and without table heads. */
export interface Section {
  readonly part: Part;
  readonly rows: readonly Row[];
  /** Lines that hold nothing but a caption or a table head. */
  readonly captions: readonly number[];
  readonly lines: Lines;
}

/** Captions vary in blanks ("の 項目案") and mark-up; running text that merely begins with the same word goes on without a blank. */
const caption = (text: string) =>
  new RegExp(String.raw`^(?:#|\*\*|<b>|\s)*${[...text].join(String.raw`\s*`)}(?=$|[\s\d●<*(（])`);

const captions: readonly (readonly [Part, RegExp])[] = [
  ['heading', caption('施策大項目')],
  ['rename', caption('大項目名の変更必要性')],
  ['survey', caption('市民アンケート結果')],
  ['voices', caption('市民の声')],
  ['sdgs', caption('関連するSDGs')],
  ['indicators', caption('「成果指標」「現状」の項目案')],
  ['columns', caption('現行計画の内容')],
  ['situation', caption('現況と課題')],
  ['visions', caption('めざす姿')],
  ['measures', caption('施策中項目')],
  ['collaboration', caption('協働による取組')],
  ['relatedPlans', caption('関連計画')],
  ['projects', caption('主な事業一覧')],
];

/** What a caption says about its source: (各課回答より), (資料編). */
const captionEnd = /^\s*(?:[(（](?:各課回答より|資料編)[)）])?(?:\s|\*\*|<\/b>)*/;

/** Captions that open a new section of their part each time: the left column, then the right one. */
const repeated: readonly Part[] = ['heading', 'situation', 'collaboration'];

const heads: readonly (readonly [Part, readonly string[]])[] = [
  ['relatedPlans', ['計画名', '期間', '概要', '変更有無']],
  ['projects', ['事業名', '事業概要', '変更有無']],
];

/** Splits rows at their captions. Rows before the first caption are the `preface`. */
export function readSections(rows: readonly Row[]): {
  readonly preface: readonly Row[];
  readonly sections: readonly Section[];
} {
  const preface: Row[] = [];
  const sections: { part: Part; rows: Row[]; captions: number[]; lines: { first: number; last: number } }[] = [];
  for (const row of rows) {
    const opened = openPart(row);
    let section = sections.at(-1);
    if (opened && (!section || section.part !== opened.part || (opened.captioned && repeated.includes(opened.part)))) {
      section = { part: opened.part, rows: [], captions: [], lines: { first: row.line, last: row.line } };
      sections.push(section);
    }
    if (!section) {
      preface.push(row);
      continue;
    }
    section.lines.last = row.line;
    const rest = opened ? opened.rest : row;
    if (rest.cells.length > 0) section.rows.push(rest);
    else section.captions.push(row.line);
  }
  return { preface, sections };
}

function openPart(row: Row): { readonly part: Part; readonly rest: Row; readonly captioned: boolean } | null {
  const [first, ...others] = row.cells;
  if (!first) return null;
  for (const [part, pattern] of captions) {
    const match = pattern.exec(first.text);
    if (!match) continue;
    // The head over both columns goes on with its right half, which says nothing more.
    if (part === 'columns') return { part, rest: { ...row, cells: [] }, captioned: true };
    const text = first.text.slice(match[0].length).replace(captionEnd, '');
    const rest = { ...row, cells: text === '' ? others : [{ ...first, text }, ...others] };
    return { part, rest: headOf(rest) === part ? { ...rest, cells: [] } : rest, captioned: true };
  }
  const part = headOf(row);
  return part === null ? null : { part, rest: { ...row, cells: [] }, captioned: false };
}

/** The part whose table has this row as its head. It can stand above its caption. */
function headOf({ cells }: Row): Part | null {
  const names = cells.map(({ text }) => cleanName(text));
  const head = heads.find(([, words]) => names.length > 1 && names.every((name) => words.includes(name)));
  return head ? head[0] : null;
}
