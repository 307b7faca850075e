/**
 * The types of the model's declarations. The GraphQL schema, the engine's Cypher, the dataset's tables, the indexes and the
 * loader read them. A node type, an edge type or an enum that is not declared does not compile.
 */
import type { derivedEdgeTypes, edgeTypes } from './edges.js';
import type { nodeTypes } from './nodes/index.js';

export { describe, enumeration, printDescription, valueDescription } from './language.js';

export type NodeName = keyof typeof nodeTypes;
/** The edge types that documents state. */
export type StatedEdgeName = keyof typeof edgeTypes;
export type DerivedEdgeName = keyof typeof derivedEdgeTypes;
export type EdgeName = StatedEdgeName | DerivedEdgeName;

/** A node type, or "Entity" where any named node can stand. */
export type TargetName = NodeName | 'Entity';

/** What can be asked for: a node type, or an interface of the schema that several of them are. */
export type TypeOrInterface = TargetName | 'Node';

/** A description in both languages. The schema prints "English. [日本語]". */
export interface Description {
  readonly en: string;
  readonly ja: string;
}

/** A `Date` is a day of the calendar, kept as text: 2024-04-01. */
export type ScalarType = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' | 'Date';

export interface EnumDeclaration<Name extends string = string, Value extends string = string> {
  readonly kind: 'enum';
  readonly name: Name;
  readonly description: Description;
  readonly values: Readonly<Record<Value, Description>>;
}

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
  /** Worked out when a dataset is loaded, from the dataset as a whole: its tables have no such column. */
  readonly fromDataset?: boolean;
  /** The fields of the type from which it follows, as no document prints it: worked out when a dataset is loaded, too. */
  readonly derived?: readonly string[];
  /** Sorting goes by this property instead, where the printed form does not sort as people expect. */
  readonly orderBy?: string;
  /** A text that has few values, so that lists can be divided by it. */
  readonly few?: boolean;
  /** Numbers joined by hyphens, such as 5-1-1: whatever dash is typed between them is taken for a hyphen. */
  readonly designation?: boolean;
  /** Many documents that list such things do not tell it: it was read only of those of which a statement of coverage says so. */
  readonly seldomTold?: boolean;
  /** A code of letters and digits, which nobody prints in another width. */
  readonly coded?: boolean;
}

/**
 * Whether a property holds text as it is printed, in whatever width; it is compared after NFKC. Codes, texts of few values
 * and whatever is no text are kept after NFKC.
 */
export const isPrinted = ({ type, designation, coded, few }: TextKind): boolean =>
  type === 'String' && !designation && !coded && !few;

export type TextKind = Pick<PropertyDeclaration, 'type' | 'designation' | 'coded' | 'few'>;

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

/** How the texts of a computed field are read. */
export interface Reading {
  /** What they are called in the schema: `EraFilter` has the conditions on them. */
  readonly name: string;
  readonly description: Description;
  /** Null for what cannot be read. */
  readonly read: (text: string) => number | null;
  /** What can be read, for the one whose text could not. */
  readonly expected: Description;
}

/**
 * A field worked out from stored properties when an answer is assembled; it cannot be ordered by, as its order is theirs. It
 * can be filtered by where its texts can be read back, or where it is a property under another name.
 */
export interface ComputedDeclaration {
  readonly kind: 'computed';
  readonly type: ScalarType;
  /** Never null. */
  readonly required?: boolean;
  readonly list?: boolean;
  readonly from: readonly string[];
  readonly compute: (values: readonly unknown[]) => string | number | boolean | readonly string[] | null;
  /** Which value of the one stored property a text of a filter stands for. */
  readonly reading?: Reading;
  /** It is the one stored property, under a name that no relationship has, and is filtered as such. */
  readonly renamed?: boolean;
  readonly description: Description;
}

/** One hop along an edge type. */
export interface Step {
  readonly edge: EdgeName;
  readonly direction: 'out' | 'in';
}

/**
 * A relationship of a node type: the path that leads to its targets. One step is a fact of its own, with stages and
 * sources on the edge; more steps make it derived (a measure's SDGs are those of its policy item).
 */
export interface RelationshipDeclaration {
  readonly kind: 'relationship';
  readonly target: TargetName;
  /** `connection` for lists that can grow, `list` for those that cannot, `one` and `required` for a single target. */
  readonly shape: 'connection' | 'list' | 'one' | 'required';
  readonly path: readonly Step[];
  readonly description: Description;
  /** Of a connection: it usually fills its page, as nearly all nodes of the type hang on few. */
  readonly long: boolean;
  /** Of one that need not be there: where it is, the thing cannot be without it, and leads to it at every stage, in force or not. */
  readonly inseparable: boolean;
  /** Of a list: what it has beside what it is called, and is left out where it is counted in filters and orders. */
  readonly uncounted: Uncounted | null;
}

/** The targets of a list whose property has a value, such as changes whose kind is UNCHANGED. */
export interface Uncounted {
  readonly property: string;
  readonly value: string;
}

