/** What an operation asks for, in words: the arguments of the fields along the path of a table. */
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import type { Labels, Language } from '../labels/labels.js';
import { derivedMark, inBrackets, inWords } from '../labels/vocabulary.js';
import { codeProperty, findNode, nodes } from '../model/model.js';
import { readId } from '../model/stage-id.js';
import type { ExportedOperation } from './exported-operation.js';

/** One condition: what it is on, and the value in words. */
export interface Condition {
  readonly on: string;
  readonly value: string;
  /** What names a file: a value that the rows have, short; null where the condition is another one. */
  readonly short: string | null;
}

export interface ConditionWords {
  readonly language: Language;
  readonly labels: Labels;
  /** The names of things by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** Arguments that say which page, not what. */
const ofPages = new Set(['first', 'last', 'after', 'before', 'limit', 'orderBy']);

/** What a condition says by itself: a value that is equal, or one that fits. */
const plain = new Set(['eq', 'in', 'some', 'and', 'has', 'filter', 'id', 'ids']);
/** Of these a value is what the rows have. */
const having = new Set(['eq', 'in', 'has', 'contains', 'startsWith', 'endsWith']);

interface Given extends Pick<GraphQLArgument, 'name' | 'type' | 'description'> {
  readonly value: unknown;
  /** The type that the field of the argument leads to. */
  readonly leadsTo: string;
}

/** The arguments along the path that are given, with their values. */
function argumentsAlong(
  { steps, environment }: ExportedOperation,
  wanted: (name: string) => boolean = (name) => !ofPages.has(name),
): readonly Given[] {
  return steps.flatMap(({ owner, name, type: result, nodes: [node] }) => {
    const type = environment.schema.getType(owner);
    const declared = isObjectType(type) || isInterfaceType(type) ? (type.getFields()[name]?.args ?? []) : [];
    return (node?.arguments ?? []).flatMap((each) => {
      const argument = declared.find((other) => other.name === each.name.value);
      const value = valueFromASTUntyped(each.value, environment.variables) as unknown;
      if (!argument || !wanted(argument.name) || value === null || value === undefined) return [];
      return [{ ...argument, value, leadsTo: getNamedType(result).name }];
    });
  });
}

const counted = { ja: '件数', en: 'Count' } as const;

/** Every condition of the operation, in words. */
export function conditionsOf(read: ExportedOperation, words: ConditionWords): readonly Condition[] {
  return argumentsAlong(read).flatMap(({ name, value, type, description, leadsTo }) =>
    conditionsIn(type, value, {
      words,
      path: [labelOf(name, description, words)],
      called: '',
      // What a single thing or a text is looked up by is what the rows have; which city it is of, all files have.
      last: typeof value === 'string' || isCode(leadsTo, name) ? (name === 'municipality' ? name : 'eq') : name,
      owner: `${leadsTo}.${name}`,
    }),
  );
}

/** The order of the rows, in words; null where the operation gives none. */
export function orderOf(read: ExportedOperation, words: ConditionWords): string | null {
  const keys = argumentsAlong(read, (name) => name === 'orderBy').flatMap(({ value, type }) =>
    conditionsIn(type, value, { words, path: [''], called: '', last: 'orderBy', owner: '' }),
  );
  return keys.length === 0 ? null : keys.map(({ on, value }) => `${on}：${value}`).join('、');
}

/** The ids that the operation names, such as `sdg:17`. */
export const idsIn = (read: ExportedOperation): readonly string[] => [
  ...new Set(argumentsAlong(read).flatMap(({ value }) => idsOf(value))),
];

function idsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return isId(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsOf) : [];
}

const idWords = new Set(nodes.map(({ idWord }) => idWord));
const isId = (text: string) => {
  const [first = '', second = ''] = text.split(':');
  return text.includes(':') && (idWords.has(first) || idWords.has(second));
};

interface At {
  readonly words: ConditionWords;
  /** The labels on the way. */
  readonly path: readonly string[];
  /** The last of them, without a mark of what is derived. */
  readonly called: string;
  /** The name of the last field or argument. */
  readonly last: string;
  /** The node type whose field it is on. */
  readonly owner: string;
}

