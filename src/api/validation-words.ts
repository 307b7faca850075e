import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** What is told of a mistake in a document or its variables, in Japanese; graphql-js has only English words for it. */
type Translation = readonly [
  pattern: RegExp,
  japanese: (found: readonly string[], schema: GraphQLSchema | null) => string,
];

/** More names than these are no help. */
const mostNames = 30;

const listed = (label: string, names: readonly string[]) =>
  names.length > 0 && names.length <= mostNames ? `${label}：${names.join('、')}。` : '';

type Name = string | undefined;

const valueNames = (schema: GraphQLSchema | null, name: Name): readonly string[] => {
  const type = schema?.getType(name ?? '');
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
};

const fieldNames = (schema: GraphQLSchema | null, name: Name): readonly string[] => {
  const type = schema?.getType(name ?? '');
  return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
};

const argumentNames = (schema: GraphQLSchema | null, name: Name, field: Name): readonly string[] => {
  const type = schema?.getType(name ?? '');
  const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field ?? ''] : undefined;
  return found?.args.map((argument) => argument.name) ?? [];
};

const valuesOf = (schema: GraphQLSchema | null, name: Name) => listed('指定できる値', valueNames(schema, name));
const fieldsOf = (schema: GraphQLSchema | null, name: Name) => listed('指定できる項目', fieldNames(schema, name));
const argumentsOf = (schema: GraphQLSchema | null, name: Name, field: Name) =>
  listed('指定できる引数', argumentNames(schema, name, field));

const scalarsJa: Readonly<Record<string, string>> = {
  Int: '整数（32ビット）',
  Float: '数値',
  String: '文字列',
  Boolean: 'trueかfalse',
  ID: 'ID（文字列か整数）',
};

const kindsJa: Readonly<Record<string, string>> = {
  argument: '引数',
  variable: '変数',
  operation: '操作',
  fragment: 'フラグメント',
  'input field': '入力項目',
};

/** In order: the first that fits is taken. */
const translations: readonly Translation[] = [
  [/^Syntax Error: (.*)/s, ([what]) => `構文に誤りがあります（${what}）。`],
  [/^Cannot query field "(\w+)" on type "(\w+)"/, ([field, type]) => `型${type}に項目「${field}」はありません。`],
  [
    /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/,
    ([argument, type, field], schema) =>
      `項目${type}.${field}に引数「${argument}」はありません。${argumentsOf(schema, type, field)}`,
  ],
  [
    /^Unknown argument "(\w+)" on directive "(@\w+)"/,
    ([argument, directive]) => `ディレクティブ${directive}に引数「${argument}」はありません。`,
  ],
  [/^Unknown type "(\w+)"/, ([type]) => `型「${type}」はありません。`],
  [/^Unknown directive "(@\w+)"/, ([directive]) => `ディレクティブ「${directive}」はありません。`],
  [/^Unknown fragment "(\w+)"/, ([fragment]) => `フラグメント「${fragment}」は定義されていません。`],
  [/^Fragment "(\w+)" is never used/, ([fragment]) => `フラグメント「${fragment}」は使われていません。`],
  [
    /^Cannot spread fragment "(\w+)" within itself/,
    ([fragment]) => `フラグメント「${fragment}」が自分自身を含んでいます。`,
  ],
  [
    /^Fragment (?:"(\w+)" )?cannot be spread here as objects of type "(\w+)" can never be of type "(\w+)"/,
    ([fragment, type, other]) =>
      `${fragment ? `フラグメント「${fragment}」` : 'このフラグメント'}はここでは使えません。型${type}が型${other}になることはありません。`,
  ],
  [
    /^(?:Field|Directive) "(@?\w+)" argument "(\w+)" of type "(.+?)" is required/,
    ([field, argument, type]) => `「${field}」には引数「${argument}」（${type}）が必要です。`,
  ],
  [
    /^(?:Variable "(\$\w+)" got invalid value .*; )?Field "(?:\w+\.)?(\w+)" of required type "(.+?)" was not provided/s,
    ([variable, field, type]) => `${inVariable(variable)}項目「${field}」（${type}）は必須です。`,
  ],
  [
    /^(?:Variable "(\$\w+)" got invalid value .*; )?Field "(\w+)" is not defined by type "(\w+)"/s,
    ([variable, field, type], schema) =>
      `${inVariable(variable)}入力型${type}に項目「${field}」はありません。${fieldsOf(schema, type)}`,
  ],
  [
    /^(?:Variable "(\$\w+)" got invalid value .*; )?Value "(.*?)" does not exist in "(\w+)" enum/s,
    ([variable, value, type], schema) =>
      `${inVariable(variable)}「${value}」は${type}の値ではありません。${valuesOf(schema, type)}`,
  ],
  [
    /^(?:Variable "(\$\w+)" got invalid value .*; )?Enum "(\w+)" cannot represent (?:non-enum |non-string )?value: (.*?)\.?(?: Did you mean .*)?$/s,
    ([variable, type, value], schema) =>
      `${inVariable(variable)}${value}は${type}の値ではありません。${valuesOf(schema, type)}`,
  ],
  [
    /^(?:Variable "(\$\w+)" got invalid value .*; )?(Int|Float|String|Boolean|ID) cannot represent .*?value: (.*?)\.?$/s,
    ([variable, type = '', value]) => `${inVariable(variable)}${scalarsJa[type]}が必要ですが、値は${value}です。`,
  ],
  [
    /^(?:Variable "(\$\w+)" got invalid value .*; )?Expected (?:value of|non-nullable) type "(.+?)",? (?:found (.*?)\.$|not to be null)/s,
    ([variable, type, value = 'null']) => `${inVariable(variable)}型${type}の値が必要ですが、値は${value}です。`,
  ],
  [
    /^Variable "(\$\w+)" of (?:required|non-null) type "(.+?)" (?:was not provided|must not be null)/,
    ([variable, type]) => `変数${variable}（${type}）の値が必要です。`,
  ],
  [
    /^Variable "(\$\w+)" is not defined(?: by operation "(\w+)")?/,
    ([variable, operation]) => `変数${variable}は${operation ? `操作${operation}で` : ''}宣言されていません。`,
  ],
  [/^Variable "(\$\w+)" is never used/, ([variable]) => `変数${variable}は宣言されていますが、使われていません。`],
  [
    /^Variable "(\$\w+)" of type "(.+?)" used in position expecting type "(.+?)"/,
    ([variable, type, expected]) => `変数${variable}の型は${type}ですが、ここでは${expected}が必要です。`,
  ],
  [
    /^Field "(\w+)" of type "(.+?)" must have a selection of subfields/,
    ([field, type]) => `項目「${field}」（${type}）には、{ } で取得する項目を指定してください。`,
  ],
  [
    /^Field "(\w+)" must not have a selection since type "(.+?)" has no subfields/,
    ([field, type]) => `項目「${field}」（${type}）には { } を付けられません。`,
  ],
  [
    /^There can be only one (argument|variable|operation|fragment|input field) named "(\$?\w+)"/,
    ([kind = '', name]) => `${kindsJa[kind]}「${name}」は一つだけ指定できます。`,
  ],
  [
    /^Fields "(\w+)" conflict because/,
    ([field]) => `同じ名前「${field}」で異なる内容を取得しようとしています。別名（alias）を付けてください。`,
  ],
];

