import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
  getArgumentValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  type TypeNode,
  type ValueNode,
  valueFromAST,
} from 'graphql';
import { Binding, type Variables } from './binding.js';

/**
 * The arguments of a field, with bindings where a variable gives a value that becomes a parameter. Throws a GraphQL error
 * where a variable brings null for what cannot be null, which its default had allowed.
 */
export function boundArguments(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Readonly<Record<string, unknown>> {
  // Below a root field nothing else checks them: the executor gets there when the answer is already read.
  getArgumentValues(definition, node, variables);
  const values: Record<string, unknown> = {};
  for (const argument of definition.args) {
    const given = node.arguments?.find(({ name }) => name.value === argument.name);
    const value = given && bound(given.value, argument.type, variables);
    // A variable that was not sent leaves the argument out.
    if (value === undefined && argument.defaultValue !== undefined) values[argument.name] = argument.defaultValue;
    if (value !== undefined) values[argument.name] = value;
  }
  return values;
}

/** A literal with its variables bound. The document is valid, so every value fits its type. */
function bound(node: ValueNode, type: GraphQLInputType, variables: Variables): unknown {
  if (node.kind === 'Variable') {
    const name = node.name.value;
    return Object.hasOwn(variables, name) ? bind(variables[name], type, [name]) : undefined;
  }
  const nullable = isNonNullType(type) ? type.ofType : type;
  if (node.kind === 'ObjectValue' && isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const entries = node.fields.map(({ name, value }) => {
      const field = fields[name.value];
      return [name.value, field ? bound(value, field.type, variables) : undefined] as const;
    });
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  // Objects in a list are bound one by one; a single object stands for a list of one.
  if (node.kind !== 'NullValue' && isListType(nullable) && isInputObjectType(unwrap(nullable.ofType))) {
    const items = node.kind === 'ListValue' ? node.values : [node];
    return items.map((item) => bound(item, nullable.ofType, variables));
  }
  const value = valueFromAST(node, type, variables);
  const varies = mentionsVariable(node) && !shapes(isListType(nullable) ? nullable.ofType : nullable);
  return varies ? new Binding(value, (others) => valueFromAST(node, type, others)) : value;
}

const mentionsVariable = (node: ValueNode): boolean =>
  node.kind === 'Variable' || (node.kind === 'ListValue' && node.values.some(mentionsVariable));

const unwrap = (type: GraphQLInputType): GraphQLInputType => (isNonNullType(type) ? unwrap(type.ofType) : type);

type Path = readonly (string | number)[];

/** The value that lies at a path of the variables. */
const at = (path: Path) => (variables: Variables) =>
  path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], variables);

/** A value of a variable: objects and lists of objects keep their shape, leaves that become parameters are bound. */
function bind(value: unknown, type: GraphQLInputType, path: Path): unknown {
  const nullable = unwrap(type);
  if (value === null || value === undefined) return value;
  if (isListType(nullable)) {
    if (!isInputObjectType(unwrap(nullable.ofType)))
      return shapes(nullable.ofType) ? value : new Binding(value, at(path));
    // A single object stands for a list of one.
    const items = Array.isArray(value) ? value : [value];
    return items.map((item, index) => bind(item, nullable.ofType, Array.isArray(value) ? [...path, index] : path));
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        bind(inner, fields[name]?.type ?? nullable, [...path, name]),
      ]),
    );
  }
  return shapes(nullable) ? value : new Binding(value, at(path));
}

/** Values of these types decide the text of a statement: directions, stages, booleans. */
const shapes = (type: GraphQLInputType): boolean => {
  const nullable = unwrap(type);
  return isEnumType(nullable) || nullable.toString() === 'Boolean';
};

/**
 * What of the variables shapes the statements of an operation: which are given, which fields and how many objects they
 * have, and the values of booleans and enums. Requests of one shape share a plan.
 */
export function shapeOf(operation: OperationDefinitionNode, schema: GraphQLSchema, variables: Variables): string {
  const parts = (operation.variableDefinitions ?? []).map(({ variable, type }) => {
    const name = variable.name.value;
    return Object.hasOwn(variables, name) ? shape(variables[name], inputType(type, schema)) : '';
  });
  return parts.join(';');
}

function shape(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return 'null';
  const nullable = unwrap(type);
  if (isListType(nullable)) {
    const inner = unwrap(nullable.ofType);
    if (!isInputObjectType(inner)) return shapes(inner) ? JSON.stringify(value) : '[$]';
    return `[${(Array.isArray(value) ? value : [value]).map((item) => shape(item, inner)).join(',')}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    const entries = Object.entries(value).map(
      ([name, inner]) => `${name}:${shape(inner, fields[name]?.type ?? nullable)}`,
    );
    return `{${entries.sort().join(',')}}`;
  }
  return shapes(nullable) ? JSON.stringify(value) : '$';
}

function inputType(node: TypeNode, schema: GraphQLSchema): GraphQLInputType {
  if (node.kind === 'NonNullType') return new GraphQLNonNull(inputType(node.type, schema) as never);
  if (node.kind === 'ListType') return new GraphQLList(inputType(node.type, schema));
  return schema.getType(node.name.value) as GraphQLInputType;
}
