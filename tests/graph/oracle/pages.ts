import fc, { type Arbitrary } from 'fast-check';
import { givenWays, inSomeWay, leaf, orNull } from './leaves.js';
import type { Entry, Given } from './operation.js';

const size = (largest: number): Arbitrary<Given> =>
  inSomeWay(leaf(fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: largest }) }, fc.constant(0))), givenWays);

const cursor: Arbitrary<Given> = fc
  .tuple(fc.nat(49), fc.constantFrom('literal' as const, 'variable' as const))
  .map(([pick, way]) => ({ kind: 'cursor', pick, way }));

const entries = (...given: readonly (readonly [string, Arbitrary<Given>])[]): Arbitrary<readonly Entry[]> =>
  fc.tuple(...given.map(([name, value]) => value.map((one): Entry => [name, one])));

/**
 * The pages of a list, forwards and backwards, with and without a cursor. Where more lies below they stay small: an
 * answer of a hundred thousand nodes shows nothing that one of a hundred does not.
 */
export function pages(atRoot: boolean, depth: number): Arbitrary<readonly Entry[]> {
  const few = size(atRoot ? 6 : 3);
  const notGiven: Arbitrary<Given> = fc.constantFrom(
    { kind: 'null', way: 'literal' },
    { kind: 'null', way: 'variable' },
  );
  const small = [
    entries(['first', few]),
    entries(['last', few]),
    entries(['first', few], ['after', cursor]),
    entries(['last', few], ['before', cursor]),
    entries(['last', few], ['first', notGiven], ['after', notGiven]),
  ];
  const large = [
    fc.constant([]),
    entries(['first', size(500)]),
    entries(['after', cursor]),
    entries(['before', cursor]),
    entries(['first', orNull(size(60))], ['after', cursor]),
  ];
  return depth > 1 ? fc.oneof(...small) : fc.oneof(...small, ...large);
}
