import { type Lines, type Located, linesOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import type { ReviewSheet } from './record.js';
import { remarks } from './remarks.js';
import type { Row } from './rows.js';

/** The parts of a sheet by their captions, in the order in which they are usually printed. */
const captions = {
  heading: '施策大項目',
  rename: '大項目名の変更必要性',
  survey: '市民アンケート結果',
  voices: '市民の声',
  sdgs: '関連するSDGs',
  indicators: '「成果指標」「現状」の項目案',
  columns: '現行計画の内容',
  situation: '現況と課題',
  visions: 'めざす姿',
  measures: '施策中項目',
  collaboration: '協働による取組',
  relatedPlans: '関連計画',
  projects: '主な事業一覧',
} as const;

/** A part of a sheet. */
export type Part = keyof typeof captions;

/** The rows under one caption, without the caption and without table heads. */
export interface Section extends Located {
  readonly part: Part;
  readonly rows: readonly Row[];
  /** Lines that hold nothing but a caption or a table head. */
  readonly captions: readonly Row[];
}

/** Captions vary in blanks ("の 項目案") and mark-up; running text that merely begins with the same word goes on without a blank. */
const captionPatterns = Object.entries(captions).map(([part, words]) => ({
  part: part as Part,
  pattern: new RegExp(String.raw`^(?:#|\*\*|<b>|\s)*${[...words].join(String.raw`\s*`)}(?=$|[\s\d●<*(（])`),
}));

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
  const sections: { part: Part; rows: Row[]; captions: Row[]; lines: Lines }[] = [];
  for (const row of rows) {
    const opened = openPart(row);
    let section = sections.at(-1);
    if (opened && (section?.part !== opened.part || (opened.captioned && repeated.includes(opened.part)))) {
      section = { part: opened.part, rows: [], captions: [], lines: row.lines };
      sections.push(section);
    }
    if (!section) {
      preface.push(row);
      continue;
    }
    section.lines = linesOf([section, row]);
    const rest = opened ? opened.rest : row;
    if (rest.cells.length > 0) section.rows.push(rest);
    else section.captions.push(row);
  }
  return { preface, sections };
}

function openPart(row: Row): { readonly part: Part; readonly rest: Row; readonly captioned: boolean } | null {
  const [first, ...others] = row.cells;
  if (!first) return null;
  const empty = { ...row, cells: [] };
  for (const { part, pattern } of captionPatterns) {
    const match = pattern.exec(first.text);
    if (!match) continue;
    // The head over both columns goes on with its right half, which says nothing more.
    if (part === 'columns') return { part, rest: empty, captioned: true };
    const text = first.text.slice(match[0].length).replace(captionEnd, '');
    const rest = { ...row, cells: text === '' ? others : [{ ...first, text }, ...others] };
    return { part, rest: headOf(rest) === part ? empty : rest, captioned: true };
  }
  const part = headOf(row);
  return part === null ? null : { part, rest: empty, captioned: false };
}

/** The part whose table has this row as its head. It can stand above its caption. */
function headOf({ cells }: Row): Part | null {
  const names = cells.map(({ text }) => cleanName(text));
  const head = heads.find(([, words]) => names.length > 1 && names.every((name) => words.includes(name)));
  return head ? head[0] : null;
}

/** The parts that every sheet has once; two of them under a caption for each column. */
const required = (Object.keys(captions) as Part[]).filter(
  (part) => !['heading', 'rename', 'voices', 'columns'].includes(part),
);
const fewest = (part: Part) => (part === 'situation' ? 2 : 1);
const most = (part: Part) => (part === 'situation' || part === 'collaboration' ? 2 : 1);

/**
 * Remarks parts of a sheet that are missing or printed too often. At the end of the last sheet, which is given with its
 * record, a missing part or a row without its status means that the document is cut off.
 */
export function checkCompleteness(parsing: Parsing, sections: readonly Section[], last: ReviewSheet | null): void {
  const end = sections.at(-1);
  if (!end) return;
  const counts = required.map((part) => sections.filter((section) => section.part === part).length);
  const lastPrinted = counts.findLastIndex((count) => count > 0);
  // A table without a row, where even none would be printed as a dash, was cut off below its head.
  const withoutRows = sections.some(({ part, rows }) => part === 'projects' && rows.length === 0);
  const cut =
    last !== null && (lastPrinted < required.length - 1 || withoutRows || last.projects.at(-1)?.change === null);
  if (cut) {
    const within = required[lastPrinted] ? captions[required[lastPrinted]] : 'the heading';
    parsing.remark(remarks.cutOff, end.lines, '主な事業一覧 with a status in each row', `an end within ${within}`);
  }
  const listed = (wrong: (part: Part, count: number, index: number) => boolean) =>
    required
      .flatMap((part, index) => {
        const count = counts[index] ?? 0;
        return wrong(part, count, index) ? [`${captions[part]} ${count}×`] : [];
      })
      .join(', ');
  const tooMany = listed((part, count) => count > most(part));
  const tooFew = listed((part, count, index) => count < fewest(part) && !(cut && index > lastPrinted));
  const once = 'each part once (現況と課題 2×)';
  if (tooMany !== '') parsing.remark(remarks.partRepeated, linesOf(sections), once, tooMany);
  if (tooFew !== '') parsing.remark(remarks.partMissing, linesOf(sections), once, tooFew);
}
