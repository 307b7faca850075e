/** What rows refer to: the ends of edges, the single targets of nodes, and the lines of documents. */
import { groupBy } from '../../group-by.js';
import { lastRowOf } from '../../model/cell-ranges.js';
import { describe } from '../../model/declaration.js';
import { alternativesOf, edgeOfType, nodeNamed, possibleTypes, relationshipsOf } from '../../model/model.js';
import { quoted } from '../../refusal.js';
import type { Ids } from './ids.js';
import type { Report } from './problems.js';
import { didYouMean, nearest } from './suggestions.js';
import { fileOf } from './table.js';
import type { Tables } from './tables.js';

/** Reports once that a table is missing, or has no rows, to which rows of another refer. */
function reportAbsent({ problems, unreadable, missing }: Tables, file: string, referring: string): void {
  if (unreadable.has(file)) return;
  const words = missing.has(file)
    ? describe(
        `expected this table, as ${referring} needs it, but it is missing`,
        `${referring} に必要な表ですが、フォルダにありません`,
      )
    : describe(
        `expected rows, as ${referring} needs them, but got only the header`,
        `${referring} に必要な行がなく、見出しだけです`,
      );
  problems.in(file)(null, null, words, { kind: 'absent' });
}

type End = 'from' | 'to';
const ends = ['from', 'to'] as const;

/** A reference to an id that no row has. */
interface Unknown {
  readonly file: string;
  readonly report: Report;
  readonly line: number;
  readonly end: End;
  /** The type of the edge's end, and the node types that it allows. */
  readonly type: string;
  readonly allowed: readonly string[];
}

/** Each end of an edge is a row of its type, and each pair stands once. */
export function checkEdges(tables: Tables, ids: Ids): void {
  const unknown = new Map<string, Unknown[]>();
  for (const { edge, file, rows, report } of tables.ofEdges) {
    const allowed = { from: typesAt(edge.from), to: typesAt(edge.to) };
    const fits = (end: End, id: string) => allowed[end].includes(ids.typeOf(id) ?? '');
    const seen = new Set<string>();
    for (const { row, line } of rows) {
      if (ends.some((end) => !fits(end, row[end]))) tables.wrongLinks.set(file, (tables.wrongLinks.get(file) ?? 0) + 1);
      if (!fits('from', row.from) && !fits('to', row.to) && fits('from', row.to) && fits('to', row.from)) {
        const words = describe(
          `expected ${edge.from} in from and ${edge.to} in to, but got ${row.from} and ${row.to}: the columns are exchanged`,
          `from は ${edge.from}、to は ${edge.to} のはずですが、${row.from} と ${row.to} です。列が入れ替わっています`,
        );
        report(line, 'from', words, { kind: 'exchanged' });
        continue;
      }
      for (const end of ends) {
        const id = row[end];
        const found = ids.typeOf(id);
        if (id === '' || fits(end, id)) continue;
        if (found === undefined) {
          const references = unknown.get(id) ?? [];
          unknown.set(id, [...references, { file, report, line, end, type: edge[end], allowed: allowed[end] }]);
          continue;
        }
        const words = describe(
          `expected an id of the type ${edge[end]}, but ${quoted(id)} is a ${found}`,
          `${edge[end]} の識別子が必要ですが、${quoted(id)} は ${found} です`,
        );
        report(line, end, words, { kind: 'another type', example: quoted(id) });
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
          { kind: 'pair', example: `${row.from} → ${row.to}` },
        );
      seen.add(key);
    }
  }
  reportUnknown(tables, ids, unknown);
}

const typesAt = (type: Parameters<typeof possibleTypes>[0]) => possibleTypes(type).map(({ name }) => name as string);

/** Says of ids that no row has what is wrong: where several tables refer to one, that its row is missing. */
function reportUnknown(tables: Tables, ids: Ids, unknown: ReadonlyMap<string, readonly Unknown[]>): void {
  const byTable = groupBy(unknown, ([id, [first]]) => tableOf(first?.allowed ?? [], id));
  for (const [table, found] of byTable) {
    // As many ids as cannot be read in a table are those to which nothing fits.
    if (table && found.length <= (tables.lostIds.get(table) ?? 0)) continue;
    for (const [id, references] of found) {
      const [first] = references;
      if (!first) continue;
      if (table && isAbsent(tables, table)) {
        reportAbsent(tables, table, first.file);
        continue;
      }
      const hint = ids.suggestion(id, first.allowed);
      const files = new Set(references.map(({ file }) => file));
      if (table && files.size > 1) {
        const words = describe(
          `expected a row with the id ${quoted(id)}, as ${[...files].join(', ')} refer to it (${references.length} rows, the first is row ${first.line} of ${first.file}), but there is none${hint.en}`,
          `${[...files].join('、')} が参照する識別子「${quoted(id)}」の行（参照 ${references.length} 行、最初は ${first.file} の ${first.line}行目）がありません${hint.ja}`,
        );
        tables.problems.in(table)(null, 'id', words);
        continue;
      }
      for (const { report, line, end, type } of references) {
        const words = describe(
          `expected an id of the type ${type}, but nothing has the id: ${quoted(id)}${hint.en}`,
          `${type} の識別子が必要ですが、「${quoted(id)}」の行はありません${hint.ja}`,
        );
        report(line, end, words, { kind: 'unknown', example: quoted(id) });
      }
    }
  }
}

/** The table in which an id would stand; null where it may be one of several. */
function tableOf(allowed: readonly string[], id: string): string | null {
  const types = possibleTypes('Node').filter(({ name }) => allowed.includes(name));
  const named = types.length === 1 ? types : types.filter(({ idWord }) => id.split(':').includes(idWord));
  const [table] = named.map(fileOf);
  return table ?? null;
}

