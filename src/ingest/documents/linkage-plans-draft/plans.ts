import { type Lines, type Printed, spanOf } from '../document.js';
import { lineOf, linesOf, type Parsing, placeAll } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { readPassage, withoutPictures } from '../prose.js';
import { cleanName } from '../text.js';
import { readNameList } from './name-list.js';
import type { InitiativeRecord, LinkagePlanRecord } from './record.js';
import { readReferences } from './references.js';

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
  const body = lines.slice(subtitle === undefined ? 1 : 2);
  parsing.placed.place(lineOf(head));
  if (subtitle !== undefined && below) parsing.placed.place(lineOf(below));

  const indicatorsAt = endOr(
    body,
    body.findIndex(({ text }) => layout.indicatorsHeading.test(text)),
  );
  const initiativesAt = endOr(
    body,
    body.findIndex((line) => isInitiativePart(line, layout)),
  );
  const introduction = readPassage(parsing, body.slice(0, Math.min(initiativesAt, indicatorsAt)));
  const initiatives = readInitiatives(parsing, body.slice(initiativesAt, indicatorsAt), layout);
  const indicators = readIndicators(parsing, body.slice(indicatorsAt), layout);

  const parts: Lines[] = [
    lineOf(head),
    ...(introduction ? [introduction.lines] : []),
    ...initiatives.map((initiative) => initiative.lines),
    ...indicators.names.map((name) => name.lines),
  ];
  const record: LinkagePlanRecord = {
    number: heading.number,
    name: { value: cleanName(heading.name), lines: lineOf(head) },
    subtitle: subtitleOf(heading.subtitle, lineOf(head)) ?? subtitleOf(subtitle ?? null, below ? lineOf(below) : null),
    introduction,
    initiatives,
    indicators: indicators.names,
    lines: spanOf(...parts),
  };
  return { record, rest: indicators.rest };
}

function isInitiativePart({ mark, text }: PrintedLine, { initiativeMark }: PlanLayout): boolean {
  return initiativesHeading.test(text) || initiativeMark.test(mark) || referencesHeading.test(text);
}

function subtitleOf(text: string | null, lines: Lines | null): Printed<string> | null {
  return text === null || lines === null ? null : { value: cleanName(text), lines };
}

function readInitiatives(parsing: Parsing, lines: readonly PrintedLine[], layout: PlanLayout): InitiativeRecord[] {
  placeAll(
    parsing,
    lines.filter(({ text }) => initiativesHeading.test(text)),
  );
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
  placeAll(parsing, head);
  const body = lines.slice(head.length);
  const referencesAt = endOr(
    body,
    body.findIndex(({ text }) => referencesHeading.test(text)),
  );
  const content = readPassage(parsing, body.slice(0, referencesAt));
  const references = readReferenceList(parsing, body.slice(referencesAt));
  return {
    number,
    name: { value: cleanName(head.map(({ text }) => text).join('')), lines: linesOf(head) },
    content,
    references,
    lines: spanOf(linesOf(head), ...(content ? [content.lines] : []), ...references.map((printed) => printed.lines)),
  };
}

/** A second list heading in one initiative belongs to another initiative, whose name was lost: it ends the list. */
function readReferenceList(parsing: Parsing, lines: readonly PrintedLine[]) {
  const [head, ...below] = lines;
  if (!head) return [];
  parsing.placed.place(lineOf(head));
  const inline = head.text.replace(referencesHeading, '');
  const end = endOr(
    below,
    below.findIndex(({ text }) => referencesHeading.test(text)),
  );
  const list = withoutPictures(parsing, below.slice(0, end));
  return readReferences(parsing, inline === '' ? list : [{ ...head, text: inline }, ...list]);
}

function readIndicators(parsing: Parsing, lines: readonly PrintedLine[], { indicatorsHeading }: PlanLayout) {
  const [head] = lines;
  if (!head) return { names: [], rest: [] };
  parsing.placed.place(lineOf(head));
  const first = { ...head, text: head.text.replace(indicatorsHeading, '').trim() };
  return readNameList(parsing, [...(first.text === '' ? [] : [first]), ...withoutPictures(parsing, lines.slice(1))]);
}

function endOr(lines: readonly PrintedLine[], index: number): number {
  return index === -1 ? lines.length : index;
}
