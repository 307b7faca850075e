/** The root fields that the model declares: a list for every type and a look-up for every natural key. */

import type { GraphQLResolveInfo } from 'graphql';
import { type ClassType, Ctx, Info, Query, Resolver } from 'type-graphql';
import { municipalityKey, type NaturalKey } from '../../graph/engine.js';
import { describe, type NodeDeclaration, printDescription } from '../../model/declaration.js';
import { fieldsOf, nodes } from '../../model/model.js';
import type { RequestContext } from '../context.js';
import { type ArgumentDeclaration, declareArgument, emptyClass, leafType, mention } from '../types/decorate.js';
import { connectionArguments, connectionType, lookupDescription, nodeType, stageArgument } from '../types/objects.js';

type Given = Readonly<Record<string, unknown>>;
type Answer = (context: RequestContext, given: Given, info: GraphQLResolveInfo) => Promise<unknown>;

/** Adds a root field to a resolver class: its arguments in order, then the context and the info. */
function rootField(
  resolver: ClassType,
  name: string,
  type: () => unknown,
  options: { readonly nullable: boolean; readonly description: string },
  args: readonly ArgumentDeclaration[],
  answer: Answer,
): void {
  const method = (...values: readonly unknown[]) => {
    const given = Object.fromEntries(args.map(({ name: argument }, index) => [argument, values[index]]));
    return answer(values[args.length] as RequestContext, given, values[args.length + 1] as GraphQLResolveInfo);
  };
  const { prototype } = resolver;
  const descriptor = { value: method, configurable: true, writable: true };
  Object.defineProperty(prototype, name, descriptor);
  for (const [index, argument] of args.entries()) declareArgument(resolver, name, index, argument);
  mention(type);
  Ctx()(prototype, name, args.length);
  Info()(prototype, name, args.length + 1);
  Query(type as Parameters<typeof Query>[0] & (() => unknown), options)(prototype, name, descriptor);
}

const municipalityArgument: ArgumentDeclaration = {
  name: 'municipality',
  type: () => leafType('ID'),
  description: 'Key or id of one municipality; null means any. [市区町村。省略時はすべて]',
};

function lookupArguments(node: NodeDeclaration, keys: readonly string[]): readonly ArgumentDeclaration[] {
  const fields = fieldsOf(node);
  const natural = keys.map((name) => {
    const declaration = fields[name];
    if (declaration?.kind !== 'property')
      throw new Error(`expected a property of ${node.name} as its natural key, but got: ${name}`);
    return {
      name,
      type: () => leafType(declaration.type),
      nullable: false,
      description: printDescription(declaration.description),
    };
  });
  return [...natural, ...(node.global ? [] : [municipalityArgument]), stageArgument];
}

const singular = ({ name }: NodeDeclaration) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

function addLookup(resolver: ClassType, node: NodeDeclaration, keys: readonly string[]): void {
  rootField(
    resolver,
    singular(node),
    () => nodeType(node),
    { nullable: true, description: lookupDescription(node, keys) },
    lookupArguments(node, keys),
    ({ engine }, given, info) => {
      const key: Record<string, string | number> = {};
      for (const name of keys) {
        const value = given[name];
        key[name] = typeof value === 'string' ? value.normalize('NFKC').trim() : (value as number);
      }
      if (typeof given.municipality === 'string') key.municipality = municipalityKey(given.municipality);
      return engine.byNaturalKey(node, key as NaturalKey, info);
    },
  );
}

function addList(resolver: ClassType, node: NodeDeclaration): void {
  rootField(
    resolver,
    node.plural,
    () => connectionType(node),
    {
      nullable: false,
      description: printDescription(
        describe(`All of type ${node.name}, filtered, ordered and paged.`, `${node.description.ja}の一覧`),
      ),
    },
    [...connectionArguments(node), ...(node.global ? [] : [municipalityArgument])],
    ({ engine }, _given, info) => engine.list(node, info),
  );
}

/** The resolver class of the model's root fields. */
export function modelQueries(): ClassType {
  const resolver = emptyClass('ModelQueries');
  Resolver()(resolver);
  for (const node of nodes) {
    if (node.listed) addList(resolver, node);
    if (node.lookup) addLookup(resolver, node, node.lookup);
  }
  return resolver;
}
