/** Facts of a sheet name its cells in whatever form they are taken away. */
import { expect, test } from '@jest/globals';
import { schema } from '../../src/api/schema.js';
import { citationsOf } from '../../src/export/citations.js';
import type { GraphSource } from '../../src/export/graph-source.js';
import { graphml } from '../../src/export/graphml.js';
import { resourcesOf } from '../../src/export/resources.js';
import { turtle } from '../../src/export/turtle.js';
import { type Language, labelsIn } from '../../src/labels/labels.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';

const document = 'aoba:source-document:workbook-costs';
const graph: GraphSource = {
  datasets: [],
  async *nodes() {
    const sources = [`${document} 3 3 !B3:D3`, 'aoba:source-document:plan 12 14 ADOPTED'];
    yield { id: 'aoba:cost:0101:2023', type: 'Cost', properties: { fiscalYear: 2023, effective: true, sources } };
  },
  async *edges() {
    const sources = [`${document} 3 3 !A3`];
    const ends = { from: 'aoba:cost:0101:2023', to: 'aoba:project:0101' };
    yield { ...ends, type: 'COST_OF', properties: { effective: true, sources } };
  },
  checkUnchanged: async () => {},
};

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('GraphML has them behind the lines', async () => {
  const text = await whole(graphml(graph));
  expect(text).toContain(`>${document}:3!B3:D3; ADOPTED@aoba:source-document:plan:12-14</data>`);
  expect(text).toContain(`>${document}:3!A3</data>`);
});

test('linked data has them as a property of the place', async () => {
  const text = await whole(turtle(resourcesOf(graph)));
  const cells = [...text.matchAll(/pg:cells "([^"]*)"/g)].map(([, each]) => each);
  expect(cells).toEqual(['B3:D3', 'A3']);
  expect(text.match(/pg:firstLine/g)).toHaveLength(3);
});

test('tables for people say them in words, in place of lines', () => {
  const at = {
    document: { name: '計画（plan.xlsx「事業費」）', nameEn: 'plan.xlsx, sheet 事業費' },
    firstLine: 3,
    lastLine: 3,
  };
  const sources = [
    { ...at, cells: 'A3' },
    { ...at, cells: 'B3:D3,F3' },
    { ...at, document: { name: '計画' }, cells: null },
  ];
  const cited = (language: Language) => citationsOf(sources, labelsIn(vocabularyOf(schema()), language), language);
  expect(cited('ja')).toBe('計画（plan.xlsx「事業費」） セル A3、セル B3:D3、F3; 計画 3行');
  expect(cited('en')).toBe('plan.xlsx, sheet 事業費 cell A3, cells B3:D3, F3; 計画 line 3');
});
