import { type Lines, type Located, linesOf, spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { readPassage, withoutPictures } from '../prose.js';
import { cleanName } from '../text.js';
import { readNameList, readReferences } from './lists.js';
import type { InitiativeRecord, LinkagePlanRecord, Reference } from './record.js';
import { remarks } from './remarks.js';

/** How one kind of document sets the linkage plans: the draft and the adopted plan differ in nothing else. */
export interface PlanLayout {
  /** The plan that this line opens, or null. */
  heading(
    line: PrintedLine,
  ): { readonly number: number; readonly name: string; readonly subtitle: string | null } | null;
  /** The mark before an initiative's name. */
  readonly initiativeMark: RegExp;
  /** The heading above the plan's indicators, as cleaned text. */
  readonly indicatorsHeading: RegExp;
}

const initiativesHeading = /^推進のための取組$/;
const referencesHeading = /^【?施策大項目】?(?:\s+|$|(?<=】))/;
/** A wrapped end of a name is short; a longer line below a name is the start of the running text. */
const longestWrap = 30;
const waves = /^[~〜～]\s*(.+?)\s*[~〜～]$/;

/**
 * The linkage plans (政策連携プラン) among these lines: introduction, initiatives with the policy items
 * they reference, indicators. Lines after the indicators of a plan are handed back in `rest`.
 */
export function readPlans(
  parsing: Parsing,
  lines: readonly PrintedLine[],
  layout: PlanLayout,
): { readonly plans: readonly LinkagePlanRecord[]; readonly rest: readonly PrintedLine[] } {
  const starts = lines.flatMap((line, index) => (layout.heading(line) ? [index] : []));
  const rest: PrintedLine[] = lines.slice(0, starts[0] ?? lines.length);
  const plans = starts.map((start, order) => {
    const plan = readPlan(parsing, lines.slice(start, starts[order + 1]), layout);
    rest.push(...plan.rest);
    return plan.record;
  });
  return { plans, rest };
}

function readPlan(parsing: Parsing, lines: readonly PrintedLine[], layout: PlanLayout) {
  const [head, below] = [lines[0] as PrintedLine, lines[1]];
  const heading = layout.heading(head) ?? { number: 0, name: '', subtitle: null };
  const subtitle = heading.subtitle === null && below ? waves.exec(below.text)?.[1] : undefined;
  const heads = lines.slice(0, subtitle === undefined ? 1 : 2);
  parsing.consume(...heads);
  const printed = heading.subtitle ?? subtitle ?? null;

  const [front, indicatorLines] = splitAt(lines.slice(heads.length), ({ text }) => layout.indicatorsHeading.test(text));
  const [opening, initiativeLines] = splitAt(front, (line) => isInitiativePart(line, layout));
  const introduction = readPassage(parsing, opening);
  const initiatives = readInitiatives(parsing, initiativeLines, layout);
  const indicators = readIndicators(parsing, indicatorLines, layout);
  const record: LinkagePlanRecord = {
    number: heading.number,
    name: { value: cleanName(heading.name), lines: head.lines },
    subtitle: printed === null ? null : { value: cleanName(printed), lines: linesOf(heads.slice(-1)) },
    introduction,
    initiatives,
    indicators: indicators.names,
    lines: spanAcross(head, introduction, ...initiatives, ...indicators.names),
  };
  return { record, rest: indicators.rest };
}

/** The lines before the first that fits, and it with all that follow; the latter are none where none fits. */
function splitAt(
  lines: readonly PrintedLine[],
  fits: (line: PrintedLine) => boolean,
): readonly [readonly PrintedLine[], readonly PrintedLine[]] {
  const index = lines.findIndex(fits);
  return index === -1 ? [lines, []] : [lines.slice(0, index), lines.slice(index)];
}

/** The range over several things; those that are not there leave it as it is. */
function spanAcross(...items: readonly (Located | null)[]): Lines {
  return spanOf(...items.flatMap((item) => item?.lines ?? []));
}

function isInitiativePart({ mark, text }: PrintedLine, { initiativeMark }: PlanLayout): boolean {
  return initiativesHeading.test(text) || initiativeMark.test(mark) || referencesHeading.test(text);
}

function readInitiatives(parsing: Parsing, lines: readonly PrintedLine[], layout: PlanLayout): InitiativeRecord[] {
  parsing.consume(...lines.filter(({ text }) => initiativesHeading.test(text)));
  const starts = lines.flatMap(({ mark }, index) => (layout.initiativeMark.test(mark) ? [index] : []));
  return starts.map((start, order) => readInitiative(parsing, lines.slice(start, starts[order + 1]), order + 1));
}

function readInitiative(parsing: Parsing, lines: readonly PrintedLine[], number: number): InitiativeRecord {
  const head = lines.slice(0, 1);
  for (const line of lines.slice(1)) {
    if (!line.follows || line.mark !== '' || line.text.length > longestWrap) break;
    if (referencesHeading.test(line.text) || line.text.endsWith('。')) break;
    head.push(line);
  }
  parsing.consume(...head);
  const name = { value: cleanName(head.map(({ text }) => text).join('')), lines: linesOf(head) };
  const [text, list] = splitAt(lines.slice(head.length), (line) => referencesHeading.test(line.text));
  const content = readPassage(parsing, text);
  const references = readReferenceList(parsing, list);
  return { number, name, content, references, lines: spanAcross(name, content, ...references) };
}

/** A second list heading in one initiative belongs to another initiative, whose name was lost: it ends the list. */
function readReferenceList(parsing: Parsing, lines: readonly PrintedLine[]): readonly Reference[] {
  const [head, ...below] = lines;
  if (!head) return [];
  parsing.consume(head);
  const [list] = splitAt(below, ({ text }) => referencesHeading.test(text));
  return readReferences(parsing, [...withoutHeading(head, referencesHeading), ...withoutPictures(parsing, list)]);
}

function readIndicators(parsing: Parsing, lines: readonly PrintedLine[], { indicatorsHeading }: PlanLayout) {
  const [head, ...below] = lines;
  if (!head) return { names: [], rest: [] };
  parsing.consume(head);
  return readNameList(parsing, [...withoutHeading(head, indicatorsHeading), ...withoutPictures(parsing, below)]);
}

/** What stands behind a heading on its own line; nothing where it stands alone. */
function withoutHeading(line: PrintedLine, heading: RegExp): readonly PrintedLine[] {
  const text = line.text.replace(heading, '').trim();
  return text === '' ? [] : [{ ...line, text }];
}

/** Reports linkage plans without initiatives or indicators, and initiatives without policy items. */
export function checkPlans(parsing: Parsing, plans: readonly LinkagePlanRecord[]): void {
  const missing = (what: string) => parsing.remarkAtEnd(remarks.partMissing, what, 'none');
  for (const { number, initiatives, indicators } of plans) {
    if (initiatives.length === 0) missing(`initiatives in plan ${number}`);
    for (const { number: order, references } of initiatives)
      if (references.length === 0) missing(`policy items of initiative ${order} of plan ${number}`);
    if (indicators.length === 0) missing(`indicators of plan ${number}`);
  }
}
