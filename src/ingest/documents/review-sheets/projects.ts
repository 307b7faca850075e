import type { Lines } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName } from '../text.js';
import { readCircledNumber, readPassage } from './passage.js';
import { readRestatedProject } from './project-draft.js';
import type { ProjectReview } from './record.js';
import {
  checkNumbers,
  remarkEmptyRevision,
  remarkLostCell,
  remarkNumbers,
  remarkSameTexts,
  remarkUnexpectedText,
  remarkUnmatchedStatuses,
} from './remarks.js';
import type { Row } from './rows.js';
import type { Section } from './sections.js';
import { readPointer, readStatements } from './stated-change.js';

/** 主な事業一覧: ①…⑯ with name and overview, the status, and what the draft makes of them. */
export function readProjects(parsing: Parsing, { rows, lines }: Section): ProjectReview[] {
  const projects = rows.flatMap((row) => readProject(parsing, row) ?? []);
  for (const { lines: place } of projects) parsing.placed.place(place);
  checkNumbers(
    parsing,
    lines,
    projects.map(({ number }) => number),
  );
  return projects;
}

function readProject(parsing: Parsing, row: Row): ProjectReview | null {
  const lines = { first: row.line, last: row.line };
  const { before, statements } = readStatements(row);
  const [statement] = statements;
  const [name, overview] = before;
  const printed = readCircledNumber(name?.text ?? '');
  if (before.length > 2 || statements.length > 1) remarkLostCell(parsing, row.line);
  if (!name || !printed)
    return name || statement?.change !== 'ADDED' ? null : readAddition(parsing, statement.pieces, lines);

  const { number } = printed;
  const current = {
    name: cleanName(printed.rest),
    overview: overview ? readPassage([{ line: row.line, text: overview.text }]) : null,
  };
  const change = statement?.change ?? null;
  const review = { number, change, current, draft: null, pointsTo: null, lines };
  if (!statement) {
    remarkUnmatchedStatuses(parsing, lines, 1, 0);
    return review;
  }
  const { pieces } = statement;
  const text = pieces.length > 0;
  switch (statement.change) {
    case 'UNCHANGED':
      if (text) remarkUnexpectedText(parsing, lines);
      return { ...review, draft: current };
    case 'REMOVED': {
      const pointsTo = readPointer(pieces);
      if (text && !pointsTo) remarkUnexpectedText(parsing, lines);
      return { ...review, pointsTo };
    }
    case 'ADDED':
      // The left part is the new project itself.
      if (text) remarkUnexpectedText(parsing, lines);
      return { ...review, current: null, draft: current };
    case 'REVISED': {
      if (!text) remarkEmptyRevision(parsing, lines);
      const restated = readRestatedProject(pieces);
      if (restated.from !== null && restated.from !== current.name) remarkOtherName(parsing, lines);
      if (restated.number !== null && restated.number !== number)
        remarkNumbers(parsing, lines, String(number), String(restated.number));
      const draft = { name: restated.name ?? current.name, overview: restated.overview ?? current.overview };
      if (text && draft.name === current.name && draft.overview?.text === current.overview?.text)
        remarkSameTexts(parsing, lines);
      return { ...review, draft };
    }
  }
}

/** A new project, all of it in the right column; null where no number and name can be read. */
function readAddition(
  parsing: Parsing,
  pieces: Parameters<typeof readRestatedProject>[0],
  lines: Lines,
): ProjectReview | null {
  const { number, name, overview } = readRestatedProject(pieces);
  if (number !== null && name !== null)
    return { number, change: 'ADDED', current: null, draft: { name, overview }, pointsTo: null, lines };
  parsing.remark({
    rule: 'a-new-project-has-a-number-and-name',
    severity: 'warning',
    lines,
    message: 'The number or the name of this new project could not be read; the row was not used.',
    messageJa: '新規の事業の番号または名称を読み取れないため、この行は読み込んでいません。',
  });
  return null;
}

function remarkOtherName(parsing: Parsing, lines: Lines): void {
  parsing.remark({
    rule: 'a-rename-starts-from-the-printed-name',
    severity: 'warning',
    lines,
    message: 'The right column renames a project, but gives another old name than the left column.',
    messageJa: '右欄に示された変更前の事業名が、左欄の事業名と一致しません。',
  });
}
