import type { CoverageState, CoverageToldFragment } from '../../graphql/graphql.js';

type Covered = Readonly<Record<string, unknown>>;

type FieldCoverage = Readonly<{ field: string; coverage: Pick<CoverageToldFragment, 'state'> }>;

/** How far what a field shows of a row was read; all of it where the operation does not ask. */
export const stateIn = ({ coverage = [] }: Covered, field: string): CoverageState =>
  (coverage as readonly FieldCoverage[]).find((each) => each.field === field)?.coverage.state ?? 'COMPLETE';

/** The same for what a cell shows, which has to say it only in place of nothing. */
export const stateOfCell = (row: Covered, field: string, value: unknown): CoverageState =>
  value === null || value === '' || value === 0 ? stateIn(row, field) : 'COMPLETE';
