/**
 * What is told of a mistake in a document. The English words are those of graphql-js, with all that the schema would allow
 * instead; the Japanese ones are said here, from the rule that was broken and the nodes that broke it.
 */
import type * as graphql from 'graphql';
import {
  type ArgumentNode,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  GraphQLError,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isRequiredArgument,
  isRequiredInputField,
  Kind,
  type NamedTypeNode,
  type NameNode,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  print,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
  validate,
} from 'graphql';
import { suggestionList } from 'graphql/jsutils/suggestionList.js';
import { placeJa } from '../../api/errors.js';
import { type ErrorCode, errorCodes } from '../../error-codes.js';
import { quoted, Refusal } from '../../refusal.js';
import { type Mistake, requiredField, unknownField, wrongLeaf, wrongValue } from './value-words.js';

/** Words for what a rule finds at `nodes`; `before` is how often it has found something at the first of them already. */
type Words = (nodes: never, context: ValidationContext, before: number) => Mistake | null;

const onlyOne =
  (kind: string, sign = '') =>
  ([{ value }]: [NameNode]): Mistake => ({ ja: `${kind}「${sign}${value}」は一つだけ指定できます。` });

/** By the rules of graphql-js; the nodes are those that a rule blames. */
const wordsOfRules = {
  FieldsOnCorrectTypeRule: ([{ name }]: [FieldNode], context: ValidationContext) => ({
    ja: `型${context.getParentType()}に項目「${name.value}」はありません。`,
    suggested: insteadOfField(name.value, context),
  }),
  KnownArgumentNamesRule([{ name }]: [ArgumentNode], context: ValidationContext) {
    const directive = context.getDirective();
    const names = (directive ?? context.getFieldDef())?.args.map((argument) => argument.name) ?? [];
    const suggested = suggestionList(name.value, names);
    if (directive) return { ja: `ディレクティブ@${directive.name}に引数「${name.value}」はありません。`, suggested };
    return {
      ja: `項目${context.getParentType()}.${context.getFieldDef()?.name}に引数「${name.value}」はありません。`,
      allowed: ['指定できる引数', names],
      suggested,
    };
  },
  KnownTypeNamesRule: ([{ name }]: [NamedTypeNode], context: ValidationContext) => ({
    ja: `型「${name.value}」はありません。`,
    suggested: suggestionList(name.value, Object.keys(context.getSchema().getTypeMap())),
  }),
  KnownDirectivesRule: ([{ name }]: [DirectiveNode], context: ValidationContext) =>
    context.getSchema().getDirective(name.value) ? null : { ja: `ディレクティブ「@${name.value}」はありません。` },
  KnownFragmentNamesRule: ([{ value }]: [NameNode]) => ({
    ja: `フラグメント「${value}」は定義されていません。`,
  }),
  NoUnusedFragmentsRule: ([{ name }]: [FragmentDefinitionNode]) => ({
    ja: `フラグメント「${name.value}」は使われていません。`,
  }),
  NoFragmentCyclesRule: (spreads: readonly FragmentSpreadNode[]) => ({
    ja: `フラグメント「${spreads.at(-1)?.name.value}」が自分自身を含んでいます。`,
  }),
  PossibleFragmentSpreadsRule([fragment]: [FragmentSpreadNode | InlineFragmentNode], context: ValidationContext) {
    const spread = fragment.kind === Kind.FRAGMENT_SPREAD ? fragment.name.value : null;
    const type = spread === null ? context.getType() : context.getFragment(spread)?.typeCondition.name.value;
    const subject = spread === null ? 'このフラグメント' : `フラグメント「${spread}」`;
    return {
      ja: `${subject}はここでは使えません。型${context.getParentType()}が型${type}になることはありません。`,
    };
  },
  ProvidedRequiredArgumentsRule([node]: [FieldNode | DirectiveNode], context: ValidationContext, before: number) {
    const { name, arguments: given = [] } = node;
    const isDirective = node.kind === Kind.DIRECTIVE;
    const declared = isDirective ? context.getSchema().getDirective(name.value) : context.getFieldDef();
    const missing = declared?.args.filter(
      (argument) => isRequiredArgument(argument) && !given.some((each) => each.name.value === argument.name),
    );
    const [owner, argument] = [isDirective ? `@${name.value}` : name.value, missing?.[before]];
    return { ja: `「${owner}」には引数「${argument?.name}」（${argument?.type}）が必要です。` };
  },
  ValuesOfCorrectTypeRule([node]: [ValueNode | ObjectFieldNode], context: ValidationContext, before: number) {
    if (node.kind === Kind.OBJECT_FIELD) {
      const type = getNamedType(context.getParentInputType());
      return isInputObjectType(type) ? unknownField(type, node.name.value) : null;
    }
    const type = context.getInputType() as GraphQLInputType;
    const named = getNamedType(type);
    if (node.kind === Kind.OBJECT && isInputObjectType(named)) {
      const given = new Set(node.fields.map(({ name }) => name.value));
      const fields = Object.values(named.getFields()).filter(isRequiredInputField);
      return requiredField(fields.filter(({ name }) => !given.has(name))[before]);
    }
    if (node.kind === Kind.NULL || !isLeafType(named)) return wrongValue(type, print(node));
    return wrongLeaf(named, print(node), node.kind === Kind.ENUM && isEnumType(named) ? node.value : null);
  },
  NoUndefinedVariablesRule: ([variable, { name }]: [VariableNode, OperationDefinitionNode]) => ({
    ja: `変数$${variable.name.value}は${name ? `操作${name.value}で` : ''}宣言されていません。`,
  }),
  NoUnusedVariablesRule: ([{ variable }]: [VariableDefinitionNode]) => ({
    ja: `変数$${variable.name.value}は宣言されていますが、使われていません。`,
  }),
  VariablesInAllowedPositionRule(
    [{ type }, variable]: [VariableDefinitionNode, VariableNode],
    context: ValidationContext,
  ) {
    const usages = context
      .getDocument()
      .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .flatMap((operation) => context.getRecursiveVariableUsages(operation));
    const expected = usages.find(({ node }) => node === variable)?.type;
    return { ja: `変数$${variable.name.value}の型は${print(type)}ですが、ここでは${expected}が必要です。` };
  },
  ScalarLeafsRule(_nodes: unknown, context: ValidationContext) {
    const type = context.getType();
    const field = `項目「${context.getFieldDef()?.name}」（${type}）`;
    return isLeafType(getNamedType(type))
      ? { ja: `${field}には { } を付けられません。` }
      : { ja: `${field}には、{ } で取得する項目を指定してください。` };
  },
  OverlappingFieldsCanBeMergedRule: ([{ alias, name }]: [FieldNode]) => ({
    ja: `同じ名前「${(alias ?? name).value}」で異なる内容を取得しようとしています。別名（alias）を付けてください。`,
  }),
  MaxIntrospectionDepthRule: () => ({ code: 'TOO_DEEP', ja: errorCodes.TOO_DEEP.messageJa }),
  UniqueArgumentNamesRule: onlyOne('引数'),
  UniqueFragmentNamesRule: onlyOne('フラグメント'),
  UniqueInputFieldNamesRule: onlyOne('入力項目'),
  UniqueOperationNamesRule: onlyOne('操作'),
  UniqueVariableNamesRule: onlyOne('変数', '$'),
} satisfies Partial<Record<keyof typeof graphql, Words>>;

