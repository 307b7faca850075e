import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isObjectType,
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

/** Every field of every input type that these root fields lead to, as "StringFilter.contains". */
export function allInputs(schema: GraphQLSchema, roots: ReadonlySet<string>): readonly string[] {
  const inputs = new Map<string, readonly string[]>();
  const visited = new Set<string>();
  const visitInput = (type: GraphQLInputType) => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || inputs.has(named.name)) return;
    const fields = Object.values(named.getFields());
    inputs.set(
      named.name,
      fields.map(({ name }) => `${named.name}.${name}`),
    );
    for (const field of fields) visitInput(field.type);
  };
  const visitField = ({ args, type }: GraphQLField<unknown, unknown>) => {
    for (const argument of args) visitInput(argument.type);
    const named = getNamedType(type);
    if (!isObjectType(named) || visited.has(named.name)) return;
    visited.add(named.name);
    for (const field of Object.values(named.getFields())) visitField(field);
  };
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    if (roots.has(field.name)) visitField(field);
  return [...inputs.values()].flat();
}
