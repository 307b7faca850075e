/** Decides what the sheets of a workbook are about, and which of them list things that others only refer to. */
import { displayed } from '../cells.js';
import { fold } from '../known.js';
import { namesTotal } from '../table.js';
import { type SheetKey, type TemplateSheet, template } from '../template.js';
import { hasCodesInFront, holds } from './cell-contents.js';
import { codeAndRest } from './code-in-front.js';
import { isCalled, type Named, named, namesOf, numbered, sheetNames } from './find-columns.js';
import { hasCosts, valuesIn, yearColumn } from './kept-values.js';
import { unitsIn } from './organisation-levels.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { rowKindsOf } from './row-kinds.js';
import { fourLevels, generalSynonyms, projectsCalled, sheetWords, synonyms } from './synonyms.js';

export interface SheetKind extends Named {
  /** What its rows are about: the lowest level in it, or what its name says. */
  readonly main: SheetKey;
  readonly has: ReadonlySet<SheetKey>;
  /** Whether a thing has a row for each year, or for each kind of value. */
  readonly isLong: boolean;
}

/** The levels of the plan, the highest first. */
export const levels: readonly SheetKey[] = ['fields', 'policyItems', 'measures'];

/** What hangs on what, the highest first. */
const depths: readonly SheetKey[] = [...levels, 'projects'];

export const kinds: readonly SheetKey[] = [
  'organisation',
  ...levels,
  'projects',
  'indicators',
  'scales',
  'relatedPlans',
];

export const nameKeyOf = (kind: SheetKey): string => (kind === 'scales' ? 'grade' : 'name');
export const codeKeyOf = (kind: SheetKey): string => (kind === 'fields' ? 'number' : 'code');

const projectsSheet = /事務事業/;

/** Whether a sheet says of itself that its 事業 are 事務事業. */
const speaksOfProjects = (outline: Outline): boolean =>
  isCalled(outline, projectsSheet) || outline.titles.some((title) => projectsSheet.test(title.normalize('NFKC')));

/** Whether a sheet names three levels above projects: then 施策 are what others call measures. */
function hasFourLevels(outline: Outline): boolean {
  const isThere = (names: readonly string[]) => named(outline, names) !== undefined;
  const { fields, policyItems, measures } = fourLevels;
  // What needs a code and has none is no level.
  const own = named(
    outline,
    (synonyms.measures?.name ?? []).filter((name) => !projectsCalled.name?.includes(name)),
  );
  const codes = (synonyms.measures?.code ?? []).filter((name) => !projectsCalled.code?.includes(name));
  const hasOwnMeasures = own !== undefined && (hasCodesInFront(own) || isThere(codes));
  return [fields, policyItems, measures].every(({ name }) => isThere(name)) && !hasOwnMeasures;
}

/** What each of some sheets is about; `within` are the tables within those that are forms. */
export function sheetKinds(
  outlines: readonly Outline[],
  within: ReadonlyMap<Outline, readonly Outline[]>,
): readonly SheetKind[] {
  const isOfFour = outlines.some(hasFourLevels);
  const plain = (outline: Outline): Named => ({ outline, areProjects: false, isOfFour });
  const namesProjects = outlines.some(
    (outline) => speaksOfProjects(outline) || named(outline, namesOf(plain(outline), 'projects', 'name')) !== undefined,
  );
  return outlines.map((outline) => {
    const hasRowKinds = (['observations', 'costs'] as const).some((to) => rowKindsOf(outline, to) !== null);
    const isLong = yearColumn(outline) !== undefined || hasRowKinds;
    const isKeeping = isLong || valuesIn(outline, 'evaluations', new Set()).some(({ key }) => key !== 'comment');
    // Where a sheet or a column is called 事務事業, 事業 beside a year or an evaluation means one of them, as beside their names.
    const isBesideNames =
      named(outline, namesOf(plain(outline), 'projects', 'name')) !== undefined &&
      named(outline, projectsCalled.name ?? []) === undefined;
    const areProjects =
      speaksOfProjects(outline) ||
      [outline, ...(within.get(outline) ?? [])].some(hasCosts) ||
      (namesProjects && isKeeping) ||
      isOfFour ||
      (namesProjects && refersByCode(plain(outline))) ||
      isBesideNames;
    return { isLong, ...aboutOf({ outline, areProjects, isOfFour }) };
  });
}

/** Whether a sheet has codes of 事業 without their names, and so refers to those that another one lists. */
const refersByCode = (sheet: Named): boolean =>
  named(sheet.outline, projectsCalled.code ?? []) !== undefined &&
  named(sheet.outline, namesOf(sheet, 'measures', 'name')) === undefined;

