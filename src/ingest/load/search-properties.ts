/** What search looks in, worked out for every named thing when it is loaded. */

import type { NodeDeclaration } from '../../model/declaration.js';
import { stages } from '../../model/enums.js';
import { fold } from '../../model/folded-text.js';
import { atStage } from '../../model/graph-properties.js';
import { codeInIdOf, codeProperty, edges, findNode } from '../../model/model.js';
import { type SearchLine, sharedScope, writeSearchText } from '../../model/search-text.js';
import type { Cell, Dataset, NodeRow } from '../dataset/dataset.js';

/**
 * How documents name things where they refer to them, by id of the thing. What all municipalities share is left out: it
 * may not differ by which of them was loaded last.
 */
export function printedNames(dataset: Dataset): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const { type, to } of edges) {
    if (findNode(to)?.global) continue;
    for (const { to: id, printedAs } of dataset.edges.get(type) ?? []) {
      if (printedAs === null) continue;
      const known = names.get(id) ?? new Set();
      names.set(id, known.add(printedAs));
    }
  }
  return new Map([...names].map(([id, printed]) => [id, [...printed].sort()]));
}

/** The entry of a named thing; null for what has no name. */
export function searchProperties(
  node: NodeDeclaration,
  row: NodeRow,
  municipality: string,
  printed: readonly string[],
): Readonly<Record<string, string | readonly string[]>> | null {
  if (!node.entity) return null;
  const lines = linesOf(node, row, printed);
  const characters = new Set(lines.map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '')).join(''));
  return {
    id: row.id,
    ...writeSearchText(lines),
    searchName: lines[0]?.text ?? '',
    // The analyzer of the index makes pairs of neighbours; characters that stand alone are found here.
    searchCharacters: [...characters].join(' '),
    searchScope: node.global ? sharedScope : municipality,
    ...(printed.length > 0 ? { printedNames: printed } : {}),
  };
}

/** The name first; a text that says nothing new is left out. */
function linesOf(node: NodeDeclaration, { id, values }: NodeRow, printed: readonly string[]): readonly SearchLine[] {
  const lines: SearchLine[] = [];
  const add = (field: SearchLine['field'], value: Cell | undefined, stage: SearchLine['stage'] = null) => {
    for (const part of Array.isArray(value) ? value : [value ?? '']) {
      const text = fold(String(part));
      const known = lines.some((line) => line.text === text && (stage === null || line.stage === stage));
      if (text !== '' && !known) lines.push({ field, stage, text });
    }
  };
  add('NAME', values.name);
  const code = codeProperty(node);
  add('CODE', code ? values[code] : codeInIdOf(node, id));
  // Goals go by their number and what they are: nobody calls them by their names.
  if (node.numberPrefix !== null && code) add('CODE', `${node.numberPrefix} ${values[code]}`);
  for (const stage of node.staged ? stages : []) {
    add('NAME', values[atStage('name', stage)], stage);
    if (code) add('CODE', values[atStage(code, stage)], stage);
  }
  add('ENGLISH_NAME', values.name_en);
  add('ALIAS', values.aliases);
  add('MISSPELLING', values.misspellings);
  add('PRINTED_NAME', printed);
  add('DESCRIPTION', values.subtitle);
  add('DESCRIPTION', values.vision);
  add('DESCRIPTION', values.definition);
  add('SUMMARY', values.summary);
  add('ENGLISH_SUMMARY', values.summary_en);
  return lines;
}
