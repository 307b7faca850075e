import 'reflect-metadata';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { nodes } from '../model/model.js';
import { paced } from './execution/pace.js';
import { DatasetQueries } from './queries/dataset-queries.js';
import { modelQueries } from './queries/model-queries.js';
import { NodeQueries } from './queries/node-queries.js';
import { createMentionedTypes } from './types/decorate.js';
import { declareTypes } from './types/objects.js';

/** The engine has read everything below a root field already: a field is what stands under its key in the answer. */
const readByResponseKey: GraphQLFieldResolver<Readonly<Record<string, unknown>>, unknown> = (
  source,
  _arguments,
  _context,
  info,
) => paced(source[info.path.key]);

/** Types whose objects the engine assembles, under the response keys of the operation. */
function isAssembled(name: string): boolean {
  const base = name.replace(/(?:Connection|Edge)$/, '');
  return (
    nodes.some((node) => node.name === base) ||
    ['Dataset', 'PageInfo', 'Source', 'Quantity', 'FiscalPeriod'].includes(name)
  );
}

let built: GraphQLSchema | undefined;

/** The schema of the service, generated from the model. Built once: type-graphql keeps its declarations globally. */
export function schema(): GraphQLSchema {
  if (built) return built;
  const orphanedTypes = [...declareTypes()];
  const resolvers: NonEmptyArray<new () => object> = [modelQueries() as new () => object, NodeQueries, DatasetQueries];
  createMentionedTypes();
  built = buildSchemaSync({ resolvers, orphanedTypes, validate: false });
  for (const type of Object.values(built.getTypeMap())) {
    if (!isObjectType(type) || !isAssembled(type.name)) continue;
    for (const field of Object.values(type.getFields())) field.resolve = readByResponseKey;
  }
  return built;
}
