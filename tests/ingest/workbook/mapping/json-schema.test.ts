import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { mappingSchema } from '../../../../src/ingest/workbook/mapping/json-schema.js';
import { readMapping } from '../../../../src/ingest/workbook/mapping/mapping.js';
import { templateSheets } from '../../../../src/ingest/workbook/template.js';
import { projectFile } from '../../../../src/project-files.js';
import { hikariMap } from '../../../fixtures/hikari-city.js';
import { minatoMap } from '../../../fixtures/minato-town.js';

const isValid = new Ajv({ strict: false }).compile(mappingSchema());

const table = (columns: string, more = '') => `tables: [{ from: x, to: 施策, columns: ${columns}${more} }]`;
const whole = '{ コード: a, 名称: b }';

test.each([
  [hikariMap, true],
  [minatoMap, true],
  [table(whole), true],
  [table(whole, ', distinct: true, headingRow: 3'), true],
  [table('{ コード: { join: [a, { letter: B }], with: "-" }, 名称: [b, c] }'), true],
  [table('{ コード: a }'), false],
  [table('{ コード: a, 名前: b }'), false],
  [table('{ コード: a, 名称: { heading: b, letter: C } }'), false],
  [table('{ コード: a, 名称: { letter: c } }'), false],
  [table('{ コード: a, 名称: { heading: b, take: all } }'), false],
  [table(whole, ', distinct: sometimes'), false],
  [`${table(whole)}\nmunicipality: { 名称: x }`, false],
  [`${table(whole)}\nignored: [x]`, false],
  ['tables: []', false],
  [table('{ コード: a, 名称: "" }'), false],
  [table('{ コード: a, 名称: }'), false],
  [table('{ コード: a, 名称: { letter: 5 } }'), false],
  [table(whole, ', headingRow: 0'), false],
])('The schema takes what is read, and nothing else: %s', (text, taken) => {
  expect(isValid(parse(text))).toBe(taken);
  expect(readMapping(text, 'map.yaml').problems.length === 0).toBe(taken);
});

test('The guide shows a mapping that can be read', () => {
  const guide = readFileSync(projectFile('docs/your-city.md'), 'utf8');
  const [, shown = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(readMapping(shown, 'map.yaml').problems).toEqual([]);
  expect(isValid(parse(shown))).toBe(true);
});

test('The schema offers every sheet and heading of the template, described in both languages', () => {
  const { $defs } = mappingSchema() as {
    readonly $defs: Readonly<Record<string, { readonly properties: Record<string, { readonly description: string }> }>>;
  };
  for (const { name, columns } of templateSheets) {
    const properties = $defs[`columns-to-${name}`]?.properties ?? {};
    expect(Object.keys(properties)).toEqual(Object.values(columns).map(({ heading }) => heading));
    for (const { description } of Object.values(properties))
      expect(description).toMatch(/[ぁ-んァ-ヶ一-龠].*。\n[A-Z].*\.$/s);
  }
});
