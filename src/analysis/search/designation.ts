/** How people name a thing by its number: "5-2-3", "SDG 17", "第5章", "シート1-9". */
import { fold } from '../../model/folded-text.js';
import { codeProperty, inWords, nodes } from '../../model/model.js';

/** A code or number, and the types that can be meant; null means any. */
export interface Designation {
  readonly code: string;
  readonly types: readonly string[] | null;
}

/** By the words that stand before a number (or, after 第, behind it), the types whose things they name. */
const typesOf = new Map<string, string[]>();
for (const node of nodes.filter((each) => each.codeInId || codeProperty(each) !== null))
  for (const word of [inWords(node.name), ...node.description.ja.split(/[（）]/), ...node.numberWords])
    typesOf.set(fold(word), [...(typesOf.get(fold(word)) ?? []), node.name]);

/** What a folded text designates; null where it is more than a number with its word. */
export function designationOf(text: string): Designation | null {
  const parts = /^(?<before>\D*?) ?(?:NO|no|第|番号)? ?(?<code>\d+(?:-\d+){0,3})(?<behind>\D*)$/u.exec(text)?.groups;
  if (!parts) return null;
  const { before = '', code = '', behind = '' } = parts;
  const word = `${before}${behind}`.trim();
  if (before !== '' && behind !== '') return null;
  if (word === '') return { code, types: null };
  const types = typesOf.get(word);
  return types ? { code, types } : null;
}
