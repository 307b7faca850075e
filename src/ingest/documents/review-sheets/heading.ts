/** The head of a sheet: field and heading, 市民アンケート結果 (survey) and 関連するSDGs. */
import { parseEraYear } from '../../../model/fiscal-year.js';
import { linesOf, type Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, cleanText } from '../text.js';
import type { ReviewSheet, Survey } from './record.js';
import { remarks } from './remarks.js';
import { type Row, rowText } from './rows.js';
import type { Section } from './sections.js';

const title = /計画.*(?:案\)?)?について$/;
const fieldHeading = /^(\d{1,2})\s*[.、]\s*(\S.*?)\s*分野$/;
const numberedName = /^(\d{1,2})\s*[.、]?\s*(\S.*)$/;
const renameQuestion = /大項目名の変更必要性/;
const renameAnswer = /^(なし|あり)\s*(.*)$/;

const fold = (row: Row) => cleanText(rowText(row).replace(/^[#\s]+/, ''));

/** The chapter's heading among the rows above the first sheet: "5. 市民生活分野". The title above it is consumed too. */
export function readField(parsing: Parsing, preface: readonly Row[]) {
  let field: Printed<{ readonly number: number; readonly name: string }> | null = null;
  for (const row of preface) {
    const heading = fieldHeading.exec(fold(row));
    if (heading?.[1] && heading[2] && !field)
      field = { value: { number: Number(heading[1]), name: cleanName(heading[2]) }, lines: row.lines };
    else if (!title.test(fold(row))) continue;
    parsing.consume(row);
  }
  if (!field) parsing.remark(remarks.noField, null, 'a heading "5. …分野"', 'none');
  return field;
}

/** Number, name and new name of a policy item (施策大項目), from its heading and the row about its name. */
export function readHeading(parsing: Parsing, heading: Section, rename: Section | undefined) {
  const [row] = heading.rows;
  const [printed = '', answerBeside] = row ? fold(row).split(renameQuestion) : [];
  const name = numberedName.exec(printed.trim());
  if (!row || !name?.[1] || !name[2]) {
    parsing.remark(remarks.noHeading, heading.lines);
    return null;
  }
  const below = rename?.rows[0];
  parsing.consume(row, ...(below ? [below] : []));
  const number = Number(name[1]);
  const answerRow = answerBeside === undefined ? below : row;
  const answer = answerBeside ?? (answerRow ? fold(answerRow) : '');
  return {
    number,
    name: { value: cleanName(name[2]), lines: row.lines },
    renamedTo: readNewName(parsing, number, answer.trim(), answerRow ?? row),
  };
}

function readNewName(parsing: Parsing, number: number, answer: string, { lines }: Row): Printed<string> | null {
  const [, verdict, rest = ''] = renameAnswer.exec(answer) ?? [];
  const renamed = numberedName.exec(rest);
  if (verdict === 'なし' && rest === '') return null;
  if (verdict === 'あり' && renamed?.[2] && Number(renamed[1]) === number)
    return { value: cleanName(renamed[2]), lines };
  const actual =
    verdict === undefined ? 'neither' : verdict === 'なし' ? 'なし with a text' : 'あり without such a name';
  parsing.remark(remarks.unclearNameChange, lines, `なし, or あり with "${number}. …"`, actual);
  return null;
}

const rank = /^(\d{1,3})\/(\d{1,3})位$/;
const figure = /^[-+]?\d+(?:\.\d+)?$/;

/** 市民アンケート結果: the question, and satisfaction (満足度) and importance (重要度) of each year. */
export function readSurvey(parsing: Parsing, { rows, lines }: Section): Survey | null {
  const labelled = (label: string) => rows.find(({ cells }) => cleanName(cells[0]?.text ?? '') === label);
  const [question, years, satisfaction, importance] = ['項目名', '調査年度', '満足度', '重要度'].map(labelled);
  if (!question?.cells[1] || !years || !satisfaction || !importance) {
    parsing.remark(remarks.incompleteSurvey, lines, 'rows 項目名, 調査年度, 満足度 and 重要度', 'fewer');
    return null;
  }
  parsing.consume(question, years, satisfaction, importance);
  const surveyed = valuesOf(years).flatMap((text) => parseEraYear(text) ?? []);
  const satisfied = readScores(parsing, satisfaction, surveyed.length);
  const important = readScores(parsing, importance, surveyed.length);
  if (surveyed.length === 0) parsing.remark(remarks.incompleteSurvey, lines, 'survey years', 'none');
  return {
    question: { value: cleanName(question.cells[1].text), lines: question.lines },
    results: surveyed.map((year, index) => {
      const ranked = index === surveyed.length - 1;
      return {
        year,
        satisfaction: satisfied.figures[index] ?? null,
        importance: important.figures[index] ?? null,
        satisfactionRank: ranked ? satisfied.rank : null,
        importanceRank: ranked ? important.rank : null,
        rankOf: ranked ? (satisfied.of ?? important.of) : null,
        lines: linesOf([years, satisfaction, importance]),
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
  const [first] = ranks;
  const fits = printed.length === years && ranks.length === 1 && values.length === years + 1;
  if (!fits || (first && (first.rank < 1 || first.rank > first.of))) {
    const actual = `${printed.length} figures and ${ranks.length} ranks in ${values.length} cells`;
    parsing.remark(remarks.incompleteSurvey, row.lines, `${years} figures and one rank`, actual);
  }
  return { figures: printed.length === years ? printed : [], rank: first?.rank ?? null, of: first?.of ?? null };
}

const goals = 17;

/**
 * 関連するSDGs: one goal a row. Names are damaged in many ways ("10人や国の…", a tab after the number),
 * so the leading digits alone say which goal it is.
 */
export function readSdgs(parsing: Parsing, { rows }: Section): ReviewSheet['sdgs'] {
  return rows.flatMap((row) => {
    const [, digits = '', name = ''] = /^(\d+)\s*[.、]?\s*(\D.*)?$/.exec(cleanText(rowText(row))) ?? [];
    const number = Number(digits);
    if (digits === '' || number < 1 || number > goals) {
      parsing.remark(remarks.noSdg, row.lines, `a number from 1 to ${goals}`, digits || 'no number');
      return [];
    }
    parsing.consume(row);
    return [{ value: { number, name: cleanName(name) }, lines: row.lines }];
  });
}
