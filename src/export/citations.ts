/** Where something was read, in words. */
import { groupBy } from '../group-by.js';
import { cellsInWords } from '../labels/cells.js';
import type { Labels, Language } from '../labels/labels.js';

/** A source as far as an operation selects it. */
export interface AnsweredSource {
  readonly document?: CitedDocument;
  readonly firstLine?: number;
  readonly lastLine?: number;
  readonly cells?: string | null;
  readonly stage?: string | null;
}

export interface CitedDocument {
  readonly id?: string;
  readonly name?: string;
  readonly nameEn?: string | null;
  readonly title?: string;
}

export const documentName = ({ id, name, nameEn, title }: CitedDocument, language: Language): string =>
  (language === 'en' ? nameEn : null) ?? name ?? title ?? id ?? '';

/** "総合振興計画… 132〜133行（現行計画・素案）、140行（素案）; …": the lines or cells of each document, once for all stages that have them there. */
export function citationsOf(sources: readonly AnsweredSource[], labels: Labels, language: Language): string | null {
  const [comma, among] = language === 'ja' ? ['、', '・'] : [', ', ', '];
  const inBrackets = (text: string) => (language === 'ja' ? `（${text}）` : ` (${text})`);
  const documents = groupBy(sources, ({ document = {} }) => documentName(document, language));
  const cited = [...documents].map(([document, ofDocument]) => {
    const places = [...groupBy(ofDocument, (source) => placeOf(source, language))].map(([place, same]) => {
      const stages = new Set(same.flatMap(({ stage }) => (stage ? [labels.value('PlanStage', stage)] : [])));
      return stages.size === 0 ? place : place + inBrackets([...stages].join(among));
    });
    return [document, places.join(comma)].filter(Boolean).join(' ');
  });
  return cited.length === 0 ? null : cited.join('; ');
}

function placeOf({ firstLine: first, lastLine: last = first, cells }: AnsweredSource, language: Language): string {
  if (cells) return cellsInWords(cells)[language];
  if (first === undefined) return '';
  if (language === 'ja') return first === last ? `${first}行` : `${first}〜${last}行`;
  return first === last ? `line ${first}` : `lines ${first}-${last}`;
}
