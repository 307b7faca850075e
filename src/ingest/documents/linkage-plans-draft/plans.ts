import { divide, linesOf, type Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { PrintedLine } from '../printed-lines.js';
import { isBullet, readPassage, withoutPictures } from '../prose.js';
import { cleanName } from '../text.js';
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
export function readPlans(parsing: Parsing, lines: readonly PrintedLine[], layout: PlanLayout) {
  const { front, parts } = divide(lines, (line) => layout.heading(line) !== null);
  const read = parts.map((part) => readPlan(parsing, part, layout));
  return { plans: read.map(({ record }) => record), rest: [...front, ...read.flatMap(({ rest }) => rest)] };
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
    lines: linesOf([head, introduction, ...initiatives, ...indicators.names]),
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

function isInitiativePart({ mark, text }: PrintedLine, { initiativeMark }: PlanLayout): boolean {
  return initiativesHeading.test(text) || initiativeMark.test(mark) || referencesHeading.test(text);
}

function readInitiatives(parsing: Parsing, lines: readonly PrintedLine[], layout: PlanLayout): InitiativeRecord[] {
  parsing.consume(...lines.filter(({ text }) => initiativesHeading.test(text)));
  const { parts } = divide(lines, ({ mark }) => layout.initiativeMark.test(mark));
  return parts.map((part, index) => readInitiative(parsing, part, index + 1));
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
  return { number, name, content, references, lines: linesOf([name, content, ...references]) };
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

const code = /(?<!\d)(\d{1,2})\s*[-‐‑‒–—−]\s*(\d{1,2})(?!\d)/g;

/**
 * The policy items of one list: "2-1 name", several on a line or one per line, with names that may wrap onto
 * the line directly below. The list ends at the first line that is neither; that line and what follows stay
 * unread, so that the references of an initiative whose heading was lost never become its neighbour's.
 */
export function readReferences(parsing: Parsing, lines: readonly PrintedLine[]): Reference[] {
  const references: Reference[] = [];
  for (const line of lines) {
    const starts = [...line.text.matchAll(code)];
    const wrapped = line.text.slice(0, starts[0]?.index ?? line.text.length).trim();
    if (wrapped !== '') {
      const above = references.at(-1);
      if (above?.lines.last !== line.number - 1) break;
      references[references.length - 1] = {
        value: { code: above.value.code, name: cleanName(`${above.value.name}${wrapped}`) },
        lines: linesOf([above, line]),
      };
    }
    starts.forEach((start, order) => {
      const name = line.text.slice(start.index + start[0].length, starts[order + 1]?.index);
      const value = { code: `${Number(start[1])}-${Number(start[2])}`, name: cleanName(name) };
      references.push({ value, lines: line.lines });
    });
    parsing.consume(line);
  }
  return withoutRepetition(parsing, references);
}

function withoutRepetition(parsing: Parsing, references: readonly Reference[]): Reference[] {
  return references.filter(({ value, lines }, index) => {
    if (value.name === '') parsing.remark(remarks.namelessReference, lines, `a name after ${value.code}`, 'nothing');
    const earlier = references.slice(0, index).find((other) => other.value.code === value.code);
    if (!earlier) return true;
    const actual = `${value.code} again after line ${earlier.lines.first}`;
    parsing.remark(remarks.repeatedReference, lines, 'each code once', actual);
    return false;
  });
}

/**
 * The names of a list separated by 、, which may run over several lines; a 、 inside brackets separates nothing. The list
 * goes on in the line directly below, in another bullet, and anywhere while a 、 or a bracket is open; lines after it are
 * handed back in `rest`.
 */
export function readNameList(parsing: Parsing, lines: readonly PrintedLine[]) {
  const names: Printed<string>[] = [];
  let open: { text: string; readonly lines: PrintedLine[] } = { text: '', lines: [] };
  let depth = 0;
  const close = () => {
    const value = cleanName(open.text);
    if (value !== '') names.push({ value, lines: linesOf(open.lines) });
    open = { text: '', lines: [] };
  };
  const end = lines.findIndex((line, index) => {
    const above = lines[index - 1] ?? line;
    if (above.number < line.number - 1 && depth === 0 && !above.text.endsWith('、') && !isBullet(line)) return true;
    if (isBullet(line) && depth === 0) close();
    for (const character of line.text) {
      depth = depthAfter(depth, character);
      if (character === '、' && depth === 0) close();
      else {
        open.text += character;
        open.lines.push(line);
      }
    }
    return false;
  });
  const list = end === -1 ? lines : lines.slice(0, end);
  parsing.consume(...list);
  const ending = 'the end of the list';
  if (depth > 0) parsing.remark(remarks.openBracket, linesOf(open.lines), 'a closing bracket', ending);
  else if (open.lines.length === 0 && list.length > 0)
    parsing.remark(remarks.openList, linesOf(list.slice(-1)), 'a name after the last comma', ending);
  close();
  return { names, rest: lines.slice(list.length) };
}

function depthAfter(depth: number, character: string): number {
  if ('(【「『[〔<'.includes(character)) return depth + 1;
  return ')】」』]〕>'.includes(character) ? Math.max(0, depth - 1) : depth;
}
