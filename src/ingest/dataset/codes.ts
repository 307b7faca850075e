/** Codes by which people know things: each names one thing of a city. */
import { describe } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { codeProperty } from '../../model/model.js';
import type { NodeRow } from './dataset.js';
import type { Located } from './located-dataset.js';
import { headerOf } from './table.js';
import type { Tables } from './tables.js';

/** No two things of a type have the same code in what is in force, nor at a stage. */
export function checkCodes({ ofNodes }: Tables): void {
  for (const { node, rows, report } of ofNodes) {
    const property = codeProperty(node);
    if (property === null) continue;
    const code = headerOf(property);
    const reported = new Set<string>();
    const check = (column: string, of: readonly Located<NodeRow>[]) => {
      const owners = new Map<unknown, string>();
      for (const { row, line } of of) {
        const value = row.values[column] ?? row.values[code];
        const owner = owners.get(value);
        if (value === null || value === undefined) continue;
        owners.set(value, owner ?? row.id);
        if (owner === undefined || owner === row.id || reported.has(`${owner} ${row.id}`)) continue;
        reported.add(`${owner} ${row.id}`);
        const words = describe(
          `expected a ${code} of its own, but ${value} is that of ${owner} too`,
          `${code}「${value}」は ${owner} と重複しています`,
        );
        report(line, row.values[column] === undefined || row.values[column] === null ? code : column, words);
      }
    };
    check(
      code,
      rows.filter(({ row }) => row.effective),
    );
    for (const stage of node.staged ? stages : [])
      check(
        atStage(code, stage),
        rows.filter(({ row }) => row.stages.includes(stage)),
      );
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
