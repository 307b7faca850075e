/**
 * What is about one thing of several kinds, with an edge type for each kind: an evaluation grades one of them, and not
 * two; an indicator measures one, or none that is told.
 */
import { describe, type NodeDeclaration } from '../../model/declaration.js';
import { alternativesOf, edgeOfType, relationshipsOf } from '../../model/model.js';
import type { Ids } from './ids.js';
import { fileOf } from './table.js';
import type { Tables } from './tables.js';

/** Each row has exactly one, or at most one, of the targets of which its type declares that. */
export function checkAlternatives(tables: Tables, ids: Ids): void {
  for (const { node, rows, report } of tables.ofNodes.filter(({ node }) => alternativesOf(node).length > 0)) {
    const edges = edgesOf(node);
    const files = edges.map(fileOf);
    if (files.some((file) => tables.unreadable.has(file))) continue;
    const targets = new Map<string, readonly string[]>();
    for (const { file, rows: links } of tables.ofEdges.filter(({ edge }) => edges.includes(edge)))
      for (const { row } of links) targets.set(row.from, [...(targets.get(row.from) ?? []), `${row.to} (${file})`]);
    const fields = alternativesOf(node);
    const isRequired = node.exactlyOneOf.length > 0;
    const unlinked = rows.filter(({ row }) => row.id !== '' && !targets.has(ids.meantBy(row.id))).length;
    // Of an id or a link that was reported already, nothing is said at its other end.
    const wrong = files.reduce((sum, file) => sum + (tables.wrongLinks.get(file) ?? 0), 0);
    const isReported = unlinked <= wrong + (tables.lostIds.get(fileOf(node)) ?? 0);
    for (const { row, line } of rows) {
      const id = ids.meantBy(row.id);
      const found = targets.get(id) ?? [];
      if (found.length === 1 || (found.length === 0 && (!isRequired || isReported || row.id === ''))) continue;
      const [many, manyJa] = isRequired ? ['exactly one', 'どれか1つだけ必要'] : ['at most one', 'どれか1つまで'];
      const ja = `${row.id} の ${fields.join('、')} は${manyJa}ですが、`;
      const expected = `expected ${many} of ${listed(fields)} of ${row.id}, but`;
      if (found.length === 0) {
        const words = describe(
          `${expected} none of ${listed(files)} has it`,
          `${ja}${files.join('、')} のどれにもありません`,
        );
        report(line, 'id', words, { kind: 'none', example: row.id });
        continue;
      }
      const words = describe(
        `${expected} got ${found.length}: ${found.join(', ')}`,
        `${ja}${found.length} つあります：${found.join('、')}`,
      );
      report(line, 'id', words, { kind: 'several', example: row.id });
    }
  }
}

function edgesOf(node: NodeDeclaration) {
  const relationships = new Map(relationshipsOf(node));
  return alternativesOf(node).map((field) => {
    const [step, ...others] = relationships.get(field)?.path ?? [];
    if (!step || others.length > 0 || step.direction === 'in')
      throw new Error(`expected a link of its own as ${node.name}.${field}, which is one of several`);
    return edgeOfType(step.edge);
  });
}

/** sheet, policyItem and measure. */
const listed = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
