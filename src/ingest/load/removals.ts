/** Which loads and restores remove so much of a city that they are more likely a mistake than meant. */

import { edges, nodes } from '../../model/model.js';
import { OperatorError } from '../../operator-error.js';
import type { Dataset } from '../dataset/dataset.js';
import { fileOf } from '../dataset/table.js';
import type { TableDifference } from './difference.js';

/** The largest share of a city's rows that goes unasked. */
const largestShare = 0.05;
/** As few rows as these may go of however small a city, unless they are all of a table: correcting one row removes a link or two. */
const fewRows = 2;

/** How much there is of something, and how much of it would be removed. */
export interface Reduction {
  readonly held: number;
  readonly removed: number;
}

/** Whether so large a share goes that it has to be allowed. */
export const isLargeShare = ({ held, removed }: Reduction): boolean =>
  removed > fewRows && removed > held * largestShare;

/** Whether all of a table goes, or of another kind of thing. */
export const isEmptied = ({ held, removed }: Reduction): boolean => removed > 0 && removed >= held;

/** What a load would remove that has to be allowed. */
export interface Removals {
  readonly removed: number;
  readonly held: number;
  /** Tables that lose all their rows. */
  readonly emptied: readonly TableDifference[];
  /** Those of them whose file is not in the dataset. */
  readonly missing: readonly string[];
}

/**
 * What has to be allowed of a difference; null where nothing has to: more than 5 % of a city's rows, from 3 rows on, and
 * all rows of a table. Of those, `missing` have no file, which is no table without rows.
 */
export function removalsToAllow(dataset: Dataset, tables: readonly TableDifference[]): Removals | null {
  const count = (of: (table: TableDifference) => number) => tables.reduce((sum, table) => sum + of(table), 0);
  const removed = count((table) => table.removed.length);
  const held = count((table) => table.held);
  const given = new Set([
    ...nodes.filter(({ name }) => dataset.nodes.has(name)).map(fileOf),
    ...edges.filter(({ type }) => dataset.edges.has(type)).map(fileOf),
  ]);
  const emptied = tables.filter((table) => isEmptied({ held: table.held, removed: table.removed.length }));
  if (!isLargeShare({ held, removed }) && emptied.length === 0) return null;
  return { removed, held, emptied, missing: emptied.map(({ file }) => file).filter((file) => !given.has(file)) };
}

/** Why a load was refused and what to do, in both languages. */
export function refusedRemovals(municipality: string, removals: Removals, command?: string): OperatorError {
  const { removed, held, emptied, missing } = removals;
  const share = Math.round((removed / held) * 100);
  const names = emptied.map(({ file, held: rows }) => `${file} (${rows})`).join(', ');
  const [allJa, all] =
    emptied.length > 0
      ? [`　すべての行が削除される表: ${names}\n`, `  Tables that lose all their rows: ${names}\n`]
      : ['', ''];
  const [missingJa, isMissing] =
    missing.length > 0
      ? [
          `　フォルダにない表: ${missing.join(', ')}（見出しだけの表とは異なります。空にする場合は見出し行だけのファイルを置いてください）\n`,
          `  Tables that are not in the folder: ${missing.join(', ')} (to empty a table, give the file with its header alone)\n`,
        ]
      : ['', ''];
  return new OperatorError(
    `何も書き込んでいません。この読込では ${municipality} の ${held} 行のうち ${removed} 行（${share} %）が削除されます。\n${allJa}${missingJa}` +
      `意図した削除であれば、--allow-removals を付けて再実行してください: ${command ?? 'npm run load -- <フォルダ>'} --allow-removals`,
    `Nothing was written: this load would remove ${removed} of the ${held} rows of ${municipality} (${share} %).\n${all}${isMissing}` +
      `If that is meant, run it again with --allow-removals: ${command ?? 'npm run load -- <folder>'} --allow-removals`,
  );
}
