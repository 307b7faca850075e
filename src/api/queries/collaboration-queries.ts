/** Who works with whom: departments, and a department and a scope, that share measures, policy items or reform sheets. */
import type { CityGraph } from '../../analysis/city-graph.js';
import {
  collaborations,
  collaborationsOf,
  type Collaboration as FoundPair,
  type SharedWork as FoundWork,
  type Role,
  type RolesAsked,
  roleIn,
  roles,
} from '../../analysis/collaborations.js';
import type { CityCoverage } from '../../analysis/coverage/city-coverage.js';
import { ofLinks } from '../../analysis/coverage/whole-city.js';
import { type DepartmentNetwork, departmentNetwork } from '../../analysis/department-network.js';
import { writeCoverage } from '../../graph/coverage.js';
import type { NodeReference } from '../../graph/projection.js';
import { selectionBelow } from '../../graph/selection.js';
import { enumeration, type NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { edgeOfType } from '../../model/model.js';
import { yieldIfLong } from '../../yielding.js';
import type { RequestContext } from '../context.js';
import { coverageField, coverageOf } from '../coverage.js';
import { between } from '../types/argument-limits.js';
import { addTo, argument, computed, field, object, t, withDefault } from '../types/declare.js';
import { RelationshipType } from '../types/enums.js';
import { Coverage, nodeOf } from '../types/objects.js';
import { fewMunicipalities, howMany, stage, stageType } from './arguments.js';
import { type ChosenCities, cityGraphFor } from './cities.js';
import { linkSources, type StagedLink, stagedLink } from './link-fields.js';
import { node, nodes } from './shared-fields.js';

const maximumEntries = 500;

const DepartmentRole = enumeration(
  'DepartmentRole',
  'In which role a department takes part in a measure, a policy item or a reform sheet.',
  '部署の役割',
  Object.fromEntries(roles.map((role) => [role, edgeOfType(role).description])),
);

const roleProperties = {
  role: [t.enum(RelationshipType), 'How the department takes part. [部署の役割]'],
  partnerRole: [t.enum(RelationshipType), 'How the partner takes part. [相手の役割]'],
} as const;

interface Linked {
  readonly links: readonly StagedLink[];
}

const SharedWork = object<ReturnType<typeof asShared>>(
  'SharedWork',
  'A measure, a policy item or a reform sheet that two share. [共有する施策・シート]',
  roleProperties,
  {
    node: node('Entity', 'id', 'The measure, policy item or reform sheet. [施策・シート]'),
    sources: linkSources('Where it was read that both take part in it. [出典]', ({ links }: Linked) => links),
  },
);

const SharedRolesCount = object('SharedRoles', 'How often two share something in these roles. [役割の組ごとの件数]', {
  ...roleProperties,
  count: [t.int, 'How many measures, policy items or sheets. [件数]'],
});

const sharedSources = (description: string) =>
  linkSources(description, ({ shared }: { readonly shared: readonly Linked[] }) =>
    shared.flatMap(({ links }) => links),
  );

const Collaboration = object<ReturnType<typeof asCollaboration>>(
  'Collaboration',
  'Two departments that share measures, policy items or reform sheets. [部署間の連携]',
  {
    weight: [t.int, 'How many measures, policy items and sheets they share. [共有する施策・シートの件数]'],
    measureCount: [t.int, 'How many measures. [共有する施策中項目の件数]'],
    policyItemCount: [t.int, 'How many policy items for which both answer as a whole. [共有する施策大項目の件数]'],
    sheetCount: [t.int, 'How many reform sheets. [共有する実施計画シートの件数]'],
    roles: [t.list(SharedRolesCount), 'In which roles, and how often; most often first. [役割の組ごとの件数]'],
    shared: [t.list(SharedWork), 'What they share: measures, policy items, reform sheets. [共有する施策・シート]'],
  },
  {
    department: node('Department', 'departmentId', 'The department. [部署]'),
    partner: node('Department', 'partnerId', 'The department it works with. [連携先]'),
    sources: sharedSources('Where it was read that both take part in what they share. [出典]'),
  },
);

const ScopeCollaboration = object<ReturnType<typeof asScopeCollaboration>>(
  'ScopeCollaboration',
  'A department and a scope, such as all departments, that supports its reform sheets; a scope names no single department. [部署と連携課の範囲]',
  {
    weight: [t.int, 'How many sheets. [シートの件数]'],
    shared: [t.list(SharedWork), 'Which sheets. [共有するシート]'],
  },
  {
    department: node('Department', 'departmentId', 'The department. [部署]'),
    scope: node('SupportingScope', 'partnerId', 'The scope. [連携課の範囲]'),
    sources: sharedSources('Where it was read. [出典]'),
  },
);

/** A department and a scope as the schema shows them. */
function asScopeCollaboration(graph: CityGraph, found: FoundPair, stage: Stage | null) {
  const shared = found.shared.map((work) => asShared(graph, work, stage));
  const [departmentId = '', partnerId = ''] = [graph.ids[found.department], graph.ids[found.partner]];
  return { weight: shared.length, shared, departmentId, partnerId, stage };
}

/** Two departments as the schema shows them. */
function asCollaboration(graph: CityGraph, found: FoundPair, stage: Stage | null) {
  const pair = asScopeCollaboration(graph, found, stage);
  const countOf = (type: NodeName) => found.shared.filter(({ work }) => graph.types[work] === type).length;
  return {
    ...pair,
    measureCount: countOf('Measure'),
    policyItemCount: countOf('PolicyItem'),
    sheetCount: countOf('ReformSheet'),
    roles: countRoles(pair.shared),
  };
}

const asShared = (graph: CityGraph, { work, ours, theirs }: FoundWork, stage: Stage | null) => ({
  role: roleIn(ours),
  partnerRole: roleIn(theirs),
  id: graph.ids[work] ?? '',
  links: [...ours, ...theirs].map((link) => stagedLink(graph, link, stage)),
  stage,
});

function countRoles(shared: readonly Pick<ReturnType<typeof asShared>, 'role' | 'partnerRole'>[]) {
  const counts = new Map<string, { readonly role: string; readonly partnerRole: string; readonly count: number }>();
  for (const { role, partnerRole } of shared) {
    const key = `${role} ${partnerRole}`;
    counts.set(key, { role, partnerRole, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

const NetworkDepartment = object(
  'NetworkDepartment',
  'A department among those it works with. [連携網の中の部署]',
  {
    degree: [t.int, 'How many departments it shares something with. [連携先の部署数]'],
    weightedDegree: [t.int, 'What it shares, counted once for each partner: the sum of the weights. [共有件数の合計]'],
    betweenness: [
      t.float,
      'Share of the shortest ways between every other two departments of the network that lead through it, 0 to 1. [媒介中心性]',
    ],
    group: [t.int, 'Number of its group. [グループ番号]'],
    component: [t.int, 'Number of its component. [連結成分の番号]'],
  },
  { department: node('Department', 'id', 'The department. [部署]') },
);

const DepartmentGroup = object(
  'DepartmentGroup',
  'Departments that share more with one another than with the rest. [連携の強いグループ]',
  {
    number: [t.int, 'Number, from 1; the largest group first. [番号]'],
    size: [t.int, 'How many departments it has. [部署数]'],
    weightInside: [t.int, 'Sum of the weights between its departments. [グループ内の共有件数]'],
    weightOutside: [t.int, 'Sum of the weights to departments of other groups. [グループ外との共有件数]'],
  },
  {
    departments: nodes('Department', 'ids', 'Its departments, those that share most within the group first. [部署]'),
  },
);

const DepartmentComponent = object(
  'DepartmentComponent',
  'Departments that are joined by what they share, directly or through others, and that nothing joins to the rest. [連結成分]',
  {
    number: [t.int, 'Number, from 1; the largest component first. [番号]'],
    size: [t.int, 'How many departments it has. [部署数]'],
  },
  { departments: nodes('Department', 'ids', 'Its departments. [部署]') },
);

/** What the parts of a network are made of when they are asked for. */
interface Network {
  readonly stage: Stage | null;
  /** The most entries of each list. */
  readonly first: number;
  readonly network: () => Promise<DepartmentNetwork>;
  readonly graph: CityGraph;
  readonly asked: RolesAsked;
  readonly cities: ChosenCities;
  readonly totalCount: number;
}

const CollaborationNetwork = object(
  'CollaborationNetwork',
  'Which departments share measures, policy items and reform sheets with which. [部署の連携網]',
  {
    collaborations: [
      t.list(Collaboration),
      'Each two departments once, those that share most first. [部署間の連携。共有の多い順]',
    ],
    totalCount: [t.int, 'How many pairs of departments there are. [組の総数]'],
    truncated: [t.boolean, 'Whether a list below was cut at `first`. [打ち切りの有無]'],
    scopes: [
      t.list(ScopeCollaboration),
      'Departments and scopes such as 全庁, which are kept apart. [部署と連携課の範囲]',
    ],
  },
  {
    coverage: coverageField(
      'Whether the documents list everything in which departments take part in these roles. [網羅の状態]',
      ({ asked, cities, stage, totalCount }: Network) => ({
        scope: { ids: [], ...cities, stage },
        extent: takingPart(asked),
        isEmpty: totalCount === 0,
      }),
    ),
    departments: computed(
      t.list(NetworkDepartment),
      'Departments that share anything, the most central first. [連携のある部署。中心性の高い順]',
      async ({ network, graph, first, stage }: Network) => {
        const { members } = await network();
        return members
          .slice(0, first)
          .map(({ department, ...figures }) => ({ ...figures, id: graph.ids[department] ?? '', stage }));
      },
    ),
    departmentCount: computed(
      t.int,
      'How many departments share anything. [連携のある部署の総数]',
      async ({ network }: Network) => (await network()).members.length,
    ),
    groups: computed(
      t.list(DepartmentGroup),
      'Groups of departments that share more with one another than with the rest (Louvain). [連携の強いグループ]',
      async ({ network, graph, first, stage }: Network) => {
        const { groups } = await network();
        return groups.slice(0, first).map(({ departments, ...figures }) => ({
          ...figures,
          size: departments.length,
          ids: departments.map((index) => graph.ids[index] ?? ''),
          stage,
        }));
      },
    ),
    components: computed(
      t.list(DepartmentComponent),
      'The parts of the network that nothing joins, the largest first. [連結成分。大きい順]',
      async ({ network, graph, first, stage }: Network) => {
        const { components } = await network();
        return components.slice(0, first).map(({ number, departments }) => ({
          number,
          size: departments.length,
          ids: departments.map((index) => graph.ids[index] ?? ''),
          stage,
        }));
      },
    ),
    componentCount: computed(
      t.int,
      'How many such parts there are. [連結成分の総数]',
      async ({ network }: Network) => (await network()).components.length,
    ),
    modularity: computed(
      t.float,
      'How far the groups stand apart: 0 no more than by chance, towards 1 clearly. [モジュラリティ]',
      async ({ network }: Network) => (await network()).modularity,
    ),
  },
);

/** Which collaborations are meant: at the root and below a department alike. */
const pairArguments = {
  minWeight: withDefault(
    t.nullable(t.int),
    1,
    'How many measures, policy items and sheets two departments must share at least in these roles; at the root also for who is central and for groups. [共有する件数の下限]',
    between(1),
  ),
  roles: argument(
    t.nullable(t.list(t.enum<Role>(DepartmentRole))),
    'Only by these roles: OWNED_BY and MEASURE_SUPPORTED_BY for shared measures, ITEM_OWNED_BY for shared policy items, LED_BY and SUPPORTED_BY for shared sheets; null means all. [対象とする役割。省略時はすべて]',
  ),
  partnerRoles: argument(
    t.nullable(t.list(t.enum<Role>(DepartmentRole))),
    'Only with partners in these roles, such as SUPPORTED_BY beside `roles: [LED_BY]`: who leads with who supports. Pairs are then counted from the department to the partner, the other direction apart; null means as `roles`. [連携先の役割。指定すると、部署から連携先への向きごとに数える。省略時はrolesと同じ]',
  ),
} as const;

const rolesAsked = (given: {
  readonly roles: readonly Role[] | null;
  readonly partnerRoles: readonly Role[] | null;
}): RolesAsked => ({
  roles: new Set(given.roles ?? roles),
  partnerRoles: given.partnerRoles && new Set(given.partnerRoles),
});

/** How far a city's documents list what departments take part in. */
const takingPart =
  ({ roles, partnerRoles }: RolesAsked) =>
  (city: CityCoverage) =>
    ofLinks(city, new Set([...roles, ...(partnerRoles ?? [])].filter((role) => city.countsOn(role))));

export const collaborationQueries = {
  collaborations: field({
    type: CollaborationNetwork,
    description:
      'Which departments share measures, policy items or reform sheets with which, in which role, how often and on what; who is central and which groups there are. [部署の連携網]',
    args: {
      ...fewMunicipalities,
      ...pairArguments,
      first: howMany(100, 1, maximumEntries, ' entries each list may have', '各一覧の最大件数'),
      stage,
    },
    resolve: async (_root, { municipality, municipalities, minWeight, first, stage, ...given }, context) => {
      const graph = await cityGraphFor({ ids: [], municipality, municipalities, stage }, context);
      // Each step takes a city of thousands of things some ten milliseconds.
      await yieldIfLong();
      const asked = rolesAsked(given);
      const found = collaborations(graph, asked);
      const pairs = found.departments.filter(({ shared }) => shared.length >= minWeight);
      const networkLater = async () => {
        await yieldIfLong();
        return departmentNetwork(pairs);
      };
      let network: Promise<DepartmentNetwork> | null = null;
      return {
        collaborations: pairs.slice(0, first).map((pair) => asCollaboration(graph, pair, stage)),
        totalCount: pairs.length,
        truncated: Math.max(pairs.length, found.scopes.length) > first,
        scopes: found.scopes.slice(0, first).map((pair) => asScopeCollaboration(graph, pair, stage)),
        first,
        network: () => {
          network ??= networkLater();
          return network;
        },
        graph,
        stage,
        asked,
        cities: { municipality, municipalities },
      };
    },
  }),
};

/** Analyses of a department that the engine has assembled. */
addTo<NodeReference>(nodeOf('Department'), {
  collaborators: field({
    type: t.list(Collaboration),
    description:
      'Departments it shares measures, policy items or reform sheets with; those it shares most with first. [連携先]',
    args: {
      ...pairArguments,
      first: howMany(100, 1, maximumEntries, '', '最大件数'),
      stage: argument(stageType, 'The graph as this stage has it; null means as above. [計画段階。省略時は上位と同じ]'),
    },
    extensions: { cost: 5 },
    resolve: async (department: NodeReference, given, context) => {
      const stage = given.stage ?? (department.stage as Stage | null);
      const { graph, found } = await collaboratorsOf(department.id, stage, given, context);
      return found.slice(0, given.first).map((pair) => asCollaboration(graph, pair, stage));
    },
  }),
  collaboratorCoverage: field({
    type: Coverage,
    description:
      'Whether the documents list everything in which it and others take part, of which `collaborators` and their count go. [連携先の網羅の状態]',
    extensions: { cost: 5 },
    resolve: async (department: NodeReference, _given, context, info) => {
      const { id, stage } = department;
      const scope = { ids: [id], municipality: null, stage };
      const { found } = await collaboratorsOf(id, stage, everyPair, context);
      const told = await coverageOf(
        { scope, extent: takingPart(rolesAsked(everyPair)), isEmpty: found.length === 0 },
        context,
      );
      return writeCoverage(told, selectionBelow(info));
    },
  }),
  collaboratorCount: field({
    type: t.int,
    description: 'How many departments it shares measures, policy items or reform sheets with. [連携先の部署数]',
    args: pairArguments,
    extensions: { cost: 5 },
    resolve: async ({ id, stage }: NodeReference, given, context) =>
      (await collaboratorsOf(id, stage, given, context)).found.length,
  }),
});

type PairsAsked = Parameters<typeof rolesAsked>[0] & { readonly minWeight: number };

const everyPair: PairsAsked = { roles: null, partnerRoles: null, minWeight: 1 };

async function collaboratorsOf(id: string, stage: string | null, given: PairsAsked, context: RequestContext) {
  const graph = await cityGraphFor({ ids: [id], municipality: null, stage }, context);
  const index = graph.indexOf(id);
  const all = index === undefined ? [] : collaborationsOf(graph, index, rolesAsked(given));
  return { graph, found: all.filter(({ shared }) => shared.length >= given.minWeight) };
}
