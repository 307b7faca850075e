import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { figureInEnglish } from '../../src/labels/figures.js';
import { projectFile } from '../../src/project-files.js';

const column = (table: string, name: string): readonly string[] =>
  [
    ...new Set(
      parse(readFileSync(projectFile(`seed/${table}.csv`), 'utf8'), { columns: true }).map(
        (row) => (row as Record<string, string>)[name] ?? '',
      ),
    ),
  ].filter((value) => value !== '');

test('a figure is a number with an English unit', () => {
  const quantity = { value: 1900, unit: '人', comparator: null };
  expect(figureInEnglish(quantity)).toBe('1,900 people');
  expect(figureInEnglish({ ...quantity, value: 1 })).toBe('1 person');
  expect(figureInEnglish({ value: 82.31, unit: '%', comparator: 'AT_LEAST' })).toBe('at least 82.31%');
  expect(figureInEnglish({ value: 5, unit: null, comparator: 'ABOUT' })).toBe('about 5');
  expect(figureInEnglish({ ...quantity, value: null })).toBeNull();
  expect(figureInEnglish({ ...quantity, unit: '尺' })).toBeNull();
});

test('every unit of the documents has an English word', () => {
  const units = [...column('annual-goals', 'unit'), ...column('indicators', 'baseline_unit')];
  expect(units.length).toBeGreaterThan(10);
  for (const unit of units) expect([unit, figureInEnglish({ value: 2, unit, comparator: null })]).not.toContain(null);
});
