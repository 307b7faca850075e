import {
  buildSchema,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** TypeScript's types for GraphQL's own scalars. */
const scalars: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  String: 'string',
  ID: 'string',
  Boolean: 'boolean',
  Date: 'string',
};

/** What a key of an answer can hold: the fields that have it, and whether a directive may leave it out. */
interface Key {
  readonly fields: FieldNode[];
  isOptional: boolean;
}

/**
 * Declares in TypeScript what an operation takes (`Variables`) and what it answers (`Answer`), down to which fields each type behind
 * an interface has, from the schema in SDL. Enums that are met have their names. Objects of variables are left open: filters refer
 * to one another without end, and graphql-codegen declares those better (docs/clients.md).
 */
export function declareTypes(sdl: string, query: string): string {
  const { operation, fragments } = read(query);
  const schema = buildSchema(sdl, { assumeValid: true });
  const writer = new Writer(schema, fragments);
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`expected a schema with ${operation.operation} operations`);
  const variables = (operation.variableDefinitions ?? []).map(({ variable, type, defaultValue }) => {
    const isRequired = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
    return `  readonly ${variable.name.value}${isRequired ? '' : '?'}: ${writer.input(type)};\n`;
  });
  const answer = writer.objects(root, [operation.selectionSet], '');
  return [
    ...[...writer.enums].map(([name, values]) => `type ${name} = ${values};\n`),
    `interface Variables {\n${variables.join('')}}\n`.replace('{\n}', '{}'),
    `interface Answer ${answer}\n`,
  ].join('\n');
}

function read(query: string) {
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('expected a document with an operation');
  const fragments = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION,
  );
  return { operation, fragments: new Map(fragments.map((each) => [each.name.value, each])) };
}

/** Stands for the name of the type until it is known which types look alike. */
const nameOfType = '\u0000';

class Writer {
  /** The values of the enums that were met, by name. */
  readonly enums = new Map<string, string>();
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.schema = schema;
    this.fragments = fragments;
  }

  /** The type of a variable. */
  input(type: TypeNode): string {
    if (type.kind === Kind.NON_NULL_TYPE) return this.input(type.type).replace(/ \| null$/, '');
    if (type.kind === Kind.LIST_TYPE) return `readonly ${inBrackets(this.input(type.type))}[] | null`;
    const named = this.schema.getType(type.name.value);
    return `${named ? this.leaf(named, 'Readonly<Record<string, unknown>>') : 'unknown'} | null`;
  }

  private output(type: GraphQLOutputType, sets: readonly SelectionSetNode[], indent: string): string {
    if (isNonNullType(type)) return this.output(type.ofType, sets, indent).replace(/ \| null$/, '');
    if (isListType(type)) return `readonly ${inBrackets(this.output(type.ofType, sets, indent))}[] | null`;
    const named = getNamedType(type);
    if (isObjectType(named) || isAbstractType(named)) return `${this.objects(named, sets, indent)} | null`;
    return `${this.leaf(named, 'unknown')} | null`;
  }

  private leaf(type: GraphQLNamedType, other: string): string {
    if (!isEnumType(type)) return scalars[type.name] ?? other;
    this.enums.set(
      type.name,
      type
        .getValues()
        .map(({ name }) => `'${name}'`)
        .join(' | '),
    );
    return type.name;
  }

  /** An object, or those that an interface or a union can be; types that look alike are one. */
  objects(type: GraphQLNamedType, sets: readonly SelectionSetNode[], indent: string): string {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
    const alike = new Map<string, GraphQLObjectType[]>();
    for (const each of possible) {
      const text = this.object(each, sets, indent);
      alike.set(text, [...(alike.get(text) ?? []), each]);
    }
    return [...alike]
      .map(([text, types]) => text.replaceAll(nameOfType, types.map(({ name }) => `'${name}'`).join(' | ')))
      .join(' | ');
  }

  private object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], indent: string): string {
    const keys = new Map<string, Key>();
    for (const set of sets) this.collect(type, set, keys, false);
    const inner = `${indent}  `;
    const lines = [...keys].map(([key, { fields, isOptional }]) => {
      const below = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
      const field = type.getFields()[fields[0]?.name.value ?? ''];
      const value = field ? this.output(field.type, below, inner) : nameOfType;
      return `${inner}readonly ${key}${isOptional ? '?' : ''}: ${value};\n`;
    });
    return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`;
  }

  /** Gathers the keys of a selection for one type, through fragments that are for it. */
  private collect(type: GraphQLObjectType, set: SelectionSetNode, keys: Map<string, Key>, optional: boolean): void {
    for (const selection of set.selections) {
      const isOptional = optional || (selection.directives ?? []).length > 0;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = keys.get(key);
        keys.set(key, {
          fields: [...(known?.fields ?? []), selection],
          isOptional: (known?.isOptional ?? true) && isOptional,
        });
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
      const isFor =
        !condition || condition === type || (isAbstractType(condition) && this.schema.isSubType(condition, type));
      if (fragment && isFor) this.collect(type, fragment.selectionSet, keys, isOptional);
    }
  }
}

const inBrackets = (type: string): string => (/^\w+$/.test(type) ? type : `(${type})`);
