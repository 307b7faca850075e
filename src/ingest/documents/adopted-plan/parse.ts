import { linesOf, type SourceText } from '../document.js';
import type { FindingList } from '../finding.js';
import { type DocumentFormat, hasLine } from '../format.js';
import { checkPlans } from '../linkage-plans-draft/plans.js';
import { remarks as linkageRemarks } from '../linkage-plans-draft/remarks.js';
import { Parsing } from '../parsing.js';
import {
  type ChapterText,
  isLinkageChapter,
  type ListedName,
  readLinkageChapter,
  readOpening,
  splitChapters,
} from './chapters.js';
import { type ItemText, readItem, splitItems } from './items.js';
import type { AdoptedChapter, AdoptedItem, AdoptedPlan } from './record.js';
import { remarks } from './remarks.js';

/** The adopted plan (確定計画): chapters of policy fields, or the chapter of linkage plans, or both. */
export const adoptedPlan: DocumentFormat<AdoptedPlan> = {
  kind: 'adopted-plan',
  title: 'an adopted plan',
  recognise: (lines) => {
    const isField =
      hasLine(lines, /^第\s*\d{1,2}\s*章\s*\S{1,12}分野(?:\s|$)/) && hasLine(lines, /^施策大項目と関連する\s*SDGs$/i);
    const isLinkage =
      hasLine(lines, /^第\s*\d{1,2}\s*章\s*政策連携プラン$/) && hasLine(lines, /^総合戦略における数値目標の設定項目$/);
    return isField || isLinkage ? 'adopted-plan' : null;
  },
  parse: parseAdoptedPlan,
};

/** Reads the adopted plan: its chapters on policy fields, and its chapter on linkage plans. */
export function parseAdoptedPlan(source: SourceText, findings: FindingList): AdoptedPlan {
  const parsing = new Parsing(source, findings);
  const chapters = splitChapters(parsing);
  const plan: AdoptedPlan = {
    chapters: chapters.flatMap((chapter) => readChapter(parsing, chapter)),
    linkagePlans: chapters.filter(isLinkageChapter).flatMap((chapter) => readLinkageChapter(parsing, chapter)),
  };
  checkParts(parsing, chapters, plan);
  parsing.reportUnread();
  return plan;
}

function readChapter(parsing: Parsing, chapter: ChapterText): AdoptedChapter[] {
  const opening = readOpening(parsing, chapter);
  if (!opening) return [];
  const texts = splitItems(parsing, opening.items, opening.body);
  checkItems(parsing, chapter.number, opening.items, texts);
  const items = texts.map((text) => {
    const item = readItem(
      parsing,
      text,
      opening.items.find(({ number }) => number === text.number),
    );
    checkSections(parsing, `${chapter.number}-${text.number}`, item);
    return item;
  });
  const { name, vision } = opening;
  const lines = linesOf([...chapter.lines.slice(0, 1), ...items]);
  return [{ number: chapter.number, name, vision, items, lines }];
}

const remarkMissing = (parsing: Parsing, expected: string, actual: string) =>
  parsing.remarkAtEnd(linkageRemarks.partMissing, expected, actual);

/** Shorter than this, a last line without a full stop may be a caption or a name. */
const shortestSentence = 30;

/** Reports what the chapters announce but do not hold. */
function checkParts(parsing: Parsing, chapters: readonly ChapterText[], plan: AdoptedPlan): void {
  if (plan.chapters.length === 0)
    remarkMissing(parsing, 'chapters of policy fields with a list of their items', 'none');
  for (const { number, title } of chapters)
    if (/分野$/.test(title) && !plan.chapters.some((chapter) => chapter.number === number))
      remarkMissing(parsing, `a list of policy items in chapter ${number}`, 'none');
  if (plan.linkagePlans.length === 0)
    remarkMissing(parsing, 'a chapter on the linkage plans (政策連携プラン) with its plans', 'none');
  checkPlans(parsing, plan.linkagePlans);
  const end = parsing.lines.at(-1);
  if (end && end.mark === '' && end.text.length >= shortestSentence && !/[。!?」)】%]$/.test(end.text))
    remarkMissing(parsing, 'a full stop at the end of the last sentence', 'a sentence that breaks off');
}

/** Reports items of a chapter's list without pages of their own, and pages of items that it does not list. */
function checkItems(
  parsing: Parsing,
  chapter: number,
  listed: readonly ListedName[],
  found: readonly ItemText[],
): void {
  for (const { number } of listed)
    if (!found.some((item) => item.number === number))
      remarkMissing(parsing, `item ${number} of the list of chapter ${chapter}`, 'no pages for it');
  for (const { number, lines } of found)
    if (!listed.some((item) => item.number === number)) {
      const expected = `${listed.length} items in chapter ${chapter}`;
      parsing.remark(remarks.unlistedItem, linesOf(lines.slice(0, 1)), expected, 'a further one');
    }
}

/** What every item has. 協働による取組 is not among it: some items have none. */
const requiredParts: readonly (readonly [string, (item: AdoptedItem) => boolean])[] = [
  ['めざす姿', ({ visions }) => visions.length > 0],
  ['成果指標', ({ indicators }) => indicators.length > 0],
  ['施策に係る市民満足度', ({ satisfaction }) => Boolean(satisfaction?.value.question)],
  ['現況と課題', ({ situation }) => situation !== null],
  ['取組内容', ({ measures }) => measures.length > 0],
];

/** Reports parts that an item lacks: an error where the document ends with that item, since it was cut off there. */
function checkSections(parsing: Parsing, code: string, item: AdoptedItem): void {
  const isLast = item.lines.last === parsing.lines.at(-1)?.number;
  for (const [part, isPresent] of requiredParts) {
    if (isPresent(item)) continue;
    const expected = `${part} in item ${code}`;
    if (isLast) remarkMissing(parsing, expected, 'none');
    else {
      const { first } = item.lines;
      parsing.remark(remarks.sectionMissing, { first, last: first }, expected, 'none');
    }
  }
}
