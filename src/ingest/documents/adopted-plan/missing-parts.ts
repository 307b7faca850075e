import { remarkIncompletePlans, remarkMissing } from '../linkage-plans-draft/missing-parts.js';
import { lineOf, type Parsing } from '../parsing.js';
import type { ChapterText } from './chapters.js';
import type { ItemText } from './item-texts.js';
import type { AdoptedItem, AdoptedPlan } from './record.js';

/** Shorter than this, a last line without a full stop may be a caption or a name. */
const shortestSentence = 30;
/** Reports what the chapters announce but do not hold. */
export function remarkMissingParts(parsing: Parsing, chapters: readonly ChapterText[], plan: AdoptedPlan): void {
  if (plan.chapters.length === 0)
    remarkMissing(parsing, 'chapters of policy fields with a list of their items', 'none');
  for (const { number, title } of chapters)
    if (/分野$/.test(title) && !plan.chapters.some((chapter) => chapter.number === number))
      remarkMissing(parsing, `a list of policy items in chapter ${number}`, 'none');
  if (plan.linkagePlans.length === 0)
    remarkMissing(parsing, 'a chapter on the linkage plans (政策連携プラン) with its plans', 'none');
  remarkIncompletePlans(parsing, plan.linkagePlans);
  const end = parsing.lines.at(-1);
  if (end && end.mark === '' && end.text.length >= shortestSentence && !/[。!?」)】%]$/.test(end.text))
    remarkMissing(parsing, 'a full stop at the end of the last sentence', 'a sentence that breaks off');
}

/** Reports items of a chapter's list without pages of their own. */
export function remarkMissingItems(
  parsing: Parsing,
  chapter: number,
  listed: readonly { readonly number: number }[],
  found: readonly ItemText[],
): void {
  for (const { number } of listed)
    if (!found.some((item) => item.number === number))
      remarkMissing(parsing, `item ${number} of the list of chapter ${chapter}`, 'no pages for it');
  for (const item of found)
    if (!listed.some(({ number }) => number === item.number))
      parsing.remark({
        rule: 'items-follow-the-list',
        severity: 'error',
        lines: lineOf(item.lines[0] as ItemText['lines'][number]),
        message: 'The chapter has pages of more policy items than its list names.',
        messageJa: '章の一覧より多くの施策大項目があります。',
        expected: `${listed.length} items in chapter ${chapter}`,
        actual: 'a further one',
      });
}

/** Reports parts that an item lacks: an error where the document ends with that item, since it was cut off there. */
export function remarkMissingSections(parsing: Parsing, code: string, item: AdoptedItem): void {
  const isLast = item.lines.last === parsing.lines.at(-1)?.number;
  for (const [part, isMissing] of requiredParts) {
    if (!isMissing(item)) continue;
    if (isLast) remarkMissing(parsing, `${part} in item ${code}`, 'none');
    else
      parsing.remark({
        rule: 'section-is-present',
        severity: 'warning',
        lines: { first: item.lines.first, last: item.lines.first },
        message: 'A policy item lacks one of its parts, or the part could not be read.',
        messageJa: '施策大項目に必要な項目がないか、読み取れません。',
        expected: `${part} in item ${code}`,
        actual: 'none',
      });
  }
}

/** 協働による取組 is not among them: some items have none. */
const requiredParts: readonly (readonly [string, (item: AdoptedItem) => boolean])[] = [
  ['めざす姿', ({ visions }) => visions.length === 0],
  ['成果指標', ({ indicators }) => indicators.length === 0],
  ['施策に係る市民満足度', ({ satisfaction }) => !satisfaction?.value.question],
  ['現況と課題', ({ situation }) => situation === null],
  ['取組内容', ({ measures }) => measures.length === 0],
];
