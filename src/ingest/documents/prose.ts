import { linesOf, type Passage } from './document.js';
import type { Parsing } from './parsing.js';
import { type PrintedLine, wraps } from './printed-lines.js';

/** Shorter than this, a line that is no sentence is more likely a heading or a caption than running text. */
const shortestFragment = 30;
const endOfSentence = /[。!?」)]$/;

/**
 * Running text out of lines: bullets and paragraphs become lines of the passage, wrapped lines are joined.
 * What does not read like running text is not among the lines that were `used`.
 */
export function readProse(lines: readonly PrintedLine[]) {
  const paragraphs: string[] = [];
  const used: PrintedLine[] = [];
  for (const block of blocksOf(lines)) {
    const above = paragraphs.at(-1);
    const text = block.map((line) => line.text).reduce(join);
    const isSentence = endOfSentence.test(text);
    const opensWithBullet = block.some(isBullet);
    if (!opensWithBullet && !isSentence && text.length < shortestFragment) continue;
    // A page break may stand inside a sentence.
    const continues = !opensWithBullet && isSentence && above !== undefined && !endOfSentence.test(above);
    if (continues) paragraphs[paragraphs.length - 1] = join(above, text);
    else paragraphs.push(text);
    used.push(...block);
  }
  const passage: Passage | null = used.length === 0 ? null : { text: paragraphs.join('\n'), lines: linesOf(used) };
  return { passage, used };
}

/** A bullet or the first line of a paragraph, each with the lines wrapped directly below it. */
export function blocksOf(lines: readonly PrintedLine[]): PrintedLine[][] {
  const blocks: PrintedLine[][] = [];
  for (const line of lines) {
    const above = blocks.at(-1);
    if (above && wraps(line, above.at(-1))) above.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

/** Two parts of a wrapped sentence: Japanese needs no blank between them, two Latin words do. */
function join(above: string, below: string): string {
  return /[A-Za-z]$/.test(above) && /^[A-Za-z]/.test(below) ? `${above} ${below}` : `${above}${below}`;
}

/** True for a line that opens with a bullet. */
export function isBullet({ mark }: PrintedLine): boolean {
  return /^[-•●○◯・■◆]$/.test(mark);
}

/** Separates what belongs to pictures (▲ captions and 出典, with their wrapped lines) from the text around them. */
export function withoutCaptions(lines: readonly PrintedLine[]) {
  const captions: PrintedLine[] = [];
  const text: PrintedLine[] = [];
  for (const line of lines) {
    const continues = captions.at(-1)?.number === line.number - 1 && /^[*※]?$/.test(line.mark);
    (continues || isCaption(line) ? captions : text).push(line);
  }
  return { captions, text };
}

function isCaption({ mark, text }: PrintedLine): boolean {
  return /^[▲△]$/.test(mark) || /^(?:出典|資料)\s*[:(]/.test(text);
}

/** The running text of some lines, which are consumed; what does not read like running text is left. */
export function readPassage(parsing: Parsing, lines: readonly PrintedLine[]): Passage | null {
  const { passage, used } = readProse(withoutPictures(parsing, lines));
  parsing.consume(...used);
  return passage;
}

/** The lines that belong to no picture; the captions are consumed. */
export function withoutPictures(parsing: Parsing, lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const { captions, text } = withoutCaptions(lines);
  parsing.consume(...captions);
  return text;
}
