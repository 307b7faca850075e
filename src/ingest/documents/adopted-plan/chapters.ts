import { divide, linesOf, type Printed } from '../document.js';
import { type PlanLayout, readPlans } from '../linkage-plans-draft/plans.js';
import type { LinkagePlanRecord } from '../linkage-plans-draft/record.js';
import type { Parsing } from '../parsing.js';
import { numberedName, type PrintedLine, wraps } from '../printed-lines.js';
import { readProse } from '../prose.js';
import { cleanName, nameKey } from '../text.js';
import { remarks } from './remarks.js';

/** A chapter's lines, cut out by its title, which is what stands after 第…章. */
export type ChapterText = ReturnType<typeof splitChapters>[number];

/** A name in a numbered list. */
export interface ListedName {
  readonly number: number;
  readonly name: Printed<string>;
}

/** A sentence that happens to begin with 第…章 is longer than a title or ends like a sentence. */
const chapterTitle = /^第\s*(\d{1,2})\s*章\s*(\S.{0,60})$/;
const listHeading = /^施策大項目と関連する\s*SDGs$/i;

/** The chapters of a plan; what stands before the first title is not handed back, so it stays unread. */
export function splitChapters({ lines }: Parsing) {
  const isTitle = ({ mark, text }: PrintedLine) => mark === '' && !text.endsWith('。') && chapterTitle.test(text);
  return divide(lines, isTitle).parts.map((part) => {
    const [, number, title = ''] = chapterTitle.exec(part[0]?.text ?? '') ?? [];
    return { number: Number(number), title, lines: part };
  });
}

/**
 * The opening page of a policy field's chapter: name, vision and list of items, with what comes after the list in `body`;
 * null where the chapter has no such list.
 */
export function readOpening(parsing: Parsing, { title, lines }: ChapterText) {
  const [head, ...below] = lines;
  const listAt = below.findIndex(({ text }) => listHeading.test(text));
  if (!head || listAt === -1) return null;
  const [name = '', visionInTitle = ''] = title.split(/(?<=分野)\s+/);
  const vision = readVision(parsing, head, visionInTitle, below.slice(0, listAt));
  // Between the vision and the list stand the voices of citizens that decorate the page.
  parsing.consume(head, ...below.slice(0, listAt + 1));
  const list = readItemList(parsing, below.slice(listAt + 1));
  return { name: cleanName(name).replace(/分野$/, ''), vision, items: list.items, body: list.rest };
}

/** The vision is the phrase in the title or the first paragraph below it; a sentence there is a citizen's voice. */
function readVision(
  parsing: Parsing,
  head: PrintedLine,
  inTitle: string,
  below: readonly PrintedLine[],
): Printed<string> {
  const end = below.findIndex(({ follows }, index) => index > 0 && !follows);
  const paragraph = inTitle === '' ? below.slice(0, end === -1 ? undefined : end) : [];
  const value = cleanName([inTitle, ...paragraph.map(({ text }) => text)].join(' '));
  if (value !== '' && !/[。!?]$/.test(value))
    return { value, lines: linesOf(paragraph.length > 0 ? paragraph : [head]) };
  parsing.remark(remarks.noVision, head.lines, 'a phrase below the title', value === '' ? 'nothing' : 'a sentence');
  return { value: '', lines: head.lines };
}

/** "1. name" in order from 1; a wrapped name goes on in the line directly below. */
function readItemList(parsing: Parsing, lines: readonly PrintedLine[]) {
  const items: { number: number; name: Printed<string> }[] = [];
  let count = 0;
  for (const line of lines) {
    const above = items.at(-1);
    const entry = numberedName(line);
    if (entry?.number === items.length + 1)
      items.push({ number: entry.number, name: { value: cleanName(entry.name), lines: line.lines } });
    else if (above && wraps(line, above.name))
      above.name = { value: cleanName(`${above.name.value} ${line.text}`), lines: linesOf([above.name, line]) };
    else break;
    count++;
  }
  parsing.consume(...lines.slice(0, count));
  return { items, rest: lines.slice(count) };
}

const waves = /^(.*?)\s*[~〜～]\s*(.+?)\s*[~〜～]$/;
const indicatorsHeading = /^総合戦略における数値目標の設定項目(?:\s+|$)/;

/** True for the chapter on linkage plans (政策連携プラン). */
export function isLinkageChapter({ title }: ChapterText): boolean {
  return /^政策連携プラン/.test(title);
}

/** The chapter on linkage plans: a list of their names, an introduction, and the plans themselves. */
export function readLinkageChapter(parsing: Parsing, { lines }: ChapterText): readonly LinkagePlanRecord[] {
  parsing.consume(...lines.slice(0, 1));
  const { items, rest: body } = readItemList(parsing, lines.slice(1));
  const { plans, rest } = readPlans(parsing, body, layoutFor(items.length));
  consumeAroundPlans(parsing, rest);
  for (const { number, name } of items) {
    const plan = plans.find((candidate) => candidate.number === number);
    if (!plan) parsing.remarkAtEnd(remarks.linkagePlanMissing(number), `${items.length} plans`, `${plans.length}`);
    else if (nameKey(plan.name.value) !== nameKey(name.value)) {
      const remark = remarks.otherPlanName(number, plan.name.lines.first);
      parsing.remark(remark, name.lines, plan.name.value, name.value);
    }
  }
  return plans;
}

/** Headings are numbered from 1 in order, which tells them from a numbered line in the running text. */
function layoutFor(listed: number): PlanLayout {
  return {
    heading: (line) => {
      const entry = numberedName(line);
      if (!entry || entry.name.endsWith('。') || entry.number > listed) return null;
      const [, name, subtitle] = waves.exec(entry.name) ?? [];
      return { number: entry.number, name: name ?? entry.name, subtitle: subtitle ?? null };
    },
    initiativeMark: /^[▶►]$/,
    indicatorsHeading,
  };
}

/** The chapter's introduction and its closing note say nothing that a record keeps. */
function consumeAroundPlans(parsing: Parsing, lines: readonly PrintedLine[]): void {
  const titles = lines.filter(({ text }) => /^政策連携プランと/.test(text));
  parsing.consume(...titles, ...readProse(lines.filter((line) => !titles.includes(line))).used);
}
