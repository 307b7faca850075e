import { linesOf, spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { numberedName, type PrintedLine } from '../printed-lines.js';
import { blocksOf, isBullet, readPassage, readProse, withoutCaptions } from '../prose.js';
import { cleanName } from '../text.js';
import type { ListedName } from './chapters.js';
import { readIndicators } from './indicators.js';
import type { ItemText, SectionName } from './item-texts.js';
import type { AdoptedItem } from './record.js';
import { remarks } from './remarks.js';

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
  const starts: { index: number; number: number; name: string }[] = [];
  lines.forEach((line, index) => {
    const entry = numberedName(line);
    const above = starts.at(-1)?.number ?? 0;
    if (!entry || entry.number <= above || entry.name.endsWith('。')) return;
    if (entry.number !== above + 1)
      parsing.remark(remarks.measureMissing, line.lines, `${above + 1}`, `${entry.number}`);
    starts.push({ index, ...entry });
  });
  // What stands before the first number belongs to no measure and stays unread.
  return starts.map(({ index, number, name }, order) => {
    const part = lines.slice(index, starts[order + 1]?.index);
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
      lines: spanOf(linesOf(head), ...(content ? [content.lines] : [])),
    };
  });
}

/** 数値で見る状況 holds pictures: captions and sources are passed over, a box of text among them is noted. */
function readFigures(parsing: Parsing, lines: readonly PrintedLine[]): void {
  const { text } = withoutCaptions(lines);
  parsing.consume(...lines);
  if (text.length > 0) parsing.remark(remarks.textAmongFigures, linesOf(text));
}
