/** What a city calls the levels of its plan stands in labels in place of what they are called in general. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { labelsIn } from '../../src/labels/labels.js';
import { levelNamesIn, levelsSelection, levelsVariables } from '../../src/labels/level-names.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';
import { projectFile } from '../../src/project-files.js';

const schema = buildSchema(readFileSync(projectFile('schema/schema.graphql'), 'utf8'));
const vocabulary = vocabularyOf(schema);
const names = {
  PolicyField: { name: '政策', nameEn: null },
  PolicyItem: { name: '施策', nameEn: 'Programme' },
  Measure: { name: '基本事業', nameEn: 'Activity' },
  Project: null,
};
const ja = labelsIn(vocabulary, 'ja', names);
const en = labelsIn(vocabulary, 'en', names);

test('the levels are those of which a city says what it calls them', () => {
  expect(Object.keys(vocabulary.levels)).toEqual(Object.keys(names));
});

describe('a city that has names of its own', () => {
  test('has them as the names of types', () => {
    expect(['PolicyField', 'PolicyItem', 'Measure', 'Project', 'Department'].map(ja.type)).toEqual([
      ...['政策', '施策', '基本事業', '事業', '部署'],
    ]);
    expect(['PolicyField', 'PolicyItem', 'Measure', 'Project'].map(en.types)).toEqual([
      ...['Policy fields', 'Programmes', 'Activities', 'Projects'],
    ]);
  });

  test('has them in headings of what leads there, and of what the level has itself', () => {
    expect([
      ja.field('Department', 'measures'),
      ja.field('PolicyItem', 'code'),
      ja.field('PolicyItem', 'field'),
      en.field('Department', 'responsiblePolicyItems'),
      en.field('Department', 'supportedMeasures'),
    ]).toEqual(['担当する基本事業', '施策番号', '政策', 'Programmes it answers for', 'Activities it supports']);
  });

  test('leaves the words of other things alone', () => {
    expect([
      ja.field('Municipality', 'reformFields'),
      ja.field('Project', 'costs'),
      ja.field('Municipality', 'projectLevel'),
    ]).toEqual(['改革分野', '事業費', '事務事業の呼称']);
  });

  test('has them as what is counted and laid out by', () => {
    expect([ja.value('Dimension', 'POLICY_ITEM'), ja.value('GapKind', 'SDG_UNTOUCHED')]).toEqual([
      ...['施策', '関連する施策大項目のないSDGs'],
    ]);
  });
});

test('words of this service speak of levels as the city does, and of nothing else', () => {
  expect([
    ...['担当する施策中項目', '施策大項目の施策中項目', '施策中項目番号', '改革分野', '事業費'].map(ja.text),
    ...['Measures it answers for', 'Policy items of these measures', 'Unmeasured'].map(en.text),
  ]).toEqual([
    ...['担当する基本事業', '施策の基本事業', '基本事業番号', '改革分野', '事業費'],
    ...['Activities it answers for', 'Programmes of these activities', 'Unmeasured'],
  ]);
});

test('without names, or with those that all have, labels are the general ones', () => {
  const general = labelsIn(vocabulary, 'ja');
  const same = labelsIn(vocabulary, 'ja', { PolicyItem: { name: general.type('PolicyItem'), nameEn: null } });
  for (const labels of [general, same])
    expect([labels.type('PolicyItem'), labels.field('PolicyItem', 'code')]).toEqual(['施策大項目', '施策大項目番号']);
});

test('what one city calls its levels is asked of the API; of several nothing is said', () => {
  const operation = parse(`query (${levelsVariables}) { ${levelsSelection(vocabulary)} }`);
  expect(validate(schema, operation)).toEqual([]);
  const city = { policyFieldLevel: { name: '政策', nameEn: null }, policyItemLevel: null, measureLevel: null };
  expect(levelNamesIn(vocabulary, { nodes: [city] })).toEqual({
    ...{ PolicyField: { name: '政策', nameEn: null }, PolicyItem: null, Measure: null, Project: null },
  });
  expect([[], [city, city]].map((nodes) => levelNamesIn(vocabulary, { nodes }))).toEqual([{}, {}]);
});
