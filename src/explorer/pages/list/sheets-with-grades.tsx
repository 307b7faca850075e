import type { Grade } from '../../graphql/graphql.js';
import { ThingLink } from '../../parts/thing-link.js';
import type { ColumnTools } from './columns.js';
import { useListWords } from './words.js';

interface Graded {
  readonly fiscalYear: number;
  readonly grade: Grade;
}

interface Sheet {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly evaluations: readonly Graded[];
}

/** Reform sheets, each with its grades. */
export function SheetsWithGrades({ sheets }: { readonly sheets: readonly Sheet[] }) {
  if (sheets.length === 0) return null;
  return (
    <ul className="cell-list">
      {sheets.map(({ evaluations, ...sheet }) => (
        <li key={sheet.id}>
          <ThingLink thing={{ ...sheet, code: sheet.number }} /> <Grades evaluations={evaluations} />
        </li>
      ))}
    </ul>
  );
}

/** The year-end grades of a sheet, or that it has none. */
export function Grades({ evaluations }: { readonly evaluations: readonly Graded[] }) {
  const words = useListWords();
  if (evaluations.length === 0) return <span className="quiet-text">{words.noGrade}</span>;
  return evaluations.map(({ fiscalYear, grade }) => (
    <span key={fiscalYear} className={`grade grade-${grade.toLowerCase()}`}>
      {words.grade(grade, fiscalYear)}
    </span>
  ));
}

/** The same as the text that a table sorts and filters by. */
export const sheetsAsText = (sheets: readonly Sheet[], tools: ColumnTools): string | null =>
  sheets
    .map((sheet) => `${sheet.number} ${tools.nameOf(sheet)} ${gradesAsText(sheet.evaluations, tools)}`)
    .join(', ') || null;

export const gradesAsText = (evaluations: readonly Graded[], { words }: ColumnTools): string =>
  evaluations.map(({ fiscalYear, grade }) => words.grade(grade, fiscalYear)).join(', ') || words.noGrade;
