import { aboutTheDataset, documentFacts, factsBetween } from '../../src/analysis/document-facts.js';

const plan = 'midorino:source-document:adopted-plan';
const [field, item] = ['midorino:policy-field:3', 'midorino:policy-item:3-1'];

const facts = documentFacts(plan, [
  [`${plan} 12 14 ADOPTED`, 'PolicyItem', item, ['里山の保全', 'Village woods', 1], true],
  [
    `${plan} 12 14 ADOPTED`,
    'PolicyItem',
    item,
    ['里山の保全', 'Village woods', 1],
    true,
    'IN_FIELD',
    'PolicyField',
    field,
    ['里山水辺', null, 3],
    '里山・水辺',
  ],
  [`${plan} 3 3`, 'PolicyField', field, ['里山水辺', null, 3], true],
  [`${plan} 12 14 ADOPTED`, 'SurveyResult', 'midorino:survey-result:3-1:2021', [null, null, 2021], false],
]);

test('facts stand in the order of their lines, and on a line things before the links between them', () => {
  expect(facts.map(({ firstLine, subject, relationship }) => [firstLine, subject, relationship])).toEqual([
    [3, field, null],
    [12, item, null],
    [12, 'midorino:survey-result:3-1:2021', null],
    [12, item, 'IN_FIELD'],
  ]);
});

test('a fact has an id of its own, the stage of its lines, and words in both languages', () => {
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  expect(facts[0]).toMatchObject({ stage: null, sentence: { ja: '里山水辺', en: '里山水辺' } });
  expect(facts[2]).toMatchObject({ effective: false, sentence: { en: 'Survey result 2021' } });
  expect(facts[3]).toMatchObject({
    id: `${plan}:12-14:ADOPTED ${item} IN_FIELD ${field}`,
    stage: 'ADOPTED',
    target: field,
    printedAs: '里山・水辺',
    sentence: { ja: expect.stringContaining('里山水辺'), en: expect.stringContaining('Village woods') },
  });
});

test('facts of a sheet have its cells, by which those of one row are told apart', () => {
  const sheet = 'midorino:source-document:workbook-costs';
  const told = documentFacts(sheet, [
    [`${sheet} 12 12 !C12:D12`, 'PolicyItem', item, [null, null, 1], true],
    [`${sheet} 12 12 !F12`, 'PolicyItem', item, [null, null, 1], true],
    [`${sheet} 12 12 ADOPTED !F12`, 'PolicyItem', item, [null, null, 1], true],
  ]);
  expect(told.map(({ id, firstLine, cells, stage }) => [id, firstLine, cells, stage])).toEqual([
    [`${sheet}:12-12!C12:D12 ${item}`, 12, 'C12:D12', null],
    [`${sheet}:12-12!F12 ${item}`, 12, 'F12', null],
    [`${sheet}:12-12!F12:ADOPTED ${item}`, 12, 'F12', 'ADOPTED'],
  ]);
  expect(facts.map(({ cells }) => cells)).toEqual([null, null, null, null]);
});

test('lines between which something reaches from outside are among those of a range', () => {
  const lines = (first: number, last: number) => factsBetween(facts, first, last).length;
  expect([lines(1, 2), lines(3, 3), lines(14, 20), lines(15, 20), lines(1, 12)]).toEqual([0, 1, 3, 0, 4]);
});

test('what is said of the dataset itself is no fact of a document', () => {
  expect(aboutTheDataset).toEqual(['CoverageStatement', 'ExtractionIssue']);
});
