import {
  type Grade,
  ReformSheetChoicesDocument,
  type ReformSheetFilter,
  ReformSheetListDocument,
  type ReformSheetListQuery,
} from '../../../graphql/graphql.js';
import { Grades, gradesAsText } from '../../../parts/graded-sheets.js';
import { fromFacet, fromHeaders } from '../choice.js';
import { columnsOf, numbered } from '../columns.js';
import { byOne, bySome, type ListFilter } from '../list-filter.js';
import { listKind } from '../list-kind.js';

type ReformSheetRow = ReformSheetListQuery['reformSheets']['nodes'][number];

const filters: readonly ListFilter<ReformSheetFilter>[] = [
  byOne('reformField', 'ReformSheet', 'field', 'reform-field'),
  {
    name: 'grade',
    titledBy: ['ReformSheet', 'evaluations'],
    is: (grade) => ({ evaluations: { some: { grade: { eq: grade as Grade } } } }),
    isNone: { evaluations: { count: { eq: 0 } } },
  },
  bySome('perspective', 'ReformSheet', 'perspectives', 'reform-perspective'),
  bySome('department', 'ReformSheet', 'leadDepartments', 'department'),
  bySome('supporting', 'ReformSheet', 'supportingDepartments', 'department'),
  bySome('sdg', 'ReformSheet', 'sdgs', 'sdg'),
  bySome('item', 'ReformSheet', 'policyItems', 'policy-item'),
  {
    name: 'planChanged',
    titledBy: ['ReformSheet', 'planChanged'],
    enumeration: 'Boolean',
    is: (value) => ({ planChanged: { eq: value === 'true' } }),
  },
];

/** Reform sheets with who carries them out, what they carry out, and how they were graded. */
export const reformSheets = listKind({
  field: 'reformSheets',
  type: 'ReformSheet',
  document: ReformSheetListDocument,
  columns: (tools) => {
    const { words } = tools;
    const column = columnsOf<ReformSheetRow>(tools, 'ReformSheet');
    return [
      column.value('number', ({ number }) => number),
      column.name(),
      column.things('field', ({ field }) => [numbered(field)]),
      column.things('perspectives', ({ perspectives }) => perspectives),
      column.things('leadDepartments', ({ leadDepartments }) => leadDepartments.nodes),
      column.things('supportingDepartments', ({ supportingDepartments, supportingScope }) => [
        ...supportingDepartments.nodes,
        ...(supportingScope ? [supportingScope] : []),
      ]),
      column.things('measures', ({ measures }) => measures.nodes),
      column.value(
        'evaluations',
        ({ evaluations }) => gradesAsText(evaluations, tools.language),
        ({ evaluations }) => <Grades evaluations={evaluations} />,
      ),
      column.value('planChanged', ({ planChanged }) => words.flag(planChanged)),
      column.figure('targetFiscalYear', ({ targetFiscalYear }) => targetFiscalYear),
    ];
  },
  narrowing: {
    filters,
    document: ReformSheetChoicesDocument,
    choices: ({ reformSheets: sheets, fieldsAndGrades }) => ({
      reformField: fromHeaders(fieldsAndGrades.rows),
      grade: fromHeaders(fieldsAndGrades.columns),
      perspective: fromFacet(sheets.perspective),
      department: fromFacet(sheets.department),
      supporting: fromFacet(sheets.supporting),
      sdg: fromFacet(sheets.sdg),
      item: fromFacet(sheets.item),
      planChanged: fromFacet(sheets.planChanged),
    }),
  },
});