/** What graphql-js suggests in place of a field that a type does not have: types that have it, else names like it. */
function insteadOfField(field: string, context: ValidationContext): readonly string[] {
  const type = context.getParentType();
  if (!type) return [];
  const objects = isAbstractType(type) ? context.getSchema().getPossibleTypes(type) : [];
  const having = objects.filter((each) => field in each.getFields());
  const interfaces = having.flatMap((each) => each.getInterfaces()).filter((each) => field in each.getFields());
  if (having.length > 0) return [...new Set(interfaces), ...having.toSorted(byName)].map(({ name }) => name);
  return 'getFields' in type ? suggestionList(field, Object.keys(type.getFields())) : [];
}

const byName = (a: GraphQLObjectType, b: GraphQLObjectType) => (a.name < b.name ? -1 : 1);

/** At most this many errors are reported of a document, and of its variables. */
export const maximumErrors = 5;

/** What is wrong with a document, as refusals; with `hints` they say what the schema would allow instead. */
export function validationErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
  hints: boolean,
): readonly GraphQLError[] {
  const mistakes = new Map<GraphQLError, Mistake | null>();
  const noting =
    (rule: ValidationRule): ValidationRule =>
    (context) => {
      const found = new Map<ASTNode | undefined, number>();
      const words = (wordsOfRules as Readonly<Record<string, Words | undefined>>)[rule.name];
      const reportError = (error: GraphQLError) => {
        const { nodes = [] } = error;
        const before = found.get(nodes[0]) ?? 0;
        found.set(nodes[0], before + 1);
        mistakes.set(error, words?.(nodes as never, context, before) ?? null);
        context.reportError(error);
      };
      // All else of the context is shared by the rules.
      return rule(Object.create(context, { reportError: { value: reportError } }));
    };
  const options = { maxErrors: maximumErrors, hideSuggestions: !hints };
  return validate(schema, document, rules.map(noting), options).map((error) =>
    error.originalError instanceof Refusal
      ? error
      : refusalOf(error, mistakes.get(error) ?? null, 'GRAPHQL_VALIDATION_FAILED', hints),
  );
}

/** More names than these are no help, and graphql-js suggests no more than these. */
const [mostNames, mostSuggested] = [30, 5];

/** An error of graphql-js as a refusal, with its place; without a mistake it says in Japanese what its code stands for. */
export function refusalOf(
  error: GraphQLError,
  mistake: Mistake | null,
  defaultCode: ErrorCode,
  hints: boolean,
): GraphQLError {
  const { nodes = null, source = null, positions = null, locations } = error;
  const { value } = mistake ?? {};
  const whole = error.message.trim();
  const said = value ? whole.replaceAll(value, () => quoted(value)) : whole;
  const { code = defaultCode, allowed: [label, all] = ['', []], suggested = [] } = mistake ?? {};
  const allowed = hints && all.length <= mostNames ? all : [];
  const hint = !hints ? '' : listed(label, allowed) || listed('候補', suggested.slice(0, mostSuggested));
  const message = allowed.length > 0 ? `${said} Expected one of: ${allowed.join(', ')}.` : said;
  const messageJa = `${placeJa(locations)}${mistake?.ja ?? errorCodes[code].messageJa}${hint}`;
  const refusal = new Refusal(code, message, messageJa);
  return new GraphQLError(refusal.message, { nodes, source, positions, originalError: refusal });
}

const listed = (label: string, names: readonly string[]) => (names.length > 0 ? `${label}：${names.join('、')}。` : '');
