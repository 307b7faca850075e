/** What is wrong in a dataset, with the place that a spreadsheet would show, in both languages. */
import type { Description } from '../../model/declaration.js';

/** Something wrong in a dataset. Row 1 is the header. */
export interface Problem {
  readonly file: string;
  /** The rows of which it is true; none where a whole file is wrong. */
  readonly rows: readonly number[];
  readonly column: string | null;
  /** English, as `messageJa` says it in Japanese. */
  readonly message: string;
  readonly messageJa: string;
}

/**
 * Notes a problem at a cell of a file; the column is null where a whole row is wrong, the row too where the file is. Of
 * problems in one column that say the same, or have the same `group`, the first is noted with the rows of the others.
 */
export type Report = (row: number | null, column: string | null, words: Description, group?: string) => void;

/** The problems of a dataset in the order in which they were found. */
export class Problems {
  readonly #found = new Map<string, Problem & { readonly rows: number[] }>();

  get all(): readonly Problem[] {
    return [...this.#found.values()];
  }

  /** A report on one file. */
  in(file: string): Report {
    return (row, column, { en, ja }, group = en) => {
      const key = JSON.stringify([file, column, group]);
      const known = this.#found.get(key);
      const rows = row === null ? [] : [row];
      if (known) known.rows.push(...rows);
      else this.#found.set(key, { file, rows, column, message: en, messageJa: ja });
    };
  }
}

/** A problem in English, with its place. */
export function formatProblem({ file, rows: [row, ...others], column, message }: Problem): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${file}${row === undefined ? '' : `, row ${row}${more}`}${column === null ? '' : `, column ${column}`}: ${message}`;
}

/** A problem in Japanese, with its place. */
function formatProblemJa({ file, rows: [row, ...others], column, messageJa }: Problem): string {
  const more = others.length > 0 ? `ほか${others.length}行` : '';
  return `${file}${row === undefined ? '' : ` ${row}行目${more}`}${column === null ? '' : ` ${column}列`}: ${messageJa}`;
}

/** The first problems as indented lines in both languages, at most as many as are given. */
export function formatProblems(problems: readonly Problem[], limit: number): Description {
  const shown = problems.slice(0, limit);
  const rest = problems.length - shown.length;
  const lines = (format: (problem: Problem) => string, more: string) =>
    [...shown.map((problem) => `  ${format(problem)}`), ...(rest > 0 ? [`  ${more}`] : [])].join('\n');
  return { en: lines(formatProblem, `… ${rest} more`), ja: lines(formatProblemJa, `… ほか ${rest} 件`) };
}
