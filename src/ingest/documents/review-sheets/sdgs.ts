import type { Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import { cleanName, cleanText } from '../text.js';
import { rowText } from './rows.js';
import type { Section } from './sections.js';

const goals = 17;

/**
 * 関連するSDGs: one goal a row. Names are damaged in many ways ("10人や国の…", a tab after the number),
 * so the leading digits alone say which goal it is.
 */
export function readSdgs(
  parsing: Parsing,
  { rows }: Section,
): Printed<{ readonly number: number; readonly name: string }>[] {
  return rows.flatMap((row) => {
    const lines = { first: row.line, last: row.line };
    const [, digits = '', name = ''] = /^(\d+)\s*[.、]?\s*(\D.*)?$/.exec(cleanText(rowText(row))) ?? [];
    const number = Number(digits);
    if (digits === '' || number < 1 || number > goals) {
      parsing.remark({
        rule: 'sdg-has-a-number',
        severity: 'warning',
        lines,
        message: 'This row stands among the SDGs but does not open with the number of one; it was not used.',
        messageJa: '関連するSDGsの行ですが、1～17の番号で始まらないため、読み込んでいません。',
        expected: `a number from 1 to ${goals}`,
        actual: digits === '' ? 'no number' : digits,
      });
      return [];
    }
    parsing.placed.place(lines);
    return [{ value: { number, name: cleanName(name) }, lines }];
  });
}
