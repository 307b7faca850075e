import { expect, test } from '@jest/globals';
import { cellsInWords } from '../../../src/labels/cells.js';
import { nameOfPlace, placesOf } from '../../../src/web/explorer/parts/source-drawer/places.js';

const document = { id: 'aoba:source-document:workbook-costs', name: '事業費', nameEn: null } as never;
const at = (cells: string | null, stage: 'DRAFT' | 'ADOPTED' | null = null) => ({
  stage,
  firstLine: 3,
  lastLine: 3,
  cells,
  document,
});

test('cells of one row are places of their own, each once for all of its stages', () => {
  const places = placesOf([at('A3', 'DRAFT'), at('B3:D3'), at('A3', 'ADOPTED'), at(null)]);
  expect(places.map(({ source, stages }) => [source.cells, stages])).toEqual([
    ['A3', ['DRAFT', 'ADOPTED']],
    ['B3:D3', []],
    [null, []],
  ]);
  expect(new Set(places.map(({ key }) => key)).size).toBe(3);
});

test('a place is called by its cells, where it has some, else by its lines', () => {
  const words = {
    lines: (first: number, last: number) => `${first}-${last}`,
    cells: (cells: string) => cellsInWords(cells).en,
  };
  expect([at('F12'), at('B12:F12'), at('B12,F12'), at(null)].map((each) => nameOfPlace(each, words))).toEqual([
    'cell F12',
    'cells B12:F12',
    'cells B12, F12',
    '3-3',
  ]);
});
