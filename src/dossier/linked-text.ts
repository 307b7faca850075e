/** Text of a page in which what is named leads to its own page. */
import { typeOfId } from '../model/model.js';
import { isDossierType } from './dossier.js';
import { addressOf, escaped, type Shown } from './html.js';

/** Words of a text that stand for a thing. */
export interface Named {
  readonly id: string;
  readonly words: string;
}

/** The text with the things that it names as links; where several names fit, the longest one. */
export function linkedText(text: string, things: readonly Named[], shown: Shown): string {
  const ids = new Map(things.filter(({ words }) => words !== '').map(({ id, words }) => [words, id]));
  if (ids.size === 0) return escaped(text);
  const longestFirst = [...ids.keys()].sort((a, b) => b.length - a.length);
  const pieces = text.split(new RegExp(`(${longestFirst.map(literally).join('|')})`, 'u'));
  return pieces
    .map((piece) => {
      const id = ids.get(piece);
      return id === undefined ? escaped(piece) : linkTo(id, piece, shown);
    })
    .join('');
}

/** A pattern that fits just this text. */
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A link to the dossier of a thing, or to its page in the explorer; plain text where it has neither. */
export function linkTo(id: string, words: string, shown: Shown): string {
  const type = typeOfId(id);
  if (!type?.entity) return escaped(words);
  return `<a href="${addressOf(isDossierType(type.name) ? 'dossier' : 'things', id, shown)}">${escaped(words)}</a>`;
}
