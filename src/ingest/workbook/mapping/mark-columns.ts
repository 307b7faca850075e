/** Finds columns of marks: one for each goal (SDGs), or for each department, which leads where it has ◎ and supports where it has ○. */
import { displayed } from '../cells.js';
import { namesTotal } from '../table.js';
import { isMostly } from './cell-contents.js';
import { headingName } from './heading-name.js';
import {
  goalNumber,
  isDepartment,
  isLastGoal,
  isMarkGroup,
  namesGoals,
  saysLead,
  saysSupport,
} from './mark-headings.js';
import { isNoMark, markKey, usualMarks } from './marks.js';
import type { Outline, OutlinedColumn } from './outline.js';
import { everyHeading } from './synonyms.js';

/** Columns of marks, and those of the marks that count; all of them where none are named. */
export interface MarkedColumns {
  readonly columns: readonly OutlinedColumn[];
  readonly marks: readonly string[];
}

const isMark = (text: string): boolean => usualMarks.has(markKey(text));

/** Whether columns hold marks, but for a slip here and there. */
function areMarked(columns: readonly OutlinedColumn[]): boolean {
  const cells = columns.flatMap((column) => column.cells);
  return (
    cells.some((cell) => isMark(displayed(cell))) &&
    isMostly(cells, (cell) => isMark(displayed(cell)) || isNoMark(displayed(cell)))
  );
}

const isKnown = ({ printed }: OutlinedColumn) => everyHeading.has(headingName(printed));

/** The columns of goals; bare numbers are goals where a heading or title says so, or there are as many. */
export function goalColumns({ columns, titles, sheets }: Outline): readonly OutlinedColumn[] {
  const isBelow = ({ path }: OutlinedColumn) => path.slice(0, -1).some((text) => namesGoals(text));
  // A number that is no goal is said when it has a mark.
  const isNumber = ({ printed }: OutlinedColumn) => /^\d{1,3}$/.test(headingName(printed));
  const found = columns.filter(
    (column) => !isKnown(column) && (goalNumber(column.printed) !== null || (isBelow(column) && isNumber(column))),
  );
  const areSaid =
    found.some((column) => isBelow(column) || namesGoals(column.printed)) ||
    [...titles, ...sheets.map(({ name }) => name)].some((text) => namesGoals(text)) ||
    found.some(({ printed }) => isLastGoal(printed));
  return areSaid && found.length > 1 && areMarked(found) ? found : [];
}

/** The columns of departments: those that lead by their marks, and those that support. */
export function departmentColumns(outline: Outline): {
  readonly departments: MarkedColumns;
  readonly partners: MarkedColumns;
} {
  const groupOf = ({ path }: OutlinedColumn) => path.slice(0, -1).map(headingName).join('/');
  const found = outline.columns.filter((column) => {
    const isBelow = column.path.slice(0, -1).some((text) => isMarkGroup(text) && !namesGoals(text));
    const isNamed = isDepartment(column.printed);
    const isOther = isKnown(column) || namesTotal(column.printed);
    return (isNamed || isBelow) && !isOther && (column.cells.length === 0 || areMarked([column]));
  });
  if (found.length < 2 || !areMarked(found)) return none;
  const isPartner = (column: OutlinedColumn) => saysSupport(groupOf(column)) && !saysLead(groupOf(column));
  const partners = found.filter(isPartner);
  const others = found.filter((column) => !isPartner(column));
  const marks = new Set(others.flatMap(({ cells }) => cells.map((cell) => markKey(displayed(cell))).filter(isMark)));
  const leads = leadMark(outline, marks);
  const supporting = [...marks].filter((mark) => mark !== leads);
  if (leads === null || supporting.length === 0)
    return { departments: { columns: others, marks: [] }, partners: { columns: partners, marks: [] } };
  return {
    departments: { columns: others, marks: [leads] },
    partners: partners.length > 0 ? { columns: partners, marks: [] } : { columns: others, marks: supporting },
  };
}

const none = { departments: { columns: [], marks: [] }, partners: { columns: [], marks: [] } } as const;

/** The mark of those that lead, as the sheet explains it, else the stronger one. */
function leadMark({ sheets }: Outline, marks: ReadonlySet<string>): string | null {
  const texts = sheets.flatMap(({ rows }) => [...rows.values()].flatMap((cells) => [...cells.values()].map(displayed)));
  const explained = texts.flatMap((text) =>
    [...text.normalize('NFKC').matchAll(legend)].map(([, sign = '']) => markKey(sign)),
  );
  return [...explained, '◎', '●'].find((mark) => marks.has(mark)) ?? null;
}

/** ◎:担当, ◎ 主管課, ●＝所管. */
const legend = /([◎○〇◯●■◆★☆])\s*[:=は…]*\s*主?(?:担当|所管|主管)/g;
