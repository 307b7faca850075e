import type { Printed } from '../document.js';
import { linesOf, type Parsing, placeAll } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { isBullet } from '../prose.js';
import { cleanName } from '../text.js';

/**
 * The names of a list separated by 、, which may run over several lines; a 、 inside brackets separates nothing.
 * Lines after the list's end are handed back in `rest`.
 */
export function readNameList(
  parsing: Parsing,
  lines: readonly PrintedLine[],
): { readonly names: readonly Printed<string>[]; readonly rest: readonly PrintedLine[] } {
  const list = lines.slice(0, lengthOfList(lines));
  placeAll(parsing, list);
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
  if (depth > 0) remarkOpenBracket(parsing, piece.lines);
  else if (piece.lines.length === 0 && list.length > 0) remarkOpenEnd(parsing, list.slice(-1));
  close();
  return { names, rest: lines.slice(list.length) };
}

/** A list goes on in the line directly below, in another bullet, and anywhere while a 、 or a bracket is open. */
function lengthOfList(lines: readonly PrintedLine[]): number {
  let depth = 0;
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1];
    if (above) {
      const wrapped = line.follows && above.number === line.number - 1;
      const open = depth > 0 || above.text.endsWith('、');
      if (!wrapped && !open && !isBullet(line)) return true;
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

function remarkOpenBracket({ remark }: Parsing, lines: readonly PrintedLine[]): void {
  remark({
    rule: 'brackets-are-closed',
    severity: 'error',
    lines: linesOf(lines),
    message: 'A name in a list ends inside a bracket: the rest of it is missing.',
    messageJa: '一覧の名称がかっこの途中で終わっており、続きがありません。',
    expected: 'a closing bracket',
    actual: 'the end of the list',
  });
}

function remarkOpenEnd({ remark }: Parsing, lines: readonly PrintedLine[]): void {
  remark({
    rule: 'list-ends-with-a-name',
    severity: 'warning',
    lines: linesOf(lines),
    message: 'A list of names ends with a comma: a name may be missing.',
    messageJa: '名称の一覧が読点で終わっており、続きが欠けている可能性があります。',
    expected: 'a name after the last comma',
    actual: 'the end of the list',
  });
}
