/**
 * The language in which the schema is declared: types, fields and arguments as values, from which type-graphql's types are
 * made. The model's types are generated in it, those of the analyses written.
 */
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  type ClassType,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Float,
  ID,
  Info,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { typeOf } from '../../graph/answer.js';
import type { EnumDeclaration, ScalarType } from '../../model/declaration.js';
import type { RequestContext } from '../context.js';
import { checkLimits, type Limit } from './argument-limits.js';
import { DateScalar } from './date-scalar.js';
import { enumType } from './enums.js';

type Thunk = () => unknown;
// The decorators' own thunk types are stricter than what they accept for generated classes.
type TypeThunk = Parameters<typeof Field>[0] & Thunk;

/** A type of the schema. `Value` is what it accepts from a resolver or gives as an argument, for the compiler only. */
export interface SchemaType<in Value> {
  readonly type: Thunk;
  readonly nullable: boolean | 'items';
  readonly accepts?: (value: Value) => void;
}

/** A type that must not be null. It is made when first asked for, as types of the model refer to each other. */
export const schemaType = <Value>(type: Thunk): SchemaType<Value> => ({ type, nullable: false });

const scalars = { ID, String, Int, Float, Boolean, Date: DateScalar } as const;

/** The types of fields and arguments. */
export const t = {
  id: schemaType<string>(() => ID),
  string: schemaType<string>(() => String),
  int: schemaType<number>(() => Int),
  float: schemaType<number>(() => Float),
  boolean: schemaType<boolean>(() => Boolean),
  date: schemaType<string>(() => DateScalar),
  enum: <Value extends string>(declaration: EnumDeclaration) => schemaType<Value>(() => enumType(declaration)),
  list: <Value>({ type, nullable }: SchemaType<Value>): SchemaType<readonly Value[]> => ({
    type: () => [type()],
    nullable: nullable ? 'items' : false,
  }),
  nullable: <Value>({ type }: SchemaType<Value>): SchemaType<Value | null> => ({ type, nullable: true }),
};

/** The type of a scalar or an enum of the model. */
export const leaf = (type: ScalarType | EnumDeclaration): SchemaType<unknown> =>
  schemaType(() => (typeof type === 'string' ? scalars[type] : enumType(type)));

export interface Argument<in Value> {
  readonly type: SchemaType<Value>;
  readonly description: string;
  readonly limits: readonly Limit[];
  readonly default?: unknown;
}

export type Arguments = Readonly<Record<string, Argument<never>>>;

/** The values of arguments as a resolver gets them: null for what was left out and has no default. */
type Given<Declared> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Argument<infer Value> ? Value : never;
};

export const argument = <Value>(
  type: SchemaType<Value>,
  description: string,
  ...limits: readonly Limit[]
): Argument<Value> => ({ type, description, limits });

/** An argument with a default value, which an explicit null stands for too. */
export const withDefault = <Value>(
  type: SchemaType<Value>,
  value: NonNullable<Value>,
  description: string,
  ...limits: readonly Limit[]
): Argument<NonNullable<Value>> => ({
  type: type as SchemaType<NonNullable<Value>>,
  description,
  limits,
  default: value,
});

