import { readdirSync } from 'node:fs';
import { Kind, parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { audiences } from '../../src/examples/example.js';
import { readExamples } from '../../src/examples/read-examples.js';
import { projectFile } from '../../src/project-files.js';

const examples = await readExamples();

const repeated = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index);

const pascalCase = (name: string) => name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

describe('the examples of schema/examples', () => {
  test('have files that are named after them, and no others', () => {
    const files = examples.flatMap(({ name, variables }) => [
      `${name}.graphql`,
      ...(Object.keys(variables).length > 0 ? [`${name}.variables.json`] : []),
    ]);
    expect(readdirSync(projectFile('schema/examples')).sort()).toEqual(files.sort());
  });

  test('are at least thirty, with enough for everyone who asks', () => {
    expect(examples.length).toBeGreaterThanOrEqual(30);
    for (const audience of audiences)
      expect(examples.filter((example) => example.audience === audience).length).toBeGreaterThanOrEqual(8);
  });

  test('have an answer each that is committed', () => {
    const answers = readdirSync(projectFile('tests/seeded/examples/cases')).sort();
    expect(answers).toEqual(examples.map(({ name }) => `${name}.json`).sort());
  });

  test('have titles and sentences of their own', () => {
    for (const key of ['titleJa', 'titleEn', 'aboutJa', 'aboutEn'] as const)
      expect(repeated(examples.map((example) => example[key]))).toEqual([]);
  });

  test.each(examples)('$name is introduced in both languages', ({ titleJa, titleEn, aboutJa, aboutEn }) => {
    expect(titleJa).toMatch(/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u);
    expect(titleEn).toMatch(/^[A-Z][^\p{sc=Hiragana}\p{sc=Katakana}]*[^.]$/u);
    expect(aboutJa).toMatch(/^[^。]+。$/);
    expect(aboutEn).toMatch(/^[A-Z].*\.$/);
  });

  test.each(examples)('$name is one operation of that name, and fits the schema', ({ name, query }) => {
    const document = parse(query);
    expect(validate(schema(), document)).toEqual([]);
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toMatchObject([{ name: { value: pascalCase(name) } }]);
  });

  test.each(examples)('$name is given values for its variables, and for no others', ({ query, variables }) => {
    const declared = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
    );
    const names = declared.map(({ variable }) => variable.name.value);
    const needed = declared.filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
    expect(names).toEqual(expect.arrayContaining(Object.keys(variables)));
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(needed.map(({ variable }) => variable.name.value)));
  });
});