export type FieldDeclaration =
  | PropertyDeclaration
  | ValuePropertyDeclaration
  | ComputedDeclaration
  | RelationshipDeclaration;

/** What a node type says of itself; its name is the key under which `nodes/index.ts` has it. */
export interface NodeType {
  /** A named thing, with all that `Entity` promises. */
  readonly entity: boolean;
  readonly description: Description;
  /** Id of one of them, for descriptions and messages. */
  readonly example: string;
  /** Its own properties and relationships, beside those of all nodes (`nodes/entity.ts`). */
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
  /** Root list field: by default "policyItems" of `PolicyItem`. */
  readonly plural?: string;
  /** Table of the dataset without ".csv": by default "policy-items". */
  readonly table?: string;
  /** The word in ids: by default "policy-item". */
  readonly idWord?: string;
  /**
   * Part of a plan, so that a stage has it or does not. Departments, SDGs, reform sheets and the like stand outside
   * the planning cycle and are seen at every stage.
   */
  readonly staged?: boolean;
  /**
   * A frame that one stage hands on to the next: at a stage whose documents were not read there, such a thing is shown all
   * the same, as `NOT_READ`.
   */
  readonly frame?: boolean;
  /**
   * The same whatever the stage, as documents are: it has one id, and what lies below it is read as in force unless a field
   * asks for a stage.
   */
  readonly stageless?: boolean;
  /** Shared by all municipalities. */
  readonly global?: boolean;
  /** It exists from one day to another (`validFrom`, `validTo`), so that lists can be asked for a day: `asOf`. */
  readonly dated?: boolean;
  /** Arguments of the look-up field, each a property with a value as an example; null where there is none beside `node`. */
  readonly lookup?: Readonly<Record<string, string | number>> | null;
  /** A root list exists: by default it does. */
  readonly listed?: boolean;
  /** The property that numbers things whose id ends in a name; null where the id itself sorts well. */
  readonly numberedBy?: string | null;
  /** The property that says in kana how the name is read: what has no number is ordered by it, as a Japanese index is. */
  readonly readBy?: string | null;
  /** What people say before the number of a thing, so that search finds it by both: "SDGs" for "SDGs 17". */
  readonly numberPrefix?: string | null;
  /** Other words that people say with the code or number of a thing, beside what its type is called: シート for シート1-9. */
  readonly numberWords?: readonly string[];
  /** The end of the id is the code by which people know a thing, as of what is numbered within another thing. */
  readonly codeInId?: boolean;
  /** Says something of the dataset and not of the city, so that no analysis of the city goes by it. */
  readonly metadata?: boolean;
  /** Everything hangs on it, as on a municipality: that two things do says nothing of them, so that no path leads through it. */
  readonly joinsAll?: boolean;
  /** Relationships to a single target of which each has exactly one, such as the kinds of things that an evaluation can be about. */
  readonly exactlyOneOf?: readonly string[];
  /** The same where there may be none of them, as an indicator may be told without what it measures. */
  readonly atMostOneOf?: readonly string[];
}

/** A node type with its name (GraphQL type and Neo4j label) and whatever it leaves to the defaults. */
export interface NodeDeclaration extends Required<NodeType> {
  readonly name: NodeName;
}

/** What an edge type says of itself; its name is its key in `edges.ts`. */
export interface EdgeType {
  readonly from: TargetName;
  readonly to: TargetName;
  /** Table of the dataset without ".csv". */
  readonly table: string;
  /** Its stages can differ from those of its ends. */
  readonly staged?: boolean;
  /** Many cities' documents have no place for it: analyses count on it only where statements of coverage speak of it. */
  readonly seldomTold?: boolean;
  readonly description: Description;
  /** "{from} … {to}" as a sentence, for explaining paths. */
  readonly sentence: Description;
}

/**
 * An edge type that no document states: its edges follow from others. A dataset has no table of them; they are worked out when
 * it is loaded.
 */
export type DerivedEdgeType = RepeatedEdgeType | YearlyEdgeType;

/** Its edges follow from those of another type, gone along as often as they lead on. */
export interface RepeatedEdgeType {
  readonly kind: 'repeated';
  readonly of: StatedEdgeName;
  /** Each way is gone by itself: who goes back to predecessors does not come to their other successors. */
  readonly directions: readonly Step['direction'][];
  /** Each thing has an edge to itself. */
  readonly itself: boolean;
  readonly description: Description;
}

/**
 * Its edges lead from what is told of a fiscal year to what one comes to by any of some ways, such as it was in that year: in the
 * place of what began later stands what came before it, in the place of what had ended what came of it.
 */
export interface YearlyEdgeType {
  readonly kind: 'yearly';
  readonly from: NodeName;
  readonly to: NodeName;
  readonly ways: readonly (readonly StatedEdgeName[])[];
  /** Leads from what came later to what was before it. */
  readonly succeeds: StatedEdgeName;
  readonly description: Description;
}

export interface EdgeDeclaration extends Required<EdgeType> {
  /** Neo4j relationship type. */
  readonly type: EdgeName;
  /** From what it follows; null of what documents state. */
  readonly derivation: DerivedEdgeType | null;
}