const inVariable = (variable: string | undefined) => (variable ? `変数${variable}：` : '');

/** What graphql-js suggests instead: `Did you mean "a", "b", or "c"?` */
function suggested(message: string): string {
  const [, suggestion = ''] = / Did you mean (.*)\?$/s.exec(message) ?? [];
  // A selection `field { ... }` is a form to write, not a name.
  if (suggestion.includes('{')) return '';
  return listed(
    '候補',
    [...suggestion.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => (name ? [name] : [])),
  );
}

/** What the schema would allow instead, for the mistakes of names that have few alternatives. */
const alternatives: readonly (readonly [
  pattern: RegExp,
  names: (found: readonly string[], schema: GraphQLSchema) => readonly string[],
])[] = [
  [/^Unknown argument "\w+" on field "(\w+)\.(\w+)"/, ([type, field], schema) => argumentNames(schema, type, field)],
  [/Field "\w+" is not defined by type "(\w+)"/, ([type], schema) => fieldNames(schema, type)],
  [/Value ".*?" does not exist in "(\w+)" enum/s, ([type], schema) => valueNames(schema, type)],
  [/Enum "(\w+)" cannot represent/, ([type], schema) => valueNames(schema, type)],
];

/** A message of graphql-js with all that the schema would allow in place of what came. */
export function withAlternatives(message: string, schema: GraphQLSchema | null): string {
  for (const [pattern, names] of schema ? alternatives : []) {
    const match = pattern.exec(message);
    const allowed = match && schema ? names(match.slice(1), schema) : [];
    if (allowed.length > 0 && allowed.length <= mostNames) return `${message} Expected one of: ${allowed.join(', ')}.`;
  }
  return message;
}

/** The Japanese words for a message of graphql-js; null for those that have none. With a schema also what it would allow. */
export function validationWords(message: string, schema: GraphQLSchema | null): string | null {
  for (const [pattern, japanese] of translations) {
    const match = pattern.exec(message);
    if (!match) continue;
    const words = japanese(match.slice(1), schema);
    return words.includes('指定できる') ? words : `${words}${suggested(message)}`;
  }
  return null;
}
