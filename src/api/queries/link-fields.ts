import type { GraphQLResolveInfo } from 'graphql';
import { type ClassType, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { CityGraph, Link } from '../../analysis/city-graph.js';
import { mergedSources } from '../../analysis/merged-sources.js';
import { statement } from '../../analysis/statements.js';
import { labelOf, type StoredNames, sentenceOf } from '../../analysis/wording.js';
import type { StoredSources } from '../../model/stored-sources.js';
import type { RequestContext } from '../../operation/context.js';
import { PlanStage } from '../types/enums.js';
import { sourceType } from '../types/objects.js';

const factsText = statement('link-facts');

/** A link as it is asked about: its type, the things it joins, and the stage that is looked at. */
export interface AskedLink {
  readonly type: string;
  readonly from: { readonly id: string; readonly type: string };
  readonly to: { readonly id: string; readonly type: string };
  readonly stage: string | null;
}

/** What the graph says of a link. */
interface LinkFacts {
  readonly from: StoredNames;
  readonly to: StoredNames;
  readonly printedAs: string | null;
  readonly stages: readonly string[];
  readonly effective: boolean;
  readonly sources: StoredSources;
}

export function askedLink({ ids, types }: CityGraph, { from, type, to }: Link, stage: string | null): AskedLink {
  const end = (place: number) => ({ id: ids[place] ?? '', type: types[place] ?? '' });
  return { type, from: end(from), to: end(to), stage };
}

/** What names a link: ids hold no blanks. */
export const linkKey = ({ from, type, to }: AskedLink): string => `${from.id} ${type} ${to.id}`;

/** The facts of a link; those of all links of a request are read together. */
async function factsOf(link: AskedLink, { engine }: RequestContext): Promise<LinkFacts> {
  const facts = await engine.byKeys(factsText, { stage: link.stage }, linkKey(link));
  if (!facts) throw new Error(`expected the graph to have the link ${linkKey(link)}`);
  return facts as LinkFacts;
}

/** Where links were read, each place once; at a stage only what that stage prints and what stands outside the cycle. */
export async function sourcesOf(
  links: readonly AskedLink[],
  stage: string | null,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const facts = await Promise.all(links.map((link) => factsOf(link, context)));
  return context.engine.sources(
    mergedSources(
      facts.map(({ sources }) => sources),
      stage,
    ),
    info,
  );
}

const sentence = async (link: AskedLink, context: RequestContext) => {
  const facts = await factsOf(link, context);
  return sentenceOf(link.type, labelOf(link.from.type, facts.from), labelOf(link.to.type, facts.to));
};

/** The fields that say what a link is and where it was read, for an object type whose values have a `link`. */
export function linkFields(type: () => ClassType): ClassType {
  @Resolver(type)
  abstract class LinkFields {
    @FieldResolver(() => String, { description: 'The relationship as a Japanese sentence. [関係の説明]' })
    async sentence(@Root() { link }: { link: AskedLink }, @Ctx() context: RequestContext): Promise<string> {
      return (await sentence(link, context)).ja;
    }

    @FieldResolver(() => String, { description: 'The relationship as an English sentence. [関係の説明（英語）]' })
    async sentenceEn(@Root() { link }: { link: AskedLink }, @Ctx() context: RequestContext): Promise<string> {
      return (await sentence(link, context)).en;
    }

    @FieldResolver(() => String, {
      nullable: true,
      description: 'How the document names the target, where that differs from its name. [文書での表記]',
    })
    async printedAs(@Root() { link }: { link: AskedLink }, @Ctx() context: RequestContext): Promise<string | null> {
      return (await factsOf(link, context)).printedAs;
    }

    @FieldResolver(() => [PlanStage], {
      description: 'Stages that assert the relationship; empty outside the planning cycle. [計画段階]',
    })
    async stages(@Root() { link }: { link: AskedLink }, @Ctx() context: RequestContext): Promise<readonly string[]> {
      return (await factsOf(link, context)).stages;
    }

    @FieldResolver(() => [sourceType()], { description: 'Where the relationship was read. [出典]' })
    async sources(
      @Root() { link }: { link: AskedLink },
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<unknown> {
      return sourcesOf([link], link.stage, context, info);
    }
  }
  return LinkFields as unknown as ClassType;
}
