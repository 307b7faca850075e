/** Which of two schemas executes an operation: the whole one, or a copy that passes on what the engine has assembled. */
import {
  type DocumentNode,
  GraphQLNonNull,
  GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  visit,
} from 'graphql';
import { nodes, valuesOf } from '../model/model.js';

/** Types whose objects the engine assembles whole, under the response keys of the operation. */
export const assembled: ReadonlySet<string> = new Set([
  'Node',
  'Entity',
  'Coverage',
  'CoverageOfMunicipality',
  'Facet',
  'FacetCell',
  'FacetTable',
  'FieldCoverage',
  'PageInfo',
  'Source',
  'Uncovered',
  'UnknownValue',
  ...nodes.flatMap((node) => [
    node.name,
    `${node.name}Connection`,
    `${node.name}Edge`,
    ...valuesOf(node).map(([, { type }]) => type.name),
  ]),
]);

/** The names of the fields that analyses answer. */
export function askedFields(whole: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(whole.getTypeMap()).filter((type) => isObjectType(type));
  const fields = types.flatMap((type) => Object.values(type.getFields()));
  return new Set(fields.filter(({ extensions }) => extensions.asked).map(({ name }) => name));
}

/** An answer of the engine: complete, and checked against the model when it was assembled. */
const Assembled = new GraphQLScalarType({ name: 'Assembled', serialize: (value) => value });

/** Execution schemas by what they were made of: each is a copy of hundreds of types. */
const executionSchemas = new WeakMap<GraphQLSchema, GraphQLSchema>();

/**
 * The schema that executes operations: what the engine assembles is one value, which is passed on as it is.
 * Going through it once more, field by field, would take as long as everything else that this service does.
 */
export function executionSchema(whole: GraphQLSchema): GraphQLSchema {
  const made = executionSchemas.get(whole);
  if (made) return made;
  const copy = lexicographicSortSchema(whole);
  for (const type of Object.values(copy.getTypeMap())) {
    if (!isObjectType(type) || assembled.has(type.name)) continue;
    for (const field of Object.values(type.getFields()))
      if (assembled.has(getNamedType(field.type).name))
        field.type = isNonNullType(field.type) ? new GraphQLNonNull(Assembled) : Assembled;
  }
  copy.extensions = { ...copy.extensions, whole };
  executionSchemas.set(whole, copy);
  return copy;
}

/** By document: the whole schema where it asks what analyses answer. */
const asking = new WeakMap<DocumentNode, boolean>();

/** The schema that executes an operation of this service's own, asked for by a resolver that has either of both. */
export function schemaFor(document: DocumentNode, { either }: { readonly either: GraphQLSchema }): GraphQLSchema {
  const whole = (either.extensions.whole as GraphQLSchema | undefined) ?? either;
  const isAsking = asking.get(document) ?? asksAnalyses(document, whole);
  asking.set(document, isAsking);
  return isAsking ? whole : executionSchema(whole);
}

function asksAnalyses(document: DocumentNode, whole: GraphQLSchema): boolean {
  const asked = askedFields(whole);
  let isAsking = false;
  visit(document, {
    Field: ({ name }) => {
      isAsking ||= asked.has(name.value);
    },
  });
  return isAsking;
}
