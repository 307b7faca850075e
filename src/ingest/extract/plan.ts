import { spanOf } from '../documents/document.js';
import { at, type Context } from './context.js';
import { extractIndicators } from './indicators.js';
import { extractMeasures } from './measures.js';
import type { ParsedDocuments } from './parsed-documents.js';
import type { PlanItem } from './plan-item.js';
import {
  assertPolicyField,
  compareItems,
  extractAdoptedItem,
  extractReviewedItem,
  speakOfItems,
} from './policy-items.js';
import { extractProjects, extractRelatedPlans } from './review-lists.js';
import { extractCollaboration, extractSituation } from './running-texts.js';
import { extractSdgs } from './sdgs.js';
import { extractVisions } from './visions.js';

/** The policy items of the review sheets and of the adopted plan, each with all that hangs on it. */
export function extractPlan(context: Context, documents: ParsedDocuments): void {
  assertFields(context, documents);
  for (const item of itemsOf(documents)) {
    extractReviewedItem(context, item);
    extractAdoptedItem(context, item);
    compareItems(context, item);
    extractSdgs(context, item);
    extractSituation(context, item);
    extractIndicators(context, item);
    extractVisions(context, item);
    extractMeasures(context, item);
    extractCollaboration(context, item);
    extractRelatedPlans(context, item);
    extractProjects(context, item);
  }
}

function assertFields(context: Context, { reviews, adopted }: ParsedDocuments): void {
  for (const { source, record } of reviews) {
    // Without its heading the document is refused as incomplete before this.
    if (!record.field) continue;
    const { number, name } = record.field.value;
    assertPolicyField(context, number, name, at(source, 'DRAFT', record.field.lines));
    for (const stage of ['CURRENT', 'DRAFT'] as const) speakOfItems(context, number, stage);
  }
  for (const { number, name, vision, lines } of adopted?.record.chapters ?? []) {
    if (!adopted) continue;
    const heading = { first: lines.first, last: Math.max(lines.first, vision.lines.last) };
    assertPolicyField(context, number, name, at(adopted.source, 'ADOPTED', heading), vision.value);
    speakOfItems(context, number, 'ADOPTED');
  }
}

/** Every item that the sheets or the chapter of a field have, the sheets' order first. */
function itemsOf({ reviews, adopted }: ParsedDocuments): readonly PlanItem[] {
  const fields = [
    ...reviews.flatMap(({ record: { field } }) => field?.value.number ?? []),
    ...(adopted?.record.chapters ?? []).map(({ number }) => number),
  ];
  return [...new Set(fields)].flatMap((field) => {
    const review = reviews.find(({ record }) => record.field?.value.number === field);
    const chapter = adopted?.record.chapters.find(({ number }) => number === field);
    const sheets = review?.record.sheets ?? [];
    const numbers = new Set([...sheets, ...(chapter?.items ?? [])].map(({ number }) => number));
    return [...numbers].map((number): PlanItem => {
      const sheet = sheets.find((each) => each.number === number);
      const item = chapter?.items.find((each) => each.number === number);
      const whole = sheet?.lines ?? (sheets.length > 0 ? spanOf(...sheets.map(({ lines }) => lines)) : null);
      return {
        code: `${field}-${number}`,
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
