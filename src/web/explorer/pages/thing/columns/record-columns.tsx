import type {
  DepartmentCollaboratorsQuery,
  PolicyItemSurveyResultsQuery,
  PolicyItemVisionsQuery,
  ProposalRowFragment,
  SourceDocumentIssuesQuery,
} from '../../../graphql/graphql.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { ThingLinks } from '../parts/cells.js';
import type { Columns } from '../thing-type.js';
import { listed } from './common.js';

/** The entries of the list `Field` of the thing that an operation answers with. */
type RowOf<Query, Field extends string> =
  Extract<
    NonNullable<Query extends { readonly node: infer Node } ? Node : never>,
    Readonly<Record<Field, unknown>>
  > extends {
    readonly [Key in Field]: readonly (infer Row)[];
  }
    ? Row
    : never;

export const surveyColumns: Columns<RowOf<PolicyItemSurveyResultsQuery, 'surveyResults'>> = ({ vocabulary, words }) => {
  const title = (field: string) => vocabulary.field('SurveyResult', field);
  const rank = (place: number | null, of: number | null) =>
    place === null ? null : of === null ? `${place}` : `${place} / ${of}`;
  return [
    { id: 'year', title: title('year'), value: ({ year }) => year, cell: ({ year, era }) => words.year(era, year) },
    { id: 'question', title: title('question'), value: ({ question }) => question },
    { id: 'satisfaction', title: title('satisfaction'), value: (row) => row.satisfaction, numeric: true },
    {
      id: 'satisfactionRank',
      title: title('satisfactionRank'),
      value: (row) => row.satisfactionRank,
      cell: (row) => rank(row.satisfactionRank, row.rankOf),
      numeric: true,
    },
    { id: 'importance', title: title('importance'), value: (row) => row.importance, numeric: true },
    {
      id: 'importanceRank',
      title: title('importanceRank'),
      value: (row) => row.importanceRank,
      cell: (row) => rank(row.importanceRank, row.rankOf),
      numeric: true,
    },
  ];
};

export const visionColumns: Columns<RowOf<PolicyItemVisionsQuery, 'visions'>> = ({ vocabulary }) => [
  {
    id: 'number',
    title: vocabulary.field('Vision', 'number'),
    value: ({ number }) => number,
    cell: ({ id, number }) => <ThingLink thing={{ id, name: `${vocabulary.type('Vision')} ${number}` }} />,
  },
  {
    id: 'change',
    title: vocabulary.field('Vision', 'change'),
    value: ({ change }) => change && vocabulary.value('ChangeKind', change),
  },
  {
    id: 'stages',
    title: vocabulary.field('Entity', 'stages'),
    value: ({ stages }) => listed(stages.map((stage) => vocabulary.value('PlanStage', stage))),
  },
];

export const proposalColumns: Columns<ProposalRowFragment> = ({ vocabulary, nameOf }) => {
  const title = (field: string) => vocabulary.field('IndicatorProposal', field);
  return [
    { id: 'number', title: title('number'), value: ({ number }) => number },
    { id: 'currentName', title: title('currentName'), value: ({ currentName }) => currentName },
    { id: 'draftName', title: title('draftName'), value: ({ draftName }) => draftName },
    {
      id: 'assessment',
      title: title('assessment'),
      value: ({ assessment }) => vocabulary.value('ProposalAssessment', assessment),
    },
    {
      id: 'treatment',
      title: title('treatment'),
      value: ({ treatment }) => treatment && vocabulary.value('ProposalTreatment', treatment),
    },
    {
      id: 'roles',
      title: title('roles'),
      value: ({ roles }) => listed(roles.map((role) => vocabulary.value('IndicatorRole', role))),
    },
    { id: 'remark', title: title('remark'), value: ({ remark }) => remark },
    {
      id: 'indicators',
      title: title('indicators'),
      value: ({ indicators }) => listed(indicators.map(nameOf)),
      cell: ({ indicators }) => <ThingLinks things={indicators} />,
    },
  ];
};

export const collaboratorColumns: Columns<RowOf<DepartmentCollaboratorsQuery, 'collaborators'>> = ({
  vocabulary,
  nameOf,
  words,
}) => [
  {
    id: 'partner',
    title: vocabulary.field('Collaboration', 'partner'),
    value: ({ partner }) => nameOf(partner),
    cell: ({ partner }) => <ThingLink thing={partner} />,
  },
  ...(['weight', 'measureCount', 'sheetCount'] as const).map((field) => ({
    id: field,
    title: vocabulary.field('Collaboration', field),
    value: (row: RowOf<DepartmentCollaboratorsQuery, 'collaborators'>) => row[field],
    numeric: true,
  })),
  {
    id: 'shared',
    title: words.sharedBoth,
    value: ({ shared }) => listed(shared.map(({ node }) => nameOf(node))),
    cell: ({ shared }) => (
      <ul className="thing-links">
        {shared.map(({ node, role, partnerRole }) => (
          <li key={node.id}>
            <ThingLink thing={{ ...node, code: 'code' in node ? node.code : 'number' in node ? node.number : null }} />{' '}
            <span className="quiet-text">
              ({vocabulary.value('RelationshipType', role)} – {vocabulary.value('RelationshipType', partnerRole)})
            </span>
          </li>
        ))}
      </ul>
    ),
  },
];

export const issueColumns: Columns<RowOf<SourceDocumentIssuesQuery, 'issues'>> = ({ vocabulary, language }) => {
  const title = (field: string) => vocabulary.field('ExtractionIssue', field);
  return [
    { id: 'severity', title: title('severity'), value: ({ severity }) => vocabulary.value('IssueSeverity', severity) },
    {
      id: 'message',
      title: title('messageJa'),
      value: ({ message, messageJa }) => (language === 'ja' ? messageJa : message),
    },
    { id: 'expected', title: title('expected'), value: ({ expected }) => expected },
    { id: 'actual', title: title('actual'), value: ({ actual }) => actual },
    {
      id: 'firstLine',
      title: title('firstLine'),
      value: ({ firstLine }) => firstLine,
      numeric: true,
    },
  ];
};
