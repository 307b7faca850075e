import { expect, test } from '@jest/globals';
import { Municipalities } from '../../src/analysis/municipalities.js';
import type { Row } from '../../src/analysis/statements.js';

/** Answers one list of rows after the other, and counts how often it was asked. */
function answering(...answers: readonly (readonly Row[])[]) {
  const seen = { asked: 0 };
  return { seen, ask: async () => answers[seen.asked++] ?? [] };
}

test('a code is looked up once, as it will always mean the same', async () => {
  const { seen, ask } = answering([{ key: 'green', byKey: true }]);
  const municipalities = new Municipalities();
  expect(await municipalities.keyOf('990001', ask, 'all')).toBe('green');
  expect(await municipalities.keyOf('９９０００１ ', ask, 'all')).toBe('green');
  expect(seen.asked).toBe(1);
});

test('a name is looked up each time, as another load can bring a second of that name', async () => {
  const one = { key: 'green', byKey: false };
  const two = { key: 'blue', byKey: false };
  const loaded = [
    {
      loaded: [
        ['blue', '990002', '緑市'],
        ['green', '990001', '緑市'],
      ],
      count: 12,
    },
  ];
  const { ask } = answering([one], [two, one], loaded);
  const municipalities = new Municipalities();
  expect(await municipalities.keyOf('緑市', ask, 'all')).toBe('green');
  await expect(municipalities.keyOf('緑市', ask, 'all')).rejects.toMatchObject({
    message:
      'municipality: expected the id or the code of one municipality (blue 990002 緑市, green 990001 緑市 and 10 more), because several are named 緑市',
    messageJa:
      '緑市という市区町村が複数あります。識別子かコードを指定してください（読み込み済み：blue 990002 緑市、green 990001 緑市ほか10件）。',
  });
});
