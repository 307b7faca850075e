import { lineOf, type Parsing } from '../parsing.js';
import type { LinkagePlanRecord } from './record.js';

/** Reports a part that the document announces but does not hold, at the document's end: it was probably cut off. */
export function remarkMissing({ remark, lines }: Parsing, expected: string, actual: string): void {
  const end = lines.at(-1);
  remark({
    rule: 'document-is-complete',
    severity: 'error',
    lines: end ? lineOf(end) : null,
    message: 'A part of the document is missing; export the whole document again.',
    messageJa: '文書の一部が欠けています。文書全体を出力し直してください。',
    expected,
    actual,
  });
}

/** Reports linkage plans without initiatives or indicators, and initiatives without policy items. */
export function remarkIncompletePlans(parsing: Parsing, plans: readonly LinkagePlanRecord[]): void {
  for (const { number, initiatives, indicators } of plans) {
    if (initiatives.length === 0) remarkMissing(parsing, `initiatives in plan ${number}`, 'none');
    for (const { number: order, references } of initiatives)
      if (references.length === 0)
        remarkMissing(parsing, `policy items of initiative ${order} of plan ${number}`, 'none');
    if (indicators.length === 0) remarkMissing(parsing, `indicators of plan ${number}`, 'none');
  }
}
