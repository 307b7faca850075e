import type { PlanStage, TypedDocumentString } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import type { ListField } from '../../parts/lists.js';
import type { Choice } from './choice.js';
import type { ColumnTools } from './columns.js';
import type { ListFilter } from './list-filter.js';

interface Listed<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

/** What the operations of a list are asked with. */
export interface ListVariables<Filter> {
  readonly municipality: string;
  readonly stage?: PlanStage | null;
  readonly filter?: Filter | null;
}

/** How a list of one type is asked for, narrowed and shown. */
export interface ListDeclaration<Field extends ListField, Row, Filter extends object, Choices> {
  readonly field: Field;
  /** The type of its nodes in the schema, which names the list. */
  readonly type: string;
  /** Asks for the list, by the field's own name. */
  readonly document: TypedDocumentString<Readonly<Record<Field, Listed<Row>>>, ListVariables<Filter>>;
  readonly columns: (tools: ColumnTools) => readonly Column<Row>[];
  /** What it can be narrowed by; the operation that counts their values, and where these stand in its answer. */
  readonly narrowing?: {
    readonly filters: readonly ListFilter<Filter>[];
    readonly document: TypedDocumentString<Choices, ListVariables<Filter>>;
    readonly choices: (answer: Choices) => Readonly<Record<string, readonly Choice[]>>;
  };
}
