/** Codes by which people know things: each names one thing of a city. */

import { cycleOf, cycleOfCode } from '../../model/cycle-id.js';
import { type Description, describe, type NodeDeclaration } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { codeProperty } from '../../model/model.js';
import type { Cell, NodeRow } from './dataset.js';
import type { Located } from './located-dataset.js';
import { isAbbreviated } from './slips.js';
import { didYouMean } from './suggestions.js';
import { headerOf } from './table.js';
import type { Tables } from './tables.js';

/** A thing that has the code of another of its type, in what is in force or at a stage. */
interface SharedCode<Found> {
  readonly found: Found;
  readonly owner: string;
  readonly value: Cell;
  /** The column in which the code stands. */
  readonly column: string;
}

/** Of things of one type, each that has the code of one before it; a pair is told once. */
export function sharedCodes<Found>(
  node: NodeDeclaration,
  all: readonly Found[],
  rowOf: (found: Found) => NodeRow,
): readonly SharedCode<Found>[] {
  const property = codeProperty(node);
  if (property === null) return [];
  const code = headerOf(property);
  const told = new Set<string>();
  const shared = (column: string, isThere: (row: NodeRow) => boolean) => {
    const owners = new Map<string, string>();
    return all.flatMap((found): SharedCode<Found>[] => {
      const row = rowOf(found);
      const own = row.values[column] ?? null;
      const value = own ?? row.values[code] ?? null;
      if (value === null || !isThere(row)) return [];
      // Each planning cycle numbers its things by itself.
      const key = JSON.stringify([cycleOf(row.id), value]);
      const owner = owners.get(key);
      owners.set(key, owner ?? row.id);
      if (owner === undefined || owner === row.id || told.has(`${owner} ${row.id}`)) return [];
      told.add(`${owner} ${row.id}`);
      return [{ found, owner, value, column: own === null ? code : column }];
    });
  };
  return [
    ...shared(code, ({ effective }) => effective),
    ...(node.staged ? stages : []).flatMap((stage) =>
      shared(atStage(code, stage), (row) => row.stages.includes(stage)),
    ),
  ];
}

/** Whether it can be told in which stages a thing has its code, and whether it is in force. */
const isKnown = ({ unread }: Located<NodeRow>) => !unread?.has('effective') && !unread?.has('stages');

/** No two things of a type and a planning cycle have the same code in what is in force, nor at a stage. */
export function checkCodes({ ofNodes }: Tables): void {
  for (const { node, rows, report } of ofNodes) {
    for (const { found, owner, value, column } of sharedCodes(node, rows.filter(isKnown), ({ row }) => row)) {
      const code = headerOf(codeProperty(node) ?? '');
      const words = describe(
        `expected a ${code} of its own, but ${value} is that of ${owner} too`,
        `${code}「${value}」は ${owner} と重複しています`,
      );
      report(found.line, column, words, { kind: 'shared code', example: String(value) });
    }
    checkCycles({ node, rows, report });
  }
}

/** The year of the planning cycle in an id stands before the code, too, so that people tell the things apart by it. */
function checkCycles({ node, rows, report }: Pick<Tables['ofNodes'][number], 'node' | 'rows' | 'report'>): void {
  const property = codeProperty(node);
  if (property === null) return;
  const code = headerOf(property);
  for (const { row, line } of rows)
    for (const column of [code, ...stages.map((stage) => atStage(code, stage))]) {
      const value = row.values[column] ?? null;
      const cycle = cycleOf(row.id);
      if (typeof value !== 'string' || cycleOfCode(value) === cycle) continue;
      const [expected, expectedJa] =
        cycle === ''
          ? ['no year before the code, as the id has none', '識別子に計画の初年度がないため年度なしの番号が必要ですが']
          : [
              `a code that begins with ${cycle}~, as that of the id does`,
              `識別子と同じく ${cycle}~ で始まる番号が必要ですが`,
            ];
      const words = describe(`expected ${expected}, but got: ${value}`, `${expectedJa}、「${value}」です`);
      report(line, column, words, { kind: 'cycle of a code', example: value });
    }
}

/** The check digit of the first five digits of a local-government code (JIS X 0401, JIS X 0402). */
function checkDigitOf(code: string): string {
  const sum = [...code.slice(0, 5)].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return String((11 - (sum % 11)) % 10);
}

/** A municipality has a local-government code: five digits and their check digit. */
export function checkLocalGovernmentCode({ ofNodes }: Tables): void {
  for (const { node, rows, report } of ofNodes)
    if (node.name === 'Municipality')
      for (const { row, line } of rows) {
        const { code } = row.values;
        if (typeof code !== 'string' || isLocalGovernmentCode(code)) continue;
        const hint = hintOf(code);
        const words = describe(
          `expected a local-government code of six digits, but got: ${code}${hint ? ` (${hint.en})` : ''}`,
          `検査数字を含む6桁の全国地方公共団体コードが必要ですが、「${code}」です${hint ? `。${hint.ja}` : ''}`,
        );
        report(line, 'code', words);
      }
}

/** What was probably meant by a text that is no local-government code, or what is wrong with it. */
function hintOf(text: string): Description | null {
  if (isAbbreviated(text))
    return describe(
      'a spreadsheet program abbreviated it; look it up',
      '表計算ソフトが省略した数値です。元の値を確認してください',
    );
  const code = text.normalize('NFKC').trim().replace(/\.0+$/, '');
  // A spreadsheet program takes the zero before a number away; the check digit is often left out.
  const meant = [code, `0${code}`, ...(/^\d{5}$/.test(code) ? [`${code}${checkDigitOf(code)}`] : [])].find(
    isLocalGovernmentCode,
  );
  if (meant) return didYouMean(meant);
  if (!/^\d{6}$/.test(code)) return null;
  if (!isOfPrefecture(code))
    return describe(
      `it begins with the prefecture, 01 to 47, or with 990 for a city that is made up`,
      '先頭は都道府県の 01 から 47 まで、架空の市区町村では 990 です',
    );
  const [digits, digit] = [code.slice(0, 5), checkDigitOf(code)];
  return describe(`the check digit of ${digits} is ${digit}`, `${digits} の検査数字は ${digit} です`);
}

/** Codes of the 47 prefectures (JIS X 0401), and those that no city will have, for trials. */
const isOfPrefecture = (code: string) => /^(?:0[1-9]|[1-3]\d|4[0-7]|990)/.test(code);

const isLocalGovernmentCode = (code: string) =>
  /^\d{6}$/.test(code) && isOfPrefecture(code) && code.endsWith(checkDigitOf(code));
