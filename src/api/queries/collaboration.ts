/** Two departments, or a department and a scope, that share measures or reform sheets. */
import type { CityGraph } from '../../analysis/city-graph.js';
import {
  type Collaboration as FoundPair,
  type SharedWork as FoundWork,
  roleIn,
} from '../../analysis/collaborations.js';
import type { Stage } from '../../model/enums.js';
import { computed, object, t } from '../types/declare.js';
import { RelationshipType } from '../types/enums.js';
import { assembledList, Source } from '../types/objects.js';
import { type StagedLink, sourcesOfLinks, stagedLink } from './link-fields.js';
import { node } from './shared-fields.js';

interface SharedRoles {
  readonly role: string;
  readonly partnerRole: string;
}

interface SharedWorkValue extends SharedRoles {
  readonly id: string;
  readonly links: readonly StagedLink[];
  readonly stage: Stage | null;
}

const roleProperties = {
  role: [t.enum(RelationshipType), 'How the department takes part. [部署の役割]'],
  partnerRole: [t.enum(RelationshipType), 'How the partner takes part. [相手の役割]'],
} as const;

const SharedWork = object<SharedWorkValue>(
  'SharedWork',
  'A measure or a reform sheet that two share. [共有する施策・シート]',
  roleProperties,
  {
    node: node('Entity', 'id', 'The measure or reform sheet. [施策・シート]'),
    sources: computed(
      assembledList(Source),
      'Where it was read that both take part in it. [出典]',
      ({ links, stage }, _given, context, info) => sourcesOfLinks(links, stage, context, info),
    ),
  },
);

const SharedRolesCount = object<SharedRoles & { readonly count: number }>(
  'SharedRoles',
  'How often two share something in these roles. [役割の組ごとの件数]',
  { ...roleProperties, count: [t.int, 'How many measures or sheets. [件数]'] },
);

/** A field that says where it was read that two take part in what they share. */
const sharedSources = (description: string) =>
  computed(
    assembledList(Source),
    description,
    (
      { shared, stage }: { readonly shared: readonly SharedWorkValue[]; readonly stage: Stage | null },
      _given,
      context,
      info,
    ) =>
      sourcesOfLinks(
        shared.flatMap(({ links }) => links),
        stage,
        context,
        info,
      ),
  );

export const Collaboration = object<ReturnType<typeof asCollaboration>>(
  'Collaboration',
  'Two departments that share measures or reform sheets. [部署間の連携]',
  {
    weight: [t.int, 'How many measures and sheets they share. [共有する施策・シートの件数]'],
    measureCount: [t.int, 'How many measures. [共有する施策中項目の件数]'],
    sheetCount: [t.int, 'How many reform sheets. [共有する実施計画シートの件数]'],
    roles: [t.list(SharedRolesCount), 'In which roles, and how often; most often first. [役割の組ごとの件数]'],
    shared: [t.list(SharedWork), 'What they share, measures first. [共有する施策・シート]'],
  },
  {
    department: node('Department', 'departmentId', 'The department. [部署]'),
    partner: node('Department', 'partnerId', 'The department it works with. [連携先]'),
    sources: sharedSources('Where it was read that both take part in what they share. [出典]'),
  },
);

export const ScopeCollaboration = object<ReturnType<typeof asScopeCollaboration>>(
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
export function asScopeCollaboration(graph: CityGraph, found: FoundPair, stage: Stage | null) {
  const shared = found.shared.map((work) => asShared(graph, work, stage));
  const [departmentId = '', partnerId = ''] = [graph.ids[found.department], graph.ids[found.partner]];
  return { weight: shared.length, shared, departmentId, partnerId, stage };
}

/** Two departments as the schema shows them. */
export function asCollaboration(graph: CityGraph, found: FoundPair, stage: Stage | null) {
  const pair = asScopeCollaboration(graph, found, stage);
  const measureCount = found.shared.filter(({ work }) => graph.types[work] === 'Measure').length;
  return { ...pair, measureCount, sheetCount: pair.weight - measureCount, roles: countRoles(pair.shared) };
}

const asShared = (graph: CityGraph, { work, ours, theirs }: FoundWork, stage: Stage | null): SharedWorkValue => ({
  role: roleIn(ours),
  partnerRole: roleIn(theirs),
  id: graph.ids[work] ?? '',
  links: [...ours, ...theirs].map((link) => stagedLink(graph, link, stage)),
  stage,
});

function countRoles(shared: readonly SharedRoles[]) {
  const counts = new Map<string, SharedRoles & { readonly count: number }>();
  for (const { role, partnerRole } of shared) {
    const known = counts.get(`${role} ${partnerRole}`);
    counts.set(`${role} ${partnerRole}`, { role, partnerRole, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
