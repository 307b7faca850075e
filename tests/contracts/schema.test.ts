import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { printedSchema } from '../../src/commands/schema.js';
import { projectFile } from '../../src/project-files.js';

const types = Object.values(schema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const isBilingual = (text: string | null | undefined) =>
  /^[A-Z].*\[.*[\u3040-\u30ff\u4e00-\u9fffA-Z].*\]$/s.test(text ?? '');

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
    ...(type.name === 'Query' ? [] : own),
    ...Object.values(type.getFields()).flatMap((field): [string, string | null | undefined][] => [
      [`${type.name}.${field.name}`, field.description],
      ...field.args.map((argument): [string, string | null | undefined] => [
        `${type.name}.${field.name}(${argument.name})`,
        argument.description,
      ]),
    ]),
  ];
});

describe('the schema', () => {
  test('is committed as it is generated', () => {
    expect(readFileSync(projectFile('schema/schema.graphql'), 'utf8')).toBe(printedSchema());
  });

  test('describes every type, field, argument and enum value in English and Japanese', () => {
    expect(
      elements
        .filter(([, description]) => !isBilingual(description))
        .map(([name, description]) => `${name}: ${description}`),
    ).toEqual([]);
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
