/**
 * Proposes a mapping file for a workbook, from its headings, their synonyms and what its cells hold. It says of each column
 * why, and lists what it did not use, since it is for people to correct.
 */
import type { Book, BookSheet } from '../book.js';
import { displayed } from '../cells.js';
import { keyNamed, nameKey } from '../sheets.js';
import { guideSheet, type SheetKey, template } from '../template.js';
import { headingName, type Outline, type OutlinedColumn, outline } from './outline.js';
import { type Lacking, levels, named, namesOf, numbered, type ProposedTable, TableProposer } from './propose-table.js';
import { generalSynonyms, sheetWords } from './synonyms.js';
import { yearlyTables } from './yearly-tables.js';

export interface Proposal {
  readonly tables: readonly ProposedTable[];
  readonly lacking: readonly Lacking[];
  /** Sheets in the template's headings, which are read as they are. */
  readonly ofTemplate: readonly BookSheet[];
  readonly unusedSheets: readonly BookSheet[];
  readonly unusedColumns: readonly { readonly outline: Outline; readonly columns: readonly OutlinedColumn[] }[];
  readonly hasCity: boolean;
  /** The name of the city and of its plan, as titles have them. */
  readonly city: string | null;
  readonly plan: string | null;
}

const kinds: readonly SheetKey[] = ['organisation', ...levels, 'projects', 'indicators', 'relatedPlans'];

/** What hangs on what, the highest first. */
const depths: readonly SheetKey[] = [...levels, 'projects'];

export function propose(book: Book): Proposal {
  const { outlines, others } = outline(book);
  const isTemplate = (sheet: BookSheet) => keyNamed(sheet.name) !== undefined && hasTemplateHeadings(sheet);
  const ofTemplate = book.sheets.filter(isTemplate);
  const own = outlines.filter(({ sheets }) => !sheets.every(isTemplate));
  const candidates = own.map(candidatesOf);
  const best = new Map<SheetKey, Outline>();
  // Each level of the plan comes from the sheets that list it; where others name it, they refer to it.
  for (const level of levels) {
    const found = candidates.filter(({ has }) => has.has(level));
    const [first] = [...found].sort((a, b) => Number(b.main === level) - Number(a.main === level));
    if (first) best.set(level, first.outline);
  }
  const tables: ProposedTable[] = [];
  const lacking: Lacking[] = [];
  const listed = new Set(ofTemplate.flatMap((sheet) => keyNamed(sheet.name) ?? []));
  // The levels first, as others refer to those that are listed.
  for (const kind of kinds)
    for (const candidate of candidates) {
      const isListedElsewhere = best.has(kind) && best.get(kind) !== candidate.outline && candidate.main !== kind;
      if (!candidate.has.has(kind) || isListedElsewhere) continue;
      const before = tables.filter((table) => table.outline === candidate.outline);
      const proposed = new TableProposer(candidate.outline, kind, candidate.main, listed, before).propose();
      if ('columns' in proposed) {
        tables.push(proposed, ...yearlyTables(proposed));
        listed.add(kind);
        // Fields are made of their names where they have no numbers.
      } else if (kind !== 'fields') lacking.push(proposed);
    }
  const used = new Map<Outline, Set<OutlinedColumn>>();
  for (const { outline: each, columns } of tables)
    for (const column of columns.flatMap((proposed) => proposed.columns))
      used.set(each, (used.get(each) ?? new Set()).add(column));
  const readSheets = new Set([...ofTemplate, ...tables.flatMap((table) => table.outline.sheets)]);
  return {
    tables,
    lacking,
    ofTemplate,
    unusedSheets: [...others, ...own.flatMap(({ sheets }) => sheets)].filter(
      (sheet) => !readSheets.has(sheet) && nameKey(sheet.name) !== guideSheet,
    ),
    unusedColumns: [...used].map(([each, columns]) => ({
      outline: each,
      columns: each.columns.filter((column) => !columns.has(column)),
    })),
    hasCity: ofTemplate.some((sheet) => keyNamed(sheet.name) === 'municipality'),
    ...titlesOf(book),
  };
}

/** Whether a sheet has the headings that its name promises: the required ones, as the template has them. */
function hasTemplateHeadings(sheet: BookSheet): boolean {
  const key = keyNamed(sheet.name);
  if (!key) return false;
  const wanted = Object.values(template[key].columns).filter(({ required }) => required);
  const rows = [...sheet.rows.values()].map(
    (cells) => new Set([...cells.values()].map((cell) => headingName(displayed(cell)))),
  );
  return rows.some((names) => wanted.every(({ heading }) => names.has(headingName(heading))));
}

interface Candidate {
  readonly outline: Outline;
  /** What the sheet lists: the lowest level in it, or what its name says. */
  readonly main: SheetKey;
  readonly has: ReadonlySet<SheetKey>;
}

function candidatesOf(each: Outline): Candidate {
  const specific = kinds.filter(
    (kind) => named(each, namesOf(each, kind, 'name')) ?? numbered(each, namesOf(each, kind, 'name'))[0],
  );
  const byName = sheetWords.find(([pattern]) =>
    each.sheets.some(({ name }) => pattern.test(name.normalize('NFKC'))),
  )?.[1];
  const lowest = depths.findLast((level) => specific.includes(level));
  const hasGeneral = named(each, generalSynonyms.name) !== undefined;
  const isOf = (kind: SheetKey) =>
    specific.includes(kind) && (kind === 'indicators' || kind === 'relatedPlans' || kind === 'organisation');
  const isLower = (kind: SheetKey) => !lowest || depths.indexOf(kind) >= depths.indexOf(lowest);
  const main =
    byName && (specific.includes(byName) || hasGeneral) && (isOf(byName) || isLower(byName))
      ? byName
      : (lowest ?? specific[0] ?? byName ?? 'measures');
  return { outline: each, main, has: new Set(hasGeneral ? [...specific, main] : specific) };
}

/** What titles above the tables, and the names of the files, say of the city and its plan. */
function titlesOf(book: Book): { readonly city: string | null; readonly plan: string | null } {
  const titles = [
    ...book.sheets.flatMap((sheet) =>
      [...sheet.rows].slice(0, 3).flatMap(([, cells]) => [...cells.values()].map(displayed)),
    ),
    ...book.sheets.map(({ file }) => file.name),
  ];
  const first = (pattern: RegExp) =>
    titles.map((title) => pattern.exec(title.normalize('NFKC'))?.[0]).find(Boolean) ?? null;
  return {
    city: first(/(?<=^|\s)[^\s\d、。・「」()]{1,7}?[市区町村](?=[^\s]*計画|\s|$)/),
    plan: first(/^\S{1,20}?(?:総合計画|基本計画|振興計画|総合戦略)/),
  };
}
