import type { ReactNode } from 'react';
import type { Asking } from '../../asking/ask.js';
import type { PlanStage, ThingQuery } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import type { SourcePlace } from '../../parts/sources.js';
import type { Labels } from './labels.js';

/** The type of a node: `Measure`. */
export type TypeName = NonNullable<ThingQuery['node']>['__typename'];

/** A thing that has a name. */
export type Entity = Extract<NonNullable<ThingQuery['node']>, { readonly name: string }>;

/** What the operations of a page are asked with. */
export interface ThingVariables {
  readonly id: string;
  /** The stage that is shown, which has the thing; null means in force. */
  readonly stage: PlanStage | null;
  /** Id of the municipality, only for the operations about what all share. */
  readonly municipality?: string;
}

type Document<Answer> = Asking<Answer, ThingVariables>['document'];
/** What operations declare of the variables; others are left away. */
type Loose<Answer> = Asking<Answer, never>['document'];

/** A link from the thing of the page to another, with its facts. */
export interface Link {
  readonly printedAs: string | null;
  readonly stages: readonly PlanStage[];
  readonly sources: readonly SourcePlace[];
  readonly node: { readonly id: string };
}

/** The columns of a table of links, in the language of the page. */
export type Columns<Edge> = (labels: Labels) => readonly Column<Edge>[];

interface Connection<Edge> {
  readonly totalCount: number;
  readonly edges: readonly Edge[];
}
type With<Field extends string, Content> = {
  readonly node: Readonly<Record<Field, Content>> | Readonly<Record<PropertyKey, never>> | null;
};

/** A row of a table of records. */
export interface Recorded {
  readonly sources: readonly SourcePlace[];
}

interface Table<Content, Row> {
  readonly field: string;
  readonly document: Document<With<string, Content>>;
  readonly columns: Columns<Row>;
}
/** A relationship of a type: its field, the operation that reads it, and the table it is shown as. */
export type Relation =
  | ({ readonly kind: 'links' } & Table<Connection<Link>, Link>)
  | ({ readonly kind: 'records' } & Table<readonly Recorded[], Recorded>);

/** Declares a relation; `without` names columns that say the same in every row, such as the policy item on its own page. */
export function relation<Field extends string, Edge extends Link>(
  field: Field,
  document: Loose<With<Field, Connection<Edge>>>,
  columns: Columns<Edge>,
  ...without: readonly string[]
): Relation {
  const shown: Columns<Edge> = (labels) => columns(labels).filter(({ id }) => !without.includes(id));
  // The columns are those of the edges that the document reads; a table does not look into them.
  return { kind: 'links', field, document, columns: shown } as unknown as Relation;
}

/** Declares a list of what has no page of interest of its own, such as answers of citizens. */
export function records<Field extends string, Row extends Recorded>(
  field: Field,
  document: Loose<With<Field, readonly Row[]>>,
  columns: Columns<Row>,
): Relation {
  return { kind: 'records', field, document, columns } as unknown as Relation;
}

/** One line of the facts; what is null is left out. */
export type Fact = readonly [label: string, value: ReactNode];

/** What is shown of the things of one type. `Facts` is the part of the answer for this type. */
interface Declaration<Facts> {
  /** Whether stages of the plan have these things or not; others are seen at every stage. */
  readonly staged?: boolean;
  /** All municipalities share these things, so that operations are asked for one. */
  readonly shared?: boolean;
  /** `/dossier/<id>` prints these things. */
  readonly dossier?: boolean;
  /** `likeness` finds what is alike. */
  readonly compared?: boolean;
  /** `/compare` has the stages of these things side by side, by their code. */
  readonly sideBySide?: boolean;
  /** What stands before the name: the code or number. */
  readonly code?: (facts: Facts) => string | number | null;
  readonly facts: (facts: Facts, labels: Labels) => readonly Fact[];
  /** Sections of this type alone, such as charts, before its relations. */
  readonly Sections?: (props: SectionsProps<Facts>) => ReactNode;
  /** In the order of interest. */
  readonly relations?: readonly Relation[];
}

export interface SectionsProps<Facts> {
  readonly facts: Facts;
  readonly variables: ThingVariables;
}

/** A declaration with the operation that reads the facts and how many things each relation has. */
export interface ThingType extends Required<Omit<Declaration<AnyFacts>, 'Sections'>> {
  readonly name: TypeName;
  readonly document: Document<{ readonly node: AnyFacts | null }>;
  readonly Sections: ((props: SectionsProps<AnyFacts>) => ReactNode) | null;
}

/** Facts of any type: each relation has its count. */
export type AnyFacts = { readonly __typename: TypeName } & Readonly<Record<string, unknown>>;

type FactsOf<Answer, Name> = Answer extends { readonly node: infer Node }
  ? Extract<Node, { readonly __typename: Name; readonly id: string }>
  : never;

export function thingType<Answer, Name extends TypeName>(
  name: Name,
  document: Loose<Answer>,
  declaration: Declaration<FactsOf<Answer, Name>>,
): ThingType {
  return {
    staged: false,
    shared: false,
    dossier: false,
    compared: false,
    sideBySide: false,
    code: () => null,
    relations: [],
    Sections: null,
    ...declaration,
    name,
    document,
    // The page hands each declaration the facts that its own operation read.
  } as unknown as ThingType;
}
