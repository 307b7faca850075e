import { cleanName, nameKey, splitList } from '../text.js';
import { type Piece, readPassage } from './passage.js';
import type { MeasureColumn } from './record.js';

/** What the right column says about a measure. Null where it leaves something as it was. */
export interface RestatedMeasure {
  readonly reordered: boolean;
  readonly number: number | null;
  readonly name: string | null;
  readonly departments: readonly string[] | null;
  /** The list of departments closes with など. */
  readonly openEnded: boolean;
  readonly content: MeasureColumn['content'];
}

const reordering = /^【順番の入替】\s*/;
const numberedName = /^([\d０-９]{1,2})\s*[.．、]?\s*(?=[^\d\s０-９●○])/;
/** A list of departments ends with its last name: a blank follows only a 、. */
const departmentList = /^評価回答部署\s*[:：]?\s*((?:[^\s、,，●○]+\s*[、,，]\s*)*[^\s、,，●○]+)\s*/;

/**
 * Reads 【順番の入替】 with a new number and name, 評価回答部署 with new departments, and the new text, in the order in which
 * they can stand. A number and name are only expected after 【順番の入替】 or, with `named`, for a measure that is new.
 * A name can have a line of its own. Where the text follows on the same line, the name ends where the name known from
 * the left column does, else at a blank.
 */
export function readRestatedMeasure(
  pieces: readonly Piece[],
  knownName: string | null,
  named: boolean,
): RestatedMeasure {
  const [first, ...others] = pieces;
  let text = first?.text ?? '';
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text);
    if (match) text = text.slice(match[0].length);
    return match;
  };
  const reordered = take(reordering) !== null;
  const number = reordered || named ? take(numberedName) : null;
  const ownLine = others.length > 0 && !/[。●○]/.test(text);
  const name = number ? (ownLine ? text : takeName(text, knownName)) : '';
  text = text.slice(name.length).trim();

  const queue = [...(first && text !== '' ? [{ line: first.line, text }] : []), ...others];
  const departments = departmentList.exec(queue[0]?.text ?? '');
  if (departments && queue[0]) queue[0] = { ...queue[0], text: queue[0].text.slice(departments[0].length) };
  const list = departments?.[1] ? splitList(departments[1]) : null;
  return {
    reordered,
    number: number?.[1] ? Number(number[1].normalize('NFKC')) : null,
    name: name === '' ? null : cleanName(name),
    departments: list?.names ?? null,
    openEnded: list?.openEnded ?? false,
    content: readPassage(queue),
  };
}

/** The stretch of the text that is a name. */
function takeName(text: string, knownName: string | null): string {
  if (knownName !== null) {
    const key = nameKey(knownName);
    for (let end = 1; end <= text.length; end++) {
      const stretch = text.slice(0, end);
      if (nameKey(stretch) === key && /^(?:$|[\s●○])/.test(text.slice(end))) return stretch;
    }
  }
  return /^[^\s●○]+/.exec(text)?.[0] ?? '';
}
