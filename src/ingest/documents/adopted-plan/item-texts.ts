import type { Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { nameKey } from '../text.js';
import type { ListedName } from './chapters.js';
import { remarks } from './remarks.js';

/** The parts of a policy item's pages by their headings. */
const headings = {
  VISIONS: /^めざす姿(?:\s+|$)/,
  INDICATORS: /^成果指標(?:\s+|$)/,
  FIGURES: /^数値で見る状況(?:\s+|$)/,
  SITUATION: /^現況と課題(?:\s+|$)/,
  SATISFACTION: /^施策に係る市民満足度(?:\s+|$)/,
  MEASURES: /^取組内容\s*(?:\(施策中項目\))?(?:\s+|$)/,
  COLLABORATION: /^協働による取組(?:\s+|$)/,
} as const;

/** A part of a policy item's pages. */
export type SectionName = keyof typeof headings;

/** A policy item's lines, sorted into its sections. */
export interface ItemText {
  readonly number: number;
  readonly lines: readonly PrintedLine[];
  readonly sections: ReadonlyMap<SectionName, readonly PrintedLine[]>;
}

/** A heading of an item may be broken over this many lines. */
const longestHeading = 3;

/**
 * The policy items of a chapter. An item starts at its name; where that heading was a picture and is lost,
 * it starts at its めざす姿, and is the next one of the chapter's list.
 */
export function splitItems(parsing: Parsing, items: readonly ListedName[], body: readonly PrintedLine[]): ItemText[] {
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
        const next = (current?.number ?? 0) + 1;
        if (named.number !== next)
          parsing.remark(remarks.itemOutOfOrder, line.lines, `item ${next}`, `item ${named.number}`);
        current = { number: named.number, lines: [], sections: new Map() };
        texts.push(current);
        section = null;
      }
      skipTo = index + named.length;
      current.lines.push(...body.slice(index, skipTo));
      parsing.consume(...body.slice(index, skipTo));
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
      if (!current.sections.has(section)) current.sections.set(section, []);
      else {
        const expected = `each section once in item ${current.number}`;
        parsing.remark(remarks.repeatedSection, line.lines, expected, 'a second one');
      }
      parsing.consume(line);
    }
    current.lines.push(line);
    const rest = heading ? { ...line, text: heading.rest } : line;
    if (section && rest.text !== '') current.sections.get(section)?.push(rest);
  });
  return texts;
}

/** The item whose whole name stands in the line at `index`, or in it and the lines directly below. */
function itemNamedAt(items: readonly ListedName[], body: readonly PrintedLine[], index: number) {
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
  for (const [name, pattern] of Object.entries(headings))
    if (pattern.test(text)) return { name: name as SectionName, rest: text.replace(pattern, '') };
  return null;
}
