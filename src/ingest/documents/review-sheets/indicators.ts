import { linesOf, type Passage } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, cleanText } from '../text.js';
import type { IndicatorProposal } from './record.js';
import { remarks } from './remarks.js';
import { type Row, readPassage } from './rows.js';
import type { Section } from './sections.js';

const assessments = { 問題なし: 'NO_PROBLEM', 要変更: 'NEEDS_CHANGE', 新規案: 'NEW_PROPOSAL' } as const;
const treatments = { 現行通り: 'AS_IS', 変更: 'CHANGED', 新規: 'NEW' } as const;
const roleCell = /^(?:成果指標|現状)(?:[/・](?:成果指標|現状))?$/;
const assessmentCell = /^←\s*(問題なし|要変更|新規案)\s*/;
/** "↓各課意見", the caption of the remarks below the table. */
const remarkCaption = /^↓\S{1,12}$/;

/** What a right column says that is not a name: a sentence, or what was done to the name or the target. */
const aboutTheChange = /。$|(?:を|は)[^。]*(?:変更|修正|削除|追加|見直し)(?:した|する|します|しました)?$/;
/** What follows a name: a target, or figures by year (H30:21,481人). */
const addition = /\s(?=目標値|[HRS]\s?\d{1,2}(?:年度?)?\s*[::])/;

/** 「成果指標」「現状」の項目案: the rows of the table and the remarks below it. */
export function readIndicators(parsing: Parsing, { rows }: Section) {
  const proposals: NonNullable<ReturnType<typeof readRow>>[] = [];
  const below: Passage[] = [];
  for (const row of rows) {
    const [first] = row.cells;
    const last = proposals.at(-1);
    const proposal = readRow(parsing, row);
    if (proposal) proposals.push(proposal);
    else if (first && last && below.length === 0 && first.column > last.column) {
      last.right.push(...row.cells.map(({ text }) => text));
      last.lines = linesOf([last, row]);
    } else if (first && row.cells.length === 1 && last) {
      const passage = readPassage([first]);
      if (passage && !remarkCaption.test(passage.text)) below.push(passage);
    } else continue;
    parsing.consume(row);
  }
  const indicators = proposals.map(({ left, right, lines }): IndicatorProposal => {
    return { ...left, ...readRight(cleanText(right.join(' ')), left.assessment), lines };
  });
  for (const indicator of indicators) checkProposal(parsing, indicator);
  return { indicators, remarks: below };
}

/** A row with an assessment, in whose column or right of it a continuation of the row stands; null for any other. */
function readRow(parsing: Parsing, row: Row) {
  const at = row.cells.findIndex(({ text }) => assessmentCell.test(text));
  const cell = row.cells[at];
  const [matched = '', printed] = assessmentCell.exec(cell?.text ?? '') ?? [];
  if (!cell || !printed) return null;
  const left = row.cells.slice(0, at).map(({ text }) => cleanText(text));
  const role = left.find((text) => roleCell.test(text));
  const treatment = left.find((text) => text in treatments);
  const names = left.filter((text) => text !== role && text !== treatment);
  if (names.length > 1) parsing.remark(remarks.lostCell, row.lines);
  return {
    left: {
      roles: [
        ...(role?.includes('成果指標') ? (['OUTCOME'] as const) : []),
        ...(role?.includes('現状') ? (['STATUS'] as const) : []),
      ],
      treatment: treatment ? treatments[treatment as keyof typeof treatments] : null,
      currentName: names[0] ?? null,
      assessment: assessments[printed as keyof typeof assessments],
    },
    right: [cell.text.slice(matched.length), ...row.cells.slice(at + 1).map(({ text }) => text)],
    lines: row.lines,
    column: cell.column,
  };
}

/** Tells whether the right column holds a name, a remark, or a name and what it adds. */
function readRight(text: string, assessment: IndicatorProposal['assessment']) {
  if (text === '') return { draftName: null, remark: null };
  if (assessment === 'NO_PROBLEM' || aboutTheChange.test(text)) return { draftName: null, remark: text };
  const [name = '', ...added] = text.split(addition);
  return { draftName: cleanName(name), remark: added.length === 0 ? null : added.join(' ') };
}

function checkProposal(
  parsing: Parsing,
  { roles, currentName, assessment, draftName, remark, lines }: IndicatorProposal,
) {
  const missing = [
    ...(roles.length === 0 ? ['成果指標 or 現状'] : []),
    ...(currentName === null && assessment !== 'NEW_PROPOSAL' ? ['a name in the left column'] : []),
    ...(assessment === 'NEW_PROPOSAL' && draftName === null ? ['a name in the right column'] : []),
    ...(assessment === 'NEEDS_CHANGE' && draftName === null && remark === null ? ['a text in the right column'] : []),
  ];
  if (missing.length > 0) parsing.remark(remarks.incompleteIndicator, lines, missing.join(', '), 'nothing');
}
