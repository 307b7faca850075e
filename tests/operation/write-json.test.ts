import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeJson } from '../../src/operation/answer/write-json.js';

const node = fc.record({
  id: fc.string(),
  text: fc.option(fc.string({ unit: 'binary' })),
  number: fc.double(),
  aliases: fc.array(fc.string(), { maxLength: 3 }),
});
const list = fc
  .tuple(fc.array(fc.option(node), { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 350 }))
  .map(([nodes, length]) => Array.from({ length }, (_, place) => nodes[place % nodes.length]));
const connection = fc.record({
  totalCount: fc.nat(),
  nodes: list,
  pageInfo: fc.option(fc.record({ end: fc.string() })),
});
const answer = fc.record(
  {
    errors: fc.array(fc.record({ message: fc.string() })),
    data: fc.option(fc.dictionary(fc.string(), fc.oneof(connection, list, fc.jsonValue(), fc.constant(undefined)))),
    extensions: fc.dictionary(fc.string(), fc.jsonValue()),
  },
  { requiredKeys: ['data'] },
);

test('whatever the answer, it is the JSON that JSON.stringify writes', async () => {
  await fc.assert(
    fc.asyncProperty(answer, async (given) => {
      expect(await writeJson(given)).toBe(`${JSON.stringify(given)}\n`);
    }),
    { numRuns: 500 },
  );
});

test('symbols under which something is kept are not written', async () => {
  const kept = Symbol('kept');
  const nodes = Array.from({ length: 101 }, (_, place) => ({ place, [kept]: 'x' }));
  expect(await writeJson({ data: { list: { nodes, [kept]: 'x' } } })).toBe(
    `${JSON.stringify({ data: { list: { nodes } } })}\n`,
  );
});

test('a large answer is written in several turns', async () => {
  const text = '市民'.repeat(2_000);
  const nodes = Array.from({ length: 4_000 }, (_, place) => ({ place, text }));
  let turns = 0;
  let writing = true;
  const count = () => {
    turns++;
    if (writing) setImmediate(count);
  };
  setImmediate(count);
  const written = await writeJson({ data: { list: { nodes } } });
  writing = false;
  expect(JSON.parse(written).data.list.nodes).toHaveLength(4_000);
  expect(turns).toBeGreaterThan(1);
});
