import {
  type GraphQLEnumValue,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

const inBrackets = (description: string | null | undefined) =>
  /\[([^[\]]+)\]\s*$/.exec(description ?? '')?.[1]?.split(/[。（]/)[0] ?? '';

/** `REFORM_SHEET` and `reformSheet` as "Reform sheet"; `SDG` stays. */
const inWords = (name: string) => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\bsdgs?\b/g, (word) => (word.endsWith('s') ? 'SDGs' : 'SDG'));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

type Named = GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLEnumValue;
const tableOf = (entries: readonly Named[]) =>
  Object.fromEntries(entries.map(({ name, description }) => [name, [inBrackets(description) || name, inWords(name)]]));

const isShown = ({ name }: GraphQLNamedType) =>
  !name.startsWith('__') && !/(?:Connection|Edge)$/.test(name) && name !== 'Query';

/**
 * What the schema calls its types, fields and enum values: Japanese as their descriptions say it in brackets, English from
 * their names. So a word is declared once, in the model.
 */
export function vocabularyOf(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap()).filter(isShown);
  const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const enums = types.filter((type) => isEnumType(type)).filter(({ name }) => !name.endsWith('Facet'));
  return {
    types: tableOf(objects),
    fields: Object.fromEntries(objects.map((type) => [type.name, tableOf(Object.values(type.getFields()))])),
    values: Object.fromEntries(enums.map((type) => [type.name, tableOf(type.getValues())])),
  };
}
