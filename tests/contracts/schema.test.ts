import { readFileSync } from 'node:fs';
import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isNonNullType, isObjectType } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { printedClientCache, printedMappingSchema, printedModel, printedSchema } from '../../src/commands/schema.js';
import { nodes } from '../../src/model/model.js';
import { projectFile } from '../../src/project-files.js';

const types = Object.values(schema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
/** "English. [日本語]": a sentence in English, and Japanese that is more than a word that both languages have. */
const isBilingual = (text: string | null | undefined) =>
  /^[A-Z].{2,}\. \[(?:SDGs|URI|[^[\]]*[\u3040-\u30ff\u4e00-\u9fff][^[\]]*)\]$/s.test(text ?? '');

/** Every element of the schema with its description: "Measure.departments(first)". */
const elements: [string, string | null | undefined][] = types.flatMap((type): [string, string | null | undefined][] => {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    return [
      ...own,
      ...type
        .getValues()
        .map((value): [string, string | null | undefined] => [`${type.name}.${value.name}`, value.description]),
    ];
  if (isInputObjectType(type))
    return [
      ...own,
      ...Object.values(type.getFields()).map((field): [string, string | null | undefined] => [
        `${type.name}.${field.name}`,
        field.description,
      ]),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return [
    ...own,
    ...Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
      [`${type.name}.${field.name}`, field.description],
      ...field.args.map((argument): [string, string | null | undefined] => [
        `${type.name}.${field.name}(${argument.name})`,
        argument.description,
      ]),
    ]),
  ];
});

const lookups = nodes.filter(({ lookup }) => lookup !== null).map(({ name }) => name.toLowerCase());
const isLookup = (field: string) => lookups.includes(field.toLowerCase());

describe('the schema', () => {
  test('is committed as it is generated', () => {
    expect(readFileSync(projectFile('schema/schema.graphql'), 'utf8')).toBe(printedSchema());
    expect(readFileSync(projectFile('schema/model.json'), 'utf8')).toBe(printedModel());
    expect(readFileSync(projectFile('schema/client-cache.json'), 'utf8')).toBe(printedClientCache());
    expect(readFileSync(projectFile('schema/mapping.schema.json'), 'utf8')).toBe(printedMappingSchema());
  });

  test('describes every type, field, argument and enum value in English and Japanese', () => {
    expect(
      elements
        .filter(([, description]) => !isBilingual(description))
        .map(([name, description]) => `${name}: ${description}`),
    ).toEqual([]);
  });

  test('shows an id of its own wherever a type has one', () => {
    const described = new Map(elements);
    for (const { name, example } of nodes) expect(described.get(`${name}.id`)).toContain(` such as ${example}. `);
  });

  test('shows a value for every id and every key that a root field takes', () => {
    const roots = Object.values(schema().getQueryType()?.getFields() ?? {});
    const taken = roots.flatMap(({ name, args }) =>
      args
        .filter(({ type }) => getNamedType(type).name === 'ID' || (isNonNullType(type) && isLookup(name)))
        .map((argument) => `${name}(${argument.name}): ${argument.description}`),
    );
    expect(taken.length).toBeGreaterThan(30);
    expect(taken.filter((text) => !/ such as \S+|\(112119\)| by id, key, code or name/.test(text))).toEqual([]);
  });

  test('keeps the public names of the sketch', () => {
    const names = elements.map(([name]) => name);
    for (const name of [
      'Measure.departments(first)',
      'PolicyItem.linkagePlans(stage)',
      'Query.policyItem(code)',
      'Query.node(id)',
      'ReformSheet.supportingScope',
      'Indicator.baseline',
      'Query.surveyResults(filter)',
      'StringFilter.startsWith',
      'MeasuresFilter.every',
    ])
      expect(names).toContain(name);
  });
});
