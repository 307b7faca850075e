/** What resembles a thing, and why. */

import { type CityGraph, typeAt } from '../../analysis/city-graph.js';
import { ofLikeness } from '../../analysis/coverage/whole-city.js';
import { type Aspect, aspects, comparedTypes } from '../../analysis/likeness/aspects.js';
import { comparedThings } from '../../analysis/likeness/features.js';
import {
  type Likeness as FoundLikeness,
  type LikenessReason as FoundReason,
  likenesses,
  phrases,
  wordPhrases,
} from '../../analysis/likeness/likeness.js';
import { citiesWithNamesLike, OtherCities } from '../../analysis/likeness/other-cities.js';
import { mergedSources } from '../../analysis/merged-sources.js';
import { statement } from '../../analysis/statements.js';
import { type Label, labelOf, type StoredNames, withArticle } from '../../analysis/wording.js';
import { municipalityKey } from '../../graph/engine.js';
import { describe, enumeration, type NodeName } from '../../model/declaration.js';
import type { Stage } from '../../model/enums.js';
import { nodeNamed } from '../../model/model.js';
import type { StoredSources } from '../../model/stored-sources.js';
import { badInput } from '../../refusal.js';
import type { RequestContext } from '../context.js';
import { coverageField } from '../coverage.js';
import { argument, computed, field, object, t } from '../types/declare.js';
import { chosenTypes, entityTypeOf } from '../types/enums.js';
import { assembledList, Source } from '../types/objects.js';
import { entityTypes, howMany, stageOfIds } from './arguments.js';
import { areTooManyCities, chosenCities, citiesOf, cityGraphFor, mostLookedAt } from './cities.js';
import { sourcesOfLinks, stagedLink } from './link-fields.js';
import { namedThing } from './named-things.js';
import { inBothLanguages, node, nodes } from './shared-fields.js';

const namesText = statement('names');
const sourcesText = statement('thing-sources');

const maximumLimit = 100;
/** The most cities beside that of the thing itself. */
const mostElsewhere = mostLookedAt - 1;

const LikenessOf = enumeration('LikenessOf', 'Whose things a thing is compared with.', '比べる範囲', {
  OWN_CITY: describe('Those of its own city.', '同じ市区町村の項目'),
  OTHER_CITIES: describe(
    'Those of other cities: who else does this. Compared by goals, by words of the names, and by those of what they are joined with.',
    '他の市区町村の項目（SDGs、名称の語、関連する項目の名称の語で比べる）',
  ),
});
type Whose = keyof typeof LikenessOf.values;

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
    words: [
      t.list(t.string),
      'For names: the words that both have; of things of two cities also those of the names of what they are joined with. [共通する語]',
    ],
  },
  {
    shared: nodes(
      'Entity',
      'shared',
      'What both have, the rarest first; none for names. Things of two cities have no more in common than what all share. [共通する項目]',
    ),
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
  const { ja, en } = (words.length > 0 ? wordPhrases : phrases)[aspect];
  if (words.length > 0) return { ja: `${ja}：${words.join('、')}`, en: `${en}: ${words.join(', ')}` };
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
      'No department answers for both, as none does for things of two cities; null where the departments of either are not known. [部署をまたぐか]',
    ],
    municipality: [t.id, 'Key of the city whose thing it is. [市区町村のキー]'],
    reasons: [t.list(LikenessReason), 'Why, the heaviest reason first. [理由]'],
  },
  { node: node('Entity', 'id', 'The thing that is alike. [類似する項目]') },
);

const asLikeness = (comparison: Comparison, { reasons, ...found }: FoundLikeness) => ({
  ...found,
  municipality: municipalityKey(found.id),
  stage: comparison.stage,
  reasons: reasons.map((reason) => ({ ...comparison, ...reason, other: found.id })),
});

const LikenessList = object<ReturnType<typeof listed>>(
  'LikenessList',
  'What resembles a thing. [類似項目の一覧]',
  {
    totalCount: [t.int, 'How many things are alike, regardless of the limit. [総件数]'],
    truncated: [t.boolean, 'More are alike than are shown. [打ち切りの有無]'],
    matches: [
      t.list(Likeness),
      'The most alike first, by the score; within a city that of other departments counts half as much again. [類似項目]',
    ],
    municipalities: [
      t.list(t.id),
      'Keys of the cities whose things were compared with it. Of more than can be compared, those where something is called most like it. [比べた市区町村のキー]',
    ],
  },
  {
    subject: node('Entity', 'subject', 'The thing itself. [対象]'),
    coverage: coverageField(
      'Whether the documents list all things that were compared, and what they can share. [網羅の状態]',
      ({ subject, types, municipalities, stage, totalCount }) => ({
        scope: { ids: [subject], municipalities, stage },
        extent: (city) => ofLikeness(city, types),
        isEmpty: totalCount === 0,
      }),
    ),
  },
);

