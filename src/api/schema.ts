import 'reflect-metadata';
import {
  __Schema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { buildSchemaSync, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import { fieldsOf, findNode } from '../model/model.js';
import { isPromise } from '../yielding.js';
import type { RequestContext } from './context.js';
import { assembled } from './execution-schema.js';
import { changeQueries } from './queries/change-queries.js';
import { collaborationQueries } from './queries/collaboration-queries.js';
import { coverageQueries } from './queries/coverage-queries.js';
import { crossTabQueries } from './queries/cross-tab-queries.js';
import { datasetQueries } from './queries/dataset-queries.js';
import './queries/document-queries.js';
import { dossierQueries } from './queries/dossier-queries.js';
import { expenditureQueries } from './queries/expenditure-queries.js';
import { gapQueries } from './queries/gap-queries.js';
import { likenessQueries } from './queries/likeness-queries.js';
import { modelRootFields } from './queries/model-queries.js';
import { namesakeQueries } from './queries/namesake-queries.js';
import { neighborhoodQueries } from './queries/neighborhood-queries.js';
import { nodeQueries } from './queries/node-queries.js';
import { pathQueries } from './queries/path-queries.js';
import { progressQueries } from './queries/progress-queries.js';
import { searchQueries } from './queries/search-queries.js';
import { attachedRootFields, createMentionedTypes, declaredResolvers, rootFields } from './types/declare.js';
import { declareTypes } from './types/objects.js';

type Fields = Readonly<Record<string, unknown>>;

/** The engine has read everything below a root field already: a field is what stands under its key in the answer. */
const readByResponseKey: GraphQLFieldResolver<Fields, unknown> = (source, _arguments, _context, info) =>
  source[info.path.key];

/** Whether the engine assembles a field; all of types that are no nodes. */
function isOfTheModel(type: string, field: string): boolean {
  const node = findNode(type);
  return !node || field in fieldsOf(node) || ['effective', 'sources', 'coverage'].includes(field);
}

/**
 * Makes a field of a node one that an analysis answers, when the engine has assembled the node: under the response key it
 * finds which node is meant. `asked` tells that such an operation cannot be passed on as it is, and what it costs.
 */
function askAfterwards(field: GraphQLField<Fields, unknown>): void {
  const { resolve = defaultFieldResolver } = field;
  field.extensions = { ...field.extensions, asked: true };
  field.resolve = (source, given, context, info) => resolve(source[info.path.key] as Fields, given, context, info);
}

/** Completes the entries of long lists over several iterations of the event loop; thousands of them take a tenth of a second. */
function completeInChunks(field: GraphQLField<Fields, RequestContext | undefined>): void {
  const { resolve = defaultFieldResolver, type } = field;
  if (!isListType(getNullableType(type)) || isLeafType(getNamedType(type))) return;
  field.resolve = (source, given, context, info) => {
    const chunked = (list: unknown) =>
      // What is passed on as it is needs no completing.
      Array.isArray(list) && !isLeafType(getNamedType(info.returnType)) && context?.engine
        ? context.engine.chunks.of(list)
        : list;
    const list = resolve(source, given, context, info);
    return isPromise(list) ? list.then(chunked) : chunked(list);
  };
}

// The types of introspection are graphql-js's own, of which a process has one each.
for (const field of Object.values(__Schema.getFields())) completeInChunks(field);

/** Declares all types and root fields: what schemas are built of. */
function declare() {
  const orphanedTypes = declareTypes();
  rootFields({
    ...changeQueries,
    ...collaborationQueries,
    ...coverageQueries,
    ...crossTabQueries,
    ...datasetQueries,
    ...dossierQueries,
    ...expenditureQueries,
    ...gapQueries,
    ...likenessQueries,
    ...searchQueries,
    ...namesakeQueries,
    ...neighborhoodQueries,
    ...nodeQueries,
    ...pathQueries,
    ...progressQueries,
  });
  // Their resolvers need nothing of type-graphql, whose conversion of arguments takes time.
  const modelFields = modelRootFields();
  const resolvers = [attachedRootFields(modelFields), ...declaredResolvers()];
  createMentionedTypes();
  return { orphanedTypes, resolvers, modelFields };
}

/** type-graphql keeps what is declared for the whole process, so that it is declared once. */
let declared: ReturnType<typeof declare> | undefined;

/**
 * Rights cannot be declared on fields: below a root field the engine reads past type-graphql, and what must not be seen
 * could still be filtered, ordered and counted by. A service that only looks guarded is none.
 */
function refuseAuthorized(): void {
  const { authorizedFields, authorizedResolver } = getMetadataStorage();
  const [field] = authorizedFields;
  const guarded = field ? `${field.target.name}.${field.fieldName}` : authorizedResolver[0]?.target.name;
  if (guarded === undefined) return;
  throw new Error(
    `expected no @Authorized, which the engine does not look at, but ${guarded} has it: what a caller may see is decided by the rights of \`src/caller.ts\` and the statements that the engine sends`,
  );
}

/** A schema of the service, generated from the model. */
export function buildSchema(): GraphQLSchema {
  declared ??= declare();
  const { orphanedTypes, resolvers, modelFields } = declared;
  refuseAuthorized();
  const built = buildSchemaSync({
    resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: [...orphanedTypes],
    validate: false,
  });
  const types = Object.values(built.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  for (const type of types as readonly GraphQLObjectType[])
    for (const field of Object.values(type.getFields())) {
      if (assembled.has(type.name)) {
        if (isOfTheModel(type.name, field.name)) field.resolve = readByResponseKey;
        else askAfterwards(field);
      }
      const root = type === built.getQueryType() ? modelFields[field.name] : undefined;
      if (root) field.resolve = root.resolve as GraphQLFieldResolver<unknown, unknown>;
      completeInChunks(field);
    }
  const query = built.getQueryType();
  // type-graphql makes this type itself, and says nothing about it.
  if (query) query.description = 'Where questions begin: each field is one. [問い合わせの入口]';
  return built;
}

let shared: GraphQLSchema | undefined;

/** The schema that the parts of a process share. */
export function schema(): GraphQLSchema {
  shared ??= buildSchema();
  return shared;
}
