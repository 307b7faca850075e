import { expect, test } from '@jest/globals';
import { findByFilter, listedBy, type ReadIds } from '../../src/graph/filter-steps.js';
import type { FilterInput } from '../../src/graph/operators.js';
import { effectiveView } from '../../src/graph/statement.js';
import { nodeNamed } from '../../src/model/model.js';

const properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  m1: { code: '1', name: 'a' },
  m2: { code: '2', name: 'a' },
  m3: { code: '3', name: 'b' },
  m4: { code: '4', name: 'b' },
  d1: { name: 'x' },
  d2: { name: 'y' },
  i1: { code: '1', name: 'z' },
};
/** Who owns which measure; m4 has no department. */
const owners: readonly (readonly [measure: string, department: string])[] = [
  ['m1', 'd1'],
  ['m2', 'd1'],
  ['m2', 'd2'],
  ['m3', 'd2'],
];
const items: readonly (readonly [measure: string, item: string])[] = [
  ['m1', 'i1'],
  ['m4', 'i1'],
];

const measure = nodeNamed('Measure');

/** Answers the statements of steps from the tables above. m3 is not in force, and so not in the list. */
const read: ReadIds = async ({ text, parameters }, keys) => {
  const { p0, p1 } = parameters({});
  const from = (links: typeof owners) => [
    ...new Set(links.filter(([, target]) => keys.includes(target)).map(([parent]) => parent)),
  ];
  if (text.startsWith('MATCH (n:Measure) WHERE n.effective')) return ['m1', 'm2', 'm4'];
  if (text.startsWith('MATCH (n:Measure)')) return ['m1', 'm2', 'm3', 'm4'];
  if (text.startsWith('MATCH (n:Department)')) return ['d1', 'd2'];
  if (text.startsWith('MATCH (n:PolicyItem)')) return ['i1'];
  if (text.includes(':OWNED_BY]')) return from(owners);
  if (text.includes(':PART_OF]')) return from(items);
  // A text is compared after NFKC.
  const [, symbol] = /WHERE \(?(?:normalize\()?n0\[\$p0\](?:, NFKC\))? (=|<>) \$p1/.exec(text) ?? [];
  if (!symbol) throw new Error(`unexpected statement: ${text}`);
  const equal = symbol === '=';
  return keys.filter((id) => (properties[id]?.[String(p0)] === p1) === equal);
};

async function found(filter: FilterInput): Promise<string> {
  const listed = listedBy(measure, () => ['n.effective']);
  const ids = await findByFilter(measure, filter, listed, effectiveView)(read);
  return [...(ids ?? [])].sort().join(' ');
}

const departments = (condition: FilterInput): FilterInput => ({ departments: condition });

test.each<[string, FilterInput, string]>([
  ['nothing', {}, 'm1 m2 m4'],
  ['null anywhere', { name: null, and: [{ name: { eq: null } }] }, 'm1 m2 m4'],
  ['a property', { name: { eq: 'a' } }, 'm1 m2'],
  ['two properties', { name: { eq: 'a' }, code: { eq: '2' } }, 'm2'],
  ['ne', { name: { ne: 'a' } }, 'm4'],
  ['and', { and: [{ name: { eq: 'a' } }, { code: { eq: '1' } }] }, 'm1'],
  ['an empty and', { and: [] }, 'm1 m2 m4'],
  ['or', { or: [{ code: { eq: '1' } }, { code: { eq: '4' } }, { code: { eq: '3' } }] }, 'm1 m4'],
  ['an empty or', { or: [] }, ''],
  ['an or with a part that asks for nothing', { or: [{ code: { eq: '1' } }, {}] }, 'm1 m2 m4'],
  ['not', { not: { name: { eq: 'a' } } }, 'm4'],
  ['not of nothing', { not: {} }, ''],
  ['some', departments({ some: { name: { eq: 'x' } } }), 'm1 m2'],
  ['some of any', departments({ some: {} }), 'm1 m2'],
  ['none', departments({ none: { name: { eq: 'x' } } }), 'm4'],
  ['none of any', departments({ none: {} }), 'm4'],
  ['every', departments({ every: { name: { eq: 'x' } } }), 'm1 m4'],
  ['every of nothing', departments({ every: {} }), 'm1 m2 m4'],
  ['some and none', departments({ some: { name: { eq: 'x' } }, none: { name: { eq: 'y' } } }), 'm1'],
  ['a single related node', { policyItem: { name: { eq: 'z' } } }, 'm1 m4'],
  ['a single related node, whichever', { policyItem: {} }, 'm1 m4'],
  ['no single related node', { not: { policyItem: {} } }, 'm2'],
  ['not of a related node', { not: departments({ some: { name: { eq: 'y' } } }) }, 'm1 m4'],
])('sets of ids for a filter with %s', async (_, filter, expected) => {
  expect(await found(filter)).toBe(expected);
});
