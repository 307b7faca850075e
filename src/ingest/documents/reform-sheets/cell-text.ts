import { blockMarkUp, cleanText, joinSpelledLetters } from '../text.js';

const listTag = /<[uo]l[\s>]/i;
/** A bullet inside a cell opens it or stands after a blank; ・ within a word does neither. */
const bullet = /(?:^|\s)(?:[・･•●○◯■◆]|[-－](?=\s))\s*/;
/**
 * A blank where a list lost its bullets: between two Japanese words, or after a figure. Blanks beside Latin words
 * (ICT 機器), after a label's colon and before a comparator or a bracket belong to the phrase.
 */
const gap = /(?<=[^\x20-\x7e、]|[\d%)]) (?=[^\x20-\x7e])(?!以上|以内|以下|程度|前後)/;
/** Stands for an empty cell. */
const dash = /^[-－―—–ー]*$/;

/**
 * The phrases of a goal cell, cleaned. A cell is a list with or without bullets, or one phrase: blanks separate only in
 * a list (<ul>) whose bullets were lost, since elsewhere they are line breaks within a phrase.
 */
export function phrasesOf(cell: string): string[] {
  const blocks = blocksOf(cell);
  const separator = blocks.some((block) => bullet.test(block)) ? bullet : listTag.test(cell) ? gap : null;
  return withoutBlanks(blocks.flatMap((block) => (separator ? block.split(separator) : [block])));
}

/** Running text of a cell: paragraphs and bullets separated by newlines. A mark such as <令和6年度計画変更> opens one. */
export function paragraphsOf(cell: string): string {
  const parts = blocksOf(cell).flatMap((block) => block.split(bullet));
  return withoutBlanks(parts.flatMap((part) => part.split(/\s(?=[<‹〈《])/))).join('\n');
}

const blocksOf = (cell: string): string[] =>
  cell
    .replace(blockMarkUp, '\n')
    .split('\n')
    .map((text) => joinSpelledLetters(cleanText(text)));

const withoutBlanks = (parts: readonly string[]): string[] =>
  parts.map((part) => part.trim()).filter((part) => !dash.test(part));
