import {
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { englishLabels } from './english-labels.js';
import type { LabelTable, Language, Vocabulary } from './labels.js';

/** The Japanese that ends a description. */
export const inBrackets = (description: string | null | undefined) =>
  /\[([^[\]]+)\]\s*$/.exec(description ?? '')?.[1]?.split(/[。（]/)[0] ?? '';

/** `REFORM_SHEET` and `reformSheet` as "Reform sheet"; `SDG` stays. */
export const inWords = (name: string) => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\bsdgs?\b/g, (word) => (word.endsWith('s') ? 'SDGs' : 'SDG'));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** How descriptions end of what follows from others, and what labels then have behind them. */
const derivedMarks = [
  ['を経て導出]', '（導出）', ' (derived)'],
  ['から算出）]', '（算出）', ' (worked out)'],
] as const;

/** Whether the description is of a link that follows from others. */
export const isDerivedLink = (description: string | null | undefined) =>
  description?.endsWith(derivedMarks[0][0]) ?? false;

/** What a label has behind it by the description of what it names. */
export const derivedMark = (description: string | null | undefined, language: Language): string => {
  const [, ja = '', en = ''] = derivedMarks.find(([ending]) => description?.endsWith(ending)) ?? [];
  return language === 'ja' ? ja : en;
};

type Owner = GraphQLObjectType | GraphQLInterfaceType;
type Named = GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLEnumValue;

/** The labels of what `owner` has; where its English name alone does not say what it is, `english-labels.ts` does. */
const tableOf = (entries: readonly Named[], owner = ''): LabelTable =>
  Object.fromEntries(
    entries.map(({ name, description }) => [
      name,
      [
        (inBrackets(description) || name) + derivedMark(description, 'ja'),
        (englishLabels[owner]?.[name] ?? inWords(name)) + derivedMark(description, 'en'),
      ],
    ]),
  );

const isOwn = ({ name }: GraphQLNamedType) => !name.startsWith('__');

/**
 * What the schema calls its types, fields and enum values: Japanese as their descriptions say it in brackets, English from
 * their names. So a word is declared once, in the model. `wanted` leaves types out.
 */
export function vocabularyOf(schema: GraphQLSchema, wanted = (_name: string) => true): Vocabulary {
  const types = Object.values(schema.getTypeMap()).filter((type) => isOwn(type) && wanted(type.name));
  const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const enums = types.filter((type) => isEnumType(type)).filter(({ name }) => !name.endsWith('Facet'));
  return {
    types: tableOf(objects),
    fields: Object.fromEntries(objects.map((type) => [type.name, tableOf(Object.values(type.getFields()), type.name)])),
    values: Object.fromEntries(enums.map((type) => [type.name, tableOf(type.getValues(), type.name)])),
    levels: levelsOf(schema, objects),
  };
}

/**
 * The types of which a city says what it calls them (`policyItemLevel` of `Municipality`), each with the fields whose labels
 * speak of it: its own properties, and whatever leads to it.
 */
function levelsOf(schema: GraphQLSchema, objects: readonly Owner[]): Vocabulary['levels'] {
  const city = schema.getType('Municipality');
  const fields = isObjectType(city) ? Object.values(city.getFields()) : [];
  const levels = fields.flatMap(({ name, type }) =>
    getNamedType(type).name === 'LevelName' ? name.charAt(0).toUpperCase() + name.slice(1).replace(/Level$/, '') : [],
  );
  const speaksOf = (level: string, owner: Owner, { type }: GraphQLField<unknown, unknown>): boolean => {
    const target = getNamedType(type);
    return isObjectType(target) ? target.name.replace(/Connection$/, '') === level : owner.name === level;
  };
  return Object.fromEntries(
    levels.map((level) => [
      level,
      objects.flatMap((owner) =>
        Object.values(owner.getFields())
          .filter((field) => speaksOf(level, owner, field))
          .map(({ name }) => `${owner.name}.${name}`),
      ),
    ]),
  );
}
