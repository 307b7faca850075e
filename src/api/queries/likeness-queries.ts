/** What resembles a thing, and why. */

import { type CityGraph, typeAt } from '../../analysis/city-graph.js';
import { type Aspect, aspects, comparedTypes } from '../../analysis/likeness/aspects.js';
import { comparedThings } from '../../analysis/likeness/features.js';
import {
  type Likeness as FoundLikeness,
  type LikenessReason as FoundReason,
  likenesses,
  phrases,
} from '../../analysis/likeness/likeness.js';
import { mergedSources } from '../../analysis/merged-sources.js';
import { statement } from '../../analysis/statements.js';
import { type Label, labelOf, type StoredNames, withArticle } from '../../analysis/wording.js';
import { enumeration } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import type { StoredSources } from '../../model/stored-sources.js';
import { badInput } from '../../refusal.js';
import type { RequestContext } from '../context.js';
import { argument, computed, field, object, t } from '../types/declare.js';
import { chosenTypes, entityTypeOf } from '../types/enums.js';
import { assembledList, Source } from '../types/objects.js';
import { entityTypes, howMany, stageOfIds } from './arguments.js';
import { cityGraphFor } from './cities.js';
import { sourcesOfLinks, stagedLink } from './link-fields.js';
import { namedThing } from './named-things.js';
import { inBothLanguages, node, nodes } from './shared-fields.js';

const namesText = statement('names');
const sourcesText = statement('thing-sources');

const maximumLimit = 100;
const choices = [...comparedTypes.keys()].map((name) => entityTypeOf({ name })).join(', ');

/** What all answers of a comparison share. */
interface Comparison {
  readonly graph: CityGraph;
  readonly subject: string;
  readonly stage: Stage | null;
}

interface Reason extends Comparison, FoundReason {
  /** The id of what is compared with the subject. */
  readonly other: string;
}

const LikenessReason = object<Reason>(
  'LikenessReasonType',
  'A respect in which two things are alike. [類似の理由]',
  {
    aspect: [
      t.enum<Aspect>(enumeration('LikenessAspect', 'In which respect two things are alike.', '類似の観点', aspects)),
      'The respect. [観点]',
    ],
    weight: [t.float, 'Its part of the score. [スコアへの寄与]'],
    words: [t.list(t.string), 'For names: the words that both have. [共通する語]'],
  },
  {
    shared: nodes('Entity', 'shared', 'What both have, the rarest first; none for names. [共通する項目]'),
    ...inBothLanguages('reason', ['The reason in Japanese. [理由]', 'The reason in English. [理由（英語）]'], wordsOf),
    sources: computed(
      assembledList(Source),
      'Where the links of both were read; for names, where both things were read. [出典]',
      async ({ graph, subject, other, stage, aspect, links }, _given, context, info) => {
        const { engine } = context;
        const staged = links.map((link) => stagedLink(graph, link, stage));
        if (aspect !== 'NAME') return sourcesOfLinks(staged, context, info);
        const read = [subject, other].map((id) => engine.byKeys(sourcesText, {}, id));
        return engine.sources(mergedSources((await Promise.all(read)) as StoredSources[], stage), info);
      },
    ),
  },
);

/** A reason as a phrase, in both languages. */
async function wordsOf({ aspect, words, shared, graph, stage }: Reason, { engine }: RequestContext): Promise<Label> {
  const { ja, en } = phrases[aspect];
  if (aspect === 'NAME') return { ja: `${ja}：${words.join('、')}`, en: `${en}: ${words.join(', ')}` };
  const labels = await Promise.all(
    shared.map(async (id) => {
      const names = (await engine.byKeys(namesText, { stage }, id)) as StoredNames;
      return labelOf(typeAt(graph, graph.indexOf(id) ?? -1), names);
    }),
  );
  const listed = (language: keyof Label, separator: string) => labels.map((label) => label[language]).join(separator);
  return { ja: `${ja}：${listed('ja', '、')}`, en: `${en}: ${listed('en', '; ')}` };
}

const Likeness = object(
  'Likeness',
  'A thing that resembles another, and why. [類似項目]',
  {
    score: [t.float, 'How alike it is, from 0 to 1: the sum of the weights of the reasons. [類似度]'],
    acrossDepartments: [
      t.nullable(t.boolean),
      'No department answers for both; null where the departments of either are not known. [部署をまたぐか]',
    ],
    reasons: [t.list(LikenessReason), 'Why, the heaviest reason first. [理由]'],
  },
  { node: node('Entity', 'id', 'The thing that is alike. [類似する項目]') },
);

const asLikeness = (comparison: Comparison, { reasons, ...found }: FoundLikeness) => ({
  ...found,
  stage: comparison.stage,
  reasons: reasons.map((reason) => ({ ...comparison, ...reason, other: found.id })),
});

const LikenessList = object(
  'LikenessList',
  'What resembles a thing. [類似項目の一覧]',
  {
    totalCount: [t.int, 'How many things are alike, regardless of the limit. [総件数]'],
    truncated: [t.boolean, 'More are alike than are shown. [打ち切りの有無]'],
    matches: [
      t.list(Likeness),
      'The most alike first, by the score; that of other departments counts half as much again. [類似項目]',
    ],
  },
  { subject: node('Entity', 'subject', 'The thing itself. [対象]') },
);

export const likenessQueries = {
  likeness: field({
    type: t.nullable(LikenessList),
    description:
      'What resembles a policy item, measure, reform sheet, initiative, indicator or department, by shared goals, departments, measures, plans and words of the names: for finding duplicates and partners. Null where there is no such thing. [類似する施策・シートなど]',
    args: {
      id: argument(
        t.id,
        `Id of a policy item, measure, reform sheet, initiative, indicator or department, such as ${nodeNamed('ReformSheet').example}. [識別子]`,
      ),
      types: argument(
        entityTypes,
        `Compare with these types, of ${choices}; null means its own type. [比べる種類。省略時は同じ種類]`,
      ),
      limit: howMany(10, 0, maximumLimit, '', '件数'),
      stage: stageOfIds,
    },
    extensions: { cost: 200 },
    resolve: async (_root, { types, limit, ...given }, context) => {
      const chosen = chosenTypes(types);
      const wrong = chosen?.find((type) => !comparedTypes.has(type));
      if (wrong !== undefined) throw wrongType(entityTypeOf({ name: wrong }));
      const { id: subject, stage } = namedThing(given.id, given.stage);
      const graph = await cityGraphFor({ ids: [subject], stage }, context);
      const index = graph.indexOf(subject);
      if (index === undefined) return null;
      const compared = await comparedThings(graph, stage, context.ask);
      const thing = compared.things.get(subject);
      if (!thing) throw wrongSubject(graph.types[index] ?? '');
      const all = likenesses(compared, graph, thing, new Set(chosen ?? [thing.type]));
      const comparison = { graph, subject, stage };
      const matches = all.slice(0, limit).map((found) => asLikeness(comparison, found));
      return { ...comparison, totalCount: all.length, truncated: all.length > limit, matches };
    },
  }),
};

const wrongType = (type: string) =>
  badInput(
    `types: expected some of ${choices}, but got: ${type}`,
    `typesに指定できるのは${choices}です（指定：${type}）。`,
  );

const wrongSubject = (type: string) =>
  badInput(
    `id: expected the id of one of ${choices}, but got that of ${withArticle(type)}`,
    `idには${choices}のいずれかの識別子を指定してください（指定：${type}の識別子）。`,
  );
