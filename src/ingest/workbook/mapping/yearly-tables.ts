/** Proposes what a sheet keeps of its projects and indicators year by year, in columns with the year in their headings. */
import { groupBy } from '../../../group-by.js';
import type { SheetKey } from '../template.js';
import { withoutUnit } from '../yen.js';
import { withPlainBraces } from './mapping.js';
import { headingName, type OutlinedColumn, yearInHeading } from './outline.js';
import type { ProposedColumn, ProposedTable } from './propose-table.js';
import { yearly } from './synonyms.js';

/** What has values year by year, and the column in which they refer to it. */
const kept: Partial<Record<SheetKey, readonly [to: SheetKey, reference: string]>> = {
  projects: ['costs', 'project'],
  indicators: ['observations', 'indicator'],
};

/** A column of one year: what it holds, and its heading with {年度} for the year. */
interface OfYear {
  readonly key: string;
  readonly year: string;
  readonly pattern: string;
  readonly column: OutlinedColumn;
}

/** The tables of the columns of years beside those of a table: years that have the same columns together. */
export function yearlyTables({ to: of, outline, columns, numbers }: ProposedTable): readonly ProposedTable[] {
  const [to, reference] = kept[of] ?? [];
  const referred = columns.find(({ key }) => key === 'code') ?? columns.find(({ key }) => key === 'name');
  if (!to || !reference || !referred || numbers.length > 0) return [];
  const taken = new Set(columns.flatMap((column) => column.columns));
  const found = outline.columns.filter((column) => !taken.has(column)).flatMap((column) => ofYear(column, to) ?? []);
  const byYear = groupBy(found, ({ year }) => year);
  const alike = groupBy(byYear, ([, all]) => JSON.stringify(all.map(({ key, pattern }) => [key, pattern]).sort()));
  const keys = Object.keys(yearly[to] ?? {});
  return [...alike.values()].flatMap((years) => {
    const [, first = []] = years[0] ?? [];
    // Two columns of one year that are called alike say of neither what it is.
    if (new Set(first.map(({ key }) => key)).size < first.length) return [];
    const values = keys.flatMap((key) => {
      const [one] = first.filter((each) => each.key === key);
      const all = years.flatMap(([, each]) => each.filter((other) => other.key === key).map(({ column }) => column));
      return one ? [{ ...plain, key, columns: all, pattern: one.pattern }] : [];
    });
    return [
      {
        ...{ to, outline, distinct: false, numbers: [], years: years.map(([year]) => year) },
        columns: [
          { ...referred, key: reference, reason: 'reference' },
          { ...plain, key: 'year', columns: [], pattern: placeOfYear },
          ...values,
        ],
      },
    ];
  });
}

const placeOfYear = '{年度}';

const plain: Omit<ProposedColumn, 'key' | 'columns' | 'pattern'> = {
  reason: 'heading',
  isNumbered: false,
  constant: null,
  take: null,
  blankAbove: false,
  unknownWords: [],
};

function ofYear(column: OutlinedColumn, to: SheetKey): OfYear | null {
  if (typeof column.spec !== 'string') return null;
  const spec = column.spec.normalize('NFKC');
  const found = yearInHeading.exec(spec);
  const [, year] = found ?? [];
  if (!found || year === undefined) return null;
  const at = found.index + found[0].indexOf(year);
  const [before, after] = [spec.slice(0, at), spec.slice(at + year.length)];
  const called = headingName(withoutUnit(`${spec.slice(0, found.index)}${spec.slice(found.index + found[0].length)}`));
  const name = called.replace(/^[/_・]+|[/_・]+$/g, '');
  const key = Object.entries(yearly[to] ?? {}).find(([, names]) => names.includes(name))?.[0];
  if (key === undefined) return null;
  return { key, year, column, pattern: `${withPlainBraces(before)}${placeOfYear}${withPlainBraces(after)}` };
}
