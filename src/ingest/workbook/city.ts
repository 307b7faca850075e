/** The sheet 市区町村: the city, and the documents that stand for the sheets. */
import type { Cell } from '../dataset/dataset.js';
import { displayed, readText } from './cells.js';
import type { At, Draft } from './draft.js';
import type { HeldCity } from './held-city.js';
import { fold } from './known.js';
import { periodPlaces, readPeriod } from './period.js';
import type { Source } from './read-table.js';
import type { TableRow } from './table.js';
import { levelKeys, template } from './template.js';
import { words } from './words.js';

export interface City {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** The name of its plan. */
  readonly plan: string | null;
}

/** Reads the city; its key and its code are those of no other that is held. */
export function readCity(draft: Draft, held: readonly HeldCity[] = []): City {
  const [at, ...more] = draft.rows('municipality');
  const { name: sheet } = template.municipality;
  if (!at) {
    // Where the heading is wrong, that was said.
    if (draft.findings.errors.length === 0)
      draft.findings.error(sheet, null, null, words.missingSheet(sheet, draft.isMapped));
    return { id: '', name: '', nameEn: null, plan: null };
  }
  // Each workbook of a folder may say the same of its city.
  const others = more.filter((other) => other.table === at.table || saysOther(at.row, other.row));
  const [second] = others;
  if (second) draft.error(second, null, words.oneCity(others.length + 1));
  const code = draft.read(at, 'code', (cell) => displayed(cell).normalize('NFKC').replace(/[\s-]/g, ''));
  const name = draft.read(at, 'name', readText) ?? '';
  const nameEn = draft.read(at, 'nameEn', readText);
  const plan = draft.read(at, 'plan', readText);
  const key = draft.read(at, 'key', (cell) => displayed(cell).normalize('NFKC')) ?? '';
  if (/^[a-z][a-z0-9-]*$/.test(key) && key !== 'sdg') draft.key = key;
  else if (key !== '') draft.error(at, 'key', words.badKey(key));
  const ofKey = held.find((other) => code !== null && other.key === key && other.code !== code);
  if (ofKey) draft.error(at, 'key', words.keyOfAnother(ofKey));
  const ofCode = held.find((other) => key !== '' && other.code === code && other.key !== key);
  if (ofCode) draft.error(at, 'code', words.codeOfAnother(ofCode));
  const id = draft.id('municipality', code ?? '');
  const { columns: periodIn, start, end } = readPeriod(draft, at, 'plan_period');
  draft.period = { start, end };
  const values = {
    name,
    name_en: nameEn,
    key: draft.key,
    code,
    plan_name: plan,
    ...periodIn,
    ...levelColumns(draft, at),
  };
  const columns = { id: 'code', code: 'code', key: 'key', name: 'name', name_en: 'nameEn', plan_name: 'plan' };
  const places = { ...columns, ...periodPlaces('plan_period'), ...levelPlaces };
  draft.add(at, 'Municipality', id, values, places, { staged: false });
  return { id, name, nameEn, plan };
}

/** The sheets of the levels of a plan, by the fields of the model that say what the city calls them. */
const levels = {
  policy_field_level: 'fields',
  policy_item_level: 'policyItems',
  measure_level: 'measures',
  project_level: 'projects',
} as const;

/** From which columns those of the levels come. */
const levelPlaces: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(levels).flatMap(([field, sheet]) => [
    [`${field}_name`, levelKeys[sheet].name],
    [`${field}_name_en`, levelKeys[sheet].nameEn],
  ]),
);

/** What the city calls the levels that it fills in: as it says, else as their sheets are called. */
function levelColumns(draft: Draft, at: At): Readonly<Record<string, Cell>> {
  const columns = Object.entries(levels).flatMap(([field, sheet]) => {
    const name = draft.read(at, levelKeys[sheet].name, readText);
    const nameEn = draft.read(at, levelKeys[sheet].nameEn, readText);
    const isThere = nameEn !== null || draft.rows(sheet).length > 0;
    return [
      [`${field}_name`, name ?? (isThere ? template[sheet].name : null)],
      [`${field}_name_en`, nameEn],
    ];
  });
  return Object.fromEntries(columns);
}

const saysOther = ({ cells: one }: TableRow, { cells: other }: TableRow): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].some((key) => {
    const [a, b] = [one[key], other[key]];
    return (a ? fold(displayed(a)) : '') !== (b ? fold(displayed(b)) : '');
  });

/** A source document for each sheet that gave rows, with as many lines as the sheet has rows. */
export function addDocuments(draft: Draft, { name, nameEn, plan }: City): void {
  const added = new Set<Source>();
  for (const table of draft.sheets.tables) {
    const { rows, source } = table;
    if (rows.length === 0 || added.has(source)) continue;
    added.add(source);
    const { fileName, fileDate, sheetName, lastRow, checksum, document } = source;
    const title = `${plan ?? name}（${fileName}${sheetName === null ? '' : `「${sheetName}」`}）`;
    draft.addDocument(table, draft.id('source-document', document), {
      name: title,
      name_en: sheetName === null ? fileName : `${fileName}, sheet ${sheetName}`,
      title,
      document_kind: sheetName === null ? 'import-map' : 'workbook',
      publisher: name,
      publisher_en: nameEn,
      line_count: lastRow,
      file_date: fileDate,
      checksum,
    });
  }
}
