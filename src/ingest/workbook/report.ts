/** What an import says: what was read from each sheet, what was not used, and what was noticed, in both languages. */
import { type Description, describe } from '../../model/declaration.js';
import { columnLetters } from './book.js';
import { formatCells } from './cited-cells.js';
import { type Finding, formatFinding } from './findings.js';
import type { ReadSheets, ReadTable, UnusedCells, UnusedColumn, UnusedRows, UnusedSheet } from './read-table.js';
import { nameKey } from './sheets.js';
import type { SkippedRows } from './table.js';

const skippedWords: Readonly<Record<keyof SkippedRows, readonly [ja: string, en: string]>> = {
  example: ['例', 'example'],
  total: ['合計', 'total'],
  note: ['注記', 'note'],
  heading: ['見出しの繰り返し', 'repeated heading'],
};

/** A sheet as what it was read, where it is called otherwise, or tells more of what others list. */
function nameOf({ source: { label, sheetName }, declared: { name }, isAdding }: ReadTable): Description {
  if (isAdding) return describe(`${label}, added to ${name}`, `${label} → ${name}に追加`);
  const own = sheetName !== null && nameKey(sheetName) === name ? label : `${label} → ${name}`;
  return describe(own, own);
}

function readLine(table: ReadTable): Description {
  const { rows, headingRow, skipped, hiddenRows, source } = table;
  const name = nameOf(table);
  if (source.sheetName === null)
    return describe(
      `${name.en}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`,
      `${name.ja}: ${rows.length} 行`,
    );
  const { hidden } = source;
  const used = [...Object.values(table.columns), ...Object.values(table.also).flat()];
  const hiddenColumns = source.hiddenColumns.filter((column) => used.includes(column)).map(columnLetters);
  const kinds = (Object.keys(skippedWords) as (keyof SkippedRows)[]).filter((kind) => skipped[kind].length > 0);
  const list = (language: 0 | 1) => kinds.map((kind) => `${skippedWords[kind][language]} ${skipped[kind].join(', ')}`);
  const ja = [
    `見出しは ${headingRow} 行目`,
    ...(kinds.length > 0 ? [`読み飛ばした行: ${list(0).join('、')}`] : []),
    ...(hidden ? ['非表示のシート'] : []),
    ...(hiddenRows > 0 ? [`うち非表示の行 ${hiddenRows}`] : []),
    ...(hiddenColumns.length > 0 ? [`非表示の列 ${hiddenColumns.join('、')} も読み取り`] : []),
  ];
  const en = [
    `heading in row ${headingRow}`,
    ...(kinds.length > 0 ? [`rows left out: ${list(1).join(', ')}`] : []),
    ...(hidden ? ['a hidden sheet'] : []),
    ...(hiddenRows > 0 ? [`${hiddenRows} of them hidden`] : []),
    ...(hiddenColumns.length > 0 ? [`hidden columns ${hiddenColumns.join(', ')} are read, too`] : []),
  ];
  return describe(
    `${name.en}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} (${en.join('; ')})`,
    `${name.ja}: ${rows.length} 行（${ja.join('。')}）`,
  );
}

const whyUnused: Readonly<Record<UnusedColumn['why'], Description>> = {
  'not of the template': describe('not of the template', 'ひな形にない列です'),
  'not in the map': describe('not in the map', '対応表にない列です'),
};

function unusedColumn({ label, column, heading, filled, why }: UnusedColumn): Description {
  const place = `${label}!${columnLetters(column)}`;
  return describe(
    `${place} ${heading || '(no heading)'}: ${filled} ${filled === 1 ? 'cell' : 'cells'}, ${whyUnused[why].en}`,
    `${place} ${heading || '（見出しなし）'}: ${filled} セル。${whyUnused[why].ja}`,
  );
}

function unusedRow({ label, rows, areOther }: UnusedRows): Description {
  const places = `${label}: ${rows.join(', ')}`;
  if (areOther)
    return describe(
      `${places}, which have headings, or a year above them, of their own: to read them, add a table with their headingRow to the mapping file`,
      `${places}。見出しか表題の年度が違う別の表です。読み取るには、その headingRow を書いた表を対応表に加えてください`,
    );
  return describe(
    `${places}, of which no table has a name or a column of its own`,
    `${places}。どの表の名称も、その表だけの列もありません`,
  );
}

const unusedCell = ({ label, cells }: UnusedCells): Description => {
  const places = `${label}: ${formatCells(cells)}`;
  return describe(`${places}, which no table names`, `${places}。対応表にないセルです`);
};

const whyUnread: Readonly<Record<UnusedSheet['why'], Description>> = {
  'not of the template': describe('not a sheet of the template', 'ひな形にないシートです'),
  'not in the map': describe('not in the map', '対応表にないシートです'),
  ignored: describe('left out by the map', '対応表で除いたシートです'),
};

function unusedSheet({ label, hidden, rows, meant, why }: UnusedSheet): Description {
  const reason = whyUnread[why];
  return describe(
    `${label}: ${rows} ${rows === 1 ? 'row' : 'rows'}, ${reason.en}${hidden ? ', hidden' : ''}${meant ? ` (did you mean ${meant}?)` : ''}`,
    `${label}: ${rows} 行。${reason.ja}${hidden ? '（非表示）' : ''}${meant ? `。${meant} ではありませんか` : ''}`,
  );
}

/** The parts of a report that are not empty, each with its heading. */
const sections: readonly [ja: string, en: string][] = [
  ['読み取った行', 'Rows read'],
  ['取り込まなかったシート', 'Sheets that are not imported'],
  ['取り込まなかった列', 'Columns that are not imported'],
  ['取り込まなかった行', 'Rows that are not imported'],
  ['取り込まなかったセル', 'Cells that are not imported'],
  ['読み取らなかったファイル', 'Files that are not read'],
  ['前回の取込との比較', 'Compared with the last import'],
  ['確認してください', 'To be looked at'],
];

export interface Reported {
  readonly fileName: string;
  readonly sheets: ReadSheets;
  /** Files of a folder that are no workbooks. */
  readonly otherFiles?: readonly string[];
  /** What changes of the last import, in words; empty where it was not compared. */
  readonly changes?: readonly Description[];
  readonly remarks: readonly Finding[];
}

export function formatReport({ fileName, sheets, otherFiles = [], changes = [], remarks }: Reported): Description {
  const { tables, unusedColumns, unusedRows, unusedCells, unusedSheets } = sheets;
  const parts: readonly (readonly Description[])[] = [
    tables.map(readLine),
    unusedSheets.map(unusedSheet),
    unusedColumns.map(unusedColumn),
    unusedRows.map(unusedRow),
    unusedCells.map(unusedCell),
    otherFiles.map((name) => describe(name, name)),
    changes,
    remarks.map(formatFinding),
  ];
  const lines = (language: keyof Description) =>
    parts.flatMap((found, index) => {
      const heading = sections[index]?.[language === 'ja' ? 0 : 1] ?? '';
      return found.length === 0 ? [] : [`  ${heading}:`, ...found.map((line) => `    ${line[language]}`)];
    });
  return describe([`${fileName}:`, ...lines('en')].join('\n'), [`${fileName}:`, ...lines('ja')].join('\n'));
}
