import { adoptedPlan } from '../documents/adopted-plan/parse.js';
import { linesOf } from '../documents/document.js';
import { reviewSheets } from '../documents/review-sheets/parse.js';
import { at, type Context, idOf } from './context.js';
import { extractIndicators } from './indicators.js';
import { extractMeasures } from './measures.js';
import type { ParsedDocuments } from './parsed-documents.js';
import { type PlanItem, reviewStages } from './plan-item.js';
import { assertPolicyField, extractPolicyItem, speakOfItems } from './policy-items.js';
import { extractProjects, extractRelatedPlans, extractSdgs } from './review-lists.js';
import { extractCollaboration, extractSituation, extractVisions } from './texts.js';

/** What the review sheets and the adopted plan say about one policy item, in this order. */
const subjects: readonly ((context: Context, item: PlanItem) => void)[] = [
  extractPolicyItem,
  extractSdgs,
  extractSituation,
  extractIndicators,
  extractVisions,
  extractMeasures,
  extractCollaboration,
  extractRelatedPlans,
  extractProjects,
];

/** The policy items of the review sheets and of the adopted plan, each with all that hangs on it. */
export function extractPlan(context: Context, documents: ParsedDocuments): void {
  assertFields(context, documents);
  for (const item of itemsOf(context, documents)) for (const extract of subjects) extract(context, item);
}

function assertFields(context: Context, documents: ParsedDocuments): void {
  for (const { source, record } of documents.all(reviewSheets)) {
    // Without its heading the document is refused as incomplete before this.
    if (!record.field) continue;
    const { number, name } = record.field.value;
    assertPolicyField(context, number, name, at(source, 'DRAFT', record.field.lines));
    for (const stage of reviewStages) speakOfItems(context, number, at(source, stage, linesOf(record.sheets)));
  }
  for (const { source, record } of documents.all(adoptedPlan))
    for (const { number, name, vision, lines } of record.chapters) {
      const heading = { first: lines.first, last: Math.max(lines.first, vision.lines.last) };
      assertPolicyField(context, number, name, at(source, 'ADOPTED', heading), vision.value);
      speakOfItems(context, number, at(source, 'ADOPTED', lines));
    }
}

/** Every item that the sheets or the chapter of a field have, the sheets' order first. */
function itemsOf(context: Context, documents: ParsedDocuments): readonly PlanItem[] {
  const reviews = documents.all(reviewSheets);
  const adopted = documents.one(adoptedPlan);
  const chapters = adopted?.record.chapters ?? [];
  const fields = [
    ...reviews.flatMap(({ record: { field } }) => field?.value.number ?? []),
    ...chapters.map(({ number }) => number),
  ];
  return [...new Set(fields)].flatMap((field) => {
    const review = reviews.find(({ record }) => record.field?.value.number === field);
    const chapter = chapters.find(({ number }) => number === field);
    const sheets = review?.record.sheets ?? [];
    const numbers = new Set([...sheets, ...(chapter?.items ?? [])].map(({ number }) => number));
    return [...numbers].map((number): PlanItem => {
      const sheet = sheets.find((each) => each.number === number);
      const item = chapter?.items.find((each) => each.number === number);
      const whole = sheet?.lines ?? (sheets.length > 0 ? linesOf(sheets) : null);
      const code = `${field}-${number}`;
      return {
        code,
        id: idOf(context, 'policy-item', code),
        review: review && sheet ? { source: review.source, sheet } : null,
        adopted: adopted && item ? { source: adopted.source, item } : null,
        listed: {
          draft: review && whole ? { stage: 'DRAFT', source: review.source, lines: whole } : null,
          adopted:
            adopted && chapter
              ? { stage: 'ADOPTED', source: adopted.source, lines: item?.lines ?? chapter.lines }
              : null,
        },
      };
    });
  });
}
