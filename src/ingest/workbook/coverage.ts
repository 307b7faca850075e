/** What a workbook lists wholly: a sheet that is filled in names all there is of its kind, a column all of each row. */
import type { City } from './city.js';
import type { Departments } from './departments.js';
import type { Draft } from './draft.js';
import type { KnownThings } from './known.js';
import type { SubjectKind } from './subjects.js';
import type { TableRow } from './table.js';
import type { SheetKey } from './template.js';

/** A field of some things that a sheet, or a column of it, lists. */
interface Listed {
  readonly of: readonly string[];
  readonly field: string;
  readonly sheet: SheetKey;
  /** Where only columns list it: those that no row fills in say nothing. */
  readonly columns?: readonly string[];
  readonly staged?: boolean;
}

/** What the workbook lists, by level. */
type Things = Readonly<Record<'fields' | 'policyItems' | 'measures' | 'projects' | 'indicators', KnownThings>> & {
  readonly departments: Departments;
};

/** The kinds of things of which some are evaluated, or measured by indicators. */
type Told = Readonly<Record<'evaluated' | 'measured', ReadonlySet<SubjectKind>>>;

/** A column of the sheet 組織. */
const ofDepartments = (column: string) => ({ sheet: 'organisation', columns: [column], staged: false }) as const;

/** Says so of every thing, so that what the workbook leaves out is none, and what it does not speak of was not read. */
export function declareCoverage(
  draft: Draft,
  city: City,
  { departments, fields, policyItems, measures, projects, indicators }: Things,
  { evaluated, measured }: Told,
): void {
  const ofCity = [city.id];
  const subjects = { policyItems, measures, projects };
  const ofKinds = (kinds: ReadonlySet<SubjectKind>) => [...kinds].map((kind) => subjects[kind].ids);
  const listed: readonly Listed[] = [
    { of: ofCity, field: 'departments', sheet: 'organisation', staged: false },
    { of: departments.ids, field: 'parent', ...ofDepartments('parent') },
    { of: departments.ids, field: 'predecessors', ...ofDepartments('before') },
    // A department began some day, be it an unknown one; that none is written as its last says that it exists.
    { of: departments.dated, field: 'validFrom', ...ofDepartments('from') },
    { of: departments.ids, field: 'validTo', ...ofDepartments('until') },
    { of: ofCity, field: 'policyFields', sheet: draft.rows('fields').length > 0 ? 'fields' : 'policyItems' },
    { of: fields.ids, field: 'policyItems', sheet: 'policyItems' },
    { of: policyItems.ids, field: 'sdgs', sheet: 'policyItems', columns: ['sdgs'] },
    { of: policyItems.ids, field: 'responsibleDepartments', sheet: 'policyItems', columns: ['departments'] },
    { of: policyItems.ids, field: 'measures', sheet: 'measures' },
    { of: measures.ids, field: 'departments', sheet: 'measures', columns: ['departments'] },
    { of: measures.ids, field: 'supportingDepartments', sheet: 'measures', columns: ['partners'] },
    { of: measures.ids, field: 'ownSdgs', sheet: 'measures', columns: ['sdgs'] },
    { of: policyItems.ids, field: 'projects', sheet: 'projects', columns: ['policyItem', 'measure'] },
    { of: measures.ids, field: 'projects', sheet: 'projects', columns: ['measure'] },
    { of: projects.ids, field: 'departments', sheet: 'projects', columns: ['departments'] },
    { of: projects.ids, field: 'sdgs', sheet: 'projects', columns: ['sdgs'] },
    { of: projects.ids, field: 'expenditureFunction', sheet: 'projects', columns: ['expenditure'] },
    { of: projects.ids, field: 'costs', sheet: 'costs', staged: false },
    { of: indicators.ids, field: 'observations', sheet: 'observations', staged: false },
    { of: ofCity, field: 'scale', sheet: 'scales', staged: false },
    // Who evaluates measures, or has indicators of them, may say nothing of projects.
    ...ofKinds(measured).map((of): Listed => ({ of, field: 'indicators', sheet: 'indicators' })),
    ...ofKinds(evaluated).map((of): Listed => ({ of, field: 'evaluations', sheet: 'evaluations', staged: false })),
    { of: policyItems.ids, field: 'relatedPlans', sheet: 'relatedPlans' },
  ];
  for (const { of, field, sheet, columns = null, staged = true } of listed) {
    const isFilledIn = draft
      .rows(sheet)
      .some(({ row }) => columns === null || columns.some((column) => saysOf(row, column)));
    if (!isFilledIn) continue;
    const isTold = (subject: string) => columns === null || draft.tellsOf(sheet, subject, columns);
    for (const subject of of.filter(isTold)) draft.cover(sheet, subject, field, { staged, columns });
  }
}

/** Whether a row has a value in a column, or says that there is none. */
const saysOf = ({ cells, absent }: TableRow, column: string): boolean =>
  cells[column] !== undefined || ['dash', 'none'].includes(absent[column]?.absence ?? '');
