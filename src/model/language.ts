/** The words in which the files of this folder declare the model; everything else reads `declaration.ts`. */
import type {
  ComputedDeclaration,
  Description,
  EnumDeclaration,
  NodeType,
  PropertyDeclaration,
  PropertyOptions,
  RelationshipDeclaration,
  ScalarType,
  Step,
  TargetName,
  ValueDeclaration,
  ValuePropertyDeclaration,
} from './declaration.js';

/** The description of a schema element: one English sentence and its Japanese. */
export const describe = (en: string, ja: string): Description => ({ en, ja });

/** How a description is printed in the schema. */
export const printDescription = ({ en, ja }: Description): string => `${en} [${ja}]`;

export const enumeration = <const Name extends string, const Value extends string>(
  name: Name,
  en: string,
  ja: string,
  values: Readonly<Record<Value, Description>>,
): EnumDeclaration<Name, Value> => ({ kind: 'enum', name, description: { en, ja }, values });

/** What a value of an enum means; undefined for what is none. */
export const valueDescription = ({ values }: EnumDeclaration, value: string): Description | undefined => values[value];

/** A property whose values are those of an enum, or a scalar. */
export const choice = (
  type: PropertyDeclaration['type'],
  en: string,
  ja: string,
  options: PropertyOptions = {},
): PropertyDeclaration => ({ kind: 'property', type, description: { en, ja }, ...options });

const scalar =
  (type: ScalarType) =>
  (en: string, ja: string, options?: PropertyOptions): PropertyDeclaration =>
    choice(type, en, ja, options);

export const id = scalar('ID');
export const text = scalar('String');
export const integer = scalar('Int');
export const decimal = scalar('Float');
export const flag = scalar('Boolean');
export const date = scalar('Date');

export const value = (
  type: ValueDeclaration,
  presentWhen: string,
  en: string,
  ja: string,
  options: Pick<PropertyOptions, 'perStage'> = {},
): ValuePropertyDeclaration => ({ kind: 'valueProperty', type, presentWhen, description: { en, ja }, ...options });

/** A text that is worked out from one property. */
export const computed = (
  property: string,
  compute: (value: unknown) => string | null,
  en: string,
  ja: string,
): ComputedDeclaration => ({
  kind: 'computed',
  type: 'String',
  from: [property],
  compute: ([value]) => compute(value),
  description: { en, ja },
});

type RelationshipOptions = Pick<RelationshipDeclaration, 'long' | 'inseparable' | 'uncounted'>;

const relationship =
  (shape: RelationshipDeclaration['shape']) =>
  (
    target: TargetName,
    path: Step | readonly Step[],
    en: string,
    ja: string,
    { long = false, inseparable = false, uncounted = null }: Partial<RelationshipOptions> = {},
  ): RelationshipDeclaration => ({
    kind: 'relationship',
    target,
    shape,
    path: 'edge' in path ? [path] : path,
    description: { en, ja },
    long,
    inseparable: inseparable || shape === 'required',
    uncounted,
  });

/** A paged list. */
export const connection = relationship('connection');
/** A list that stays short by its nature. */
export const list = relationship('list');
/** At most one target. */
export const one = relationship('one');
/** Exactly one target. */
export const required = relationship('required');

type NodeOptions = Omit<NodeType, 'entity'>;

/** Declares a named thing. */
export const entity = (options: NodeOptions): NodeType => ({ ...options, entity: true });
/** Declares a node that has no name of its own, such as an annual goal. */
export const record = (options: NodeOptions): NodeType => ({ ...options, entity: false });
