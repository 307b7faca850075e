/** Who works with whom. */
import { collaborations, collaborationsOf, roles } from '../../analysis/collaborations.js';
import { type DepartmentNetwork, departmentNetwork } from '../../analysis/department-network.js';
import type { Asked } from '../../graph/projection.js';
import { describe, enumeration } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { edgeOfType } from '../../model/model.js';
import { yieldIfLong } from '../../yielding.js';
import type { RequestContext } from '../context.js';
import { between } from '../types/argument-limits.js';
import { addTo, argument, field, t, withDefault } from '../types/declare.js';
import { nodeOf } from '../types/objects.js';
import { oneOrAllMunicipalities, stage, stageType } from './arguments.js';
import { cityGraphFor } from './city-graphs-of.js';
import { asCollaboration, asScopeCollaboration, Collaboration } from './collaboration.js';
import { CollaborationNetwork } from './collaboration-network.js';

const maximumEntries = 500;

const DepartmentRole = enumeration(
  'DepartmentRole',
  describe('In which role a department takes part in a measure or a reform sheet.', '部署の役割'),
  Object.fromEntries(roles.map((role) => [role, edgeOfType(role).description])),
);

/** How many entries a list may have. */
const firstEntries = (what: string, whatJa: string) =>
  withDefault(
    t.nullable(t.int),
    100,
    `How many${what}: 1 to ${maximumEntries}. [${whatJa}]`,
    between(1, maximumEntries),
  );

export const collaborationQueries = {
  collaborations: field({
    type: CollaborationNetwork,
    description:
      'Which departments share measures or reform sheets with which, in which role, how often and on what; who is central and which groups there are. [部署の連携網]',
    args: {
      municipality: oneOrAllMunicipalities,
      minWeight: withDefault(
        t.nullable(t.int),
        1,
        'How many measures and sheets two departments must share at least; also for who is central and for groups. [共有する件数の下限]',
        between(1),
      ),
      roles: argument(
        t.nullable(t.list(t.enum(DepartmentRole))),
        'Only by these roles: OWNED_BY for shared measures, LED_BY and SUPPORTED_BY for shared sheets; null means all. [対象とする役割。省略時はすべて]',
      ),
      first: firstEntries(' entries each list may have', '各一覧の最大件数'),
      stage,
    },
    resolve: async (_root, { municipality, minWeight, roles, first, stage }, context) => {
      const graph = await cityGraphFor({ ids: [], municipality, stage }, context);
      // Each step takes a city of thousands of things some ten milliseconds.
      await yieldIfLong();
      const found = collaborations(graph, roles ? new Set(roles) : undefined);
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
      };
    },
  }),
};

/** Analyses of a department that the engine has assembled. */
addTo<Asked>(nodeOf('Department'), {
  collaborators: field({
    type: t.list(Collaboration),
    description: 'Departments it shares measures or reform sheets with; those it shares most with first. [連携先]',
    args: {
      first: firstEntries('', '最大件数'),
      stage: argument(stageType, 'The graph as this stage has it; null means as above. [計画段階。省略時は上位と同じ]'),
    },
    extensions: { cost: 5 },
    resolve: async (department: Asked, given, context) => {
      const stage = given.stage ?? (department.stage as Stage | null);
      const { graph, found } = await collaboratorsOf(department.id, stage, context);
      return found.slice(0, given.first).map((pair) => asCollaboration(graph, pair, stage));
    },
  }),
  collaboratorCount: field({
    type: t.int,
    description: 'How many departments it shares measures or reform sheets with. [連携先の部署数]',
    extensions: { cost: 5 },
    resolve: async ({ id, stage }: Asked, _given, context) => (await collaboratorsOf(id, stage, context)).found.length,
  }),
});

async function collaboratorsOf(id: string, stage: string | null, context: RequestContext) {
  const graph = await cityGraphFor({ ids: [id], municipality: null, stage }, context);
  const index = graph.place(id);
  return { graph, found: index === undefined ? [] : collaborationsOf(graph, index) };
}