function conditionsIn(type: GraphQLInputType, value: unknown, at: At): readonly Condition[] {
  if (value === null || value === undefined) return [];
  const nullable = getNullableType(type);
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [leafCondition(named, value, at)];
  if (isListType(nullable) || Array.isArray(value)) {
    const each = [value].flat().map((entry) => conditionsIn(named, entry, at));
    return at.last === 'or' ? [either(each, at.words)] : each.flat();
  }
  const owner = /^(\w+)(?:Filter|Order)$/.exec(named.name)?.[1] ?? '';
  const conditions = Object.entries(value as object).flatMap(([name, below]): readonly Condition[] => {
    const field = named.getFields()[name];
    // How texts are compared is no condition of its own.
    if (!field || name === 'ignoreCase') return [];
    // The one field of an order by a count says its direction; what is counted is the field above.
    const called =
      named.name === 'CountOrder' ? counted[at.words.language] : labelOf(name, field.description, at.words);
    // Whether a document states what is asked about, or it follows from others: as headings say it.
    const label = called + derivedMark(field.description, at.words.language);
    const isSaid = !plain.has(name) && name !== 'or';
    const path = isSaid ? [...at.path, label] : at.path;
    if (typeof below === 'object' && below !== null && Object.keys(below).length === 0)
      return [{ on: at.path.slice(1).join(' / '), value: label, short: null }];
    const isProperty = findNode(owner) !== undefined;
    return conditionsIn(field.type, below, {
      words: at.words,
      // A condition on what stands for the thing itself is one on the thing.
      path: name === 'id' && at.path.length > 1 ? at.path : path,
      called: isSaid ? called : at.called,
      last: name,
      owner: isProperty ? `${owner}.${name}` : at.owner,
    });
  });
  // What is asked of links is no value that the rows have.
  return named.name === 'EdgeFilter' ? conditions.map((each) => ({ ...each, short: null })) : conditions;
}

function leafCondition(
  named: ReturnType<typeof getNamedType>,
  value: unknown,
  { words, path, called, last, owner }: At,
): Condition {
  const { labels, language, names } = words;
  const inOneWord = (each: unknown): string => {
    if (isEnumType(named)) return labels.value(named.name, String(each));
    if (typeof each === 'boolean') return { ja: ['はい', 'いいえ'], en: ['yes', 'no'] }[language][each ? 0 : 1] ?? '';
    return names.get(String(each)) ?? String(each);
  };
  const values = [value].flat();
  const [type = '', property = ''] = owner.split('.');
  const isShort = isEnumType(named) || having.has(last) || last === 'id';
  const short = (each: unknown): string => {
    const text = String(each);
    if (isEnumType(named)) return inOneWord(each);
    if (isId(text)) return idInShort(text, words);
    if (typeof each === 'boolean') return each ? called : '';
    return isCode(type, property) ? withType(text, type, words) : text;
  };
  return {
    // The condition on everything below an argument is called by what it is on.
    on: (path.length > 1 ? path.slice(1) : path).join(' / '),
    value: values.map(inOneWord).join(language === 'ja' ? '、' : ', '),
    short: isShort ? values.map(short).filter(Boolean).join('・') || null : null,
  };
}

function isCode(type: string, property: string): boolean {
  const node = findNode(type);
  return node !== undefined && codeProperty(node) === property;
}

const typeOfId = (id: string): string => {
  const [first, second] = id.split(':');
  return nodes.find(({ idWord, global }) => idWord === (global ? first : second))?.name ?? '';
};

/** The end of an id, which is a code or a name: in another language than Japanese the name in that one. */
function idInShort(id: string, words: ConditionWords): string {
  const tail = readId(id).id.split(':').at(-1) ?? '';
  if (words.language === 'ja' || /^[\d-]+$/.test(tail)) return withType(tail, typeOfId(id), words);
  return words.names.get(id) ?? tail;
}

/** A bare number says what it numbers: SDG17 (of `SDGs`, one), but 5-2-3 and a name by themselves. */
const withType = (text: string, type: string, { labels }: ConditionWords) =>
  /^\d+$/.test(text) && type !== '' ? `${labels.type(type).replace(/(?<=[A-Z])s$/, '')}${text}` : text;

/** One condition that holds where one of several does; a text that may stand in several places is said once. */
function either(groups: readonly (readonly Condition[])[], words: ConditionWords): Condition {
  const { language } = words;
  const [first] = groups[0] ?? [];
  const isOneText =
    groups.length > 1 && groups.every((group) => group.length === 1 && group[0]?.value === first?.value);
  if (first && isOneText) {
    const places = [...new Set(groups.map(([each]) => placeOf(each?.on ?? '')))];
    const on = language === 'ja' ? `${places.join('・')}のいずれか` : `Any of ${places.join(', ')}`;
    return { on, value: first.value, short: first.short };
  }
  const [or, and] = language === 'ja' ? [' または ', ' かつ '] : [' or ', ' and '];
  const each = groups.map((group) => group.map(({ on, value }) => `${on}：${value}`).join(and));
  return { on: language === 'ja' ? 'いずれか' : 'Either', value: each.join(or), short: null };
}

/** What a condition is on, less how it compares. */
const placeOf = (on: string) => on.replace(/ \/ (?:含む|前方一致|Contains|Starts with)$/, '');

const labelOf = (name: string, description: string | null | undefined, { language }: ConditionWords): string =>
  language === 'ja' ? inBrackets(description) || name : inWords(name);

/** What a table lists, in words: the type of the nodes of a list at the root, else the field that leads to it. */
export function subjectOf({ steps, list }: ExportedOperation, labels: Labels, schema: GraphQLSchema): string {
  const type = getNamedType(list.type);
  const rows = /^(\w+)Connection$/.exec(type.name)?.[1] ?? type.name;
  const isNode = findNode(rows) !== undefined || isObjectType(schema.getType(rows));
  return steps.length === 1 && isNode ? labels.types(rows) : labels.field(list.owner, list.name);
}
