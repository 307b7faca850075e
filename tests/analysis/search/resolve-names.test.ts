import type { ViewedLine } from '../../../src/analysis/search/matching.js';
import { matchOfCell, readCell } from '../../../src/analysis/search/resolve-names.js';
import { fold } from '../../../src/model/folded-text.js';

const lines: readonly ViewedLine[] = [
  { field: 'NAME', text: fold('里山保全の推進') },
  { field: 'CODE', text: '5-2-3' },
  { field: 'ALIAS', text: fold('みどりの丘の手入れ') },
];
const match = (cell: string) => matchOfCell(readCell(cell), 'Measure', lines)[0];

describe('A cell of a pasted column', () => {
  test.each([
    ['里山保全の推進', 'EXACT', 'NAME'],
    ['5-2-3', 'EXACT', 'CODE'],
    ['5-2-3　里山保全の推進', 'EXACT', 'NAME'],
    ['(5-2-3) 里山保全の推進', 'EXACT', 'NAME'],
    ['みどりの丘の手入れ', 'EXACT', 'ALIAS'],
    ['里山保金の推進', 'SLIP', 'NAME'],
    ['里山保全', 'PHRASE', 'NAME'],
    ['里山保全の推進に関する事業の一覧', 'NAMED', 'NAME'],
  ])('with %s means the thing: %s of %s', (cell, kind, field) => {
    expect(match(cell)).toMatchObject({ kind, field });
  });

  test('with another name means nothing', () => {
    expect(match('海岸清掃')).toBeUndefined();
    expect(match('')).toBeUndefined();
  });

  test('is surer with the right code and less sure with another one', () => {
    const scores = ['5-2-3 里山保金の推進', '里山保金の推進', '9-9-9 里山保金の推進'].map(
      (cell) => match(cell)?.score ?? 0,
    );
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(new Set(scores).size).toBe(3);
    expect(match('5-2-3 里山保全の推進')).toMatchObject({ score: 1, codeFits: true });
    expect(match('9-9-9 里山保全の推進')).toMatchObject({ codeFits: false });
    expect(match('里山保全の推進')).toMatchObject({ score: 1, codeFits: null });
  });
});
