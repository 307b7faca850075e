/** What the documents lack or do not connect. */
import { ofLinks } from '../../analysis/coverage/whole-city.js';
import {
  GapKind,
  type GapKindName,
  GapSeverity,
  type GapSeverityName,
  gapKindDeclarations,
  gapKinds,
  gapSeverities,
} from '../../analysis/gap-kinds.js';
import { departmentsOfGaps, type Gap as FoundGap, findGaps } from '../../analysis/gaps.js';
import type { Ask } from '../../analysis/statements.js';
import { type ReadyPage, readyPageById } from '../../graph/ready-page.js';
import { typeOfId } from '../../model/model.js';
import { readId } from '../../model/stage-id.js';
import { coverageField } from '../coverage.js';
import { argument, computed, field, object, t } from '../types/declare.js';
import { chosenTypes } from '../types/enums.js';
import { nodeOf, pageArguments } from '../types/objects.js';
import { entityTypes, fewMunicipalities } from './arguments.js';
import { citiesOf } from './cities.js';
import { node, nodes, nullableNode, pageInfo, sources } from './shared-fields.js';

const kindType = t.enum<GapKindName>(GapKind);
const severityType = t.enum<GapSeverityName>(GapSeverity);

/** A gap with what it takes to ask for the departments of all of its list at once, when they are wanted. */
interface GapValue extends FoundGap {
  readonly departments: () => Promise<readonly string[]>;
}

const Gap = object<GapValue>(
  'Gap',
  'Something that the documents lack, or that they do not connect. [不足・未連携]',
  {
    id: [t.id, 'The same for the same gap. [識別子]'],
    municipality: [t.id, 'Key of the city whose documents lack it. [市区町村のキー]'],
    kind: [kindType, 'What is missing. [種類]'],
    severity: [severityType, 'How much it matters. [重要度]'],
    reason: [t.string, 'Why it is a gap, in Japanese. [理由]'],
    reasonEn: [t.string, 'Why it is a gap, in English. [理由（英語）]'],
    fiscalYears: [t.list(t.int), 'Fiscal years without a goal; empty for other kinds. [目標のない年度]'],
  },
  {
    subject: node('Entity', 'subject', 'What it is about. [対象]'),
    other: nullableNode('Entity', 'other', 'The second of a pair. [組の相手]'),
    related: nodes(
      'Entity',
      'related',
      'What both of a pair work on, policy items before goals; of a name the reform sheets that cite it. [関連する項目]',
    ),
    departments: computed(
      t.list(nodeOf('Department')),
      'The departments it concerns: those of a pair, or those that answer for the subject; where nobody does, those that lead the reform sheets that cite it. [関係する部署]',
      async ({ departments }, _given, { engine }, info) =>
        Promise.all((await departments()).map((id) => engine.byId('Department', id, info))),
    ),
    documents: nodes('SourceDocument', 'documents', 'The documents that were read for it. [確認した文書]'),
    sources: sources(
      'Where the documents speak of the subject, cite the name, or show the work of both; empty for goals, which no document lists. [出典]',
      (gap) => gap.sources(),
    ),
  },
);

const count = [t.int, 'How many. [件数]'] as const;

const GapFacet = object('GapFacet', 'How many gaps there are of a kind. [種類ごとの件数]', {
  kind: [kindType, 'The kind. [種類]'],
  count,
});

const GapSeverityFacet = object('GapSeverityFacet', 'How many gaps there are of a severity. [重要度ごとの件数]', {
  severity: [severityType, 'The severity. [重要度]'],
  count,
});

const GapDepartmentFacet = object(
  'GapDepartmentFacet',
  'How many gaps concern a department. [部署ごとの件数]',
  { count },
  { department: node('Department', 'department', 'The department. [部署]') },
);

const GapEdge = object('GapEdge', 'A gap in a list. [一覧の要素]', {
  cursor: [t.string, 'Its place in the list. [カーソル]'],
  node: [Gap, 'The gap. [不足]'],
});

/** All of a list, and the page of it. */
interface Gaps {
  readonly all: readonly GapValue[];
  readonly page: ReadyPage<GapValue>;
  readonly kinds: readonly GapKindName[];
  readonly cities: readonly string[];
}

