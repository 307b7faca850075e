import { execute, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, Field, FieldResolver, ID, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import {
  type Dossier,
  dossierDocuments,
  dossierOf,
  dossierTypes,
  type FilledSection,
  isDossierType,
  lastStageOf,
} from '../../dossier/dossier.js';
import { type Line, storedSources } from '../../dossier/section.js';
import { RequestError } from '../../graph/request-error.js';
import { nodeNamed, nodes } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import { PlanStage } from '../types/enums.js';
import { sourceType } from '../types/objects.js';

/** A thing that a line names. */
@ObjectType('DossierMention', { description: 'A thing that a line of a dossier names. [カルテの行が挙げる項目]' })
class DossierMention {
  @Field(() => ID, { description: 'Its id. [識別子]' })
  id!: string;

  @Field(() => String, { description: 'The words of label or text that stand for it. [表記]' })
  words!: string;

  @Field(() => String, { description: 'Those of the English label or text. [表記（英語）]' })
  wordsEn!: string;
}

/** A line of a dossier. */
@ObjectType('DossierEntry', { description: 'A line of a dossier. [カルテの行]' })
class DossierEntry {
  @Field(() => String, { description: 'What the line is about. [見出し]' })
  label!: string;

  @Field(() => String, { description: 'The same in English. [見出し（英語）]' })
  labelEn!: string;

  @Field(() => String, { description: 'What it says. [内容]' })
  text!: string;

  @Field(() => String, { description: 'The same in English, where there is any. [内容（英語）]' })
  textEn!: string;

  @Field(() => ID, { nullable: true, description: 'The thing it speaks of. [対象の識別子]' })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its address in a public vocabulary, such as that of a goal. [URI]',
  })
  uri?: string | null;

  @Field(() => [DossierMention], {
    description:
      'Things that label or text name; empty where all of the text is the name of one. [見出し・内容が挙げる項目]',
  })
  mentions!: readonly DossierMention[];

  line!: Line;
}

/** A part of a dossier. */
@ObjectType('DossierSection', { description: 'A section of a dossier. [カルテの区分]' })
class DossierSection {
  @Field(() => String, { description: 'Its key, the same in every dossier of a type. [区分のキー]' })
  key!: string;

  @Field(() => String, { description: 'Its title. [題名]' })
  title!: string;

  @Field(() => String, { description: 'Its title in English. [題名（英語）]' })
  titleEn!: string;

  @Field(() => Boolean, { description: 'More is known than the entries show: a list had more than 500. [省略の有無]' })
  truncated!: boolean;

  @Field(() => [DossierEntry], { description: 'Its lines. [内容]' })
  entries!: readonly DossierEntry[];
}

/** All that the graph knows of one thing. */
@ObjectType('Dossier', {
  description:
    'All that the graph knows of one policy item, measure, department or reform sheet, every line with its sources. [カルテ]',
})
class DossierObject {
  @Field(() => ID, { description: 'The thing it is about. [識別子]' })
  id!: string;

  @Field(() => String, { description: 'Name of its type. [種類]' })
  type!: string;

  @Field(() => String, { description: 'Its number and name. [題名]' })
  title!: string;

  @Field(() => String, { description: 'Its number and name in English. [題名（英語）]' })
  titleEn!: string;

  @Field(() => PlanStage, {
    nullable: true,
    description:
      'The stage that it shows: the one asked for; else null, but the last stage that has it where it is no longer in force. [計画段階]',
  })
  stage!: string | null;

  @Field(() => [DossierSection], { description: 'Its sections; those without a line are left out. [区分]' })
  sections!: readonly DossierSection[];
}

const shownSection = ({ key, title, lines, truncated }: FilledSection): DossierSection => ({
  key,
  title: title.ja,
  titleEn: title.en,
  truncated,
  entries: lines.map((line) => ({
    label: line.label.ja,
    labelEn: line.label.en,
    text: line.text.ja,
    textEn: line.text.en,
    id: line.id ?? null,
    uri: line.uri ?? null,
    mentions: (line.mentions ?? []).map(({ id, words }) => ({ id, words: words.ja, wordsEn: words.en })),
    line,
  })),
});

const shown = ({ id, type, title, sections }: Dossier, stage: string | null): DossierObject => ({
  id,
  type,
  stage,
  title: title.ja,
  titleEn: title.en,
  sections: sections.map(shownSection),
});

const withoutDossier = (type: string) =>
  new RequestError(
    'BAD_USER_INPUT',
    `id: expected the id of a ${Object.keys(dossierTypes).join(', ')}, but got that of a ${type}`,
    'カルテがあるのは施策大項目、施策中項目、部署、実施計画シートです。',
  );

/** Dossiers: read by operations of this schema, so that they say what everybody else is answered. */
@Resolver(() => DossierEntry)
class DossierQueries {
  @Query(() => DossierObject, {
    nullable: true,
    description:
      'All that the graph knows of one policy item, measure, department or reform sheet; null where there is none with that id. [カルテ]',
  })
  @Extensions({ cost: 2000 })
  async dossier(
    @Arg('id', () => ID, { description: `Id of the thing, such as ${nodeNamed('Measure').example}. [識別子]` })
    given: string,
    @Arg('stage', () => PlanStage, {
      nullable: true,
      description:
        'The graph as this stage has it; null means what is in force, and of what no longer is, the last stage that has it. [計画段階]',
    })
    asked: string | null,
    @Ctx() contextValue: RequestContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<DossierObject | null> {
    const id = given.normalize('NFKC');
    const type = nodes.find(({ idWord, global }) => idWord === id.split(':')[global ? 0 : 1])?.name;
    if (type === undefined) return null;
    if (!isDossierType(type)) throw withoutDossier(type);
    const read = async (stage: string | null): Promise<readonly unknown[] | null> => {
      const variableValues = { id, stage };
      const parts = await Promise.all(
        dossierDocuments(type).map(async (document) => execute({ schema, document, contextValue, variableValues })),
      );
      const [error] = parts.flatMap(({ errors = [] }) => errors);
      if (error) throw error.originalError ?? error;
      const subjects = parts.map(({ data }) => data?.node as { readonly __typename: string } | null);
      return subjects.every((subject) => subject?.__typename === type) ? subjects : null;
    };
    const parts = await read(asked ?? null);
    if (!parts) return null;
    const last = asked ? null : lastStageOf(parts);
    const atLast = last === null ? null : await read(last);
    return atLast ? shown(dossierOf(type, atLast), last) : shown(dossierOf(type, parts), asked ?? null);
  }

  @FieldResolver(() => [sourceType()], { description: 'Where it was read. [出典]' })
  sources(
    @Root() { line }: DossierEntry,
    @Ctx() { engine }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return engine.sources(storedSources(line.sources), info);
  }
}

export const dossierResolvers: readonly (new () => object)[] = [DossierQueries];
