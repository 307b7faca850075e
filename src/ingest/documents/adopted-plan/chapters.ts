import { type Lines, type Printed, spanOf } from '../document.js';
import { lineOf, linesOf, type Parsing, placeAll } from '../parsing.js';
import { numberedName, type PrintedLine } from '../printed-lines.js';
import { cleanName } from '../text.js';

/** A chapter's lines, cut out by its title. */
export interface ChapterText {
  readonly number: number;
  /** The title after 第…章. */
  readonly title: string;
  readonly lines: readonly PrintedLine[];
}

/** The opening page of a chapter on a policy field. */
export interface ChapterOpening {
  readonly name: string;
  readonly vision: Printed<string>;
  /** The list of its policy items. */
  readonly items: readonly { readonly number: number; readonly name: Printed<string> }[];
  /** What comes after the list. */
  readonly body: readonly PrintedLine[];
}

/** A sentence that happens to begin with 第…章 is longer than a title or ends like a sentence. */
const chapterTitle = /^第\s*(\d{1,2})\s*章\s*(\S.{0,60})$/;
const listHeading = /^施策大項目と関連する\s*SDGs$/i;

/** The chapters of a plan; what stands before the first title is not handed back, so it stays unplaced. */
export function splitChapters({ lines }: Parsing): ChapterText[] {
  const starts = lines.flatMap((line, index) => {
    const match = line.mark === '' && !line.text.endsWith('。') ? chapterTitle.exec(line.text) : null;
    return match?.[1] && match[2] ? [{ index, number: Number(match[1]), title: match[2] }] : [];
  });
  return starts.map(({ index, number, title }, order) => ({
    number,
    title,
    lines: lines.slice(index, starts[order + 1]?.index),
  }));
}

/** Title, vision and list of items of a policy field's chapter; null where the chapter has no such list. */
export function readOpening(parsing: Parsing, { title, lines }: ChapterText): ChapterOpening | null {
  const [head, ...below] = lines;
  const listAt = below.findIndex(({ text }) => listHeading.test(text));
  if (!head || listAt === -1) return null;
  const [name = '', visionInTitle = ''] = title.split(/(?<=分野)\s+/);
  const vision = readVision(parsing, head, visionInTitle, below.slice(0, listAt));
  // Between the vision and the list stand the voices of citizens that decorate the page.
  placeAll(parsing, [head, ...below.slice(0, listAt + 1)]);
  const list = readItemList(parsing, below.slice(listAt + 1));
  return { name: cleanName(name).replace(/分野$/, ''), vision, items: list.items, body: list.rest };
}

/** The vision is the phrase in the title or the first paragraph below it; a sentence there is a citizen's voice. */
function readVision(
  parsing: Parsing,
  head: PrintedLine,
  inTitle: string,
  below: readonly PrintedLine[],
): Printed<string> {
  const paragraph = inTitle === '' ? firstParagraph(below) : [];
  const value = cleanName([inTitle, ...paragraph.map(({ text }) => text)].join(' '));
  if (value !== '' && !/[。!?]$/.test(value))
    return { value, lines: linesOf(paragraph.length > 0 ? paragraph : [head]) };
  parsing.remark({
    rule: 'chapter-has-a-vision',
    severity: 'warning',
    lines: lineOf(head),
    message: 'No vision follows the title of the chapter.',
    messageJa: '章の題名の後に分野の将来像がありません。',
    expected: 'a phrase below the title',
    actual: value === '' ? 'nothing' : 'a sentence',
  });
  return { value: '', lines: lineOf(head) };
}

function firstParagraph(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const end = lines.findIndex(({ follows }, index) => index > 0 && !follows);
  return lines.slice(0, end === -1 ? lines.length : end);
}

/** "1. name" in order from 1; a wrapped name goes on in the line directly below. */
export function readItemList(parsing: Parsing, lines: readonly PrintedLine[]) {
  const items: { number: number; name: Printed<string> }[] = [];
  let count = 0;
  for (const line of lines) {
    const above = items.at(-1);
    const entry = numberedName(line);
    if (entry?.number === items.length + 1)
      items.push({ number: entry.number, name: { value: cleanName(entry.name), lines: lineOf(line) } });
    else if (above && line.mark === '' && line.follows && above.name.lines.last === line.number - 1)
      above.name = joined(above.name, line.text, lineOf(line));
    else break;
    count++;
  }
  placeAll(parsing, lines.slice(0, count));
  return { items, rest: lines.slice(count) };
}

function joined(name: Printed<string>, more: string, lines: Lines): Printed<string> {
  return { value: cleanName(`${name.value} ${more}`), lines: spanOf(name.lines, lines) };
}
