import fc, { type Arbitrary } from 'fast-check';
import type { Given, Plain, Way } from './operation.js';

/** Texts that no document holds, and that a careless service would stumble over. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  "' OR 1=1 //",
  '") RETURN n //',
  '\\',
  '\\u0041',
  '`',
  '``',
  '$p0',
  '$keys',
  '{id}',
  '%',
  '.*',
  '\u0000',
  '\n',
  '𠮷野家😀',
  'ｶﾞﾊﾞﾅﾝｽ',
  'ｶﾀｶﾅ',
  '市民'.normalize('NFD'),
  'ガバナンス'.normalize('NFD'),
  'İstanbul',
  'ΑΣ',
  'ß',
  '①',
  '㍿',
  'null',
  'undefined',
  '__proto__',
];

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');

const variations: readonly ((text: string) => string)[] = [
  fullWidth,
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => ` ${text} `,
  (text) => `${text}😀`,
];

/** Texts: mostly such as the property has, whole or in parts, in other widths and cases. */
export function texts(pool: readonly Plain[]): Arbitrary<Plain> {
  const odd = fc.constantFrom(...oddTexts);
  const known = pool.map(String);
  if (known.length === 0) return odd;
  const one = fc.constantFrom(...known);
  const part = fc.tuple(one, fc.nat(12), fc.integer({ min: 1, max: 4 })).map(([text, start, length]) => {
    const letters = [...text];
    const from = start % Math.max(1, letters.length);
    return letters.slice(from, from + length).join('');
  });
  return fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 6, arbitrary: part },
    { weight: 1, arbitrary: varied(one) },
    odd,
  );
}

/** Names for a look-up: nearly always such as something has. */
export function names(pool: readonly Plain[]): Arbitrary<Plain> {
  const known = pool.map(String);
  if (known.length === 0) return texts(pool);
  const one = fc.constantFrom(...known);
  return fc.oneof(
    { weight: 16, arbitrary: one },
    { weight: 2, arbitrary: varied(one) },
    { weight: 1, arbitrary: texts(pool) },
  );
}

const varied = (text: Arbitrary<string>): Arbitrary<string> =>
  fc.tuple(text, fc.constantFrom(...variations)).map(([one, vary]) => vary(one));

/** Numbers: those that the property has, and their neighbours. */
export function numbers(pool: readonly Plain[], step: number): Arbitrary<Plain> {
  const known = pool.filter((value) => typeof value === 'number');
  const near = fc
    .tuple(fc.constantFrom(...(known.length > 0 ? known : [1])), fc.constantFrom(0, 0, 0, step, -step))
    .map(([value, difference]) => value + difference);
  return fc.oneof({ weight: 8, arbitrary: near }, fc.constantFrom(0, -1, 2_147_483_647, -2_147_483_648));
}

/** Days: those that the property has, and such as nothing has. */
export const days = (pool: readonly Plain[]): Arbitrary<Plain> =>
  fc.oneof(
    ...(pool.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...pool.map(String)) }] : []),
    fc.constantFrom('2023-03-31', '2023-04-01', '2024-02-29', '0001-01-01', '9999-12-31'),
  );

const ways: readonly (readonly [Way, number])[] = [
  ['literal', 8],
  ['variable', 6],
  ['default', 1],
  ['absent', 1],
];

/** How a value comes: as a literal when fast-check makes things smaller. */
const way = (allowed: readonly Way[]): Arbitrary<Way> =>
  fc.oneof(
    ...ways
      .filter(([name]) => allowed.includes(name))
      .map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })),
  );

export const anyWay: readonly Way[] = ['literal', 'variable', 'default', 'absent'];
/** The ways in which a value does arrive. */
export const givenWays: readonly Way[] = ['literal', 'variable', 'default'];

export const inSomeWay = (value: Arbitrary<Given>, allowed: readonly Way[]): Arbitrary<Given> =>
  fc.tuple(value, way(allowed)).map(([given, chosen]) => ({ ...given, way: chosen }) as Given);

/** A value that has another form in the second request. */
export const leaf = (values: Arbitrary<Plain>): Arbitrary<Given> =>
  fc.tuple(values, values).map((both) => ({ kind: 'leaf', values: both, way: 'literal' }));

/** Now and then null, which means "not given". */
export const orNull = (value: Arbitrary<Given>): Arbitrary<Given> =>
  fc.oneof(
    { weight: 24, arbitrary: value },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Given>({ kind: 'null', way: 'literal' }, { kind: 'null', way: 'variable' }),
    },
  );