export const likenessQueries = {
  likeness: field({
    type: t.nullable(LikenessList),
    description:
      'What resembles a policy item, measure, reform sheet, initiative, indicator or department, by shared goals, departments, measures, plans and words of the names: for finding duplicates and partners, and who else does the same in other cities (`of: OTHER_CITIES`). Null where there is no such thing. [類似する施策・シートなど]',
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
      of: argument(
        t.nullable(t.enum<Whose>(LikenessOf)),
        'Whose things to compare with; null means OTHER_CITIES where `municipalities` names some, else OWN_CITY. [比べる範囲]',
      ),
      municipalities: argument(
        t.nullable(t.list(t.id)),
        `The other cities to look at, each by id, key, code or name; 1 to ${mostElsewhere}, null means all that are loaded, of many those where something is called most like it. [比べる他の市区町村（識別子・コード・名称、${mostElsewhere}まで）]`,
      ),
      stage: stageOfIds,
    },
    extensions: { cost: 200 },
    resolve: async (_root, { types, limit, municipalities, ...given }, context) => {
      const chosen = chosenTypes(types);
      const wrong = chosen?.find((type) => !comparedTypes.has(type));
      if (wrong !== undefined) throw wrongType(entityTypeOf({ name: wrong }));
      const { id: subject, stage } = namedThing(given.id, given.stage);
      const whose = given.of ?? (municipalities ? 'OTHER_CITIES' : 'OWN_CITY');
      if (whose === 'OWN_CITY' && municipalities) throw ofOwnCity;
      const own = municipalityKey(subject);
      const graph = await cityGraphFor({ ids: [subject], stage }, context);
      const index = graph.indexOf(subject);
      if (index === undefined) return null;
      const type = typeAt(graph, index);
      if (!comparedTypes.has(type)) throw wrongSubject(type);
      const wanted = chosen ?? [type];
      const compared = { subject, stage, types: wanted, limit };
      if (whose === 'OTHER_CITIES') {
        const cities = await otherCities({ subject, own, stage, wanted, municipalities }, context);
        const none = listed({ ...compared, graph, municipalities: cities }, [], 0);
        if (cities.length === 0) return none;
        const around = await cityGraphFor({ ids: [subject], municipalities: cities, stage }, context);
        const at = around.indexOf(subject);
        if (at === undefined) return none;
        const others = await OtherCities.of(around, stage, context.ask);
        const all = await others.alike(at, new Set(wanted));
        const shown = all.slice(0, limit).map((scored) => others.reasoned(at, scored));
        return listed({ ...compared, graph: around, municipalities: cities }, shown, all.length);
      }
      const things = await comparedThings(graph, stage, context.ask);
      const thing = things.things.get(subject);
      if (!thing) throw wrongSubject(type);
      const all = likenesses(things, graph, thing, new Set(wanted));
      return listed({ ...compared, graph, municipalities: [own] }, all.slice(0, limit), all.length);
    },
  }),
};

/** A comparison with things of some types of some cities; `limit` is the most matches that are shown. */
interface Compared extends Comparison {
  readonly types: readonly NodeName[];
  readonly municipalities: readonly string[];
  readonly limit: number;
}

/** What is alike as the schema shows it; `totalCount` is how many things are alike in all. */
const listed = (compared: Compared, shown: readonly FoundLikeness[], totalCount: number) => ({
  ...compared,
  totalCount,
  truncated: totalCount > compared.limit,
  matches: shown.map((found) => asLikeness(compared, found)),
});

interface Elsewhere {
  readonly subject: string;
  readonly own: string;
  readonly stage: Stage | null;
  readonly wanted: readonly string[];
  readonly municipalities: readonly string[] | null;
}

/** The cities to look at beside the subject's own: those that are named; all; or of many, where something is called like it. */
async function otherCities({ subject, own, stage, wanted, municipalities }: Elsewhere, context: RequestContext) {
  if (municipalities) {
    const named = await chosenCities({ municipalities }, context, mostElsewhere);
    if (named?.includes(own)) throw ownAmongOthers(own);
    return named ?? [];
  }
  if (!(await areTooManyCities({ ids: [] }, context)))
    return (await citiesOf({}, context)).filter((city) => city !== own);
  const [name] = (await context.engine.byKeys(namesText, { stage }, subject)) as StoredNames;
  const thing = { id: subject, name: String(name), municipality: own };
  return citiesWithNamesLike(thing, wanted, mostElsewhere, context.ask);
}

const ofOwnCity = badInput(
  'of, municipalities: expected other municipalities with OTHER_CITIES only, but got them with OWN_CITY',
  'municipalitiesは、ofがOTHER_CITIESのとき（または省略時）に指定してください。',
);

const ownAmongOthers = (own: string) =>
  badInput(
    `municipalities: expected cities other than that of the thing itself, but got: ${own}`,
    `municipalitiesには対象自身の市区町村以外を指定してください（指定：${own}）。`,
  );

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
