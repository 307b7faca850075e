/** What is wrong in a dataset, with the place that a spreadsheet would show, in both languages. */
import { groupBy } from '../../group-by.js';
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

/** What tells that problems are alike. */
interface Alike {
  /** Of more than a few problems of one kind in a column, the first is told, with the number of all. */
  readonly kind: string;
  /** What was found, for a kind of which only the first problem is told in full. */
  readonly example?: string;
}

/**
 * Notes a problem at a cell of a file; the column is null where a whole row is wrong, the row too where the file is. Of
 * problems in one column that say the same, the first is noted with the rows of the others.
 */
export type Report = (row: number | null, column: string | null, words: Description, alike?: Alike) => void;

/** As many problems of one kind in a column are each told. */
const eachTold = 3;

interface Noted extends Problem {
  readonly rows: number[];
  readonly alike: Alike;
}

/** The problems of a dataset in the order in which they were found. */
export class Problems {
  readonly #found = new Map<string, Noted>();

  get all(): readonly Problem[] {
    const kinds = groupBy(this.#found.values(), ({ file, column, alike }) =>
      JSON.stringify([file, column, alike.kind]),
    );
    return [...kinds.values()].flatMap((noted) =>
      noted.length > eachTold || noted[0].rows.length === 0 ? [inOne(noted)] : noted.map((each) => toProblem(each)),
    );
  }

  /** A report on one file. */
  in(file: string): Report {
    return (row, column, { en, ja }, alike = { kind: en }) => {
      const key = JSON.stringify([file, column, alike.kind, en]);
      const known = this.#found.get(key);
      const rows = row === null ? [] : [row];
      if (known) known.rows.push(...rows);
      else this.#found.set(key, { file, rows, column, message: en, messageJa: ja, alike });
    };
  }
}
const toProblem = ({ alike: _, ...problem }: Noted): Problem => problem;

/** The first of problems of one kind, with the rows of all and examples of what else was found. */
function inOne(noted: readonly [Noted, ...Noted[]]): Problem {
  const [first, ...others] = noted;
  const rows = noted.flatMap((each) => each.rows).sort((a, b) => a - b);
  const found = others.flatMap(({ alike: { example } }) => (example ? [example] : []));
  const examples = [...new Set(found)].slice(0, eachTold - 1);
  const [ja, en] =
    examples.length > 0
      ? [`。ほかに「${examples.join('」「')}」など`, `; also ${examples.join(', ')} and the like`]
      : ['', ''];
  return { ...toProblem(first), rows, message: first.message + en, messageJa: first.messageJa + ja };
}

/** As many rows of a problem are named. */
const rowsNamed = 3;

/** The place of a problem. */
function placeOf({ file, rows, column }: Problem, language: 'en' | 'ja'): string {
  const named = rows.slice(0, rowsNamed).join(', ');
  const more = rows.length - rowsNamed;
  if (language === 'en') {
    const others = more > 0 ? ` and ${more} more` : '';
    const atRows = rows.length === 0 ? '' : `, row${rows.length > 1 ? 's' : ''} ${named}${others}`;
    return `${file}${atRows}${column === null ? '' : `, column ${column}`}`;
  }
  const atRows = rows.length === 0 ? '' : ` ${named}行目${more > 0 ? `ほか${more}行` : ''}`;
  return `${file}${atRows}${column === null ? '' : ` ${column}列`}`;
}

/** A problem in English, with its place. */
export const formatProblem = (problem: Problem): string => `${placeOf(problem, 'en')}: ${problem.message}`;

/** A problem in Japanese, with its place. */
const formatProblemJa = (problem: Problem): string => `${placeOf(problem, 'ja')}: ${problem.messageJa}`;

/** The first problems as indented lines in both languages, at most as many as are given. */
export function formatProblems(problems: readonly Problem[], limit: number): Description {
  const shown = problems.slice(0, limit);
  const rest = problems.length - shown.length;
  const lines = (format: (problem: Problem) => string, more: string) =>
    [...shown.map((problem) => `  ${format(problem)}`), ...(rest > 0 ? [`  ${more}`] : [])].join('\n');
  return { en: lines(formatProblem, `… ${rest} more`), ja: lines(formatProblemJa, `… ほか ${rest} 件`) };
}
