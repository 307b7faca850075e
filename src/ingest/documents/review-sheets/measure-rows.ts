import type { Located } from '../document.js';
import { cleanName, nameKey, splitList } from '../text.js';
import type { MeasureColumn } from './record.js';
import { type Cell, type Piece, type Row, readPassage } from './rows.js';
import { readStatements, readStatus, type Statement } from './stated-change.js';

/** What one measure's rows print in the left column, with the status beside it. */
export interface MeasureRows extends Located {
  readonly number: number;
  readonly name: string;
  readonly departments: readonly string[];
  /** The list of departments closes with など. */
  readonly openEnded: boolean;
  /** The text of 内容, empty where its cell is; null where there is no 内容 at all. */
  readonly content: readonly Piece[] | null;
  readonly own: Statement | null;
}

const departmentsLabel = /^(?:\*\*|<b>|\s)*評価回答部署\s*[:：]?\s*/;
const contentLabel = /^(?:\*\*|<b>|\s)*内容(?=$|[\s●<])\s*/;
const numberedName = /^(?:\*\*|<b>|\s)*([\d０-９]{1,2})\s*[.．、]?\s*(\D.*)$/;

/** A measure's heading row: "2 name", 評価回答部署, departments, and sometimes 内容 or a status in the same row. */
export function readHeadingRow({
  lines,
  cells,
}: Row): { readonly measure: MeasureRows; readonly lost: boolean } | null {
  const at = cells.findIndex(({ text }) => departmentsLabel.test(text));
  const heading = numberedName.exec(cells[0]?.text ?? '');
  if (at < 1 || !heading?.[1] || !heading[2]) return null;
  const label = (cells[at] as Cell).text.replace(departmentsLabel, '');
  const beside = cells.slice(at + 1);
  const [next] = beside;
  const inNext = label === '' && next !== undefined && !readStatus(next.text) && !contentLabel.test(next.text);
  const printed = inNext ? next.text : label;
  const list = splitList(printed);
  const { content, own, lost } = readCells({ lines, cells: inNext ? beside.slice(1) : beside });
  return {
    measure: {
      number: Number(heading[1].normalize('NFKC')),
      name: heading[2],
      departments: list.names,
      openEnded: list.openEnded,
      content,
      own,
      lines,
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
  const content = labelled ? [...(text === '' ? [] : [{ ...label, text }]), ...others] : [];
  return {
    content: labelled ? content : null,
    own: statements[0] ?? null,
    lost: statements.length > 1 || content.length > 1 || (before.length > 0 && !labelled),
  };
}

/** What the right column says about a measure. Null where it leaves something as it was. */
interface RestatedMeasure {
  readonly reordered: boolean;
  readonly number: number | null;
  readonly name: string | null;
  readonly departments: readonly string[] | null;
  /** The list of departments closes with など. */
  readonly openEnded: boolean;
  readonly content: MeasureColumn['content'];
}

const reordering = /^【順番の入替】\s*/;
const restatedNumber = /^([\d０-９]{1,2})\s*[.．、]?\s*(?=[^\d\s０-９●○])/;
/** A list of departments ends with its last name: a blank follows only a 、. */
const departmentList = /^評価回答部署\s*[:：]?\s*((?:[^\s、,，●○]+\s*[、,，]\s*)*[^\s、,，●○]+)\s*/;

/**
 * Reads 【順番の入替】 with a new number and name, 評価回答部署 with new departments, and the new text, in the order in which
 * they can stand. A number and name are only expected after 【順番の入替】 or, with `named`, for a measure that is new.
 * A name can have a line of its own. Where the text follows on the same line, the name ends where the name known from
 * the left column does, else at a blank.
 */
export function readRestatedMeasure(
  pieces: readonly Piece[],
  knownName: string | null,
  named: boolean,
): RestatedMeasure {
  const [first, ...others] = pieces;
  let text = first?.text ?? '';
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text);
    if (match) text = text.slice(match[0].length);
    return match;
  };
  const reordered = take(reordering) !== null;
  const number = reordered || named ? take(restatedNumber) : null;
  const ownLine = others.length > 0 && !/[。●○]/.test(text);
  const name = number ? (ownLine ? text : takeName(text, knownName)) : '';
  text = text.slice(name.length).trim();

  const queue = [...(first && text !== '' ? [{ line: first.line, text }] : []), ...others];
  const departments = departmentList.exec(queue[0]?.text ?? '');
  if (departments && queue[0]) queue[0] = { ...queue[0], text: queue[0].text.slice(departments[0].length) };
  const list = departments?.[1] ? splitList(departments[1]) : null;
  return {
    reordered,
    number: number?.[1] ? Number(number[1].normalize('NFKC')) : null,
    name: name === '' ? null : cleanName(name),
    departments: list?.names ?? null,
    openEnded: list?.openEnded ?? false,
    content: readPassage(queue),
  };
}

/** The stretch of the text that is a name. */
function takeName(text: string, knownName: string | null): string {
  if (knownName !== null) {
    const key = nameKey(knownName);
    for (let end = 1; end <= text.length; end++) {
      const stretch = text.slice(0, end);
      if (nameKey(stretch) === key && /^(?:$|[\s●○])/.test(text.slice(end))) return stretch;
    }
  }
  return /^[^\s●○]+/.exec(text)?.[0] ?? '';
}
