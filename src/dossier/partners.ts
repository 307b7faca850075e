/** The departments that a department shares measures, policy items or reform sheets with, as `Department.collaborators` has them. */
import { groupBy } from '../group-by.js';
import type { Description, EdgeName } from '../model/declaration.js';
import { edgeOfType } from '../model/model.js';
import type { DepartmentsFragment, DossierDepartmentQuery, NamedFragment } from './graphql/graphql.js';
import {
  joined,
  type Line,
  mention,
  mentionBySign,
  nameOf,
  phrase,
  type Section,
  type SubjectOf,
  same,
  together,
} from './section.js';

type Department = SubjectOf<DossierDepartmentQuery['partners'], 'Department'>;

/** A measure, policy item or sheet that two departments take part in, each in its role. */
interface SharedWork {
  readonly node: NamedFragment;
  readonly sign: string | null;
  readonly type: 'Measure' | 'PolicyItem' | 'ReformSheet';
  readonly role: EdgeName;
  readonly partnerRole: EdgeName;
  readonly partner: NamedFragment;
  readonly sources: Line['sources'];
}

/** The works that a department does in a role, with each of those who do it beside. */
function sharedWorks({
  id,
  measures,
  supportedMeasures,
  responsiblePolicyItems,
  ledSheets,
  supportedSheets,
}: Department): readonly SharedWork[] {
  const beside = (
    work: Omit<SharedWork, 'partner' | 'partnerRole'>,
    partnerRole: EdgeName,
    { edges }: DepartmentsFragment,
  ): readonly SharedWork[] =>
    edges.flatMap(({ node: partner, sources }) =>
      partner.id === id ? [] : [{ ...work, partner, partnerRole, sources: together(work.sources, sources) }],
    );
  const ofSheets = ({ edges }: Department['ledSheets'], role: EdgeName) =>
    edges.flatMap(({ node, sources }) => {
      const work = { node, sign: node.number, type: 'ReformSheet' as const, role, sources };
      return [
        ...beside(work, 'LED_BY', node.leadDepartments),
        ...beside(work, 'SUPPORTED_BY', node.supportingDepartments),
      ];
    });
  const ofMeasures = ({ edges }: Department['measures'], role: EdgeName) =>
    edges.flatMap(({ node, sources }) => {
      const work = { node, sign: node.code, type: 'Measure' as const, role, sources };
      return [
        ...beside(work, 'OWNED_BY', node.departments),
        ...beside(work, 'MEASURE_SUPPORTED_BY', node.supportingDepartments),
      ];
    });
  return [
    ...ofMeasures(measures, 'OWNED_BY'),
    ...ofMeasures(supportedMeasures, 'MEASURE_SUPPORTED_BY'),
    ...responsiblePolicyItems.edges.flatMap(({ node, sources }) => {
      const work = { node, sign: node.code, type: 'PolicyItem' as const, role: 'ITEM_OWNED_BY' as const, sources };
      return beside(work, 'ITEM_OWNED_BY', node.responsibleDepartments);
    }),
    ...ofSheets(ledSheets, 'LED_BY'),
    ...ofSheets(supportedSheets, 'SUPPORTED_BY'),
  ];
}

const roleWords = (role: EdgeName): Description => ({
  ja: edgeOfType(role).description.ja,
  en: role.toLowerCase().replaceAll('_', ' '),
});

/** A line for each partner, those it shares most with first. */
export const partnerLines = (department: Department): readonly Line[] =>
  [...groupBy(sharedWorks(department), ({ partner }) => partner.id).values()]
    .toSorted((a, b) => countOf(b) - countOf(a))
    .map(partnerLine);

const countOf = (works: readonly SharedWork[]) => new Set(works.map(({ node }) => node.id)).size;

/** A partner with all that both take part in, and the roles in which they do: its own, then the partner's. */
function partnerLine(works: readonly [SharedWork, ...SharedWork[]]): Line {
  const [{ partner }] = works;
  const [measures, items, sheets] = (['Measure', 'PolicyItem', 'ReformSheet'] as const).map((each) =>
    countOf(works.filter(({ type }) => type === each)),
  );
  const counts = {
    ja: `施策中項目 ${measures} 件、${items ? `施策大項目 ${items} 件、` : ''}実施計画シート ${sheets} 件：`,
    en: `measures: ${measures}, ${items ? `policy items: ${items}, ` : ''}reform sheets: ${sheets}; `,
  };
  const named = works.map(({ node, sign, role, partnerRole }) =>
    phrase(
      ['', '（', '–', '）'],
      ['', ' (', ' – ', ')'],
      sign === null ? nameOf(node) : same(sign),
      roleWords(role),
      roleWords(partnerRole),
    ),
  );
  return {
    label: nameOf(partner),
    text: phrase(['', '', ''], ['', '', ''], counts, joined(named)),
    id: partner.id,
    mentions: [
      mention(partner),
      ...works.flatMap(({ node, sign }) => (sign === null ? [mention(node)] : mentionBySign(node.id, sign))),
    ],
    sources: together(...works.map(({ sources }) => sources)),
  };
}

/** All lists of it, any of which may have been cut. */
export const partnerLists: Section<Department>['lists'] = ({
  measures,
  supportedMeasures,
  responsiblePolicyItems,
  ledSheets,
  supportedSheets,
}) => [
  ...[measures, supportedMeasures].flatMap((list) => [
    list,
    ...list.edges.flatMap(({ node }) => [node.departments, node.supportingDepartments]),
  ]),
  responsiblePolicyItems,
  ...responsiblePolicyItems.edges.map(({ node }) => node.responsibleDepartments),
  ...[ledSheets, supportedSheets].flatMap((sheets) => [
    sheets,
    ...sheets.edges.flatMap(({ node }) => [node.leadDepartments, node.supportingDepartments]),
  ]),
];
