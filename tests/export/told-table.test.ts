import { expect, test } from '@jest/globals';
import { schema } from '../../src/api/schema.js';
import { exportedOperation } from '../../src/export/exported-operation.js';
import { tellOf } from '../../src/export/told-table.js';
import { labelsIn } from '../../src/labels/labels.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';

const datasets = ['aoba', 'midori'].map((municipality) => ({
  municipality,
  revision: `r-${municipality}`,
  loadedAt: 'now',
}));

async function revisionsIn(cities: readonly string[]) {
  const query = '{ measures { nodes { code } } }';
  const read = exportedOperation(schema(), { query, operationName: null, variables: {} }, ['measures'], 1000);
  if (!read) throw new Error('expected a list that can be exported');
  const table = {
    columns: [],
    pages: (async function* () {})(),
    rows: () => 0,
    ...{ cited: [], unread: [] },
    coverage: { state: 'COMPLETE', municipalities: cities.map((municipality) => ({ municipality })) },
  };
  const { sheets } = await tellOf(read, table, {
    language: 'en',
    labels: labelsIn(vocabularyOf(schema()), 'en'),
    schema: schema(),
    now: new Date('2026-11-27'),
    address: 'http://localhost/',
    ask: async () => ({ nodes: [], datasets }),
  });
  return sheets()[0]
    ?.rows.filter(([label]) => label === 'Revision of the data')
    .map(([, said]) => said);
}

test('the sheet about a table names the revisions of the cities that it is about, all where that is not told', async () => {
  expect(await revisionsIn(['midori'])).toEqual(['r-midori']);
  expect(await revisionsIn(['aoba', 'midori'])).toEqual(['aoba r-aoba', 'midori r-midori']);
  expect(await revisionsIn([])).toEqual(['aoba r-aoba', 'midori r-midori']);
});
