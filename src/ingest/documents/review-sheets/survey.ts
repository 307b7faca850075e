import { parseEraYear } from '../../../model/fiscal-year.js';
import { spanOf } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, cleanText } from '../text.js';
import type { Survey } from './record.js';
import type { Row } from './rows.js';
import type { Section } from './sections.js';

const rank = /^(\d{1,3})\/(\d{1,3})位$/;
const figure = /^[-+]?\d+(?:\.\d+)?$/;

/** 市民アンケート結果: the question, and satisfaction (満足度) and importance (重要度) of each year. */
export function readSurvey(parsing: Parsing, { rows, lines }: Section): Survey | null {
  const labelled = (label: string) => rows.find(({ cells }) => cleanName(cells[0]?.text ?? '') === label);
  const [question, years, satisfaction, importance] = ['項目名', '調査年度', '満足度', '重要度'].map(labelled);
  if (!question?.cells[1] || !years || !satisfaction || !importance) {
    remarkSurvey(parsing, lines, 'rows 項目名, 調査年度, 満足度 and 重要度', 'fewer');
    return null;
  }
  const used = [question, years, satisfaction, importance];
  for (const { line } of used) parsing.placed.place({ first: line, last: line });

  const surveyed = valuesOf(years).flatMap((text) => parseEraYear(text) ?? []);
  const scores = [satisfaction, importance].map((row) => readScores(parsing, row, surveyed.length));
  if (surveyed.length === 0) remarkSurvey(parsing, lines, 'survey years', 'none');
  const figures = [years, satisfaction, importance].map(({ line }) => ({ first: line, last: line }));
  return {
    question: { value: cleanName(question.cells[1].text), lines: { first: question.line, last: question.line } },
    results: surveyed.map((year, index) => {
      const last = index === surveyed.length - 1;
      return {
        year,
        satisfaction: scores[0]?.figures[index] ?? null,
        importance: scores[1]?.figures[index] ?? null,
        satisfactionRank: last ? (scores[0]?.rank ?? null) : null,
        importanceRank: last ? (scores[1]?.rank ?? null) : null,
        rankOf: last ? (scores[0]?.of ?? scores[1]?.of ?? null) : null,
        lines: spanOf(...figures),
      };
    }),
  };
}

const valuesOf = ({ cells }: Row) => cells.slice(1).map(({ text }) => cleanText(text));

/** The figures of one row, which must be as many as there are years, and the rank (参考順位) "11/36位" at its end. */
function readScores(parsing: Parsing, row: Row, years: number) {
  const values = valuesOf(row);
  const ranks = values.flatMap((value) => {
    const match = rank.exec(value.replace(/\s/g, ''));
    return match ? [{ rank: Number(match[1]), of: Number(match[2]) }] : [];
  });
  const printed = values.filter((value) => figure.test(value)).map(Number);
  const [placed] = ranks;
  const fits = printed.length === years && ranks.length === 1 && values.length === years + 1;
  if (!fits || (placed && (placed.rank < 1 || placed.rank > placed.of)))
    remarkSurvey(
      parsing,
      { first: row.line, last: row.line },
      `${years} figures and one rank`,
      `${printed.length} figures and ${ranks.length} ranks in ${values.length} cells`,
    );
  return { figures: printed.length === years ? printed : [], rank: placed?.rank ?? null, of: placed?.of ?? null };
}

function remarkSurvey(parsing: Parsing, lines: Section['lines'], expected: string, actual: string): void {
  parsing.remark({
    rule: 'survey-is-complete',
    severity: 'warning',
    lines,
    message: 'The survey table is not as expected; figures that could not be told apart were left out.',
    messageJa: '市民アンケート結果の表を正しく読み取れません。判別できない数値は読み込んでいません。',
    expected,
    actual,
  });
}
