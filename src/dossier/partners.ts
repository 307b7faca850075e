/** The departments that a department shares measures or reform sheets with, as `Department.collaborators` has them. */
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

/** A measure or sheet that two departments take part in, each in its role. */
interface SharedWork {
  readonly node: NamedFragment;
  readonly sign: string | null;
  readonly isSheet: boolean;
  readonly role: EdgeName;
  readonly partnerRole: EdgeName;
  readonly partner: NamedFragment;
  readonly sources: Line['sources'];
}

/** The works that a department does in a role, with each of those who do it beside. */
function sharedWorks({ id, measures, ledSheets, supportedSheets }: Department): readonly SharedWork[] {
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
      const work = { node, sign: node.number, isSheet: true, role, sources };
      return [
        ...beside(work, 'LED_BY', node.leadDepartments),
        ...beside(work, 'SUPPORTED_BY', node.supportingDepartments),
      ];
    });
  return [
    ...measures.edges.flatMap(({ node, sources }) => {
      const work = { node, sign: node.code, isSheet: false, role: 'OWNED_BY' as const, sources };
      return beside(work, 'OWNED_BY', node.departments);
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
  const sheets = countOf(works.filter(({ isSheet }) => isSheet));
  const measures = countOf(works) - sheets;
  const counts = {
    ja: `施策中項目 ${measures} 件、実施計画シート ${sheets} 件：`,
    en: `measures: ${measures}, reform sheets: ${sheets}; `,
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
export const partnerLists: Section<Department>['lists'] = ({ measures, ledSheets, supportedSheets }) => [
  measures,
  ...measures.edges.map(({ node }) => node.departments),
  ...[ledSheets, supportedSheets].flatMap((sheets) => [
    sheets,
    ...sheets.edges.flatMap(({ node }) => [node.leadDepartments, node.supportingDepartments]),
  ]),
];
