import type { EdgeName, NodeName } from '../model/declaration.js';
import { edgeOfType, inWords, nodeNamed } from '../model/model.js';

/** What a thing is called, in both languages. */
export interface Label {
  readonly ja: string;
  readonly en: string;
}

/** What the graph has to call a thing by: its Japanese and English names, and a number or year where it has no name. */
export type StoredNames = readonly [name: string | null, nameEn: string | null, number: number | null];

/** What to call a thing of a type: by its name, else by its type and number, such as "Annual goal 2024". */
export function labelOf(type: NodeName, [name, nameEn, number]: StoredNames): Label {
  if (name !== null) return { ja: name, en: nameEn ?? name };
  const numbered = (text: string) => (number === null ? text : `${text} ${number}`);
  return { ja: numbered(nodeNamed(type).description.ja), en: numbered(inWords(type)) };
}

/** "an Indicator", "a Measure" */
export const withArticle = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;

/** A link as a sentence, in both languages. */
export function sentenceOf(type: EdgeName, from: Label, to: Label): Label {
  const { sentence } = edgeOfType(type);
  const filled = (template: string, language: keyof Label) =>
    template.replace(/\{(from|to)\}/g, (_, end: string) => (end === 'from' ? from : to)[language]);
  return { ja: filled(sentence.ja, 'ja'), en: filled(sentence.en, 'en') };
}
