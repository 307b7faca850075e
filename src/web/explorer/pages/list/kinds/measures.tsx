import {
  type Grade,
  MeasureChoicesDocument,
  type MeasureFilter,
  MeasureListDocument,
  type MeasureListQuery,
} from '../../../graphql/graphql.js';
import { ChangeList, changesAsText } from '../../../parts/change-list.js';
import { GradedSheets, sheetsAsText } from '../../../parts/graded-sheets.js';
import { fromFacet, fromHeaders } from '../choice.js';
import { columnsOf } from '../columns.js';
import { byOne, bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

const filters: readonly ListFilter<MeasureFilter>[] = [
  bySome('sdg', 'Measure', 'sdgs', 'sdg'),
  bySome('department', 'Measure', 'departments', 'department'),
  {
    name: 'field',
    titledBy: ['PolicyItem', 'field'],
    idType: 'policy-field',
    is: (id) => ({ policyItem: { field: { id: { eq: id } } } }),
  },
  byOne('item', 'Measure', 'policyItem', 'policy-item'),
  bySome('plan', 'Measure', 'linkagePlans', 'linkage-plan'),
  {
    name: 'grade',
    titledBy: ['ReformSheet', 'evaluations'],
    is: (grade) => ({ reformSheets: { some: { evaluations: { some: { grade: { eq: grade as Grade } } } } } }),
  },
];

/** Measures with what carries them out, how that was graded, and what the plan changed about them. */
type MeasureRow = MeasureListQuery['measures']['nodes'][number];

export const measures = listKind({
  field: 'measures',
  type: 'Measure',
  document: MeasureListDocument,
  columns: (tools) => {
    const { words } = tools;
    const column = columnsOf<MeasureRow>(tools, 'Measure');
    return [
      column.value('code', ({ code, nameOnly }) => code ?? (nameOnly ? words.nameOnly : null)),
      column.name(),
      column.things('policyItem', ({ policyItem }) => (policyItem ? [policyItem] : [])),
      column.things('departments', ({ departments }) => departments.nodes),
      column.sdgs('sdgs', ({ sdgs }) => sdgs.nodes),
      {
        id: 'sheets',
        title: words.sheetsWithGrades,
        value: ({ reformSheets }) => sheetsAsText(reformSheets.nodes, tools),
        cell: ({ reformSheets }) => <GradedSheets sheets={reformSheets.nodes} />,
      },
      {
        id: 'changes',
        title: words.planChanges,
        value: ({ changes }) => changesAsText(changes, tools),
        cell: ({ changes }) => <ChangeList changes={changes} />,
      },
    ];
  },
  narrowing: {
    filters,
    document: MeasureChoicesDocument,
    choices: ({ measures: { sdg, department, item, plan }, fieldsAndGrades }) => ({
      sdg: fromFacet(sdg),
      department: fromFacet(department),
      item: fromFacet(item),
      plan: fromFacet(plan),
      field: fromHeaders(fieldsAndGrades.rows),
      grade: fromHeaders(fieldsAndGrades.columns),
    }),
  },
});
