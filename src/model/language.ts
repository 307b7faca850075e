/**
 * The language in which the model is written: node types, their properties and relationships, edge types, enums and
 * values. Only the files that declare the model use it; everything else reads the types of `declaration.ts`.
 */

/** A description in both languages. The schema prints "English. [日本語]". */
export interface Description {
  readonly en: string;
  readonly ja: string;
}

/** The description of a schema element: one English sentence and its Japanese. */
export const describe = (en: string, ja: string): Description => ({ en, ja });

/** How a description is printed in the schema. */
export const printDescription = ({ en, ja }: Description): string => `${en} [${ja}]`;

export type ScalarType = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean';

export interface EnumDeclaration<Name extends string = string, Value extends string = string> {
  readonly kind: 'enum';
  readonly name: Name;
  readonly description: Description;
  readonly values: Readonly<Record<Value, Description>>;
}

/** What a value of an enum means; undefined for what is none. */
export const valueDescription = ({ values }: EnumDeclaration, value: string): Description | undefined => values[value];

export interface PropertyOptions {
  /** Set where a row may lack it. */
  readonly nullable?: boolean;
  readonly list?: boolean;
  /**
   * The stages of a plan can print different values. The property holds the effective one,
   * and a stage that differs has a column `name@CURRENT` and a graph property `name@CURRENT`.
   */
  readonly perStage?: boolean;
  /** Kept in the graph for the engine and the loader only; not a field of the schema. */
  readonly internal?: boolean;
  /** Sorting goes by this property instead, where the printed form does not sort as people expect. */
  readonly orderBy?: string;
  /** Numbers joined by hyphens, such as 5-1-1: whatever dash is typed between them is taken for a hyphen. */
  readonly designation?: boolean;
}

export interface PropertyDeclaration extends PropertyOptions {
  readonly kind: 'property';
  readonly type: ScalarType | EnumDeclaration;
  readonly description: Description;
}

/** A value is a small group of properties that belong together; stored flat (`baseline_text`), shown as an object. */
export interface ValueDeclaration {
  readonly kind: 'value';
  readonly name: string;
  readonly description: Description;
  readonly properties: Readonly<Record<string, PropertyDeclaration>>;
  /** Fields worked out from the stored ones. */
  readonly computed?: Readonly<Record<string, ComputedDeclaration>>;
}

export interface ValuePropertyDeclaration {
  readonly kind: 'valueProperty';
  readonly type: ValueDeclaration;
  /** The sub-property whose absence means that the whole value is null. */
  readonly presentWhen: string;
  readonly perStage?: boolean;
  readonly description: Description;
}

/** A field worked out from stored properties when an answer is assembled; it cannot be filtered or ordered by. */
export interface ComputedDeclaration {
  readonly kind: 'computed';
  readonly type: ScalarType;
  readonly from: readonly string[];
  readonly compute: (values: readonly unknown[]) => string | number | boolean | null;
  readonly description: Description;
}

/** One hop along an edge type. */
export interface StepAlong<Edge extends string> {
  readonly edge: Edge;
  readonly direction: 'out' | 'in';
}

/**
 * A relationship of a node type: the path that leads to its targets. One step is a fact of its own, with stages and
 * sources on the edge; more steps make it derived (a measure's SDGs are those of its policy item).
 */
export interface RelationshipTo<Target extends string, Edge extends string> {
  readonly kind: 'relationship';
  /** Name of a node type, or "Entity" where any named node can stand. */
  readonly target: Target;
  /** `connection` for lists that can grow, `list` for those that cannot, `one` and `required` for a single target. */
  readonly shape: 'connection' | 'list' | 'one' | 'required';
  readonly path: readonly StepAlong<Edge>[];
  readonly description: Description;
  /** Of a connection: it usually fills its page, as nearly all nodes of the type hang on few. */
  readonly long: boolean;
}

export type FieldOf<Target extends string, Edge extends string> =
  | PropertyDeclaration
  | ValuePropertyDeclaration
  | ComputedDeclaration
  | RelationshipTo<Target, Edge>;

/**
 * A node type. Its name, the types that its relationships lead to and the edges along which they lead are literal types,
 * so that `declaration.ts` can infer the names of the whole model and check the references between them.
 */
