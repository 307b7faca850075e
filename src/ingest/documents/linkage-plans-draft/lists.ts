import { linesOf, type Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { isBullet } from '../prose.js';
import { cleanName } from '../text.js';
import type { Reference } from './record.js';
import { remarks } from './remarks.js';

const code = /(?<!\d)(\d{1,2})\s*[-‐‑‒–—−]\s*(\d{1,2})(?!\d)/g;

/**
 * The policy items of one list: "2-1 name", several on a line or one per line, with names that may wrap onto
 * the line directly below. The list ends at the first line that is neither; that line and what follows stay
 * unread, so that the references of an initiative whose heading was lost never become its neighbour's.
 */
export function readReferences(parsing: Parsing, lines: readonly PrintedLine[]): Reference[] {
  const references: Reference[] = [];
  for (const line of lines) {
    const starts = [...line.text.matchAll(code)];
    const wrapped = line.text.slice(0, starts[0]?.index ?? line.text.length).trim();
    if (wrapped !== '') {
      const above = references.at(-1);
      if (above?.lines.last !== line.number - 1) break;
      references[references.length - 1] = {
        value: { code: above.value.code, name: cleanName(`${above.value.name}${wrapped}`) },
        lines: linesOf([above, line]),
      };
    }
    starts.forEach((start, order) => {
      const name = line.text.slice(start.index + start[0].length, starts[order + 1]?.index);
      const value = { code: `${Number(start[1])}-${Number(start[2])}`, name: cleanName(name) };
      references.push({ value, lines: line.lines });
    });
    parsing.consume(line);
  }
  return withoutRepetition(parsing, references);
}

function withoutRepetition(parsing: Parsing, references: readonly Reference[]): Reference[] {
  return references.filter(({ value, lines }, index) => {
    if (value.name === '') parsing.remark(remarks.namelessReference, lines, `a name after ${value.code}`, 'nothing');
    const earlier = references.slice(0, index).find((other) => other.value.code === value.code);
    if (!earlier) return true;
    const actual = `${value.code} again after line ${earlier.lines.first}`;
    parsing.remark(remarks.repeatedReference, lines, 'each code once', actual);
    return false;
  });
}

/**
 * The names of a list separated by 、, which may run over several lines; a 、 inside brackets separates nothing.
 * Lines after the list's end are handed back in `rest`.
 */
export function readNameList(
  parsing: Parsing,
  lines: readonly PrintedLine[],
): { readonly names: readonly Printed<string>[]; readonly rest: readonly PrintedLine[] } {
  const list = lines.slice(0, lengthOfList(lines));
  parsing.consume(...list);
  const names: Printed<string>[] = [];
  let piece: { readonly text: string; readonly lines: readonly PrintedLine[] } = { text: '', lines: [] };
  let depth = 0;
  const close = () => {
    const value = cleanName(piece.text);
    if (value !== '') names.push({ value, lines: linesOf(piece.lines) });
    piece = { text: '', lines: [] };
  };
  for (const line of list) {
    if (isBullet(line) && depth === 0) close();
    for (const character of line.text) {
      depth = depthAfter(depth, character);
      if (character === '、' && depth === 0) close();
      else piece = { text: piece.text + character, lines: [...piece.lines, line] };
    }
  }
  const end = 'the end of the list';
  if (depth > 0) parsing.remark(remarks.openBracket, linesOf(piece.lines), 'a closing bracket', end);
  else if (piece.lines.length === 0 && list.length > 0)
    parsing.remark(remarks.openList, linesOf(list.slice(-1)), 'a name after the last comma', end);
  close();
  return { names, rest: lines.slice(list.length) };
}

/** A list goes on in the line directly below, in another bullet, and anywhere while a 、 or a bracket is open. */
function lengthOfList(lines: readonly PrintedLine[]): number {
  let depth = 0;
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    if (above) {
      const isBelow = above.number === line.number - 1;
      if (!isBelow && depth === 0 && !above.text.endsWith('、') && !isBullet(line)) return true;
    }
    depth = [...line.text].reduce(depthAfter, depth);
    return false;
  });
  return end === -1 ? lines.length : end;
}

function depthAfter(depth: number, character: string): number {
  if ('(【「『[〔<'.includes(character)) return depth + 1;
  return ')】」』]〕>'.includes(character) ? Math.max(0, depth - 1) : depth;
}
