import { edgeOfType, edges, nodeNamed, nodes, possibleTypes, relationshipsOf } from '../../model/model.js';
import { type LocatedDataset, type Problem, problemAt } from './located-dataset.js';
import { fileOf, textFileOf } from './table.js';

/** Node types that an id belongs to; more than one means a duplicate. */
function idsOf(dataset: LocatedDataset, problems: Problem[]): Map<string, string> {
  const types = new Map<string, string>();
  for (const node of nodes)
    for (const { row, line } of dataset.nodes.get(node.name) ?? []) {
      const other = types.get(row.id);
      if (other !== undefined)
        problems.push(
          problemAt(fileOf(node), line, 'id', `expected an id of its own, but ${row.id} is already a ${other}`),
        );
      types.set(row.id, node.name);
    }
  return types;
}

/** Every municipality's ids carry its key, so that two cities cannot touch each other. */
function checkMunicipality(dataset: LocatedDataset, problems: Problem[]): void {
  const keys = (dataset.nodes.get('Municipality') ?? []).map(({ row }) => String(row.values.key ?? ''));
  if (keys.length !== 1) {
    problems.push(
      problemAt('municipalities.csv', null, null, `expected exactly one municipality, but got ${keys.length}`),
    );
    return;
  }
  for (const node of nodes)
    for (const { row, line } of dataset.nodes.get(node.name) ?? []) {
      const expected = node.global ? `${node.idWord}:` : `${keys[0]}:${node.idWord}:`;
      if (!row.id.startsWith(expected))
        problems.push(
          problemAt(fileOf(node), line, 'id', `expected an id that starts with ${expected}, but got: ${row.id}`),
        );
    }
}

function checkEdges(dataset: LocatedDataset, types: ReadonlyMap<string, string>, problems: Problem[]): void {
  for (const edge of edges) {
    const file = fileOf(edge);
    const seen = new Set<string>();
    for (const { row, line } of dataset.edges.get(edge.type) ?? []) {
      for (const end of ['from', 'to'] as const) {
        const allowed: readonly string[] = possibleTypes(edge[end]).map(({ name }) => name);
        const found = types.get(row[end]);
        if (found === undefined)
          problems.push(
            problemAt(file, line, end, `expected an id of the type ${edge[end]}, but nothing has the id: ${row[end]}`),
          );
        else if (!allowed.includes(found))
          problems.push(
            problemAt(file, line, end, `expected an id of the type ${edge[end]}, but ${row[end]} is a ${found}`),
          );
      }
      const key = `${row.from} ${row.to}`;
      if (seen.has(key))
        problems.push(problemAt(file, line, null, `expected each pair once, but ${row.from} → ${row.to} is repeated`));
      seen.add(key);
    }
  }
}

/** A link with stages of its own is in force only where both of its ends are: what is read along it goes by the link alone. */
function checkForce(dataset: LocatedDataset, problems: Problem[]): void {
  const notInForce = new Set(
    nodes.flatMap(({ name, staged }) =>
      (staged ? (dataset.nodes.get(name) ?? []) : []).flatMap(({ row }) => (row.effective ? [] : row.id)),
    ),
  );
  for (const edge of edges.filter(({ staged }) => staged))
    for (const { row, line } of dataset.edges.get(edge.type) ?? [])
      for (const end of [row.from, row.to])
        if (row.effective && notInForce.has(end))
          problems.push(
            problemAt(fileOf(edge), line, 'effective', `expected false, as ${end} is not in force, but got true`),
          );
}

/** A relationship that promises a target has exactly one; one that allows a single target has no second. */
function checkSingleTargets(dataset: LocatedDataset, problems: Problem[]): void {
  for (const node of nodes)
    for (const [field, { shape, path, target }] of relationshipsOf(node)) {
      const [step] = path;
      if ((shape !== 'required' && shape !== 'one') || path.length > 1 || !step || step.direction === 'in') continue;
      const counts = new Map<string, number>();
      for (const { row } of dataset.edges.get(step.edge) ?? []) counts.set(row.from, (counts.get(row.from) ?? 0) + 1);
      for (const { row, line } of dataset.nodes.get(node.name) ?? []) {
        const count = counts.get(row.id) ?? 0;
        if (count > 1 || (count === 0 && shape === 'required'))
          problems.push(
            problemAt(
              fileOf(node),
              line,
              'id',
              `expected ${shape === 'required' ? 'one' : 'at most one'} ${target} as ${field} of ${row.id}, but ${edgeOfType(step.edge).table}.csv has ${count}`,
            ),
          );
      }
    }
}

function checkSources(dataset: LocatedDataset, problems: Problem[]): void {
  const lineCounts = new Map(
    (dataset.nodes.get('SourceDocument') ?? []).map(({ row }) => [
      row.id.replace(/^.*:source-document:/, ''),
      Number(row.values.line_count),
    ]),
  );
  const check = (
    file: string,
    rows: readonly {
      row: { sources: readonly { document: string; firstLine: number; lastLine: number }[] };
      line: number;
    }[],
  ) => {
    for (const { row, line } of rows)
      for (const { document, firstLine, lastLine } of row.sources) {
        const count = lineCounts.get(document);
        if (count === undefined)
          problems.push(
            problemAt(file, line, 'sources', `expected a document of source-documents.csv, but got: ${document}`),
          );
        else if (firstLine < 1 || lastLine < firstLine || lastLine > count)
          problems.push(
            problemAt(
              file,
              line,
              'sources',
              `expected lines between 1 and ${count} of ${document}, but got: ${firstLine}-${lastLine}`,
            ),
          );
      }
  };
  for (const [name, rows] of dataset.nodes) check(fileOf(nodeNamed(name)), rows);
  for (const edge of edges) check(fileOf(edge), dataset.edges.get(edge.type) ?? []);
}

/** A document's text, where the dataset brings it, has as many lines as the sources count. */
function checkTexts(dataset: LocatedDataset, problems: Problem[]): void {
  for (const { row } of dataset.nodes.get('SourceDocument') ?? []) {
    const lines = dataset.texts.get(row.id);
    if (lines && lines.length !== row.values.line_count)
      problems.push(
        problemAt(
          textFileOf(row.id),
          null,
          null,
          `expected the ${row.values.line_count} lines that source-documents.csv counts, but got ${lines.length}`,
        ),
      );
  }
}

/** Every rule that looks across the tables of a dataset; what is wrong inside one cell was found by reading it. */
export function validateDataset(dataset: LocatedDataset): readonly Problem[] {
  const problems: Problem[] = [];
  const types = idsOf(dataset, problems);
  checkMunicipality(dataset, problems);
  checkEdges(dataset, types, problems);
  checkForce(dataset, problems);
  checkSingleTargets(dataset, problems);
  checkSources(dataset, problems);
  checkTexts(dataset, problems);
  return problems;
}
