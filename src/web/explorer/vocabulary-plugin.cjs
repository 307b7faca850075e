/**
 * Writes what the schema calls things as a table for the explorer: types, fields and enum values, Japanese as their
 * descriptions say it in brackets, English from their names. So a word is declared once, in `src/model`.
 */
const { isEnumType, isInterfaceType, isObjectType } = require('graphql');

const inBrackets = (description) => /\[([^[\]]+)\]\s*$/.exec(description ?? '')?.[1]?.split(/[。（]/)[0] ?? '';

/** `REFORM_SHEET` and `reformSheet` as "Reform sheet"; `SDG` stays. */
const inWords = (name) => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\bsdgs?\b/g, (word) => (word.endsWith('s') ? 'SDGs' : 'SDG'));
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const both = ({ name, description }) => [inBrackets(description) || name, inWords(name)];
const tableOf = (entries) => Object.fromEntries(entries.map((entry) => [entry.name, both(entry)]));

const isShown = (type) =>
  !type.name.startsWith('__') && !/(?:Connection|Edge)$/.test(type.name) && type.name !== 'Query';

module.exports = {
  plugin(schema) {
    const types = Object.values(schema.getTypeMap()).filter(isShown);
    const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));
    const enums = types.filter((type) => isEnumType(type) && !type.name.endsWith('Facet'));
    return JSON.stringify({
      types: tableOf(objects),
      fields: Object.fromEntries(objects.map((type) => [type.name, tableOf(Object.values(type.getFields()))])),
      values: Object.fromEntries(enums.map((type) => [type.name, tableOf(type.getValues())])),
    });
  },
};
