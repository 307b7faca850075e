/** Names as people paste them, matched with the graph. */
import { maximumQueryLength } from '../../analysis/search/query.js';
import {
  type NameMatch as FoundMatch,
  type NameResolution as FoundResolution,
  maximumNames,
  reasonOf,
  resolveNames,
} from '../../analysis/search/resolve-names.js';
import type { Stage } from '../../model/enums.js';
import { between, eachCharacters, entries } from '../types/argument-limits.js';
import { argument, computed, field, object, t, withDefault } from '../types/declare.js';
import { printed, scopeArguments, scopeOf, searchField, searchMatch } from './search-queries.js';
import { inBothLanguages, node } from './shared-fields.js';

const maximumLimit = 20;

interface Staged {
  readonly stage: Stage | null;
}

const NameMatch = object<FoundMatch & Staged>(
  'NameMatch',
  'A thing that a name can mean, and why. [名称の候補]',
  {},
  {
    node: node('Entity', 'id', 'The thing. [項目]'),
    score: computed(
      t.float,
      'How near it is, from 0 to 1; 1 is the whole name or code. [一致度]',
      ({ score }) => score,
    ),
    match: computed(searchMatch, 'How it fits. [一致の種類]', ({ kind }) => kind),
    matchedField: computed(searchField, 'What of it fits. [一致した項目]', ({ field }) => field),
    matchedText: computed(
      t.string,
      'The name that fits, as it is printed. [一致した文字列]',
      (match, _given, context) => printed(match, context),
    ),
    ...inBothLanguages(
      'reason',
      ['Why, in Japanese. [理由]', 'Why, in English. [理由（英語）]'],
      async (match: FoundMatch, context) => reasonOf(match, await printed(match, context)),
    ),
  },
);

const NameResolution = object<FoundResolution & Staged>(
  'NameResolution',
  'What a name of the column can mean. [名称の照合結果]',
  {
    name: [t.string, 'The name as it was given. [指定された名称]'],
    ambiguous: [t.boolean, 'Two or more things are equally near. [候補が複数あり決められないか]'],
  },
  {
    matches: computed(t.list(NameMatch), 'What it can mean, best first. [候補]', ({ matches, stage }) =>
      matches.map((match) => ({ ...match, stage })),
    ),
    best: computed(
      t.nullable(NameMatch),
      'What it means; null where nothing is near enough, or several things are equally near. [照合結果]',
      ({ best, stage }) => best && { ...best, stage },
    ),
  },
);

export const nameQueries = {
  resolveNames: field({
    type: t.list(NameResolution),
    description:
      'What each name of a pasted column means, in the same order: whole names and codes, other names, slips of a character or two, parts, and what is alike. [名称一覧の照合]',
    args: {
      ...scopeArguments,
      names: argument(
        t.list(t.string),
        `The cells of the column, at most ${maximumNames} of at most ${maximumQueryLength} characters: names, codes, or both ("5-2-3 …"). [名称の一覧]`,
        entries(maximumNames),
        eachCharacters(maximumQueryLength, { numbered: true }),
      ),
      limit: withDefault(
        t.nullable(t.int),
        3,
        `How many matches for each: 1 to ${maximumLimit}. [1件あたりの候補数]`,
        between(1, maximumLimit),
      ),
    },
    extensions: { cost: 500, entriesOf: 'names' },
    resolve: async (_root, { names, limit, ...given }, context) => {
      const scope = await scopeOf(given, context);
      const { engine } = context;
      const found = await resolveNames((text, parameters) => engine.rows(text, parameters), names, scope, limit);
      return found.map((resolution) => ({ ...resolution, stage: scope.stage }));
    },
  }),
};
