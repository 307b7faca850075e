import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { isDerivedLink } from '../../../labels/vocabulary.js';

/** A field of the schema as the pages see it: what it leads to, past the connection. */
export interface Field {
  readonly name: string;
  readonly kind: 'scalar' | 'enum' | 'value' | 'one' | 'list' | 'connection';
  /** The scalar, the enumeration or the object type. */
  readonly type: string;
  /** Of scalars and enumerations: several values. */
  readonly isList: boolean;
  readonly isNullable: boolean;
  /** A link that follows from others. */
  readonly isDerived: boolean;
}

/** Looks at the fields of types by name; a name that the schema lacks is a mistake in a declaration. */
export interface Fields {
  readonly of: (type: string) => readonly Field[];
  readonly find: (type: string, name: string) => Field;
  readonly has: (type: string, name: string) => boolean;
  /** Lists of the type can be filtered by the field; they cannot by what is worked out for each answer. */
  readonly isFilterable: (type: string, name: string) => boolean;
}

export function fieldsIn(schema: GraphQLSchema): Fields {
  const raw = (type: string) => {
    const found = schema.getType(type);
    return isObjectType(found) || isInterfaceType(found) ? found.getFields() : {};
  };
  const described = (field: GraphQLField<unknown, unknown>): Field => {
    const named = getNamedType(field.type);
    const nullable = getNullableType(field.type);
    const isList = isListType(nullable);
    const isDerived = isDerivedLink(field.description);
    const shape = { name: field.name, isList, isNullable: nullable === field.type, isDerived };
    if (isScalarType(named)) return { ...shape, kind: 'scalar', type: named.name };
    if (isEnumType(named)) return { ...shape, kind: 'enum', type: named.name };
    const nodes = named.name.endsWith('Connection') ? raw(named.name).nodes : undefined;
    if (nodes) return { ...shape, kind: 'connection', type: getNamedType(nodes.type).name };
    if (isList) return { ...shape, kind: 'list', type: named.name };
    return { ...shape, kind: 'id' in raw(named.name) ? 'one' : 'value', type: named.name };
  };
  return {
    of: (type) => Object.values(raw(type)).map(described),
    find: (type, name) => {
      const field = raw(type)[name];
      if (!field) throw new Error(`the pages are declared with ${type}.${name}, which the schema does not have`);
      return described(field);
    },
    has: (type, name) => name in raw(type),
    isFilterable: (type, name) => {
      const filter = schema.getType(`${type}Filter`);
      return isInputObjectType(filter) && name in filter.getFields();
    },
  };
}

/** `policyItem.field` from `Measure`: the fields on the way. */
export function stepsOf(fields: Fields, type: string, path: string): readonly (Field & { readonly owner: string })[] {
  let owner = type;
  return path.split('.').map((name) => {
    const field = { ...fields.find(owner, name), owner };
    owner = field.type;
    return field;
  });
}
