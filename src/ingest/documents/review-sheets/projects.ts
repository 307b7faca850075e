import type { Lines } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import type { ProjectColumn, ProjectReview } from './record.js';
import { remarks } from './remarks.js';
import { type Piece, type Row, readCircledNumber, readPassage, withoutInlineMarkUp } from './rows.js';
import type { Section } from './sections.js';
import { checkNumbers, checkText, readPointer, readStatements, remarkUnmatched } from './stated-change.js';

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
  const printed = readCircledNumber(name?.text ?? '');
  if (before.length > 2 || statements.length > 1) parsing.remark(remarks.lostCell, lines);
  if (!name || !printed)
    return name || statement?.change !== 'ADDED' ? null : readAddition(parsing, statement.pieces, lines);

  const { number } = printed;
  const current = { name: cleanName(printed.rest), overview: overview ? readPassage([overview]) : null };
  const { change, pieces } = statement ?? { change: null, pieces: [] };
  const review = { number, change, current, draft: null, pointsTo: null, lines };
  if (change === null) {
    remarkUnmatched(parsing, lines, 1, 0);
    return review;
  }
  const hasText = pieces.length > 0;
  if (change === 'REVISED') {
    const restated = readRestatedProject(pieces);
    if (restated.from !== null && restated.from !== current.name) parsing.remark(remarks.otherOldName, lines);
    if (restated.number !== null && restated.number !== number)
      parsing.remark(remarks.numbersLeaveGaps, lines, String(number), String(restated.number));
    const draft = { name: restated.name ?? current.name, overview: restated.overview ?? current.overview };
    const same = draft.name === current.name && draft.overview?.text === current.overview?.text;
    checkText(parsing, lines, change, hasText, same);
    return { ...review, draft };
  }
  const pointsTo = change === 'REMOVED' ? readPointer(pieces) : null;
  if (hasText && !pointsTo) parsing.remark(remarks.unexpectedText, lines);
  // The left part of an added row is the new project itself.
  return {
    ...review,
    current: change === 'ADDED' ? null : current,
    draft: change === 'REMOVED' ? null : current,
    pointsTo,
  };
}

/** A new project, all of it in the right column; null where no number and name can be read. */
function readAddition(parsing: Parsing, pieces: readonly Piece[], lines: Lines): ProjectReview | null {
  const { number, name, overview } = readRestatedProject(pieces);
  if (number !== null && name !== null)
    return { number, change: 'ADDED', current: null, draft: { name, overview }, pointsTo: null, lines };
  parsing.remark(remarks.namelessProject, lines);
  return null;
}

/** What the right column says about a project. Null where it says nothing of the kind. */
interface RestatedProject {
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

/** Reads the number, the new name and the new overview out of the right column, in the forms in which they come. */
function readRestatedProject(pieces: readonly Piece[]): RestatedProject {
  const [first, ...others] = pieces;
  const text = withoutInlineMarkUp(first?.text ?? '')
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
