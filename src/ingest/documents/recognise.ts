import { parseEraYear } from '../../model/fiscal-year.js';
import type { DocumentKind } from './document.js';
import { circledNumber, type PrintedLine, printedLines } from './printed-lines.js';
import { cleanText } from './text.js';

/** What a document is: its kind, and its id within a city. */
export interface Recognised {
  readonly kind: DocumentKind;
  readonly id: string;
}

/**
 * What document these lines are, by what they say; null where they are none of the four kinds, or more than one.
 *
 * Each kind is known by headings and table heads that stand on lines or in cells of their own, several at once:
 * covers are shared between documents, and a letter or an agenda may mention any of these words in its text.
 */
export function recognise(lines: readonly string[]): Recognised | null {
  const printed = printedLines(lines);
  const recognised = [
    asReviewSheets(printed),
    asAdoptedPlan(printed),
    asLinkagePlansDraft(printed),
    asReformSheets(printed),
  ];
  const [first, ...others] = recognised.filter((candidate) => candidate !== null);
  return first && others.length === 0 ? first : null;
}

/** Review sheets (総合振興計画の見直しシート) of one chapter, which a heading "5. …分野" names. */
function asReviewSheets(lines: readonly PrintedLine[]): Recognised | null {
  const chapters = matches(lines, /^(\d{1,2})\.?\s*\S{1,12}分野$/);
  const isSheet = hasLine(lines, /^施策大項目\s+\d/) && hasCell(lines, /(?:^|\s)大項目名の変更必要性(?:\s|$)/);
  const chapter = chapters[0]?.[1];
  return chapter && isSheet ? { kind: 'review-sheets', id: `review-sheets-${Number(chapter)}` } : null;
}

/** The adopted plan (確定計画): chapters of policy fields, or the chapter of linkage plans, or both. */
function asAdoptedPlan(lines: readonly PrintedLine[]): Recognised | null {
  const isField =
    hasLine(lines, /^第\s*\d{1,2}\s*章\s*\S{1,12}分野(?:\s|$)/) && hasLine(lines, /^施策大項目と関連する\s*SDGs$/i);
  const isLinkage =
    hasLine(lines, /^第\s*\d{1,2}\s*章\s*政策連携プラン$/) && hasLine(lines, /^総合戦略における数値目標の設定項目$/);
  return isField || isLinkage ? { kind: 'adopted-plan', id: 'adopted-plan' } : null;
}

/** The draft of the linkage plans (政策連携プラン素案): plans with circled numbers and their lists of policy items. */
function asLinkagePlansDraft(lines: readonly PrintedLine[]): Recognised | null {
  const isDraft =
    hasLine(lines, /^政策連携プラン$/) &&
    lines.some(({ mark, text }) => circledNumber(mark) === 1 && text.length <= 40) &&
    hasLine(lines, /^推進のための取組$/);
  return isDraft ? { kind: 'linkage-plans-draft', id: 'linkage-plans-draft' } : null;
}

/** Reform sheets (実施計画シート) of one fiscal year, which the cover and the head of each sheet name. */
function asReformSheets(lines: readonly PrintedLine[]): Recognised | null {
  const titles = matches(
    lines,
    /^(?:\S*大綱\s*)?((?:令和|平成|[RH])\s*(?:\d{1,2}|元)\s*年度)\s*実施計画シート(?:\s*\(案\))?$/,
  );
  const year = titles[0]?.[1] === undefined ? null : parseEraYear(titles[0][1]);
  const isSheet = hasCell(lines, /^計画名(?:\s|$)/) && hasCell(lines, /^実行課(?:\s|$)/);
  return year !== null && isSheet ? { kind: 'reform-sheets', id: `reform-sheets-${year}` } : null;
}

function hasLine(lines: readonly PrintedLine[], pattern: RegExp): boolean {
  return matches(lines, pattern).length > 0;
}

/** Matches in lines that open with text, not with a bullet or another mark. */
function matches(lines: readonly PrintedLine[], pattern: RegExp): RegExpExecArray[] {
  return lines.flatMap(({ mark, text }) => {
    const match = mark === '' ? pattern.exec(text) : null;
    return match ? [match] : [];
  });
}

/** True where a cell of a table matches, or a line without cells of its own. */
function hasCell(lines: readonly PrintedLine[], pattern: RegExp): boolean {
  return lines.some(({ raw }) => raw.split('\t').some((cell) => pattern.test(cleanText(cell))));
}
