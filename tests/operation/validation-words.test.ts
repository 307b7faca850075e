import { describe, expect, test } from '@jest/globals';
import { entryOf } from '../../src/api/errors.js';
import { schema } from '../../src/api/schema.js';
import { PlanCache } from '../../src/graph/plan.js';
import { InvalidOperation } from '../../src/operation/prepare/invalid-operation.js';
import { prepare } from '../../src/operation/prepare/prepare.js';
import { schemasOf } from '../../src/operation/prepare/prepared-operation.js';
import { readSettings } from '../../src/settings.js';

const { limits } = readSettings({}).http;
const schemas = schemasOf(schema());

/** What is wrong with an operation, as clients are told. */
function mistakes(text: string, variables: Readonly<Record<string, unknown>> = {}, introspection = true) {
  try {
    prepare(text, null, { schemas, limits, introspection, plans: new PlanCache() }).cost(variables);
  } catch (error) {
    if (error instanceof InvalidOperation) return error.errors.map(entryOf);
    throw error;
  }
  throw new Error(`expected a mistake in ${text}`);
}

describe('a mistake is told in Japanese, with its name and what would be right', () => {
  test.each<[string, string, Readonly<Record<string, unknown>>?]>([
    ['{ measurez { totalCount } }', '型Queryに項目「measurez」はありません。候補：measure、measures。'],
    ['{ measures(frist: 1) { totalCount } }', '項目Query.measuresに引数「frist」はありません。指定できる引数：'],
    [
      '{ measures(stage: NOW) { totalCount } }',
      '「NOW」はPlanStageの値ではありません。指定できる値：CURRENT、DRAFT、ADOPTED。',
    ],
    ['{ measures(stage: "DRAFT") { totalCount } }', '"DRAFT"はPlanStageの値ではありません。指定できる値：CURRENT、'],
    ['{ measures(first: "1") { totalCount } }', '整数（32ビット）が必要ですが、値は"1"です。'],
    ['{ measures(filter: { titel: { eq: "x" } }) { totalCount } }', '入力型MeasureFilterに項目「titel」はありません。'],
    ['{ node { id } }', '「node」には引数「id」（ID!）が必要です。'],
    ['{ measures }', '項目「measures」（MeasureConnection!）には、{ } で取得する項目を指定してください。'],
    ['{ measures { totalCount { x } } }', '項目「totalCount」（Int!）には { } を付けられません。'],
    ['{ measures(first: $n) { totalCount } }', '変数$nは宣言されていません。'],
    ['query Q { measures(first: $n) { totalCount } }', '変数$nは操作Qで宣言されていません。'],
    ['query ($n: Int) { __typename }', '変数$nは宣言されていますが、使われていません。'],
    ['query ($n: String) { measures(first: $n) { totalCount } }', '変数$nの型はStringですが、ここではIntが必要です。'],
    ['query ($f: MeasureFiltr) { measures(filter: $f) { totalCount } }', '型「MeasureFiltr」はありません。候補：'],
    ['query ($id: ID!) { node(id: $id) { id } }', '変数$id（ID!）の値が必要です。'],
    [
      'query ($n: Int) { measures(first: $n) { totalCount } }',
      '変数$n：整数（32ビット）が必要ですが、値は"x"です。',
      { n: 'x' },
    ],
    [
      'query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }',
      '変数$f：入力型MeasureFilterに項目「titel」はありません。',
      { f: { titel: 1 } },
    ],
    [
      'query ($s: PlanStage) { measures(stage: $s) { totalCount } }',
      '変数$s：「NOW」はPlanStageの値ではありません。指定できる値：',
      { s: 'NOW' },
    ],
    ['{ ...Lost }', 'フラグメント「Lost」は定義されていません。'],
    ['{ __typename } fragment F on Measure { id }', 'フラグメント「F」は使われていません。'],
    ['{ measures { nodes { ... on Sdg { id } } } }', 'このフラグメントはここでは使えません。'],
    ['{ __typename @soon }', 'ディレクティブ「@soon」はありません。'],
    ['{ measures(first: 1, first: 2) { totalCount } }', '引数「first」は一つだけ指定できます。'],
    ['{ measures(first: 1) { totalCount } measures(first: 2) { totalCount } }', '同じ名前「measures」で異なる内容'],
    ['{ measures { ', '構文に誤りがあります（Expected Name, found <EOF>.）。'],
  ])('%s', (text, japanese, variables = {}) => {
    const words = mistakes(text, variables).map(({ extensions }) => extensions.messageJa);
    expect(words).toContainEqual(expect.stringContaining(japanese));
  });

  test('but not what would be right, where the schema is not for everybody', () => {
    const [literal] = mistakes('{ measures(stage: NOW) { totalCount } }', {}, false);
    expect(literal?.extensions.messageJa).toBe('1行目19文字目：「NOW」はPlanStageの値ではありません。');
    expect(literal?.message).toBe('Value "NOW" does not exist in "PlanStage" enum.');
    const text = 'query ($s: PlanStage) { measures(stage: $s) { totalCount } }';
    const [variable] = mistakes(text, { s: 'DRAF' }, false);
    expect(variable?.extensions.messageJa).toBe('1行目8文字目：変数$s：「DRAF」はPlanStageの値ではありません。');
    expect(variable?.message).not.toMatch('DRAFT');
  });

  test('each of several mistakes at one node by its own name', () => {
    const words = mistakes('{ paths { distance } }').map(({ extensions }) => extensions.messageJa);
    expect(words).toEqual([
      '1行目3文字目：「paths」には引数「from」（ID!）が必要です。',
      '1行目3文字目：「paths」には引数「to」（ID!）が必要です。',
    ]);
  });

  test('of many mistakes the first ones, and that there are more', () => {
    const words = mistakes('{ a b c d e f g }').map(({ extensions }) => extensions.messageJa);
    expect(words).toHaveLength(6);
    expect(words.at(-1)).toBe('クエリがスキーマに合っていません。');
  });
});

