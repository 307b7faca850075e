/** What rows refer to: the ends of edges, the single targets of nodes, and the lines of documents. */
import { describe } from '../../model/declaration.js';
import { edgeOfType, nodeNamed, possibleTypes, relationshipsOf } from '../../model/model.js';
import type { Ids } from './ids.js';
import { didYouMean, nearest } from './suggestions.js';
import { fileOf } from './table.js';
import type { Tables } from './tables.js';

/** Reports once that a table is missing to which rows of another refer. */
function reportMissing({ problems, unreadable }: Tables, file: string, referring: string): void {
  if (unreadable.has(file)) return;
  const words = describe(
    `expected this table, as ${referring} needs it, but it is missing`,
    `${referring} に必要な表ですが、フォルダにありません`,
  );
  problems.in(file)(null, null, words, 'missing');
}

/** Each end of an edge is a row of its type, and each pair stands once. */
export function checkEdges(tables: Tables, ids: Ids): void {
  for (const { edge, file, rows, report } of tables.ofEdges) {
    const seen = new Set<string>();
    for (const { row, line } of rows) {
      for (const end of ['from', 'to'] as const) {
        const id = row[end];
        const allowed = possibleTypes(edge[end]).map(({ name }) => name);
        const found = ids.typeOf(id);
        if (id === '' || allowed.some((name) => name === found)) continue;
        const expected = `an id of the type ${edge[end]}`;
        const expectedJa = `${edge[end]} の識別子が必要ですが、`;
        if (found !== undefined) {
          const words = describe(
            `expected ${expected}, but ${id} is a ${found}`,
            `${expectedJa}${id} は ${found} です`,
          );
          report(line, end, words);
          continue;
        }
        const absent = absentTable(tables, allowed, id);
        if (absent !== null) {
          reportMissing(tables, absent, file);
          continue;
        }
        const hint = ids.suggestion(id, allowed);
        const words = describe(
          `expected ${expected}, but nothing has the id: ${id}${hint.en}`,
          `${expectedJa}「${id}」の行はありません${hint.ja}`,
        );
        report(line, end, words);
      }
      const key = `${row.from} ${row.to}`;
      if (seen.has(key) && row.from !== '' && row.to !== '')
        report(
          line,
          null,
          describe(
            `expected each pair once, but ${row.from} → ${row.to} is repeated`,
            `${row.from} → ${row.to} の組が重複しています`,
          ),
        );
      seen.add(key);
    }
  }
}

/** The table in which an id would stand, where that is missing or could not be read. */
function absentTable({ missing, unreadable }: Tables, allowed: readonly string[], id: string): string | null {
  const types = possibleTypes('Node').filter(({ name }) => allowed.includes(name));
  const named = types.length === 1 ? types : types.filter(({ idWord }) => id.split(':').includes(idWord));
  return named.map(fileOf).find((file) => missing.has(file) || unreadable.has(file)) ?? null;
}

/** A relationship that promises a target has exactly one; one that allows a single target has no second. */
export function checkSingleTargets(tables: Tables, ids: Ids): void {
  const { ofNodes, dataset, missing, unreadable } = tables;
  for (const { node, file, rows, report } of ofNodes)
    for (const [field, { shape, path, target }] of relationshipsOf(node)) {
      const [step] = path;
      if ((shape !== 'required' && shape !== 'one') || path.length > 1 || !step || step.direction === 'in') continue;
      if (node.exactlyOneOf.includes(field)) continue;
      const through = fileOf(edgeOfType(step.edge));
      if (unreadable.has(through) || rows.length === 0) continue;
      if (missing.has(through)) {
        if (shape === 'required') reportMissing(tables, through, file);
        continue;
      }
      const links = dataset.edges.get(step.edge) ?? [];
      const counts = new Map<string, number>();
      for (const { row } of links) counts.set(row.from, (counts.get(row.from) ?? 0) + 1);
      const [ja, expected] =
        shape === 'required' ? ['ちょうど1つ必要', `one ${target}`] : ['1つまで', `at most one ${target}`];
      for (const { row, line } of rows) {
        const id = ids.meantBy(row.id);
        const count = counts.get(id) ?? 0;
        // Of a link that was reported already, nothing is said at its other end.
        const isReported = row.id === '' || ids.suggested.has(id) || counts.has('');
        if (count > 1 || (count === 0 && shape === 'required' && !isReported))
          report(
            line,
            'id',
            describe(
              `expected ${expected} as ${field} of ${row.id}, but ${through} has ${count}`,
              `${row.id} の ${target} は${ja}ですが、${through} に ${count} 行あります`,
            ),
          );
      }
    }
}

/** Sources are lines of documents that the dataset lists. */
export function checkSources(tables: Tables): void {
  const { ofNodes, ofEdges, dataset, missing, unreadable } = tables;
  const documents = fileOf(nodeNamed('SourceDocument'));
  if (unreadable.has(documents)) return;
  const lineCounts = new Map(
    (dataset.nodes.get('SourceDocument') ?? []).map(({ row }) => [
      row.id.replace(/^.*:source-document:/, ''),
      row.values.line_count,
    ]),
  );
  for (const { file, rows, report } of [...ofNodes, ...ofEdges])
    for (const { row, line } of rows)
      for (const { document, firstLine, lastLine } of row.sources) {
        const count = lineCounts.get(document);
        if (count === undefined && missing.has(documents)) reportMissing(tables, documents, file);
        else if (count === undefined) {
          const meant = nearest(document, lineCounts.keys());
          const [hintJa, hint] = meant ? [`。${didYouMean(meant).ja}`, ` (${didYouMean(meant).en})`] : ['', ''];
          const words = describe(
            `expected a document of ${documents}, but got: ${document}${hint}`,
            `${documents} の文書のはずですが、「${document}」です${hintJa}`,
          );
          report(line, 'sources', words);
        } else if (typeof count === 'number' && (firstLine < 1 || lastLine < firstLine || lastLine > count)) {
          const words = describe(
            `expected lines between 1 and ${count} of ${document}, but got: ${firstLine}-${lastLine}`,
            `${document} の行は 1 から ${count} までですが、${firstLine}-${lastLine} です`,
          );
          report(line, 'sources', words);
        }
      }
}
