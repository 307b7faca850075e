/** Links of a city's graph as fields of the schema: what they say, and where they were read. */

import type { GraphQLResolveInfo } from 'graphql';
import { type CityGraph, type Link, typeAt } from '../../analysis/city-graph.js';
import { ofLinks } from '../../analysis/coverage/whole-city.js';
import { mergedSources } from '../../analysis/merged-sources.js';
import { statement } from '../../analysis/statements.js';
import { type Label, labelOf, type StoredNames, sentenceOf } from '../../analysis/wording.js';
import type { EdgeName, NodeName } from '../../model/declaration.js';
import { PlanStage, type Stage } from '../../model/enums.js';
import type { StoredSources } from '../../model/stored-sources.js';
import type { RequestContext } from '../context.js';
import { coverageField } from '../coverage.js';
import { computed, t } from '../types/declare.js';
import { assembledList, Source } from '../types/objects.js';
import { inBothLanguages } from './shared-fields.js';

const factsText = statement('link-facts');

interface LinkEnd {
  readonly id: string;
  readonly type: NodeName;
}

/** A link at a stage: its type and the things that it joins. */
export interface StagedLink {
  readonly type: EdgeName;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly stage: Stage | null;
}

/** What the graph says of a link. */
interface LinkFacts {
  readonly from: StoredNames;
  readonly to: StoredNames;
  readonly printedAs: string | null;
  readonly stages: readonly Stage[];
  readonly effective: boolean;
  readonly sources: StoredSources;
}

export function stagedLink(graph: CityGraph, { from, type, to }: Link, stage: Stage | null): StagedLink {
  const end = (index: number) => ({ id: graph.ids[index] ?? '', type: typeAt(graph, index) });
  return { type, from: end(from), to: end(to), stage };
}

/** What names a link: ids hold no blanks. */
const linkKey = ({ from, type, to }: StagedLink): string => `${from.id} ${type} ${to.id}`;

/** The facts of a link; those of all links of a request are read together. */
async function factsOf(link: StagedLink, { engine }: RequestContext): Promise<LinkFacts> {
  const facts = await engine.byKeys(factsText, { stage: link.stage }, linkKey(link));
  if (!facts) throw new Error(`expected the graph to have the link ${linkKey(link)}`);
  return facts as LinkFacts;
}

/** Where links of one stage were read, each source once: only what it prints and what stands outside the planning cycle. */
export async function sourcesOfLinks(
  links: readonly StagedLink[],
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const facts = await Promise.all(links.map((link) => factsOf(link, context)));
  const read = facts.map(({ sources }) => sources);
  return context.engine.sources(mergedSources(read, links[0]?.stage ?? null), info);
}

/** A field that says where links were read. */
export const linkSources = <From>(description: string, linksOf: (source: From) => readonly StagedLink[]) =>
  computed(assembledList(Source), description, (source: From, _given, context, info) =>
    sourcesOfLinks(linksOf(source), context, info),
  );

async function sentence(link: StagedLink, context: RequestContext): Promise<Label> {
  const facts = await factsOf(link, context);
  return sentenceOf(link.type, labelOf(link.from.type, facts.from), labelOf(link.to.type, facts.to));
}

/** The fields that say what a link is and where it was read, for an object type whose values have a `link`. */
export const linkFields = {
  ...inBothLanguages(
    'sentence',
    [
      'The relationship as a Japanese sentence. [関係の説明]',
      'The relationship as an English sentence. [関係の説明（英語）]',
    ],
    ({ link }: Linked, context) => sentence(link, context),
  ),
  printedAs: computed(
    t.nullable(t.string),
    'How the document names the target, where that differs from its name. [文書での表記]',
    async ({ link }: Linked, _given, context) => (await factsOf(link, context)).printedAs,
  ),
  stages: computed(
    t.list(t.enum<Stage>(PlanStage)),
    'Stages that assert the relationship; empty outside the planning cycle. [計画段階]',
    async ({ link }: Linked, _given, context) => (await factsOf(link, context)).stages,
  ),
  sources: linkSources('Where the relationship was read. [出典]', ({ link }: Linked) => [link]),
};

interface Linked {
  readonly link: StagedLink;
}

/** A question about links, as far as its coverage goes. */
interface Looked {
  readonly looked: {
    readonly ids: readonly string[];
    readonly municipality: string | null;
    readonly stage: string | null;
    /** Null for links of all types. */
    readonly through: ReadonlySet<EdgeName> | null;
  };
  readonly isEmpty: boolean;
}

/** Whether there may be more links than the documents that were read show. */
export const linkCoverage = (what: string) =>
  coverageField(
    `Whether the documents list all relationships that were followed: where not, there may be ${what} that they do not show. [網羅の状態]`,
    ({ looked: { ids, municipality, stage, through }, isEmpty }: Looked) => ({
      scope: { ids, municipality, stage },
      extent: (city) => ofLinks(city, through),
      isEmpty,
    }),
  );
