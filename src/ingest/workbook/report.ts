/** What an import says: what was read from each sheet, what was not used, and what was noticed, in both languages. */
import { type Description, describe } from '../../model/declaration.js';
import { columnLetters } from './book.js';
import { type Finding, formatFinding } from './findings.js';
import type { ReadSheet, UnusedSheet } from './sheets.js';
import type { SkippedRows } from './table.js';

const skippedWords: Readonly<Record<keyof SkippedRows, readonly [ja: string, en: string]>> = {
  example: ['例', 'example'],
  total: ['合計', 'total'],
  note: ['注記', 'note'],
  heading: ['見出しの繰り返し', 'repeated heading'],
};

function readLine(sheet: ReadSheet): Description {
  const { name, rows, headingRow, skipped, hidden, hiddenRows } = sheet;
  const kinds = (Object.keys(skippedWords) as (keyof SkippedRows)[]).filter((kind) => skipped[kind].length > 0);
  const list = (language: 0 | 1) => kinds.map((kind) => `${skippedWords[kind][language]} ${skipped[kind].join(', ')}`);
  const ja = [
    `見出しは ${headingRow} 行目`,
    ...(kinds.length > 0 ? [`読み飛ばした行: ${list(0).join('、')}`] : []),
    ...(hidden ? ['非表示のシート'] : []),
    ...(hiddenRows > 0 ? [`うち非表示の行 ${hiddenRows}`] : []),
  ];
  const en = [
    `heading in row ${headingRow}`,
    ...(kinds.length > 0 ? [`rows left out: ${list(1).join(', ')}`] : []),
    ...(hidden ? ['a hidden sheet'] : []),
    ...(hiddenRows > 0 ? [`${hiddenRows} of them hidden`] : []),
  ];
  return describe(
    `${name}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} (${en.join('; ')})`,
    `${name}: ${rows.length} 行（${ja.join('。')}）`,
  );
}

const unplaced = describe('this version has no place for it', 'この版には取り込む先がありません');
const notOfTemplate = describe('not of the template', 'ひな形にない列です');

function unusedColumns({ name, unused }: ReadSheet): readonly Description[] {
  return unused
    .filter(({ filled, known }) => filled > 0 || !known)
    .map(({ column, heading, filled, known }) => {
      const place = `${name}!${columnLetters(column)}`;
      const why = known ? unplaced : notOfTemplate;
      return describe(
        `${place} ${heading || '(no heading)'}: ${filled} ${filled === 1 ? 'cell' : 'cells'}, ${why.en}`,
        `${place} ${heading || '（見出しなし）'}: ${filled} セル。${why.ja}`,
      );
    });
}

function unusedSheet({ name, hidden, rows, meant }: UnusedSheet): Description {
  return describe(
    `${name}: ${rows} ${rows === 1 ? 'row' : 'rows'}, not a sheet of the template${hidden ? ', hidden' : ''}${meant ? ` (did you mean ${meant}?)` : ''}`,
    `${name}: ${rows} 行。ひな形にないシートです${hidden ? '（非表示）' : ''}${meant ? `。${meant} ではありませんか` : ''}`,
  );
}

/** The parts of a report that are not empty, each with its heading. */
const sections: readonly [ja: string, en: string][] = [
  ['読み取った行', 'Rows read'],
  ['取り込まなかったシート', 'Sheets that are not imported'],
  ['取り込まなかった列', 'Columns that are not imported'],
  ['確認してください', 'To be looked at'],
];

export interface Reported {
  readonly fileName: string;
  readonly sheets: { readonly read: ReadonlyMap<string, ReadSheet>; readonly unused: readonly UnusedSheet[] };
  readonly remarks: readonly Finding[];
}

export function formatReport({ fileName, sheets: { read, unused }, remarks }: Reported): Description {
  const all = [...read.values()];
  const imported = all.filter(({ declared }) => declared.imported);
  const later = all.filter(({ declared, rows }) => !declared.imported && rows.length > 0);
  const parts: readonly (readonly Description[])[] = [
    imported.map(readLine),
    [
      ...later.map(({ name, rows }) =>
        describe(
          `${name}: ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${unplaced.en}`,
          `${name}: ${rows.length} 行。${unplaced.ja}`,
        ),
      ),
      ...unused.map(unusedSheet),
    ],
    imported.flatMap(unusedColumns),
    remarks.map(formatFinding),
  ];
  const lines = (language: keyof Description) =>
    parts.flatMap((found, index) => {
      const heading = sections[index]?.[language === 'ja' ? 0 : 1] ?? '';
      return found.length === 0 ? [] : [`  ${heading}:`, ...found.map((line) => `    ${line[language]}`)];
    });
  return describe([`${fileName}:`, ...lines('en')].join('\n'), [`${fileName}:`, ...lines('ja')].join('\n'));
}
