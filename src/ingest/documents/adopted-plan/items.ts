import { linesOf, type Parsing, placeAll } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { isBullet, readPassage, readProse, withoutCaptions } from '../prose.js';
import { cleanName } from '../text.js';
import type { ChapterOpening } from './chapters.js';
import { readIndicators } from './indicators.js';
import type { ItemText, SectionName } from './item-texts.js';
import { readMeasures } from './measures.js';
import type { AdoptedItem } from './record.js';

/** A policy item out of its sections; `listed` is its entry in the chapter's list. */
export function readItem(
  parsing: Parsing,
  { number, lines, sections }: ItemText,
  listed: ChapterOpening['items'][number] | undefined,
): AdoptedItem {
  const section = (name: SectionName) => sections.get(name) ?? [];
  const satisfaction = readSatisfaction(parsing, section('SATISFACTION'));
  placeFigures(parsing, section('FIGURES'));
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
  const bullets: PrintedLine[][] = [];
  for (const line of lines) {
    const above = bullets.at(-1);
    if (isBullet(line)) bullets.push([line]);
    else if (above && line.mark === '' && line.follows && above.at(-1)?.number === line.number - 1) above.push(line);
  }
  return bullets.flatMap((bullet, index) => {
    placeAll(parsing, bullet);
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
  placeAll(parsing, head);
  const text = head.map((line) => line.text).join(' ');
  const value = { question: cleanName(text.replace(percent, '')), percent: Number(percent.exec(text)?.[1]) };
  return { printed: { value, lines: linesOf(head) }, rest: lines.slice(end + 1) };
}

/** 数値で見る状況 holds pictures: captions and sources are passed over, a box of text among them is noted. */
function placeFigures(parsing: Parsing, lines: readonly PrintedLine[]): void {
  const { text } = withoutCaptions(lines);
  placeAll(parsing, lines);
  if (text.length === 0) return;
  parsing.remark({
    rule: 'figures-hold-no-text',
    severity: 'note',
    lines: linesOf(text),
    message: 'A box of text stands among the figures of a policy item; no record has a place for it.',
    messageJa: '「数値で見る状況」の中に文章の囲みがあります。対応する項目がないため読み込んでいません。',
  });
}
