import { describe, expect, test } from '@jest/globals';
import { execute, type GraphQLError, parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { validationWords, withAlternatives } from '../../src/api/validation-words.js';

async function mistakes(
  text: string,
  variableValues: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  let errors: readonly GraphQLError[];
  try {
    const document = parse(text);
    errors = validate(schema(), document);
    if (errors.length === 0) errors = (await execute({ schema: schema(), document, variableValues })).errors ?? [];
  } catch (error) {
    errors = [error as GraphQLError];
  }
  return errors.map(({ message }) => message);
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
  ])('%s', async (text, japanese, variables = {}) => {
    const words = (await mistakes(text, variables)).map((message) => validationWords(message, schema()));
    expect(words).toContainEqual(expect.stringContaining(japanese));
  });

  test('but not what would be right, where the schema is not for everybody', async () => {
    const [message = ''] = await mistakes('{ measures(stage: NOW) { totalCount } }');
    expect(validationWords(message.replace(/ Did you mean.*/, ''), null)).toBe(
      '「NOW」はPlanStageの値ではありません。',
    );
  });
});

test.each([
  ['{ measures(stage: NOW) { totalCount } }', ' Expected one of: CURRENT, DRAFT, ADOPTED.'],
  [
    '{ measures(frist: 1) { totalCount } }',
    ' Expected one of: first, after, last, before, filter, orderBy, stage, municipality.',
  ],
  ['{ measures(filter: { code: { is: "x" } }) { totalCount } }', ' Expected one of: '],
])('what a mistake of %s would have to be is told in English too, with a schema', async (text, expected) => {
  const [message = ''] = await mistakes(text);
  const told = withAlternatives(message, schema());
  expect(told.startsWith(message)).toBe(true);
  expect([...told.slice(message.length).matchAll(/\w+/g)].map(String).sort()).toEqual(
    expect.arrayContaining([...expected.matchAll(/\w+/g)].map(String)),
  );
  expect(withAlternatives(message, null)).toBe(message);
});
