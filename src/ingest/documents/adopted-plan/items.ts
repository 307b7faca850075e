import { divide, linesOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { numberedName, type PrintedLine } from '../printed-lines.js';
import { blocksOf, isBullet, readPassage, readProse, withoutCaptions } from '../prose.js';
import { cleanName, nameKey } from '../text.js';
import type { ListedName } from './chapters.js';
import { readIndicators } from './indicators.js';
import type { AdoptedItem } from './record.js';
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
type SectionName = keyof typeof headings;

/** A policy item's lines, sorted into its sections. */
export type ItemText = ReturnType<typeof itemText>;
const itemText = (number: number) => ({
  number,
  lines: [] as PrintedLine[],
  sections: new Map<SectionName, PrintedLine[]>(),
});

/** A heading of an item may be broken over this many lines. */
const longestHeading = 3;

/**
 * The policy items of a chapter. An item starts at its name; where that heading was a picture and is lost,
 * it starts at its めざす姿, and is the next one of the chapter's list.
 */
export function splitItems(parsing: Parsing, items: readonly ListedName[], body: readonly PrintedLine[]): ItemText[] {
  const texts: ItemText[] = [];
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
        current = itemText(named.number);
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
      current = itemText((current?.number ?? 0) + 1);
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

/** A policy item out of its sections; `listed` is its entry in the chapter's list. */
export function readItem(
  parsing: Parsing,
  { number, lines, sections }: ItemText,
  listed: ListedName | undefined,
): AdoptedItem {
  const section = (name: SectionName) => sections.get(name) ?? [];
  const satisfaction = readSatisfaction(parsing, section('SATISFACTION'));
  readFigures(parsing, section('FIGURES'));
  return {
    number,
    name: listed?.name ?? { value: '', lines: linesOf(lines.slice(0, 1)) },
    visions: readVisions(parsing, section('VISIONS')),
    indicators: readIndicators(parsing, section('INDICATORS')),
    satisfaction: satisfaction.printed,
    situation: readPassage(parsing, [...section('SITUATION'), ...satisfaction.rest]),
    measures: readMeasures(parsing, section('MEASURES')),
    collaboration: readPassage(parsing, section('COLLABORATION')),
    lines: linesOf(lines),
  };
}

/** Each bullet of めざす姿 is a vision; a wrapped line belongs to the bullet above it. */
function readVisions(parsing: Parsing, lines: readonly PrintedLine[]): AdoptedItem['visions'] {
  const bullets = blocksOf(lines).filter((block) => block.some(isBullet));
  return bullets.flatMap((bullet, index) => {
    parsing.consume(...bullet);
    const { passage } = readProse(bullet);
    return passage ? [{ number: index + 1, text: passage }] : [];
  });
}

/**
 * The survey question and its result, on one line or over several, up to the percentage;
 * what follows it is the text of 現況と課題, under which this line stands.
 */
function readSatisfaction(parsing: Parsing, lines: readonly PrintedLine[]) {
  const percent = /([\d.]+)\s*%$/;
  const end = lines.findIndex(({ text }) => percent.test(text));
  const bullet = lines.findIndex(isBullet);
  if (end === -1 || (bullet !== -1 && bullet < end)) return { printed: null, rest: lines };
  const head = lines.slice(0, end + 1);
  parsing.consume(...head);
  const text = head.map((line) => line.text).join(' ');
  const value = { question: cleanName(text.replace(percent, '')), percent: Number(percent.exec(text)?.[1]) };
  return { printed: { value, lines: linesOf(head) }, rest: lines.slice(end + 1) };
}

/** The measures (施策中項目) of a policy item: "1. name", each with the running text below it. */
function readMeasures(parsing: Parsing, lines: readonly PrintedLine[]): AdoptedItem['measures'] {
  let above = 0;
  const { parts } = divide(lines, (line) => {
    const entry = numberedName(line);
    if (!entry || entry.number <= above || entry.name.endsWith('。')) return false;
    if (entry.number !== above + 1)
      parsing.remark(remarks.measureMissing, line.lines, `${above + 1}`, `${entry.number}`);
    above = entry.number;
    return true;
  });
  // What stands before the first number belongs to no measure and stays unread.
  return parts.map((part) => {
    const { number, name } = numberedName(part[0] as PrintedLine) ?? { number: 0, name: '' };
    const wrapped = part
      .slice(1, 2)
      .filter(({ mark, follows, text }) => mark === '' && follows && !text.endsWith('。'));
    const head = [...part.slice(0, 1), ...wrapped];
    parsing.consume(...head);
    const content = readPassage(parsing, part.slice(head.length));
    return {
      number,
      name: cleanName([name, ...wrapped.map(({ text }) => text)].join(' ')),
      content,
      lines: linesOf([...head, content]),
    };
  });
}

/** 数値で見る状況 holds pictures: captions and sources are passed over, a box of text among them is noted. */
function readFigures(parsing: Parsing, lines: readonly PrintedLine[]): void {
  const { text } = withoutCaptions(lines);
  parsing.consume(...lines);
  if (text.length > 0) parsing.remark(remarks.textAmongFigures, linesOf(text));
}
