import { parseEraYear } from '../../../model/fiscal-year.js';
import type { Printed } from '../document.js';
import type { Parsing } from '../parsing.js';
import type { Segment } from './segments.js';

/** The mark <令和6年度計画変更> in angle brackets of any kind; a converter may print two that do not match. */
const mark = /[<‹〈《]\s*([^<>‹›〈〉《》]*?)\s*計画変更\s*[>›〉》]/g;

/** The fiscal years in which the plan of a sheet was changed, each once, wherever in the sheet its mark stands. */
export function readPlanChanges({ remark }: Parsing, segment: Segment): Printed<number>[] {
  const changes = new Map<number, Printed<number>>();
  for (const { text, lines } of segment)
    for (const [, printed = ''] of text.matchAll(mark)) {
      const year = parseEraYear(printed);
      if (year === null)
        remark({
          rule: 'plan-change-has-a-year',
          severity: 'warning',
          lines,
          message: 'A mark of a plan change has no year and was not used.',
          messageJa: '計画変更の年度を読み取れないため、読み込んでいません。',
          expected: 'a fiscal year before 計画変更',
          actual: printed || 'none',
        });
      else if (!changes.has(year)) changes.set(year, { value: year, lines });
    }
  return [...changes.values()];
}
