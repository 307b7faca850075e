import { type PlanLayout, readPlans } from '../linkage-plans-draft/plans.js';
import type { LinkagePlanRecord } from '../linkage-plans-draft/record.js';
import { lineOf, type Parsing, placeAll } from '../parsing.js';
import { numberedName, type PrintedLine } from '../printed-lines.js';
import { readProse } from '../prose.js';
import { nameKey } from '../text.js';
import { type ChapterText, readItemList } from './chapters.js';

const waves = /^(.*?)\s*[~〜～]\s*(.+?)\s*[~〜～]$/;
const indicatorsHeading = /^総合戦略における数値目標の設定項目(?:\s+|$)/;

/** True for the chapter on linkage plans (政策連携プラン). */
export function isLinkageChapter({ title }: ChapterText): boolean {
  return /^政策連携プラン/.test(title);
}

/** The chapter on linkage plans: a list of their names, an introduction, and the plans themselves. */
export function readLinkageChapter(parsing: Parsing, { lines }: ChapterText): readonly LinkagePlanRecord[] {
  placeAll(parsing, lines.slice(0, 1));
  const list = readItemList(parsing, lines.slice(1));
  const { plans, rest } = readPlans(parsing, list.rest, layoutFor(list.items.length));
  placeAroundPlans(parsing, rest);
  for (const { number, name } of list.items) {
    const plan = plans.find((candidate) => candidate.number === number);
    if (!plan) remarkMissingPlan(parsing, number, list.items.length, plans.length);
    else if (nameKey(plan.name.value) !== nameKey(name.value))
      parsing.remark({
        rule: 'names-agree',
        severity: 'warning',
        lines: name.lines,
        message: `The chapter's list names plan ${number} otherwise than its heading at line ${plan.name.lines.first}, which was believed.`,
        messageJa: `章の一覧のプラン${number}の名称が${plan.name.lines.first}行目の見出しと異なります。見出しを採用しました。`,
        expected: plan.name.value,
        actual: name.value,
      });
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
function placeAroundPlans(parsing: Parsing, lines: readonly PrintedLine[]): void {
  const titles = lines.filter(({ text }) => /^政策連携プランと/.test(text));
  const prose = lines.filter((line) => !titles.includes(line));
  const { rest } = readProse(prose);
  placeAll(parsing, [...titles, ...prose.filter((line) => !rest.includes(line))]);
}

function remarkMissingPlan({ remark, lines }: Parsing, number: number, listed: number, found: number): void {
  const end = lines.at(-1);
  remark({
    rule: 'document-is-complete',
    severity: 'error',
    lines: end ? lineOf(end) : null,
    message: `Linkage plan ${number} of the chapter's list is missing; export the whole document again.`,
    messageJa: `章の一覧にある政策連携プラン${number}が見つかりません。文書全体を出力し直してください。`,
    expected: `${listed} plans`,
    actual: `${found}`,
  });
}
