import { type PlanLayout, readPlans } from '../linkage-plans-draft/plans.js';
import type { LinkagePlanRecord } from '../linkage-plans-draft/record.js';
import type { Parsing } from '../parsing.js';
import { numberedName, type PrintedLine } from '../printed-lines.js';
import { readProse } from '../prose.js';
import { nameKey } from '../text.js';
import { type ChapterText, readItemList } from './chapters.js';
import { remarks } from './remarks.js';

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
  const prose = lines.filter((line) => !titles.includes(line));
  const { rest } = readProse(prose);
  parsing.consume(...titles, ...prose.filter((line) => !rest.includes(line)));
}
