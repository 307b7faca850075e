import type {
  DepartmentLinkFragment,
  IndicatorLinkFragment,
  InitiativeLinkFragment,
  LinkagePlanLinkFragment,
  ReformFieldLinkFragment,
  ReformSheetLinkFragment,
} from '../../../graphql/graphql.js';
import { figureIn } from '../../../language/figures.js';
import { Grades, gradesAsText } from '../../../parts/graded-sheets.js';
import { Code } from '../parts/cells.js';
import { CourseChart } from '../parts/course-chart.js';
import type { Columns } from '../thing-type.js';
import { linksColumn, listed, nameColumn } from './common.js';

export const departmentColumns: Columns<DepartmentLinkFragment> = (labels) => [
  nameColumn('Department', labels),
  ...(['measures', 'ledSheets', 'supportedSheets'] as const).map((field) => ({
    id: field,
    title: labels.vocabulary.field('Department', field),
    value: ({ node }: DepartmentLinkFragment) => node[field].totalCount,
    numeric: true,
  })),
];

export const reformSheetColumns: Columns<ReformSheetLinkFragment> = (labels) => {
  const { vocabulary } = labels;
  return [
    {
      id: 'number',
      title: vocabulary.field('ReformSheet', 'number'),
      value: ({ node }) => node.number,
      cell: ({ node }) => <Code>{node.number}</Code>,
    },
    nameColumn('ReformSheet', labels),
    {
      id: 'evaluations',
      title: vocabulary.field('ReformSheet', 'evaluations'),
      value: ({ node }) => gradesAsText(node.evaluations, labels.language),
      cell: ({ node }) => <Grades evaluations={node.evaluations} />,
    },
    linksColumn(
      'leadDepartments',
      vocabulary.field('ReformSheet', 'leadDepartments'),
      (node) => node.leadDepartments.nodes,
      labels,
    ),
    linksColumn('measures', vocabulary.type('Measure'), (node) => node.measures.nodes, labels),
    {
      id: 'years',
      title: vocabulary.type('FiscalPeriod'),
      value: ({ node: { startEra, startFiscalYear, targetEra, targetFiscalYear } }) =>
        `${labels.words.shortYear(startEra, startFiscalYear)}–${labels.words.shortYear(targetEra, targetFiscalYear)}`,
    },
  ];
};

export const reformFieldColumns: Columns<ReformFieldLinkFragment> = (labels) => [
  {
    id: 'number',
    title: labels.vocabulary.field('ReformField', 'number'),
    value: ({ node }) => node.number,
  },
  nameColumn('ReformField', labels),
  {
    id: 'sheets',
    title: labels.vocabulary.field('ReformField', 'sheets'),
    value: ({ node }) => node.sheets.totalCount,
    numeric: true,
  },
];

export const linkagePlanColumns: Columns<LinkagePlanLinkFragment> = (labels) => [
  {
    id: 'number',
    title: labels.vocabulary.field('LinkagePlan', 'number'),
    value: ({ node }) => node.number,
  },
  nameColumn('LinkagePlan', labels),
  { id: 'subtitle', title: labels.vocabulary.field('LinkagePlan', 'subtitle'), value: ({ node }) => node.subtitle },
  {
    id: 'initiatives',
    title: labels.vocabulary.field('LinkagePlan', 'initiatives'),
    value: ({ node }) => node.initiatives.totalCount,
    numeric: true,
  },
];

export const initiativeColumns: Columns<InitiativeLinkFragment> = (labels) => [
  {
    id: 'number',
    title: labels.vocabulary.field('Initiative', 'number'),
    value: ({ node }) => `${node.linkagePlan.number}-${node.number}`,
  },
  nameColumn('Initiative', labels),
  linksColumn(
    'linkagePlan',
    labels.vocabulary.field('Initiative', 'linkagePlan'),
    ({ linkagePlan }) => [linkagePlan],
    labels,
  ),
  linksColumn(
    'policyItems',
    labels.vocabulary.field('Initiative', 'policyItems'),
    (node) => node.policyItems.nodes,
    labels,
  ),
];

export const indicatorColumns: Columns<IndicatorLinkFragment> = (labels) => {
  const { vocabulary, words } = labels;
  return [
    nameColumn('Indicator', labels),
    {
      id: 'roles',
      title: vocabulary.field('Indicator', 'roles'),
      value: ({ node }) => listed(node.roles.map((role) => vocabulary.value('IndicatorRole', role))),
    },
    {
      id: 'baseline',
      title: vocabulary.field('Indicator', 'baseline'),
      value: ({ node }) => node.baseline?.value ?? node.baseline?.text ?? null,
      cell: ({ node }) => figureIn(node.baseline, labels.language),
      numeric: true,
    },
    {
      id: 'target',
      title: vocabulary.field('Indicator', 'target'),
      value: ({ node }) => node.target?.value ?? node.target?.text ?? null,
      cell: ({ node }) => figureIn(node.target, labels.language),
      numeric: true,
    },
    {
      id: 'direction',
      title: vocabulary.field('Indicator', 'direction'),
      value: ({ node: { progress } }) =>
        progress.direction && vocabulary.value('IndicatorDirection', progress.direction),
    },
    {
      id: 'course',
      title: words.course.column,
      value: ({ node: { progress } }) => progress.distancePercent,
      cell: ({ node }) => <CourseChart indicator={node} />,
    },
  ];
};
