import { adoptedPlan } from './adopted-plan/parse.js';
import type { SourceText } from './document.js';
import type { DocumentFormat } from './format.js';
import { linkagePlansDraft } from './linkage-plans-draft/parse.js';
import { printedLines } from './printed-lines.js';
import { reformSheets } from './reform-sheets/parse.js';
import { reviewSheets } from './review-sheets/parse.js';

/** Every kind of document that can be read. */
export const formats: readonly DocumentFormat[] = [reviewSheets, adoptedPlan, linkagePlansDraft, reformSheets];

/** What document these lines are, by what they say; null where they are of none of the formats, or of more than one. */
export function recognise(lines: readonly string[]): Pick<SourceText, 'kind' | 'id'> | null {
  const printed = printedLines(lines);
  const found = formats.flatMap((format) => {
    const id = format.recognise(printed);
    return id === null ? [] : [{ kind: format.kind, id }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}