const GapConnection = object(
  'GapConnection',
  'A list of gaps, page by page. [不足の一覧]',
  {
    totalCount: [t.int, 'How many there are, regardless of the page. [総件数]'],
    facets: [t.list(GapFacet), 'How many of each kind, in the order of the list. [種類ごとの件数]'],
    severityFacets: [t.list(GapSeverityFacet), 'How many of each severity, the heaviest first. [重要度ごとの件数]'],
    nodes: [t.list(Gap), 'The page. [ページの内容]'],
    edges: [t.list(GapEdge), 'The page with cursors. [カーソル付きの内容]'],
  },
  {
    pageInfo,
    coverage: coverageField(
      'Whether the documents list all of what the kinds of gaps go by: where not, there may be gaps that nobody can see. In force, whatever the stage. [網羅の状態]',
      ({ kinds, cities, all }: Pick<Gaps, 'kinds' | 'cities' | 'all'>) => ({
        scope: { ids: [], municipalities: cities, stage: null },
        extent: (city) => {
          const facts = kinds.flatMap((kind) => gapKindDeclarations[kind].facts);
          return ofLinks(city, new Set(facts.filter((type) => city.countsOn(type))));
        },
        isEmpty: all.length === 0,
      }),
    ),
    departmentFacets: computed(
      t.list(GapDepartmentFacet),
      'How many concern each department, most first; one that concerns several counts for each. [部署ごとの件数]',
      async ({ all }: Gaps) => {
        const counts = new Map<string, number>();
        for (const department of (await Promise.all(all.map((gap) => gap.departments()))).flat())
          counts.set(department, (counts.get(department) ?? 0) + 1);
        return [...counts].toSorted(([, a], [, b]) => b - a).map(([department, count]) => ({ department, count }));
      },
    ),
  },
);

export const gapQueries = {
  gaps: field({
    type: GapConnection,
    description:
      'What the documents lack or do not connect, kind by kind, of each the heaviest first, then in natural order of what it is about. Only what the documents speak of: what stands in chapters that were not read is no gap, except that NAME_ONLY lists the names that are cited from there. [不足・未連携]',
    args: {
      kinds: argument(t.nullable(t.list(kindType)), 'Which kinds; null means all. [種類。省略時はすべて]'),
      severities: argument(
        t.nullable(t.list(severityType)),
        'How much they matter; null means all. [重要度。省略時はすべて]',
      ),
      departments: argument(
        t.nullable(t.list(t.id)),
        'Ids of departments that they concern, such as honjo:department:市民活動推進課; null means all. [関係する部署。省略時はすべて]',
      ),
      types: argument(entityTypes, 'Types of what they are about; null means all. [対象の種類。省略時はすべて]'),
      ...fewMunicipalities,
      ...pageArguments,
    },
    extensions: { cost: 200 },
    resolve: async (
      _root,
      { kinds, severities, departments, types, municipality, municipalities, ...given },
      context,
    ) => {
      const requested = kinds ?? gapKinds;
      const cities = await citiesOf({ municipality, municipalities }, context);
      const found = withDepartments(await findGaps(requested, cities, context.ask), context.ask);
      const wanted = chosenTypes(types);
      const heavy = found.filter(
        ({ severity, subject }) =>
          (severities?.includes(severity) ?? true) &&
          (wanted?.some((type) => type === typeOfId(subject)?.name) ?? true),
      );
      const all = departments
        ? await concerning(
            heavy,
            departments.map((given) => readId(given).id),
          )
        : heavy;
      const page = readyPageById('gaps', all, given);
      const count = (test: (gap: GapValue) => boolean) => all.filter(test).length;
      return {
        totalCount: all.length,
        facets: gapKinds
          .filter((kind) => requested.includes(kind))
          .map((kind) => ({ kind, count: count((gap) => gap.kind === kind) })),
        severityFacets: gapSeverities
          .filter((severity) => severities?.includes(severity) ?? true)
          .map((severity) => ({ severity, count: count((gap) => gap.severity === severity) })),
        all,
        kinds: requested,
        cities,
        nodes: page.entries,
        edges: page.edges(),
        page,
      };
    },
  }),
};

/** Gaps that ask for their departments when these are wanted: one statement for all of them. */
function withDepartments(gaps: readonly FoundGap[], ask: Ask): readonly GapValue[] {
  let found: ReturnType<typeof departmentsOfGaps> | undefined;
  return gaps.map((gap) => ({
    ...gap,
    departments: async () => {
      found ??= departmentsOfGaps(gaps, ask);
      return (await found).get(gap.id) ?? [];
    },
  }));
}

async function concerning(gaps: readonly GapValue[], departments: readonly string[]): Promise<readonly GapValue[]> {
  const wanted = new Set(departments);
  const concerned = await Promise.all(gaps.map(async (gap) => (await gap.departments()).some((id) => wanted.has(id))));
  return gaps.filter((_, index) => concerned[index]);
}
