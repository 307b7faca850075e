/** What is proposed for one kind of thing that some sheets have. */
import type { Description } from '../../../model/declaration.js';
import type { SheetKey } from '../template.js';
import type { Outline, OutlinedColumn } from './outline.js';

/** Why a column is taken for what it is. */
export type Reason = 'heading' | 'contents' | 'marks' | 'reference' | 'title' | 'only year' | 'bare year';

export interface ProposedColumn {
  readonly key: string;
  readonly columns: readonly OutlinedColumn[];
  readonly reason: Reason;
  /** Whether they are 指標1, 指標2, … of which each is read. */
  readonly isNumbered: boolean;
  /** A value that no column has. */
  readonly constant: string | null;
  /** What stands between the values of several columns. */
  readonly between: '-' | '';
  /** Of several columns, the first that is filled is read. */
  readonly isFirst: boolean;
  /** Of columns whose headings are the values, the marks that count, all usual ones where none are named; null of others. */
  readonly marks: readonly string[] | null;
  readonly take: 'code' | 'rest' | null;
  readonly blankAbove: boolean;
  /** Words that the template does not have, for which the template's are to be filled in. */
  readonly unknownWords: readonly string[];
  /** How the column, or a value, is called for each of the values, with {年度} where the year stands; null of others. */
  readonly pattern: string | null;
}

export interface ProposedTable {
  readonly to: SheetKey;
  /** Whether it tells more of what other tables list. */
  readonly isAdding: boolean;
  readonly outline: Outline;
  readonly distinct: boolean;
  /** The table is read for each of these values of a name, which stands in headings: n for 指標1 and 指標2, 年度, 段階, or in cells of a form, 行. */
  readonly each: Readonly<Partial<Record<'n' | '年度' | '段階' | '行', readonly string[]>>>;
  /** The column in which its rows have one of some words. */
  readonly where?: { readonly column: OutlinedColumn; readonly words: readonly string[] };
  /** Why it is proposed in a comment only, which people take away; null where it is not. */
  readonly doubt: Description | null;
  readonly columns: readonly ProposedColumn[];
}

/** A column that is taken as it is. */
export const plainColumn = (key: string, reason: Reason = 'heading'): ProposedColumn => ({
  key,
  columns: [],
  reason,
  isNumbered: false,
  constant: null,
  between: '-',
  isFirst: false,
  marks: null,
  take: null,
  blankAbove: false,
  unknownWords: [],
  pattern: null,
});
