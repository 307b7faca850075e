/**
 * The schema is declared by the model, so type-graphql's decorators are applied by these functions instead of being
 * written above hand-made classes. They add nothing to type-graphql but the model's descriptions.
 */
import { Arg, type ClassType, Field, Float, ID, InputType, Int, InterfaceType, ObjectType } from 'type-graphql';
import { typeOf } from '../../graph/answer.js';
import type { EnumDeclaration, ScalarType } from '../../model/declaration.js';
import { enumType } from './enums.js';

type TypeThunk = () => unknown;
// The decorators' own thunk types are stricter than what they accept for generated classes.
type Thunk = Parameters<typeof Field>[0] & TypeThunk;

const scalars = { ID, String, Int, Float, Boolean } as const;

/** The type that type-graphql knows for a scalar or an enum of the model. */
export const leafType = (type: ScalarType | EnumDeclaration): unknown =>
  typeof type === 'string' ? scalars[type] : enumType(type);

/** An empty class of that name. */
export const emptyClass = (name: string): ClassType => ({ [name]: class {} })[name] as ClassType;

export const objectType = (name: string, description: string, interfaces: readonly ClassType[] = []): ClassType => {
  const created = emptyClass(name);
  ObjectType(name, { description, ...(interfaces.length > 0 ? { implements: [...interfaces] } : {}) })(created);
  return created;
};

export const interfaceType = (name: string, description: string, interfaces: readonly ClassType[] = []): ClassType => {
  const created = emptyClass(name);
  InterfaceType(name, {
    description,
    ...(interfaces.length > 0 ? { implements: [...interfaces] } : {}),
    resolveType: (value: { readonly [typeOf]: string }) => value[typeOf],
  })(created);
  return created;
};

export const inputType = (name: string, description: string): ClassType => {
  const created = emptyClass(name);
  InputType(name, { description })(created);
  return created;
};

interface FieldOptions {
  readonly nullable?: boolean;
  readonly description: string;
}

const unresolved: TypeThunk[] = [];

/** Has the type created that a declaration outside this file mentions. */
export const mention = (type: () => unknown): void => void unresolved.push(type);

/**
 * Creates every type that a field or argument declared so far mentions. Types are made when first asked for, and
 * type-graphql takes stock of them before it builds the schema: whatever appears later is unknown to it.
 */
export function createMentionedTypes(): void {
  for (let thunk = unresolved.pop(); thunk; thunk = unresolved.pop()) thunk();
}

/** Adds a field without arguments. A list is an array with its item type, as type-graphql writes it. */
export function field(owner: ClassType, name: string, type: TypeThunk, options: FieldOptions): void {
  unresolved.push(type);
  Field(type as Thunk, { nullable: options.nullable ?? false, description: options.description })(
    owner.prototype,
    name,
  );
}

export interface ArgumentDeclaration {
  readonly name: string;
  readonly type: TypeThunk;
  readonly description: string;
  readonly nullable?: boolean;
}

/** The method that type-graphql wants for a field whose resolver is attached to the finished schema. */
export function attachedLater(owner: ClassType, name: string): PropertyDescriptor {
  const value = () => {
    throw new Error(`expected the resolver of ${owner.name}.${name} to be attached to the schema`);
  };
  const descriptor = { value, configurable: true, writable: true };
  Object.defineProperty(owner.prototype, name, descriptor);
  return descriptor;
}

/** Adds a field with arguments. Its resolver is attached to the finished schema; type-graphql only needs a method. */
export function fieldWithArguments(
  owner: ClassType,
  name: string,
  type: TypeThunk,
  options: FieldOptions,
  args: readonly ArgumentDeclaration[],
): void {
  const descriptor = attachedLater(owner, name);
  unresolved.push(type);
  for (const [index, argument] of args.entries()) declareArgument(owner, name, index, argument);
  Field(type as Thunk, { nullable: options.nullable ?? false, description: options.description })(
    owner.prototype,
    name,
    descriptor,
  );
}

export function declareArgument(
  owner: ClassType,
  method: string,
  index: number,
  { name, type, description, nullable = true }: ArgumentDeclaration,
): void {
  unresolved.push(type);
  Arg(name, type as Thunk, { nullable, description })(owner.prototype, method, index);
}
