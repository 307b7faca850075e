/** What is told of a value that its type does not accept, of a document or of a variable. */
import {
  type GraphQLEnumType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import type { ErrorCode } from '../../error-codes.js';
import { quoted } from '../../refusal.js';

/** A mistake in Japanese, and what would have been right. */
export interface Mistake {
  readonly ja: string;
  /** The value that is wrong, which the English words repeat. */
  readonly value?: string;
  /** Where it is not the one of its phase. */
  readonly code?: ErrorCode;
  /** All that could stand there. */
  readonly allowed?: readonly [label: string, names: readonly string[]];
  /** What may have been meant. */
  readonly suggested?: readonly string[];
}

const scalarsJa: Readonly<Record<string, string>> = {
  Int: '整数（32ビット）',
  Float: '数値',
  String: '文字列',
  Boolean: 'trueかfalse',
  ID: 'ID（文字列か整数）',
  Date: '2024-04-01 の形の日付',
};

/** `name` is what was written in place of the name of a value; null for what is no name at all. */
export function wrongLeaf(type: GraphQLEnumType | GraphQLScalarType, value: string, name: string | null): Mistake {
  if (!isEnumType(type)) return { ja: `${scalarsJa[type.name]}が必要ですが、値は${quoted(value)}です。`, value };
  const names = type.getValues().map((each) => each.name);
  return {
    ja: `${name === null ? quoted(value) : `「${quoted(name)}」`}は${type.name}の値ではありません。`,
    value,
    allowed: ['指定できる値', names],
    suggested: suggestionList(name ?? value, names),
  };
}

export const wrongValue = (type: GraphQLInputType, value: string): Mistake => ({
  ja: `型${type}の値が必要ですが、値は${quoted(value)}です。`,
  value,
});

export function unknownField(type: GraphQLInputObjectType, name: string): Mistake {
  const names = Object.keys(type.getFields());
  return {
    ja: `入力型${type.name}に項目「${quoted(name)}」はありません。`,
    allowed: ['指定できる項目', names],
    suggested: suggestionList(name, names),
  };
}

export const requiredField = (field: GraphQLInputField | undefined): Mistake => ({
  ja: `項目「${field?.name}」（${field?.type}）は必須です。`,
});

/**
 * What is wrong with the values of variables, in the order in which graphql-js finds it, as far as it tells: `most`
 * mistakes. Null where its code says enough.
 */
export function mistakesIn(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  values: Readonly<Record<string, unknown>>,
  most: number,
): readonly (Mistake | null)[] {
  const found: (Mistake | null)[] = [];
  for (const definition of definitions)
    for (const mistake of mistakesOfVariable(schema, definition, values)) {
      if (found.length === most) return found;
      found.push(mistake);
    }
  return found;
}

function* mistakesOfVariable(
  schema: GraphQLSchema,
  { variable, type: typeNode, defaultValue }: VariableDefinitionNode,
  values: Readonly<Record<string, unknown>>,
): Generator<Mistake | null, void> {
  const { value: name } = variable.name;
  const type = typeFromAST(schema, typeNode as never);
  if (!isInputType(type)) return yield null;
  const given = Object.hasOwn(values, name);
  if (given ? values[name] === null && isNonNullType(type) : isNonNullType(type) && !defaultValue)
    return yield { ja: `変数$${name}（${type}）の値が必要です。` };
  if (!given) return;
  for (const mistake of mistakesOf(values[name], type))
    yield mistake && { ...mistake, ja: `変数$${name}：${mistake.ja}` };
}

function* mistakesOf(value: unknown, type: GraphQLInputType): Generator<Mistake | null, void> {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) yield wrongValue(type, 'null');
    else yield* mistakesOf(value, type.ofType);
  } else if (value === null || value === undefined) return;
  else if (isListType(type)) {
    for (const item of Array.isArray(value) ? value : [value]) yield* mistakesOf(item, type.ofType);
  } else if (isInputObjectType(type)) {
    if (typeof value !== 'object' || Array.isArray(value)) return yield null;
    const fields = type.getFields();
    for (const field of Object.values(fields)) {
      const given = (value as Readonly<Record<string, unknown>>)[field.name];
      if (given !== undefined) yield* mistakesOf(given, field.type);
      else if (isRequiredInputField(field)) yield { ...requiredField(field), value: inspect(value) };
    }
    for (const name of Object.keys(value))
      if (!fields[name]) yield { ...unknownField(type, name), value: inspect(value) };
  } else {
    try {
      type.parseValue(value);
    } catch {
      yield wrongLeaf(type, inspect(value), typeof value === 'string' && isEnumType(type) ? value : null);
    }
  }
}
