import type {
  MeasureLinkFragment,
  PolicyFieldLinkFragment,
  PolicyItemLinkFragment,
  ProjectLinkFragment,
  RelatedPlanLinkFragment,
  SdgLinkFragment,
} from '../../../graphql/graphql.js';
import { ChangeList, changesAsText } from '../../../parts/change-list.js';
import { GradedSheets, sheetsAsText } from '../../../parts/graded-sheets.js';
import { SdgMarks } from '../../../parts/sdg-mark.js';
import { Code, NamedGoal } from '../parts/cells.js';
import type { Columns } from '../thing-type.js';
import { linksColumn, listed, nameColumn } from './common.js';

export const policyFieldColumns: Columns<PolicyFieldLinkFragment> = (labels) => [
  {
    id: 'number',
    title: labels.vocabulary.field('PolicyField', 'number'),
    value: ({ node }) => node.number,
  },
  nameColumn('PolicyField', labels),
  { id: 'vision', title: labels.vocabulary.field('PolicyField', 'vision'), value: ({ node }) => node.vision },
  {
    id: 'policyItems',
    title: labels.vocabulary.type('PolicyItem'),
    value: ({ node }) => node.policyItems.totalCount,
    numeric: true,
  },
];

export const policyItemColumns: Columns<PolicyItemLinkFragment> = (labels) => [
  {
    id: 'code',
    title: labels.vocabulary.field('PolicyItem', 'number'),
    value: ({ node }) => node.code,
    cell: ({ node }) => <Code>{node.code}</Code>,
  },
  nameColumn('PolicyItem', labels),
  linksColumn('field', labels.vocabulary.field('PolicyItem', 'field'), (node) => [node.field], labels),
  {
    id: 'measures',
    title: labels.vocabulary.field('PolicyItem', 'measures'),
    value: ({ node }) => node.measures.totalCount,
    numeric: true,
  },
  goalsColumn(labels.vocabulary.type('Sdg')),
  linksColumn(
    'linkagePlans',
    labels.vocabulary.field('PolicyItem', 'linkagePlans'),
    (node) => node.linkagePlans.nodes,
    labels,
  ),
];

export const measureColumns: Columns<MeasureLinkFragment> = (labels) => {
  const { vocabulary } = labels;
  return [
    {
      id: 'code',
      title: vocabulary.field('Measure', 'number'),
      value: ({ node }) => node.code,
      cell: ({ node }) => <Code>{node.code}</Code>,
    },
    nameColumn('Measure', labels),
    linksColumn(
      'policyItem',
      vocabulary.field('Measure', 'policyItem'),
      ({ policyItem }) => (policyItem ? [policyItem] : []),
      labels,
    ),
    linksColumn(
      'departments',
      vocabulary.field('Measure', 'departments'),
      ({ departments }) => departments.nodes,
      labels,
    ),
    goalsColumn(vocabulary.type('Sdg')),
    {
      id: 'reformSheets',
      title: `${vocabulary.type('ReformSheet')} / ${vocabulary.field('ReformSheet', 'evaluations')}`,
      value: ({ node }) => sheetsAsText(node.reformSheets.nodes, labels),
      cell: ({ node }) => <GradedSheets sheets={node.reformSheets.nodes} />,
    },
    {
      id: 'changes',
      title: vocabulary.field('Measure', 'changes'),
      value: ({ node }) => changesAsText(node.changes, labels),
      cell: ({ node }) => <ChangeList changes={node.changes} />,
    },
  ];
};

export const sdgColumns: Columns<SdgLinkFragment> = ({ vocabulary, nameOf }) => [
  {
    id: 'name',
    title: vocabulary.type('Sdg'),
    value: ({ node }) => `${node.number} ${nameOf(node)}`,
    cell: ({ node }) => <NamedGoal goal={node} />,
  },
];

export const projectColumns: Columns<ProjectLinkFragment> = (labels) => [
  {
    id: 'number',
    title: labels.vocabulary.field('Project', 'number'),
    value: ({ node }) => node.number,
  },
  nameColumn('Project', labels),
];

export const relatedPlanColumns: Columns<RelatedPlanLinkFragment> = (labels) => [
  nameColumn('RelatedPlan', labels),
  {
    id: 'period',
    title: labels.vocabulary.field('RelatedPlan', 'period'),
    value: ({ node }) => node.period?.text ?? null,
  },
];

/** Goals as marks; "SDG17" finds them, where "17" alone would find codes too. */
const goalsColumn = (title: string) => ({
  id: 'sdgs',
  title,
  value: ({ node }: { readonly node: Pick<MeasureLinkFragment['node'], 'sdgs'> }) =>
    listed(node.sdgs.nodes.map(({ number }) => `SDG${number}`)),
  cell: ({ node }: { readonly node: Pick<MeasureLinkFragment['node'], 'sdgs'> }) => <SdgMarks sdgs={node.sdgs.nodes} />,
});
