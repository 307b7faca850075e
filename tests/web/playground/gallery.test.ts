import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse, validate } from 'graphql';
import { type Example, parseExample } from '../../../src/examples/example.js';
import { readExamples } from '../../../src/examples/read-examples.js';
import { projectFile } from '../../../src/project-files.js';
import { welcome } from '../../../src/web/playground/client/welcome.js';
import { groupsOf, operationNameOf } from '../../../src/web/playground/gallery/gallery.js';

const example = (name: string, audience: string, titleJa: string, titleEn: string): Example =>
  parseExample({
    name,
    document: `# title-ja: ${titleJa}
# title-en: ${titleEn}
# about-ja: ${titleJa}を調べます。
# about-en: Looks at it.
# audience: ${audience}

query Q { a }
`,
  });

const examples = [
  example('paging', 'developer', 'ページ送り', 'Paging'),
  example('sdg-heat-map', 'dashboard', 'SDG別の件数', 'Counts by SDG'),
  example('sdg-17', 'analyst', 'SDG 17に触れる施策', 'Measures that touch SDG 17'),
  example('gaps', 'analyst', '空白', 'Gaps'),
];

const shown = (words: string) =>
  groupsOf(examples, words).map(({ audience, examples: those }) => [audience, those.map(({ name }) => name)]);

test('examples are grouped by who asks: analysts, dashboards, developers', () => {
  expect(shown('')).toEqual([
    ['analyst', ['sdg-17', 'gaps']],
    ['dashboard', ['sdg-heat-map']],
    ['developer', ['paging']],
  ]);
});

test.each([
  ['a Japanese word', '空白', [['analyst', ['gaps']]]],
  ['an English word in another case', 'PAGING', [['developer', ['paging']]]],
  ['full-width letters', 'ＳＤＧ　１７', [['analyst', ['sdg-17']]]],
  ['the name of the file', 'heat-map', [['dashboard', ['sdg-heat-map']]]],
  ['words that stand apart, each of which must be there', 'sdg counts', [['dashboard', ['sdg-heat-map']]]],
  ['what none has', '存在しない', []],
])('they are filtered by %s', (_name, words, expected) => {
  expect(shown(words)).toEqual(expected);
});

test('each saved example runs under the name that its operation has', async () => {
  const names = (await readExamples()).map(({ query }) => {
    const [operation] = parse(query).definitions as OperationDefinitionNode[];
    return [operationNameOf(query), operation?.name?.value];
  });
  expect(names.length).toBeGreaterThan(0);
  for (const [found, real] of names) expect(found).toBe(real);
});

test('the query that a new visitor sees fits the schema', async () => {
  const schema = buildSchema(await readFile(projectFile('schema/schema.graphql'), 'utf8'));
  expect(validate(schema, parse(welcome))).toEqual([]);
});
