import type { Lines } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import type { ProjectReview } from './record.js';
import { remarks } from './remarks.js';
import { type Piece, type Row, readCircledNumber, readPassage, withoutInlineMarkUp } from './rows.js';
import type { Section } from './sections.js';
import { checkNumbers, checkText, columnsOf, readPointer, readStatements, remarkUnmatched } from './stated-change.js';

/** 主な事業一覧: ①…⑯ with name and overview, the status, and what the draft makes of them. */
export function readProjects(parsing: Parsing, { rows, lines }: Section): ProjectReview[] {
  const projects = rows.flatMap((row) => readProject(parsing, row) ?? []);
  parsing.consume(...projects);
  checkNumbers(
    parsing,
    lines,
    projects.map(({ number }) => number),
  );
  return projects;
}

function readProject(parsing: Parsing, row: Row): ProjectReview | null {
  const { lines } = row;
  const { before, statements } = readStatements(row);
  const [statement] = statements;
  const [name, overview] = before;
  const numbered = readCircledNumber(name?.text ?? '');
  if (before.length > 2 || statements.length > 1) parsing.remark(remarks.lostCell, lines);
  if (!name || !numbered)
    return name || statement?.change !== 'ADDED' ? null : readAddition(parsing, statement.pieces, lines);

  const { number } = numbered;
  const printed = { name: cleanName(numbered.rest), overview: overview ? readPassage([overview]) : null };
  const { change, pieces } = statement ?? { change: null, pieces: [] };
  const pointsTo = change === 'REMOVED' ? readPointer(pieces) : null;
  if (change === null) remarkUnmatched(parsing, lines, 1, 0);
  else if (change !== 'REVISED' && pieces.length > 0 && !pointsTo) parsing.remark(remarks.unexpectedText, lines);
  // The left part of an added row is the new project itself.
  if (change !== 'REVISED') return { number, ...columnsOf(change, printed, printed), pointsTo, lines };

  const restated = readRestatedProject(pieces);
  if (restated.from !== null && restated.from !== printed.name) parsing.remark(remarks.otherOldName, lines);
  if (restated.number !== null && restated.number !== number)
    parsing.remark(remarks.numbersLeaveGaps, lines, String(number), String(restated.number));
  const draft = { name: restated.name ?? printed.name, overview: restated.overview ?? printed.overview };
  const same = draft.name === printed.name && draft.overview?.text === printed.overview?.text;
  checkText(parsing, lines, change, pieces.length > 0, same);
  return { number, ...columnsOf(change, printed, draft), pointsTo, lines };
}

/** A new project, all of it in the right column; null where no number and name can be read. */
function readAddition(parsing: Parsing, pieces: readonly Piece[], lines: Lines): ProjectReview | null {
  const { number, name, overview } = readRestatedProject(pieces);
  if (number !== null && name !== null)
    return { number, ...columnsOf('ADDED', null, { name, overview }), pointsTo: null, lines };
  parsing.remark(remarks.namelessProject, lines);
  return null;
}

const quoted = '「([^「」]*)」';
/** 事業名:「A」を「B」に変更 */
const renameFromTo = new RegExp(String.raw`^事業名(?:の変更)?\s*[:：]\s*${quoted}\s*を\s*${quoted}\s*に変更\s*`);
/** 事業名の変更:「B」 */
const renameTo = new RegExp(String.raw`^事業名の変更\s*[:：]\s*${quoted}\s*`);
/** 事業名:⑯ B, up to 事業概要 */
const labelledName = /^事業名\s*[:：]\s*(.+?)\s*(?=事業概要\s*[:：]|$)/;
const overviewLabel = /^事業概要\s*[:：]\s*/;

/**
 * The number, the old name that a rename quotes, the new name and the new overview out of the right column, in the forms in
 * which they come; each is null where it says nothing of the kind.
 */
function readRestatedProject(pieces: readonly Piece[]) {
  const [first, ...others] = pieces;
  const text = withoutInlineMarkUp(first?.text ?? '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  const upTo = (length: number, named: { number?: number; from?: string; name?: string }) => {
    const overview = text.slice(length).trim().replace(overviewLabel, '');
    const passage = readPassage(first ? [{ lines: first.lines, text: overview }, ...others] : []);
    return { number: null, from: null, name: null, ...named, overview: passage };
  };
  const [whole = '', from, to] = renameFromTo.exec(text) ?? [];
  if (from && to) return upTo(whole.length, { from: cleanName(from), name: cleanName(to) });
  const [renaming = '', newName] = renameTo.exec(text) ?? [];
  if (newName) return upTo(renaming.length, { name: cleanName(newName) });
  const [labelled = '', name] = labelledName.exec(text) ?? [];
  if (name) return upTo(labelled.length, readNumberedName(name));

  // A circled number, a name up to the first blank, and the overview; without a blank nothing tells which of the two it is.
  const [, numberedName = ''] = /^(\S+)\s+\S/.exec(text.replace(/^([①-⑳㉑-㉟㊱-㊿])\s+/, '$1')) ?? [];
  const numbered = readCircledNumber(numberedName);
  if (!numbered) return upTo(0, {});
  return upTo(text.indexOf(numbered.rest) + numbered.rest.length, readNumberedName(numberedName));
}

function readNumberedName(text: string) {
  const numbered = readCircledNumber(text);
  return numbered ? { number: numbered.number, name: cleanName(numbered.rest) } : { name: cleanName(text) };
}
