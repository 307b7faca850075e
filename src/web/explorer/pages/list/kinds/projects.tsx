import {
  ProjectChoicesDocument,
  type ProjectFilter,
  ProjectListDocument,
  type ProjectListQuery,
} from '../../../graphql/graphql.js';
import { ChangeList, changesAsText } from '../../../parts/change-list.js';
import { fromFacet } from '../choice.js';
import { columnsOf } from '../columns.js';
import { byOne, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type ProjectRow = ProjectListQuery['projects']['nodes'][number];

const filters: readonly ListFilter<ProjectFilter>[] = [byOne('item', 'Project', 'policyItem', 'policy-item')];

/** Main projects of the policy items, and what the plan changed about them. */
export const projects = listKind({
  field: 'projects',
  type: 'Project',
  document: ProjectListDocument,
  columns: (tools) => {
    const column = columnsOf<ProjectRow>(tools, 'Project');
    return [
      column.things('policyItem', ({ policyItem }) => [policyItem]),
      column.figure('number', ({ number }) => number),
      column.name(),
      {
        id: 'changes',
        title: tools.words.planChanges,
        value: ({ changes }) => changesAsText(changes, tools),
        cell: ({ changes }) => <ChangeList changes={changes} />,
      },
    ];
  },
  narrowing: {
    filters,
    document: ProjectChoicesDocument,
    choices: ({ projects: { item } }) => ({ item: fromFacet(item) }),
  },
});