test.each([
  ['{ measures(stage: NOW) { totalCount } }', ' Expected one of: CURRENT, DRAFT, ADOPTED.'],
  [
    '{ measures(frist: 1) { totalCount } }',
    ' Expected one of: first, after, last, before, filter, orderBy, stage, municipality.',
  ],
  ['{ measures(filter: { code: { is: "x" } }) { totalCount } }', ' Expected one of: '],
])('what a mistake of %s would have to be is told in English too, with a schema', (text, expected) => {
  const [told = ''] = mistakes(text).map(({ message }) => message);
  const [message = ''] = mistakes(text, {}, false).map((entry) => entry.message);
  expect(told.startsWith(message)).toBe(true);
  expect([...told.slice(message.length).matchAll(/\w+/g)].map(String)).toEqual(
    expect.arrayContaining([...expected.matchAll(/\w+/g)].map(String)),
  );
  expect(message).not.toMatch(/Expected one of|Did you mean/);
});

test.each([
  ['{ measures(first: 1, first: 2) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query Q { measures(first: $zz) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query ($x: Int) { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query ($a: String) { measures(first: $a) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
  ['{ measures(', 'GRAPHQL_PARSE_FAILED'],
  ['{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }', 'TOO_DEEP'],
  [`{ ${'a '.repeat(limits.tokens)} }`, 'TOO_MANY_TOKENS'],
  [`{ a( ${'a '.repeat(limits.tokens)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['query ($id: ID!) { node(id: $id) { id } }', 'BAD_USER_INPUT'],
])('the mistake of %.60s has the code of its kind: %s', (text, code) => {
  expect(mistakes(text).map(({ extensions }) => extensions.code)).toEqual([code]);
});

test('a document of too many tokens is told how many there may be, and not that it is misspelt', () => {
  expect(mistakes(`{ ${'a '.repeat(limits.tokens)} }`)).toMatchObject([
    {
      message: `The document is too long. At most ${limits.tokens} tokens are allowed.`,
      extensions: { messageJa: `クエリが長すぎます。トークンの上限は${limits.tokens}個です。` },
    },
  ]);
});

describe('a mistake repeats a hundred characters of input at most', () => {
  const long = 'x y'.repeat(30_000);
  const filter = 'query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }';

  // Made within the test, as jest prints what a case is given.
  test.each<[string, () => [string, Readonly<Record<string, unknown>>?]]>([
    ['a text in place of a number', () => [`{ measures(first: "${long}") { totalCount } }`]],
    ['a text in place of an enum', () => [`{ measures(stage: "${long}") { totalCount } }`]],
    ['an object in place of a number', () => [`{ measures(first: { a: "${long}", b: [1, 2] }) { totalCount } }`]],
    ['what is no syntax', () => [`{ measures "${long}" }`]],
    ['a text for an enum', () => ['query ($s: PlanStage) { measures(stage: $s) { totalCount } }', { s: long }]],
    ['an object for a number', () => ['query ($f: Int) { measures(first: $f) { totalCount } }', { f: { a: long } }]],
    ['an unknown field', () => [filter, { f: { [long]: 1 } }]],
    ['a text for an object', () => [filter, { f: long }]],
  ])('%s', (_name, sent) => {
    for (const { message, extensions } of mistakes(...sent()))
      for (const said of [message, extensions.messageJa]) {
        expect(said.length).toBeLessThan(700);
        // Once in a sentence: the words of graphql-js have two.
        expect(said.split('x y').length).toBeLessThan(72);
      }
  });
});

test('of ten thousand mistakes only those that are told take time', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => [`name${index}`, 1]);
  const begun = performance.now();
  const told = mistakes('query ($f: MeasureFilter) { measures(filter: $f) { totalCount } }', {
    f: Object.fromEntries(names),
  });
  expect(told).toHaveLength(6);
  expect(performance.now() - begun).toBeLessThan(10_000);
});
