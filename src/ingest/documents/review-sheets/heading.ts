import type { Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, cleanText } from '../text.js';
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
