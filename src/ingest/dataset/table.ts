import {
  type Description,
  describe,
  type EdgeDeclaration,
  type EnumDeclaration,
  isPrinted,
  type NodeDeclaration,
  type PropertyDeclaration,
  type ScalarType,
} from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { atStage, valueProperty } from '../../model/graph-properties.js';
import { propertiesOf, valuesOf } from '../../model/model.js';

/** A column of a table, derived from the model. */
export interface Column {
  /** Header of the CSV: snake_case, `name@CURRENT` for the value at a stage. */
  readonly header: string;
  /** Property in the graph: `nameEn`, `name@CURRENT`, `baselineValue`. */
  readonly property: string;
  readonly type: ScalarType | EnumDeclaration;
  readonly list: boolean;
  readonly nullable: boolean;
  /** Text as it is printed, in whatever width. */
  readonly printed: boolean;
  /** Whole numbers that are years, fiscal or of the calendar. */
  readonly year: boolean;
  /** Texts that are days, months or years: what is known of a date. */
  readonly partOfDate: boolean;
  /** Of a code of numbers and hyphens, how many numbers it usually has; null where the column holds none, or codes of any make. */
  readonly codeParts: number | null;
  readonly description: Description;
}

/** The header of a property's column: `name_en` for `nameEn`. */
export const headerOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const column = (
  property: string,
  declaration: PropertyDeclaration,
  perStage: boolean,
  { lookup }: NodeDeclaration,
): Column[] => {
  const code = declaration.designation ? lookup?.[property] : undefined;
  const base: Column = {
    header: headerOf(property),
    property,
    type: declaration.type,
    list: declaration.list ?? false,
    nullable: declaration.nullable ?? false,
    printed: isPrinted(declaration),
    year: declaration.type === 'Int' && /years?$/i.test(property),
    partOfDate: declaration.type === 'String' && /date$/i.test(property),
    codeParts: code === undefined ? null : String(code).split('-').length,
    description: declaration.description,
  };
  if (!perStage) return [base];
  const variants = stages.map((stage) => ({
    ...base,
    header: atStage(base.header, stage),
    property: atStage(property, stage),
    nullable: true,
    description: describe(
      `${declaration.description.en} As ${stage} prints it, where that differs.`,
      `${declaration.description.ja}（${stage} の記載。異なるとき）`,
    ),
  }));
  return [base, ...variants];
};

/** The columns of a node type's table between `id` and the provenance. */
export function columnsOf(node: NodeDeclaration): readonly Column[] {
  const own = propertiesOf(node)
    .filter(
      ([name, { internal, fromDataset, derived }]) =>
        !internal && !fromDataset && !derived && name !== 'id' && name !== 'stages',
    )
    .flatMap(([name, declaration]) => column(name, declaration, declaration.perStage ?? false, node));
  const grouped = valuesOf(node).flatMap(([field, { type, perStage }]) =>
    Object.entries(type.properties).flatMap(([name, declaration]) =>
      column(valueProperty(field, name), declaration, perStage ?? false, node),
    ),
  );
  // Per-stage variants of a type that stands outside the planning cycle can never be filled.
  return [...own, ...grouped].filter(({ header }) => node.staged || !header.includes('@'));
}

/** Headers that every table ends with. */
const provenanceHeaders = ['stages', 'effective', 'sources'] as const;

export const nodeHeaders = (node: NodeDeclaration): readonly string[] => [
  'id',
  ...columnsOf(node).map(({ header }) => header),
  ...provenanceHeaders,
];

export const edgeHeaders: readonly string[] = ['from', 'to', 'printed_as', ...provenanceHeaders];

/** The headers that a table of the type must have; a column that may be empty may lack. */
export const requiredHeaders = (node: NodeDeclaration | null): readonly string[] =>
  node
    ? [
        'id',
        ...columnsOf(node)
          .filter(({ nullable, list }) => !nullable && !list)
          .map(({ header }) => header),
        'effective',
      ]
    : ['from', 'to', 'effective'];

/** The file of a table. */
export const fileOf = ({ table }: NodeDeclaration | EdgeDeclaration): string => `${table}.csv`;

/** The folder beside the tables that holds the documents' text, where it is carried along. */
export const textFolder = 'documents';

/** The file that holds a document's text, by the id of the source document. */
export const textFileOf = (documentId: string): string => `${textFolder}/${documentId.replace(/^.*:/, '')}.txt`;
