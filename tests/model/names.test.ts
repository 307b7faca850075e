/** Names of the model are types: `npm run check` fails here as soon as one of these mistakes compiles. */
import { expect, test } from '@jest/globals';
import { labelOf, sentenceOf } from '../../src/analysis/wording.js';
import { DatasetBuilder } from '../../src/ingest/extract/builder.js';
import type { EdgeDeclaration, NodeDeclaration } from '../../src/model/declaration.js';
import { into, out } from '../../src/model/edges.js';
import type { Stage } from '../../src/model/enums.js';
import { connection, describe, edge, entity } from '../../src/model/language.js';
import { edgeOfType, edges, nodeNamed, nodes } from '../../src/model/model.js';

const words = describe('A bridge.', '橋');
const bridge = {
  name: 'Bridge',
  plural: 'bridges',
  table: 'bridges',
  idWord: 'bridge',
  description: words,
  example: 'x:bridge:1',
} as const;

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

test('a declaration that leads to a type that is not declared does not fit into the model', () => {
  const toNowhere = entity({ ...bridge, fields: { parts: connection('Measures', out('OWNED_BY'), words) } });
  // @ts-expect-error Neither the name Bridge nor the target Measures is declared.
  const node: NodeDeclaration = toNowhere;
  // @ts-expect-error Bridge is no node type.
  const spans: EdgeDeclaration = edge({
    type: 'PART_OF',
    from: 'Bridge',
    to: 'Measure',
    table: 'spans',
    description: words,
    sentence: words,
  });
  expect(nodes).not.toContain(node);
  expect(edges).not.toContain(spans);
});
