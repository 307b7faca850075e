import type { Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, cleanText } from '../text.js';
import { type Row, rowText } from './rows.js';
import type { Section } from './sections.js';

const title = /計画.*(?:案\)?)?について$/;
const fieldHeading = /^(\d{1,2})\s*[.、]\s*(\S.*?)\s*分野$/;
const numberedName = /^(\d{1,2})\s*[.、]?\s*(\S.*)$/;
const renameQuestion = /大項目名の変更必要性/;
const renameAnswer = /^(なし|あり)\s*(.*)$/;

const fold = (row: Row) => cleanText(rowText(row).replace(/^[#\s]+/, ''));
const linesOf = ({ line }: Row) => ({ first: line, last: line });

/** The chapter's heading among the rows above the first sheet: "5. 市民生活分野". The title above it is placed too. */
export function readField(parsing: Parsing, preface: readonly Row[]) {
  let field: Printed<{ readonly number: number; readonly name: string }> | null = null;
  for (const row of preface) {
    const heading = fieldHeading.exec(fold(row));
    if (heading?.[1] && heading[2] && !field)
      field = { value: { number: Number(heading[1]), name: cleanName(heading[2]) }, lines: linesOf(row) };
    else if (!title.test(fold(row))) continue;
    parsing.placed.place(linesOf(row));
  }
  if (!field)
    parsing.remark({
      rule: 'the-field-is-named',
      severity: 'error',
      lines: null,
      message: 'The heading with the number and name of the policy field is missing above the first sheet.',
      messageJa: '最初のシートの前に、分野の番号と名称の見出しがありません。',
      expected: 'a heading "5. …分野"',
      actual: 'none',
    });
  return field;
}

/** Number, name and new name of a policy item (施策大項目), from its heading and the row about its name. */
export function readHeading(parsing: Parsing, heading: Section, rename: Section | null) {
  const [row] = heading.rows;
  const [printed = '', answerBeside] = row ? fold(row).split(renameQuestion) : [];
  const name = numberedName.exec(printed.trim());
  if (!row || !name?.[1] || !name[2]) {
    parsing.remark({
      rule: 'every-sheet-has-a-number-and-name',
      severity: 'error',
      lines: heading.lines,
      message: 'The heading of this sheet holds no number and name of a policy item, so the sheet was not read.',
      messageJa: 'シートの見出しから施策大項目の番号と名称を読み取れないため、このシートは読み込んでいません。',
    });
    return null;
  }
  parsing.placed.place(linesOf(row));
  if (rename?.rows[0]) parsing.placed.place(linesOf(rename.rows[0]));
  const number = Number(name[1]);
  const answerRow = answerBeside === undefined ? rename?.rows[0] : row;
  const answer = answerBeside ?? (answerRow ? fold(answerRow) : '');
  return {
    number,
    name: { value: cleanName(name[2]), lines: linesOf(row) },
    renamedTo: readNewName(parsing, number, answer.trim(), answerRow ?? row),
  };
}

function readNewName(parsing: Parsing, number: number, answer: string, row: Row): Printed<string> | null {
  const [, verdict, rest = ''] = renameAnswer.exec(answer) ?? [];
  const renamed = numberedName.exec(rest);
  if (verdict === 'なし' && rest === '') return null;
  if (verdict === 'あり' && renamed?.[2] && Number(renamed[1]) === number)
    return { value: cleanName(renamed[2]), lines: linesOf(row) };
  parsing.remark({
    rule: 'a-name-change-is-stated',
    severity: 'warning',
    lines: linesOf(row),
    message: 'Whether the name of the policy item changes, and to what, could not be read; it was left as it is.',
    messageJa:
      '大項目名の変更必要性（なし、または、あり＋新しい番号と名称）を読み取れないため、変更なしとして扱いました。',
    expected: `なし, or あり with "${number}. …"`,
    actual: verdict === undefined ? 'neither' : verdict === 'なし' ? 'なし with a text' : 'あり without such a name',
  });
  return null;
}
