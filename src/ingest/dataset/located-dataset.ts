/** A dataset with the place of each row in its table, for messages that a person can follow. */
import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { Dataset, EdgeRow, NodeRow } from './dataset.js';

/** Something wrong in a dataset, with the place that a spreadsheet would show. Row 1 is the header. */
export interface Problem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

/** Notes a problem at a cell of a file; the column is null where a whole row is wrong, the row too where the file is. */
export type Report = (row: number | null, column: string | null, message: string) => void;

/** A report on one file into a list of problems. */
export const reportIn =
  (problems: Problem[], file: string): Report =>
  (row, column, message) => {
    problems.push({ file, row, column, message });
  };

export const formatProblem = ({ file, row, column, message }: Problem): string =>
  `${file}${row === null ? '' : `, row ${row}`}${column === null ? '' : `, column ${column}`}: ${message}`;

/** How many problems are printed before the rest is only counted. */
const problemsShown = 50;

/** Problems as indented lines, no more than a person reads. */
export function formatProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, problemsShown).map((problem) => `  ${formatProblem(problem)}`);
  const rest = problems.length - shown.length;
  return [...shown, ...(rest > 0 ? [`  … ${rest} more`] : [])].join('\n');
}

/** A row with the place it was read from, kept for the checks that look across tables. */
export interface Located<Row> {
  readonly row: Row;
  readonly line: number;
}

export interface LocatedDataset {
  /** The documents' own lines by id of the source document, where the dataset brings them. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly nodes: ReadonlyMap<NodeName, readonly Located<NodeRow>[]>;
  readonly edges: ReadonlyMap<EdgeName, readonly Located<EdgeRow>[]>;
}

/** The dataset without the places of its rows. */
export const withoutPlaces = ({ nodes: nodeRows, edges: edgeRows, texts }: LocatedDataset): Dataset => ({
  texts,
  nodes: new Map([...nodeRows].map(([name, rows]) => [name, rows.map(({ row }) => row)])),
  edges: new Map([...edgeRows].map(([type, rows]) => [type, rows.map(({ row }) => row)])),
});
