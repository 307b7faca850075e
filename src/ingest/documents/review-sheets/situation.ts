import type { Passage } from '../document.js';
import type { Parsing } from '../parsing.js';
import { readPassage } from './passage.js';
import type { ReviewSheet } from './record.js';
import type { Section } from './sections.js';

/** 現況と課題: printed twice, first as it is, then as the draft has it. */
export function readSituation(parsing: Parsing, sections: readonly Section[]): ReviewSheet['situation'] {
  const [current, draft] = sections.slice(0, 2).map((section) => readColumn(parsing, section));
  return { current: current ?? null, draft: draft ?? null };
}

/** The text of one caption; a row of several cells is no running text and stays unplaced. */
function readColumn(parsing: Parsing, { rows }: Section): Passage | null {
  const paragraphs = rows.filter(({ cells }) => cells.length === 1);
  for (const { line } of paragraphs) parsing.placed.place({ first: line, last: line });
  return readPassage(paragraphs.flatMap(({ line, cells }) => cells.map(({ text }) => ({ line, text }))));
}
