import type { SourceText } from '../document.js';
import { spanOf } from '../document.js';
import type { Findings } from '../finding.js';
import { linesOf, type Parsing, startParsing } from '../parsing.js';
import { type ChapterText, readOpening, splitChapters } from './chapters.js';
import { splitItems } from './item-texts.js';
import { readItem } from './items.js';
import { isLinkageChapter, readLinkageChapter } from './linkage-chapter.js';
import { remarkMissingItems, remarkMissingParts, remarkMissingSections } from './missing-parts.js';
import type { AdoptedChapter, AdoptedPlan } from './record.js';

/** Reads the adopted plan (確定計画): its chapters on policy fields, and its chapter on linkage plans. */
export function parseAdoptedPlan(source: SourceText, findings: Findings): AdoptedPlan {
  const parsing = startParsing(source, findings);
  const chapters = splitChapters(parsing);
  const plan: AdoptedPlan = {
    chapters: chapters.flatMap((chapter) => readChapter(parsing, chapter)),
    linkagePlans: chapters.filter(isLinkageChapter).flatMap((chapter) => readLinkageChapter(parsing, chapter)),
  };
  remarkMissingParts(parsing, chapters, plan);
  parsing.placed.report(findings);
  return plan;
}

function readChapter(parsing: Parsing, chapter: ChapterText): AdoptedChapter[] {
  const opening = readOpening(parsing, chapter);
  if (!opening) return [];
  const texts = splitItems(parsing, opening);
  remarkMissingItems(parsing, chapter.number, opening.items, texts);
  const items = texts.map((text) => {
    const item = readItem(
      parsing,
      text,
      opening.items.find(({ number }) => number === text.number),
    );
    remarkMissingSections(parsing, `${chapter.number}-${text.number}`, item);
    return item;
  });
  const { name, vision } = opening;
  const lines = spanOf(linesOf(chapter.lines.slice(0, 1)), ...items.map((item) => item.lines));
  return [{ number: chapter.number, name, vision, items, lines }];
}
