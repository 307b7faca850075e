import type { EvaluationCellFragment, ReformSheetCellFragment } from '../graphql/graphql.js';
import { type Language, useLanguage } from '../language/language.js';
import './graded-sheets.css';
import { ThingLink } from './thing-link.js';

const words = {
  ja: {
    none: '評価なし',
    grade: ({ grade, era, fiscalYear }: EvaluationCellFragment) => `${grade}（${era ?? `${fiscalYear}年度`}）`,
  },
  en: {
    none: 'not graded',
    grade: ({ grade, fiscalYear }: EvaluationCellFragment) => `${grade} (FY${fiscalYear})`,
  },
};

/** The year-end grades of a sheet, or that it has none. */
export function Grades({ evaluations }: { readonly evaluations: readonly EvaluationCellFragment[] }) {
  const { none, grade } = words[useLanguage()];
  if (evaluations.length === 0) return <span className="quiet-text">{none}</span>;
  return evaluations.map((each) => (
    <span key={each.id} className={`grade grade-${each.grade.toLowerCase()}`}>
      {grade(each)}
    </span>
  ));
}

/** Reform sheets one a line, each with its grades. */
export function GradedSheets({ sheets }: { readonly sheets: readonly ReformSheetCellFragment[] }) {
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

/** What tables sort and filter grades by. */
export const gradesAsText = (evaluations: readonly EvaluationCellFragment[], language: Language): string =>
  evaluations.map(words[language].grade).join(', ') || words[language].none;

/** The same for sheets with their grades; null where there are none. */
export const sheetsAsText = (
  sheets: readonly ReformSheetCellFragment[],
  { language, nameOf }: { readonly language: Language; readonly nameOf: (sheet: ReformSheetCellFragment) => string },
): string | null =>
  sheets.map((sheet) => `${sheet.number} ${nameOf(sheet)} ${gradesAsText(sheet.evaluations, language)}`).join(', ') ||
  null;
