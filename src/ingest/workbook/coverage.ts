/** What a workbook lists wholly: a sheet that is filled in names all there is of its kind, a column all of each row. */
import type { City } from './city.js';
import type { Draft } from './draft.js';
import type { KnownThings } from './known.js';
import type { SheetKey } from './template.js';

/** A field of some things that a sheet, or a column of it, lists. */
interface Listed {
  readonly of: readonly string[];
  readonly field: string;
  readonly sheet: SheetKey;
  /** Where only a column lists it: one that no row fills in says nothing. */
  readonly column?: string;
  readonly staged?: boolean;
}

/** Says so of every thing, so that what the workbook leaves out is none, and what it does not speak of was not read. */
export function declareCoverage(
  draft: Draft,
  city: City,
  { fields, policyItems, measures }: Readonly<Record<'fields' | 'policyItems' | 'measures', KnownThings>>,
): void {
  const ofCity = [city.id];
  const listed: readonly Listed[] = [
    { of: ofCity, field: 'departments', sheet: 'organisation', staged: false },
    { of: ofCity, field: 'policyFields', sheet: draft.rows('fields').length > 0 ? 'fields' : 'policyItems' },
    { of: fields.ids, field: 'policyItems', sheet: 'policyItems' },
    { of: policyItems.ids, field: 'sdgs', sheet: 'policyItems', column: 'sdgs' },
    { of: policyItems.ids, field: 'measures', sheet: 'measures' },
    { of: measures.ids, field: 'departments', sheet: 'measures', column: 'departments' },
    { of: policyItems.ids, field: 'indicators', sheet: 'indicators' },
    { of: policyItems.ids, field: 'relatedPlans', sheet: 'relatedPlans' },
  ];
  for (const { of, field, sheet, column, staged = true } of listed) {
    const rows = draft.rows(sheet);
    const isFilledIn = column === undefined ? rows.length > 0 : rows.some(({ row }) => row.cells[column] !== undefined);
    if (isFilledIn) for (const subject of of) draft.cover(sheet, subject, field, staged);
  }
}
