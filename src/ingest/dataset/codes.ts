/** Codes by which people know things: each names one thing of a city. */

import { cycleOf, cycleOfCode } from '../../model/cycle-id.js';
import { describe, type NodeDeclaration } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { codeProperty } from '../../model/model.js';
import type { Cell, NodeRow } from './dataset.js';
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

/** No two things of a type and a planning cycle have the same code in what is in force, nor at a stage. */
export function checkCodes({ ofNodes }: Tables): void {
  for (const { node, rows, report } of ofNodes) {
    for (const { found, owner, value, column } of sharedCodes(node, rows, ({ row }) => row)) {
      const code = headerOf(codeProperty(node) ?? '');
      const words = describe(
        `expected a ${code} of its own, but ${value} is that of ${owner} too`,
        `${code}「${value}」は ${owner} と重複しています`,
      );
      report(found.line, column, words);
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
      report(line, column, words);
    }
}

/** The check digit of a local-government code of five digits (JIS X 0401, JIS X 0402). */
function checkDigitOf(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (6 - index), 0);
  return String((11 - (sum % 11)) % 10);
}

/** A municipality has a local-government code: five digits and their check digit. */
export function checkLocalGovernmentCode({ ofNodes }: Tables): void {
  for (const { node, rows, report } of ofNodes)
    if (node.name === 'Municipality')
      for (const { row, line } of rows) {
        const { code } = row.values;
        if (typeof code !== 'string' || isLocalGovernmentCode(code)) continue;
        // A spreadsheet program takes the zero before a number away; the check digit is often left out.
        const meant = [`0${code}`, ...(/^\d{5}$/.test(code) ? [`${code}${checkDigitOf(code)}`] : [])].find(
          isLocalGovernmentCode,
        );
        const digit = /^\d{6}$/.test(code) ? checkDigitOf(code.slice(0, 5)) : null;
        const [hintJa, hint] = meant
          ? [`。${meant} ではありませんか`, ` (did you mean ${meant}?)`]
          : digit
            ? [
                `。${code.slice(0, 5)} の検査数字は ${digit} です`,
                ` (the check digit of ${code.slice(0, 5)} is ${digit})`,
              ]
            : ['', ''];
        const words = describe(
          `expected a local-government code of six digits, but got: ${code}${hint}`,
          `検査数字を含む6桁の全国地方公共団体コードが必要ですが、「${code}」です${hintJa}`,
        );
        report(line, 'code', words);
      }
}

const isLocalGovernmentCode = (code: string) => /^\d{6}$/.test(code) && code.endsWith(checkDigitOf(code.slice(0, 5)));