export interface NodeOf<Name extends string, Target extends string, Edge extends string> {
  readonly kind: 'node';
  /** GraphQL type and Neo4j label. */
  readonly name: Name;
  /** Root list field: "policyItems". */
  readonly plural: string;
  /** Table of the dataset without ".csv", and the word in ids: "policy-items" / "policy-item". */
  readonly table: string;
  readonly idWord: string;
  /** A named thing, with all that `Entity` promises. */
  readonly entity: boolean;
  /**
   * Part of a plan, so that a stage has it or does not. Departments, SDGs, reform sheets and the like stand outside
   * the planning cycle and are seen at every stage.
   */
  readonly staged: boolean;
  /** Shared by all municipalities. */
  readonly global: boolean;
  readonly description: Description;
  /** Id of one of them, for descriptions and messages. */
  readonly example: string;
  /** Arguments of the look-up field, each a property with a value as an example; null where there is none beside `node`. */
  readonly lookup: Readonly<Record<string, string | number>> | null;
  /** A root list exists. */
  readonly listed: boolean;
  /** The property that numbers things whose id ends in a name; null where the id itself sorts well. */
  readonly numberedBy: string | null;
  /** What people say before the number of a thing, so that search finds it by both: "SDGs" for "SDGs 17". */
  readonly numberPrefix: string | null;
  /** The end of the id is the code by which people know a thing, as of what is numbered within another thing. */
  readonly codeInId: boolean;
  readonly fields: Readonly<Record<string, FieldOf<Target, Edge>>>;
}

/** An edge type; its name and its ends are literal types, as those of node types are. */
export interface EdgeOf<Name extends string, End extends string> {
  readonly kind: 'edge';
  /** Neo4j relationship type. */
  readonly type: Name;
  readonly from: End;
  /** Node type, or "Entity". */
  readonly to: End;
  readonly table: string;
  /** Its stages can differ from those of its ends. */
  readonly staged: boolean;
  readonly description: Description;
  /** "{from} … {to}" as a sentence, for explaining paths. */
  readonly sentence: Description;
}

const property =
  (type: ScalarType) =>
  (description: Description, options: PropertyOptions = {}): PropertyDeclaration => ({
    kind: 'property',
    type,
    description,
    ...options,
  });

export const id = property('ID');
export const text = property('String');
export const integer = property('Int');
export const decimal = property('Float');
export const flag = property('Boolean');

export const choice = (
  type: EnumDeclaration,
  description: Description,
  options: PropertyOptions = {},
): PropertyDeclaration => ({ kind: 'property', type, description, ...options });

export const enumeration = <const Name extends string, const Value extends string>(
  name: Name,
  description: Description,
  values: Readonly<Record<Value, Description>>,
): EnumDeclaration<Name, Value> => ({ kind: 'enum', name, description, values });

export const value = (
  type: ValueDeclaration,
  presentWhen: string,
  description: Description,
  options: { readonly perStage?: boolean } = {},
): ValuePropertyDeclaration => ({ kind: 'valueProperty', type, presentWhen, description, ...options });

export const computed = (
  type: ScalarType,
  from: readonly string[],
  compute: ComputedDeclaration['compute'],
  description: Description,
): ComputedDeclaration => ({ kind: 'computed', type, from, compute, description });

/** The steps along the given edge types. */
export const stepsAlong = <Edge extends string>() => ({
  out: (edge: Edge): StepAlong<Edge> => ({ edge, direction: 'out' }),
  into: (edge: Edge): StepAlong<Edge> => ({ edge, direction: 'in' }),
});

const relationship =
  (shape: RelationshipTo<string, string>['shape']) =>
  <const Target extends string, Edge extends string>(
    target: Target,
    path: StepAlong<Edge> | readonly StepAlong<Edge>[],
    description: Description,
    { long = false } = {},
  ): RelationshipTo<Target, Edge> => ({
    kind: 'relationship',
    target,
    shape,
    path: 'edge' in path ? [path] : path,
    description,
    long,
  });

/** A paged list. */
export const connection = relationship('connection');
/** A list that stays short by its nature. */
export const list = relationship('list');
/** At most one target. */
export const one = relationship('one');
/** Exactly one target. */
export const required = relationship('required');

type Optional = 'staged' | 'global' | 'lookup' | 'listed' | 'numberedBy' | 'numberPrefix' | 'codeInId';

type NodeOptions<Name extends string, Target extends string, Edge extends string> = Omit<
  NodeOf<Name, Target, Edge>,
  'kind' | 'entity' | Optional
> &
  Partial<Pick<NodeOf<Name, Target, Edge>, Optional>>;

const nodeType =
  (entity: boolean) =>
  <const Name extends string, Target extends string = never, Edge extends string = never>(
    options: NodeOptions<Name, Target, Edge>,
  ): NodeOf<Name, Target, Edge> => ({
    kind: 'node',
    entity,
    staged: false,
    global: false,
    lookup: null,
    listed: true,
    numberedBy: null,
    numberPrefix: null,
    codeInId: false,
    ...options,
  });

/** Declares a named thing. */
export const entity = nodeType(true);
/** Declares a node that has no name of its own, such as an annual goal. */
export const record = nodeType(false);

/** Declares an edge type. */
export const edge = <const Name extends string, const End extends string>(
  options: Omit<EdgeOf<Name, End>, 'kind' | 'staged'> & { readonly staged?: boolean },
): EdgeOf<Name, End> => ({ kind: 'edge', staged: false, ...options });
