import { splitList } from '../text.js';
import type { Piece } from './passage.js';
import type { Cell, Row } from './rows.js';
import { readStatements, readStatus, type Statement } from './stated-change.js';

/** What one measure's rows print in the left column, with the status beside it. */
export interface MeasureRows {
  readonly number: number;
  readonly name: string;
  readonly departments: readonly string[];
  /** The list of departments closes with など. */
  readonly openEnded: boolean;
  /** The text of 内容, empty where its cell is; null where there is no 内容 at all. */
  readonly content: readonly Piece[] | null;
  readonly own: Statement | null;
  readonly lines: { readonly first: number; readonly last: number };
}

const departmentsLabel = /^(?:\*\*|<b>|\s)*評価回答部署\s*[:：]?\s*/;
const contentLabel = /^(?:\*\*|<b>|\s)*内容(?=$|[\s●<])\s*/;
const numberedName = /^(?:\*\*|<b>|\s)*([\d０-９]{1,2})\s*[.．、]?\s*(\D.*)$/;

/** A measure's heading row: "2 name", 評価回答部署, departments, and sometimes 内容 or a status in the same row. */
export function readHeadingRow({ line, cells }: Row): { readonly measure: MeasureRows; readonly lost: boolean } | null {
  const at = cells.findIndex(({ text }) => departmentsLabel.test(text));
  const heading = numberedName.exec(cells[0]?.text ?? '');
  if (at < 1 || !heading?.[1] || !heading[2]) return null;
  const label = (cells[at] as Cell).text.replace(departmentsLabel, '');
  const beside = cells.slice(at + 1);
  const [next] = beside;
  const inNext = label === '' && next !== undefined && !readStatus(next.text) && !contentLabel.test(next.text);
  const printed = inNext ? next.text : label;
  const list = splitList(printed);
  const { content, own, lost } = readCells({ line, cells: inNext ? beside.slice(1) : beside });
  return {
    measure: {
      number: Number(heading[1].normalize('NFKC')),
      name: heading[2],
      departments: list.names,
      openEnded: list.openEnded,
      content,
      own,
      lines: { first: line, last: line },
    },
    lost: lost || at > 1,
  };
}

/** A row that opens with 内容; its text may be missing, and a status may stand beside it. */
export function readContentRow(
  row: Row,
): { readonly content: readonly Piece[] | null; readonly own: Statement | null; readonly lost: boolean } | null {
  return contentLabel.test(row.cells[0]?.text ?? '') ? readCells(row) : null;
}

/** Content and status among the cells right of the departments; `lost` where a cell is neither. */
function readCells(row: Row) {
  const { before, statements } = readStatements(row);
  const [label, ...others] = before;
  const labelled = label !== undefined && contentLabel.test(label.text);
  const text = labelled ? label.text.replace(contentLabel, '') : '';
  const cells = [...(text === '' ? [] : [text]), ...(labelled ? others.map((cell) => cell.text) : [])];
  return {
    content: labelled ? cells.map((cell) => ({ line: row.line, text: cell })) : null,
    own: statements[0] ?? null,
    lost: statements.length > 1 || cells.length > 1 || (before.length > 0 && !labelled),
  };
}