function aboutOf(sheet: Named): Omit<SheetKind, 'isLong'> {
  const { outline } = sheet;
  const isNamed = (kind: SheetKey) => {
    const names = namesOf(sheet, kind, nameKeyOf(kind));
    return (
      (named(outline, names) ?? numbered(outline, names)[0]) !== undefined ||
      (kind === 'organisation' && unitsIn(outline).length > 0)
    );
  };
  const specific = kinds.filter(isNamed);
  const byName = sheetWords.find(([pattern]) =>
    sheetNames(outline).some((name) => pattern.test(name.normalize('NFKC'))),
  )?.[1];
  const lowest = depths.findLast((level) => specific.includes(level));
  // A sheet that names nothing refers to things by their codes.
  const coded = (['indicators', ...depths.toReversed()] as const).find((kind) =>
    named(outline, namesOf(sheet, kind, codeKeyOf(kind))),
  );
  const hasGeneral = named(outline, generalSynonyms.name) !== undefined;
  const isOf = (kind: SheetKey) => specific.includes(kind) && !depths.includes(kind);
  const isLower = (kind: SheetKey) => !lowest || depths.indexOf(kind) >= depths.indexOf(lowest);
  const main =
    byName && (specific.includes(byName) || hasGeneral) && (isOf(byName) || isLower(byName))
      ? byName
      : (lowest ?? specific[0] ?? coded ?? byName ?? 'measures');
  const has = new Set(hasGeneral ? [...specific, main] : specific);
  // A column of divisions beside other things lists none.
  if (main !== 'organisation') has.delete('organisation');
  return { ...sheet, main, has };
}

/** The sheets that list a kind of thing; others that name it refer to it. */
export function listing(kind: SheetKey, sheets: readonly SheetKind[]): ReadonlySet<SheetKind> {
  const general: Readonly<Record<string, readonly string[]>> = generalSynonyms;
  const columnsOf = (sheet: SheetKind) =>
    Object.keys((template[kind] as TemplateSheet).columns).filter((key) =>
      named(sheet.outline, [...namesOf(sheet, kind, key), ...(sheet.main === kind ? (general[key] ?? []) : [])]),
    ).length;
  // Others can tell more of what a sheet lists, and nothing of what it leaves out: the one with most things comes first.
  // A sheet of names alone lists none of what needs a code.
  const needsCode = (template[kind] as TemplateSheet).columns[codeKeyOf(kind)]?.required === true;
  const rank = (sheet: SheetKind): readonly number[] => [
    Number(sheet.main === kind),
    Number(!needsCode || codesOf(kind, sheet).size > 0),
    thingsIn(kind, sheet),
    Number(!sheet.isLong),
    columnsOf(sheet),
  ];
  const ranks = new Map(sheets.map((sheet) => [sheet, rank(sheet)]));
  const byRank = (a: SheetKind, b: SheetKind): number => {
    const [one = [], other = []] = [ranks.get(a), ranks.get(b)];
    return one.map((value, index) => (other[index] ?? 0) - value).find((difference) => difference !== 0) ?? 0;
  };
  const found: SheetKind[] = [];
  const ordered = sheets.filter(({ has }) => has.has(kind)).toSorted(byRank);
  for (const sheet of ordered) {
    const isFurther = found.length > 0;
    // A level comes from the sheets that are about it; where others name it, they refer to it.
    if (isFurther && levels.includes(kind) && sheet.main !== kind) continue;
    if (isFurther && repeats(kind, sheet, found)) continue;
    found.push(sheet);
  }
  return new Set(found);
}

/** Whether a sheet names mostly things that others list: by their codes, where they have some, else by their names. */
function repeats(kind: SheetKey, sheet: SheetKind, others: readonly SheetKind[]): boolean {
  const isMostly = (own: ReadonlySet<string>, textsOf: typeof codesOf) => {
    const known = new Set(others.flatMap((other) => [...textsOf(kind, other)]));
    return own.size > 0 && [...own].filter((text) => known.has(text)).length * 2 > own.size;
  };
  const codes = codesOf(kind, sheet);
  // With codes of their own, things of one name are not the same.
  return isMostly(codes, codesOf) || (codes.size === 0 && isMostly(namesIn(kind, sheet), namesIn));
}

/** The column of the codes, or the names, of a kind of thing. */
export function columnOf(sheet: SheetKind, kind: SheetKey, key: 'code' | 'name'): OutlinedColumn | undefined {
  const own = key === 'code' ? codeKeyOf(kind) : nameKeyOf(kind);
  const general = sheet.main === kind ? generalSynonyms[key] : [];
  return named(sheet.outline, [...namesOf(sheet, kind, own), ...general], (column) => holds(own, column));
}

/** Codes in front of names say more than a column that may only count the rows. */
function codesOf(kind: SheetKey, sheet: SheetKind): ReadonlySet<string> {
  const name = columnOf(sheet, kind, 'name');
  const texts = (name?.cells ?? []).map(displayed);
  if (name && kind !== 'indicators' && hasCodesInFront(name))
    return new Set(texts.flatMap((text) => fold(codeAndRest(text)?.code ?? '') || []));
  return new Set((columnOf(sheet, kind, 'code')?.cells ?? []).map((cell) => fold(displayed(cell))));
}

/** The names of things, without codes in front of them. */
function namesIn(kind: SheetKey, sheet: SheetKind): ReadonlySet<string> {
  const texts = (columnOf(sheet, kind, 'name')?.cells ?? []).map(displayed);
  return new Set(texts.map((text) => fold(codeAndRest(text)?.rest ?? text)));
}

/** How many things of a kind a sheet names, without rows that sum up others. */
function thingsIn(kind: SheetKey, sheet: SheetKind): number {
  const codes = codesOf(kind, sheet);
  return codes.size > 0 ? codes.size : [...namesIn(kind, sheet)].filter((name) => !namesTotal(name)).length;
}