/** Whether a table is missing, could not be read, or has no rows, so that whatever refers to it fails. */
const isAbsent = ({ missing, unreadable, empty }: Tables, file: string) =>
  missing.has(file) || unreadable.has(file) || empty.has(file);

/** A relationship that promises a target has exactly one; one that allows a single target has no second. */
export function checkSingleTargets(tables: Tables, ids: Ids): void {
  const { ofNodes, dataset, wrongLinks, lostIds } = tables;
  for (const { node, file, rows, report } of ofNodes)
    for (const [field, { shape, path, target }] of relationshipsOf(node)) {
      const [step] = path;
      if ((shape !== 'required' && shape !== 'one') || path.length > 1 || !step || step.direction === 'in') continue;
      if (alternativesOf(node).includes(field)) continue;
      const through = fileOf(edgeOfType(step.edge));
      if (rows.length === 0) continue;
      if (isAbsent(tables, through)) {
        if (shape === 'required') reportAbsent(tables, through, file);
        continue;
      }
      const links = dataset.edges.get(step.edge) ?? [];
      const counts = new Map<string, number>();
      for (const { row } of links) counts.set(row.from, (counts.get(row.from) ?? 0) + 1);
      const [ja, expected] =
        shape === 'required' ? ['ちょうど1つ必要', `one ${target}`] : ['1つまで', `at most one ${target}`];
      const countOf = (id: string) => counts.get(ids.meantBy(id)) ?? 0;
      const unlinked = rows.filter(({ row }) => row.id !== '' && countOf(row.id) === 0).length;
      // Of a link, or an id, that was reported already, nothing is said at its other end.
      const isReported = unlinked <= (wrongLinks.get(through) ?? 0) + (lostIds.get(file) ?? 0);
      for (const { row, line } of rows.filter(({ row }) => row.id !== '')) {
        const count = countOf(row.id);
        if (count > 1 || (count === 0 && shape === 'required' && !isReported))
          report(
            line,
            'id',
            describe(
              `expected ${expected} as ${field} of ${row.id}, but ${through} has ${count}`,
              `${row.id} の ${target} は${ja}ですが、${through} に ${count} 行あります`,
            ),
            { kind: `${field} ${Math.min(count, 2)}`, example: row.id },
          );
      }
    }
}

/** Sources are lines of documents that the dataset lists. */
export function checkSources(tables: Tables): void {
  const { ofNodes, ofEdges, dataset } = tables;
  const documents = fileOf(nodeNamed('SourceDocument'));
  const lost = tables.lostIds.get(documents) ?? 0;
  const lineCounts = new Map(
    (dataset.nodes.get('SourceDocument') ?? []).map(({ row }) => [
      row.id.replace(/^.*:source-document:/, ''),
      row.values.line_count,
    ]),
  );
  const cited = [...ofNodes, ...ofEdges].flatMap(({ file, rows, report }) =>
    rows.flatMap(({ row, line }) => row.sources.map((source) => ({ file, report, line, ...source }))),
  );
  const unknown = groupBy(
    cited.filter(({ document }) => !lineCounts.has(document)),
    ({ document }) => document,
  );
  if (isAbsent(tables, documents)) {
    for (const [{ file }] of unknown.values()) reportAbsent(tables, documents, file);
    return;
  }
  for (const [document, references] of unknown.size > lost ? unknown : []) {
    const meant = nearest(document, lineCounts.keys());
    const [hintJa, hint] = meant ? [`。${didYouMean(meant).ja}`, ` (${didYouMean(meant).en})`] : ['', ''];
    const files = new Set(references.map(({ file }) => file));
    const [{ file: first, line: firstRow }] = references;
    if (files.size > 1) {
      const words = describe(
        `expected the document ${quoted(document)}, as sources of ${files.size} tables name it (${references.length} rows, the first is row ${firstRow} of ${first}), but there is none${hint}`,
        `${files.size} 個の表の出典にある文書「${quoted(document)}」の行（出典 ${references.length} 件、最初は ${first} の ${firstRow}行目）がありません${hintJa}`,
      );
      tables.problems.in(documents)(null, 'id', words);
      continue;
    }
    for (const { report, line } of references) {
      const words = describe(
        `expected a document of ${documents}, but got: ${quoted(document)}${hint}`,
        `${documents} の文書のはずですが、「${quoted(document)}」です${hintJa}`,
      );
      report(line, 'sources', words, { kind: 'document', example: quoted(document) });
    }
  }
  const outside = cited.filter(({ document, firstLine, lastLine }) => {
    const count = lineCounts.get(document);
    return typeof count === 'number' && (firstLine < 1 || lastLine < firstLine || lastLine > count);
  });
  for (const { report, line, document, firstLine, lastLine } of outside) {
    const words = describe(
      `expected lines between 1 and ${lineCounts.get(document)} of ${document}, but got: ${firstLine}-${lastLine}`,
      `${document} の行は 1 から ${lineCounts.get(document)} までですが、${firstLine}-${lastLine} です`,
    );
    report(line, 'sources', words, { kind: `lines of ${document}`, example: `${firstLine}-${lastLine}` });
  }
  for (const { report, line, document, cells } of cited) {
    const count = lineCounts.get(document);
    if (cells === null || typeof count !== 'number' || lastRowOf(cells) <= count) continue;
    const words = describe(
      `expected cells in the rows from 1 to ${count} of ${document}, but got: ${cells}`,
      `${document} の行は 1 から ${count} までですが、セルは ${cells} です`,
    );
    report(line, 'sources', words, { kind: `cells of ${document}`, example: cells });
  }
}
