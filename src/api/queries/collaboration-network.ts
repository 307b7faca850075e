import type { CityGraph } from '../../analysis/city-graph.js';
import type { DepartmentNetwork } from '../../analysis/department-network.js';
import type { Stage } from '../../model/enums.js';
import { computed, object, t } from '../types/declare.js';
import { type asCollaboration, type asScopeCollaboration, Collaboration, ScopeCollaboration } from './collaboration.js';
import { node, nodes } from './shared-fields.js';

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

interface Network {
  readonly stage: Stage | null;
  readonly collaborations: readonly ReturnType<typeof asCollaboration>[];
  readonly totalCount: number;
  readonly truncated: boolean;
  readonly scopes: readonly ReturnType<typeof asScopeCollaboration>[];
  /** The most entries of each list. */
  readonly first: number;
  readonly network: () => Promise<DepartmentNetwork>;
  readonly graph: CityGraph;
}

export const CollaborationNetwork = object<Network>(
  'CollaborationNetwork',
  'Which departments share measures and reform sheets with which. [部署の連携網]',
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
    departments: computed(
      t.list(NetworkDepartment),
      'Departments that share anything, the most central first. [連携のある部署。中心性の高い順]',
      async ({ network, graph, first, stage }) => {
        const { members } = await network();
        return members
          .slice(0, first)
          .map(({ department, ...figures }) => ({ ...figures, id: graph.ids[department] ?? '', stage }));
      },
    ),
    departmentCount: computed(
      t.int,
      'How many departments share anything. [連携のある部署の総数]',
      async ({ network }) => (await network()).members.length,
    ),
    groups: computed(
      t.list(DepartmentGroup),
      'Groups of departments that share more with one another than with the rest (Louvain). [連携の強いグループ]',
      async ({ network, graph, first, stage }) => {
        const { groups } = await network();
        return groups.slice(0, first).map(({ departments, ...figures }) => ({
          ...figures,
          size: departments.length,
          ids: departments.map((index) => graph.ids[index] ?? ''),
          stage,
        }));
      },
    ),
    modularity: computed(
      t.float,
      'How far the groups stand apart: 0 no more than by chance, towards 1 clearly. [モジュラリティ]',
      async ({ network }) => (await network()).modularity,
    ),
  },
);