type Resolve<Source, Values, Result> = (
  source: Source,
  given: Values,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Result;

/** What the cost of an operation reads of a field (`graph/cost.ts`). */
interface FieldExtensions {
  readonly cost?: number;
  readonly entriesOf?: string;
}

/** A field that is resolved by a function of its source. */
export interface FieldDeclaration<in Source> {
  readonly type: SchemaType<never>;
  readonly description: string;
  readonly args?: Arguments;
  readonly extensions?: FieldExtensions;
  readonly resolve: Resolve<Source, never, unknown>;
}

/** Declares a field with its arguments, as graphql-js has it. */
export const field = <Source, Value, Declared extends Arguments = Readonly<Record<never, never>>>(declaration: {
  readonly type: SchemaType<Value>;
  readonly description: string;
  readonly args?: Declared;
  readonly extensions?: FieldExtensions;
  readonly resolve: Resolve<Source, Given<Declared>, NoInfer<Value> | Promise<NoInfer<Value>>>;
}): FieldDeclaration<Source> => declaration as FieldDeclaration<Source>;

/** Declares a field without arguments. */
export const computed = <Source, Value>(
  type: SchemaType<Value>,
  description: string,
  resolve: Resolve<Source, unknown, NoInfer<Value> | Promise<NoInfer<Value>>>,
): FieldDeclaration<Source> => ({ type: type as SchemaType<never>, description, resolve });

type Fields<Source> = Readonly<Record<string, FieldDeclaration<Source>>>;

/** Fields that are properties of the source under the same name. */
type Properties<Source> = {
  readonly [Name in keyof Source]?: readonly [type: SchemaType<Source[Name]>, description: string];
};

/** An empty class of that name. */
function emptyClass(name: string, decorate: ClassDecorator = () => {}): ClassType {
  const created = { [name]: class {} }[name] as ClassType;
  decorate(created);
  return created;
}

const unresolved: Thunk[] = [];

/**
 * Creates every type that a field or argument declared so far mentions. Types are made when first asked for, and
 * type-graphql takes stock of them before it builds the schema: whatever appears later is unknown to it.
 */
export function createMentionedTypes(): void {
  for (let thunk = unresolved.pop(); thunk; thunk = unresolved.pop()) thunk();
}

/** A type as the decorators take it, which is created before the schema is built. */
function mentioned({ type }: SchemaType<never>): TypeThunk {
  unresolved.push(type);
  return type as TypeThunk;
}

/** An interface without fields. Its values say their type themselves. */
export const interfaceClass = (name: string, description: string, interfaces: readonly ClassType[] = []): ClassType => {
  const resolveType = (value: { readonly [typeOf]: string }) => value[typeOf];
  return emptyClass(name, InterfaceType(name, { description, implements: [...interfaces], resolveType }));
};

/** A field that the engine assembles: its resolver, if it needs one, is attached to the finished schema. */
export type ModelField = readonly [type: SchemaType<never>, description: string, args?: Arguments];

export type ModelFields = Readonly<Record<string, ModelField>>;

/** Adds fields to an object type, an interface or an input type. */
export function addFields(owner: ClassType, fields: ModelFields): void {
  for (const [name, [type, description, args]] of Object.entries(fields)) {
    const decorate = Field(mentioned(type), { nullable: type.nullable, description });
    if (args) decorate(owner.prototype, name, attachedLater(owner, name, args));
    else decorate(owner.prototype, name);
  }
}

/** The same for each declaration; null leaves one out. */
export const fieldsFrom = <Declaration>(
  declarations: Readonly<Record<string, Declaration>>,
  toField: (declaration: Declaration, name: string) => ModelField | null,
): ModelFields =>
  Object.fromEntries(
    Object.entries(declarations).flatMap(([name, declaration]) => {
      const made = toField(declaration, name);
      return made ? [[name, made]] : [];
    }),
  );

const created = new Map<string, ClassType>();

/** A type that is made when it is first asked for, and registered before its fields, which may refer back to it. */
const typeOnce = <Value>(name: string, make: () => ClassType, fields: () => ModelFields): SchemaType<Value> =>
  schemaType(() => {
    const known = created.get(name);
    if (known) return known;
    const type = make();
    created.set(name, type);
    addFields(type, fields());
    return type;
  });

/** An object type that the engine assembles. */
export const assembledType = (
  name: string,
  description: string,
  fields: () => ModelFields,
  interfaces: readonly ClassType[] = [],
): SchemaType<unknown> =>
  typeOnce(name, () => emptyClass(name, ObjectType(name, { description, implements: [...interfaces] })), fields);

/** An input type, all of whose fields may be left out. */
export const inputType = <Value>(name: string, description: string, fields: () => ModelFields): SchemaType<Value> =>
  typeOnce(
    name,
    () => emptyClass(name, InputType(name, { description })),
    () => fieldsFrom(fields(), ([type, text]) => [t.nullable(type), text]),
  );

/** A resolver class of root fields whose resolvers are attached to the finished schema. */
export function attachedRootFields(fields: Fields<unknown>): ClassType {
  const owner = emptyClass('AttachedRootFields', Resolver());
  for (const [name, { type, description, args = {} }] of Object.entries(fields)) {
    const descriptor = attachedLater(owner, name, args);
    Query(mentioned(type), { nullable: type.nullable, description })(owner.prototype, name, descriptor);
  }
  return owner;
}

/** Gives a class the method that type-graphql wants for a field with arguments. */
function attachedLater(owner: ClassType, name: string, args: Arguments): PropertyDescriptor {
  const value = () => {
    throw new Error(`expected the resolver of ${owner.name}.${name} to be attached to the schema`);
  };
  const descriptor = { value, configurable: true, writable: true };
  Object.defineProperty(owner.prototype, name, descriptor);
  for (const [index, [argumentName, { type, description }]] of Object.entries(args).entries())
    Arg(argumentName, mentioned(type), { nullable: type.nullable, description })(owner.prototype, name, index);
  return descriptor;
}

const resolverClasses: ClassType[] = [];

/** The resolver classes of all that was declared with resolvers, in the order of their declaration. */
export const declaredResolvers = (): readonly ClassType[] => resolverClasses;

type Decorate = (
  type: TypeThunk,
  options: { readonly nullable: boolean | 'items'; readonly description: string },
) => (prototype: object, name: string, descriptor: PropertyDescriptor) => void;

/** Makes each field a method of a resolver class, whose arguments type-graphql reads and checks. */
function addResolvers(resolvers: ClassType, fields: Fields<never>, decorate: Decorate): void {
  resolverClasses.push(resolvers);
  const { prototype } = resolvers;
  for (const [name, { type, description, args = {}, extensions, resolve }] of Object.entries(fields)) {
    const descriptor = { value: methodOf(args, resolve as Resolve<unknown, unknown, unknown>), configurable: true };
    Object.defineProperty(prototype, name, descriptor);
    Root()(prototype, name, 0);
    Ctx()(prototype, name, 1);
    Info()(prototype, name, 2);
    if (Object.keys(args).length > 0) declareArguments(args, prototype, name, 3);
    if (extensions) Extensions({ ...extensions })(prototype, name, descriptor);
    decorate(mentioned(type), { nullable: type.nullable, description })(prototype, name, descriptor);
  }
}

/** A resolver as a method, whose parameters are decorated in this order. */
const methodOf =
  (args: Arguments, resolve: Resolve<unknown, unknown, unknown>) =>
  (
    source: unknown,
    context: RequestContext,
    info: GraphQLResolveInfo,
    given: Readonly<Record<string, unknown>> = {},
  ) => {
    const all = Object.entries(args).map(([name, declared]) => [name, given[name] ?? declared.default ?? null]);
    return resolve(source, Object.fromEntries(all), context, info);
  };

/** A class of arguments, which class-validator checks where they have limits. */
function declareArguments(args: Arguments, prototype: object, method: string, index: number): void {
  const created = emptyClass(`${method}Arguments`, ArgsType());
  for (const [name, { type, description, limits, default: defaultValue }] of Object.entries(args)) {
    const options = { nullable: type.nullable, description, ...(defaultValue === undefined ? {} : { defaultValue }) };
    Field(mentioned(type), options)(created.prototype, name);
    for (const limit of limits) limit(name)(created.prototype, name);
  }
  const limited = Object.values(args).some(({ limits }) => limits.length > 0);
  Args(() => created, limited ? { validateFn: checkLimits } : { validate: false })(prototype, method, index);
}

/**
 * Declares an object type: what it has as properties of its source, and then what is resolved. Where the type of the source
 * is not given, it is what the declarations need.
 */
export function object<Held, Resolved = Held>(
  name: string,
  description: string,
  properties: Properties<Held>,
  fields: Fields<Resolved> = {},
): SchemaType<Held & Resolved> {
  const created = emptyClass(name, ObjectType(name, { description }));
  const type = schemaType<Held & Resolved>(() => created);
  addFields(created, properties as ModelFields);
  if (Object.keys(fields).length > 0) addTo(type, fields);
  return type;
}

/** Adds resolved fields to an object type, also to one of the model. */
export function addTo<Source>({ type }: SchemaType<never>, fields: Fields<Source>): void {
  const resolvers = emptyClass('ResolvedFields', Resolver(type as () => ClassType));
  addResolvers(resolvers, fields as Fields<never>, FieldResolver as Decorate);
}

/** Declares root fields. */
export function rootFields(fields: Fields<undefined>): void {
  addResolvers(emptyClass('RootFields', Resolver()), fields as Fields<never>, Query as Decorate);
}
