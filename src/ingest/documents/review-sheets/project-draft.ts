import { cleanName } from '../text.js';
import { type Piece, readCircledNumber, readPassage } from './passage.js';
import type { ProjectColumn } from './record.js';

/** What the right column says about a project. Null where it says nothing of the kind. */
export interface RestatedProject {
  readonly number: number | null;
  /** The old name that a rename quotes. */
  readonly from: string | null;
  readonly name: string | null;
  readonly overview: ProjectColumn['overview'];
}

const quoted = '「([^「」]*)」';
/** 事業名:「A」を「B」に変更 */
const renameFromTo = new RegExp(String.raw`^事業名(?:の変更)?\s*[:：]\s*${quoted}\s*を\s*${quoted}\s*に変更\s*`);
/** 事業名の変更:「B」 */
const renameTo = new RegExp(String.raw`^事業名の変更\s*[:：]\s*${quoted}\s*`);
/** 事業名:⑯ B, up to 事業概要 */
const labelledName = /^事業名\s*[:：]\s*(.+?)\s*(?=事業概要\s*[:：]|$)/;
const overviewLabel = /^事業概要\s*[:：]\s*/;
const inlineMarkUp = /<\/?(?:b|em|strong|i|u|span)(?:\s[^<>]*)?\/?>|\*\*/gi;

/** Reads the number, the new name and the new overview out of the right column, in the forms in which they come. */
export function readRestatedProject(pieces: readonly Piece[]): RestatedProject {
  const [first, ...others] = pieces;
  const text = (first?.text ?? '')
    .replace(inlineMarkUp, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  const rest = (length: number) => {
    const overview = text.slice(length).trim().replace(overviewLabel, '');
    return readPassage(first ? [{ line: first.line, text: overview }, ...others] : []);
  };
  const fromTo = renameFromTo.exec(text);
  if (fromTo?.[1] && fromTo[2])
    return { number: null, from: cleanName(fromTo[1]), name: cleanName(fromTo[2]), overview: rest(fromTo[0].length) };
  const to = renameTo.exec(text);
  if (to?.[1]) return { number: null, from: null, name: cleanName(to[1]), overview: rest(to[0].length) };
  const labelled = labelledName.exec(text);
  if (labelled?.[1]) return { ...readNumberedName(labelled[1]), overview: rest(labelled[0].length) };

  // A circled number, a name up to the first blank, and the overview; without a blank nothing tells which of the two it is.
  const [, numberedName = ''] = /^(\S+)\s+\S/.exec(text.replace(/^([①-⑳㉑-㉟㊱-㊿])\s+/, '$1')) ?? [];
  const number = readCircledNumber(numberedName);
  return number
    ? { ...readNumberedName(numberedName), overview: rest(text.indexOf(number.rest) + number.rest.length) }
    : { number: null, from: null, name: null, overview: rest(0) };
}

function readNumberedName(text: string) {
  const numbered = readCircledNumber(text);
  return { number: numbered?.number ?? null, from: null, name: cleanName(numbered?.rest ?? text) };
}
