/** Names of the model are types: `npm run check` fails here as soon as one of these mistakes compiles. */
import { expect, test } from '@jest/globals';
import { labelOf, sentenceOf } from '../../src/analysis/wording.js';
import { DatasetBuilder } from '../../src/ingest/extract/builder.js';
import type { EdgeType } from '../../src/model/declaration.js';
import { into, out } from '../../src/model/edges.js';
import type { Stage } from '../../src/model/enums.js';
import { connection, describe, entity } from '../../src/model/language.js';
import { edgeOfType, nodeNamed } from '../../src/model/model.js';

const words = describe('A bridge.', '橋');

test('a step, a look-up or a fact with a name that the model does not have is refused by the compiler', () => {
  // @ts-expect-error The edge type is called IMPLEMENTS.
  into('IMPLEMENT');
  // @ts-expect-error A node type is no edge type.
  out('Measure');
  // @ts-expect-error The node type is called Measure.
  expect(() => nodeNamed('Measures')).toThrow('Measures');
  // @ts-expect-error The edge type is called IMPLEMENTS.
  expect(() => edgeOfType('IMPLEMENT')).toThrow('IMPLEMENT');
  // @ts-expect-error The edge type is called PART_OF.
  new DatasetBuilder().edge('PARTOF', 'x:measure:1', 'x:policy-item:1', null);
  // @ts-expect-error The node type is called Measure.
  expect(() => labelOf('Measures', [null, null, 1])).toThrow('Measures');
  // @ts-expect-error The edge type is called OWNED_BY.
  expect(() => sentenceOf('OWNS', { ja: '', en: '' }, { ja: '', en: '' })).toThrow('OWNS');
  // @ts-expect-error The stage is called DRAFT.
  const stage: Stage = 'DRAFTED';
  expect(stage).toBe('DRAFTED');
});

test('a declaration that leads to a type that is not declared is refused by the compiler', () => {
  entity({
    description: words,
    example: 'x:bridge:1',
    // @ts-expect-error The node type is called Measure.
    fields: { parts: connection('Measures', out('OWNED_BY'), 'Parts.', '部分') },
  });
  // @ts-expect-error Bridge is no node type.
  const from: EdgeType['from'] = 'Bridge';
  expect(() => nodeNamed(from)).toThrow('Bridge');
});
