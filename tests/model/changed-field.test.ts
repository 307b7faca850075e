import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { changedField } from '../../src/model/changed-field.js';
import { projectFile } from '../../src/project-files.js';

test.each([
  ['vision 2', 'めざす姿 2', 'state aimed at 2'],
  ['reference 3-1', '施策大項目の位置付け 3-1', 'reference to policy item 3-1'],
  ['colour', 'colour', 'colour'],
])('%s is %s and %s', (field, ja, en) => {
  expect(changedField(field)).toEqual({ ja, en });
});

test('whatever of a thing changed in the dataset has words in both languages', () => {
  const rows: readonly { readonly field: string }[] = parse(readFileSync(projectFile('seed/changes.csv'), 'utf8'), {
    columns: true,
  });
  const fields = new Set(rows.map(({ field }) => field).filter((field) => field !== ''));
  expect(fields.size).toBeGreaterThan(5);
  for (const field of fields) expect(changedField(field).ja).not.toMatch(/^[a-z]/);
});
