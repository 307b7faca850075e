import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Variables } from './service.js';

/** The fields of input types that an operation gives a value, as "StringFilter.contains". */
export function inputsGiven(schema: GraphQLSchema, document: DocumentNode, variables: Variables): ReadonlySet<string> {
  const given = new Set<string>();
  const known = new Set(Object.keys(variables));
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      ObjectField: ({ name, value }) => {
        if (value.kind !== 'NullValue' && !(value.kind === 'Variable' && !known.has(value.name.value)))
          given.add(`${getNamedType(types.getParentInputType() ?? undefined)}.${name.value}`);
      },
      VariableDefinition: ({ variable, type, defaultValue }) => {
        if (defaultValue) known.add(variable.name.value);
        const inputType = typeFromAST(schema, type as never) as GraphQLInputType;
        ofValue(variables[variable.name.value], inputType, given);
      },
    }),
  );
  return given;
}

function ofValue(value: unknown, type: GraphQLInputType, given: Set<string>): void {
  const nullable = getNullableType(type);
  if (Array.isArray(value) && isListType(nullable)) for (const item of value) ofValue(item, nullable.ofType, given);
  else if (isListType(nullable)) ofValue(value, nullable.ofType, given);
  else if (isInputObjectType(nullable) && typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      const field = nullable.getFields()[name];
      if (!field || inner === null) continue;
      given.add(`${nullable.name}.${name}`);
      ofValue(inner, field.type, given);
    }
}

/** Every field of every input type of the schema, as "StringFilter.contains". */
export const allInputs = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
  );
