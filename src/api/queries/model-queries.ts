/** The root fields that the model declares: a list for every type and a look-up for every natural key. */

import type { GraphQLFieldResolver } from 'graphql';
import { type ClassType, Query, Resolver } from 'type-graphql';
import type { NaturalKey } from '../../graph/engine.js';
import { describe, type NodeDeclaration, printDescription } from '../../model/declaration.js';
import { foldDesignation } from '../../model/folded-text.js';
import { fieldsOf, nodes } from '../../model/model.js';
import type { RequestContext } from '../../operation/context.js';
import {
  type ArgumentDeclaration,
  attachedLater,
  declareArgument,
  emptyClass,
  leafType,
  mention,
} from '../types/decorate.js';
import { connectionArguments, connectionType, lookupDescription, nodeType, stageArgument } from '../types/objects.js';
import { municipalityDescription, municipalityOf } from './cities.js';

type Resolve = GraphQLFieldResolver<unknown, RequestContext, Readonly<Record<string, unknown>>>;

/** The resolvers of the model's root fields, by name. They need nothing of type-graphql, and its own cost time for every argument. */
export const modelResolvers = new Map<string, Resolve>();

/** Adds a root field: its declaration to a resolver class, and its resolver to those that the finished schema is given. */
function rootField(
  resolver: ClassType,
  name: string,
  type: () => unknown,
  options: { readonly nullable: boolean; readonly description: string },
  args: readonly ArgumentDeclaration[],
  resolve: Resolve,
): void {
  modelResolvers.set(name, resolve);
  const descriptor = attachedLater(resolver, name);
  for (const [index, argument] of args.entries()) declareArgument(resolver, name, index, argument);
  mention(type);
  Query(type as Parameters<typeof Query>[0] & (() => unknown), options)(resolver.prototype, name, descriptor);
}

const municipalityArgument: ArgumentDeclaration = {
  name: 'municipality',
  type: () => leafType('ID'),
  description: municipalityDescription('any', 'すべて'),
};

type Lookup = NonNullable<NodeDeclaration['lookup']>;

function lookupArguments(node: NodeDeclaration, lookup: Lookup): readonly ArgumentDeclaration[] {
  const fields = fieldsOf(node);
  const natural = Object.entries(lookup).map(([name, example]) => {
    const declaration = fields[name];
    if (declaration?.kind !== 'property')
      throw new Error(`expected a property of ${node.name} as its natural key, but got: ${name}`);
    return {
      name,
      type: () => leafType(declaration.type),
      nullable: false,
      description: printDescription(
        describe(`The ${name} of the ${node.name}, such as ${example}.`, declaration.description.ja),
      ),
    };
  });
  return [...natural, ...(node.global ? [] : [municipalityArgument]), stageArgument];
}

const singular = ({ name }: NodeDeclaration) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

function addLookup(resolver: ClassType, node: NodeDeclaration, lookup: Lookup): void {
  const keys = Object.keys(lookup);
  rootField(
    resolver,
    singular(node),
    () => nodeType(node),
    { nullable: true, description: lookupDescription(node, keys) },
    lookupArguments(node, lookup),
    async (_root, given, context, info) => {
      const key: Record<string, string | number> = {};
      for (const name of keys) {
        const value = given[name];
        key[name] = typeof value === 'string' ? foldDesignation(value).trim() : (value as number);
      }
      const municipality = await municipalityOf(given.municipality as string | null | undefined, context);
      if (municipality !== null) key.municipality = municipality;
      return context.engine.byNaturalKey(node, key as NaturalKey, info);
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
    async (_root, given, context, info) => {
      const municipality = await municipalityOf(given.municipality as string | null | undefined, context);
      return context.engine.list(node, info, municipality);
    },
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
