import { lineOf, type Parsing, placeAll } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { nameKey } from '../text.js';
import type { ChapterOpening } from './chapters.js';

/** The parts of a policy item's pages. */
export type SectionName =
  | 'VISIONS'
  | 'INDICATORS'
  | 'FIGURES'
  | 'SITUATION'
  | 'SATISFACTION'
  | 'MEASURES'
  | 'COLLABORATION';

/** A policy item's lines, sorted into its sections. */
export interface ItemText {
  readonly number: number;
  readonly lines: readonly PrintedLine[];
  readonly sections: ReadonlyMap<SectionName, readonly PrintedLine[]>;
}

const headings: readonly (readonly [SectionName, RegExp])[] = [
  ['VISIONS', /^めざす姿(?:\s+|$)/],
  ['INDICATORS', /^成果指標(?:\s+|$)/],
  ['FIGURES', /^数値で見る状況(?:\s+|$)/],
  ['SITUATION', /^現況と課題(?:\s+|$)/],
  ['SATISFACTION', /^施策に係る市民満足度(?:\s+|$)/],
  ['MEASURES', /^取組内容\s*(?:\(施策中項目\))?(?:\s+|$)/],
  ['COLLABORATION', /^協働による取組(?:\s+|$)/],
];
/** A heading of an item may be broken over this many lines. */
const longestHeading = 3;

/**
 * The policy items of a chapter. An item starts at its name; where that heading was a picture and is lost,
 * it starts at its めざす姿, and is the next one of the chapter's list.
 */
export function splitItems(parsing: Parsing, { items, body }: Pick<ChapterOpening, 'items' | 'body'>): ItemText[] {
  const texts: { number: number; lines: PrintedLine[]; sections: Map<SectionName, PrintedLine[]> }[] = [];
  let section: SectionName | null = null;
  let skipTo = 0;
  body.forEach((line, index) => {
    if (index < skipTo) return;
    let current = texts.at(-1);
    const named = itemNamedAt(items, body, index);
    // An item can only be further down the list; a name of an earlier one is text that mentions it.
    if (named && named.number >= (current?.number ?? 0)) {
      if (named.number !== current?.number) {
        remarkOrder(parsing, line, named.number, (current?.number ?? 0) + 1);
        current = { number: named.number, lines: [], sections: new Map() };
        texts.push(current);
        section = null;
      }
      skipTo = index + named.length;
      current.lines.push(...body.slice(index, skipTo));
      placeAll(parsing, body.slice(index, skipTo));
      return;
    }
    const heading = sectionAt(line);
    if (heading?.name === 'VISIONS' && (!current || current.sections.has('VISIONS'))) {
      current = { number: (current?.number ?? 0) + 1, lines: [], sections: new Map() };
      texts.push(current);
    }
    if (!current) return;
    if (heading) {
      section = heading.name;
      if (current.sections.has(section)) remarkRepetition(parsing, line, current.number);
      else current.sections.set(section, []);
      parsing.placed.place(lineOf(line));
    }
    current.lines.push(line);
    const rest = heading ? { ...line, text: heading.rest } : line;
    if (section && rest.text !== '') current.sections.get(section)?.push(rest);
  });
  return texts;
}

/** The item whose whole name stands in the line at `index`, or in it and the lines directly below. */
function itemNamedAt(items: ChapterOpening['items'], body: readonly PrintedLine[], index: number) {
  let name = '';
  for (let length = 1; length <= longestHeading; length++) {
    const line = body[index + length - 1];
    if (line?.mark !== '' || (length > 1 && !line.follows)) return null;
    name += line.text;
    const item = items.find((candidate) => nameKey(candidate.name.value) === nameKey(name));
    if (item) return { number: item.number, length };
  }
  return null;
}

function sectionAt({ mark, text }: PrintedLine) {
  if (mark !== '') return null;
  for (const [name, pattern] of headings) if (pattern.test(text)) return { name, rest: text.replace(pattern, '') };
  return null;
}

function remarkOrder({ remark }: Parsing, line: PrintedLine, number: number, expected: number): void {
  if (number === expected) return;
  remark({
    rule: 'items-follow-the-list',
    severity: 'warning',
    lines: lineOf(line),
    message: 'A policy item is not where the list of its chapter has it; its heading was believed.',
    messageJa: '施策大項目の順序が章の一覧と異なります。見出しに従って読み込みました。',
    expected: `item ${expected}`,
    actual: `item ${number}`,
  });
}

function remarkRepetition({ remark }: Parsing, line: PrintedLine, number: number): void {
  remark({
    rule: 'section-appears-once',
    severity: 'warning',
    lines: lineOf(line),
    message: 'A section of a policy item begins twice; a heading between them may be missing.',
    messageJa: '施策大項目の同じ見出しが二度あります。間の見出しが欠けている可能性があります。',
    expected: `each section once in item ${number}`,
    actual: 'a second one',
  });
}
