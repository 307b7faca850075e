/** Fields of analyses that lead to nodes and to sources, which the engine reads. */

import type { Label } from '../../analysis/wording.js';
import { selectionBelow } from '../../graph/selection.js';
import type { TypeOrInterface } from '../../model/declaration.js';
import type { StoredSources } from '../../model/stored-sources.js';
import type { RequestContext } from '../context.js';
import { computed, type FieldDeclaration, t } from '../types/declare.js';
import { assembledList, Entity, Node, nodeOf, PageInfo, Source } from '../types/objects.js';

/** The stage as which the nodes below a value are shown; null is what is in force. */
interface Staged {
  readonly stage?: string | null;
}

const typeOf = (name: TypeOrInterface) => (name === 'Entity' ? Entity : name === 'Node' ? Node : nodeOf(name));

const value = <Result>(source: unknown, key: string): Result =>
  (source as Readonly<Record<string, Result>>)[key] as Result;

/** A field that leads to the node whose id a property of the source holds: of a type, or any `Entity` or `Node`. */
export const node = <Key extends string>(
  type: TypeOrInterface,
  key: Key,
  description: string,
): FieldDeclaration<Staged & Readonly<Record<Key, string>>> =>
  computed(typeOf(type), description, (source, _given, { engine }, info) =>
    engine.byId(type, value<string>(source, key), info, source.stage ?? null),
  );

/** The same where there may be none. */
export const nullableNode = <Key extends string>(
  type: TypeOrInterface,
  key: Key,
  description: string,
): FieldDeclaration<Staged & Readonly<Record<Key, string | null>>> =>
  computed(t.nullable(typeOf(type)), description, (source, _given, { engine }, info) => {
    const id = value<string | null>(source, key);
    return id === null ? null : engine.byId(type, id, info, source.stage ?? null);
  });

/** A field that leads to the nodes whose ids a property of the source holds. */
export const nodes = <Key extends string>(
  type: TypeOrInterface,
  key: Key,
  description: string,
): FieldDeclaration<Staged & Readonly<Record<Key, readonly string[]>>> =>
  computed(t.list(typeOf(type)), description, (source, _given, { engine }, info) =>
    Promise.all(value<readonly string[]>(source, key).map((id) => engine.byId(type, id, info, source.stage ?? null))),
  );

/** A field that says where something was read. */
export const sources = <From>(
  description: string,
  of: (source: From) => StoredSources | Promise<StoredSources>,
): FieldDeclaration<From> =>
  computed(assembledList(Source), description, async (source: From, _given, { engine }, info) =>
    engine.sources(await of(source), info),
  );

type Words = Label | Promise<Label>;

/** A text as two fields: `reason` in Japanese and `reasonEn` in English. */
export const inBothLanguages = <Name extends string, From>(
  name: Name,
  [ja, en]: readonly [descriptionJa: string, descriptionEn: string],
  words: (source: From, context: RequestContext) => Words,
) =>
  ({
    [name]: computed(t.string, ja, async (source: From, _given, context) => (await words(source, context)).ja),
    [`${name}En`]: computed(t.string, en, async (source: From, _given, context) => (await words(source, context)).en),
  }) as Readonly<Record<Name | `${Name}En`, FieldDeclaration<From>>>;

interface Paged {
  readonly page: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly cursors: () => readonly string[];
  };
}

/** Where a page lies, under the response keys of the operation, as the engine gives it for lists of the model. */
export const pageInfo = computed(
  PageInfo,
  'Where the page lies. [ページ情報]',
  ({ page: { hasNextPage, hasPreviousPage, cursors } }: Paged, _given, _context, info) => {
    const all = cursors();
    const ends = { startCursor: all[0] ?? null, endCursor: all.at(-1) ?? null };
    const parts: Readonly<Record<string, unknown>> = { __typename: 'PageInfo', hasNextPage, hasPreviousPage, ...ends };
    const selected = selectionBelow(info).of('PageInfo');
    return Object.fromEntries(selected.map(({ name, responseKey }) => [responseKey, parts[name]]));
  },
);
