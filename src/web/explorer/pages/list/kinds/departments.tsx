import {
  DepartmentChoicesDocument,
  type DepartmentFilter,
  DepartmentListDocument,
  type DepartmentListQuery,
} from '../../../graphql/graphql.js';
import { fromFacet } from '../choice.js';
import { columnsOf } from '../columns.js';
import { bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type DepartmentRow = DepartmentListQuery['departments']['nodes'][number];

const filters: readonly ListFilter<DepartmentFilter>[] = [
  bySome('sdg', 'Department', 'sdgs', 'sdg'),
  bySome('item', 'Department', 'policyItems', 'policy-item'),
];

/** Departments with what they answer for, lead and support. */
export const departments = listKind({
  field: 'departments',
  type: 'Department',
  document: DepartmentListDocument,
  columns: (tools) => {
    const column = columnsOf<DepartmentRow>(tools, 'Department');
    return [
      column.name(),
      column.opening('measures', 'measures', 'department', ({ measures }) => measures.totalCount),
      column.opening('ledSheets', 'reformSheets', 'department', ({ ledSheets }) => ledSheets.totalCount),
      column.opening(
        'supportedSheets',
        'reformSheets',
        'supporting',
        ({ supportedSheets }) => supportedSheets.totalCount,
      ),
      column.things('policyItems', ({ policyItems }) => policyItems.nodes),
      column.sdgs('sdgs', ({ sdgs }) => sdgs.nodes),
      column.figure('collaboratorCount', ({ collaboratorCount }) => collaboratorCount),
    ];
  },
  narrowing: {
    filters,
    document: DepartmentChoicesDocument,
    choices: ({ departments: { sdg, item } }) => ({ sdg: fromFacet(sdg), item: fromFacet(item) }),
  },
});
