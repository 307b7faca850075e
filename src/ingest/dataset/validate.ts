import { edgeOfType, edges, nodes, possibleTypes, relationshipsOf } from '../../model/model.js';
import { type LocatedDataset, type Problem, reportIn } from './located-dataset.js';
import { fileOf, textFileOf } from './table.js';

type Tables = ReturnType<typeof tablesIn>;

/** The tables of a dataset with their declarations, their rows, and how what is wrong with a row is noted. */
function tablesIn(dataset: LocatedDataset, problems: Problem[]) {
  return {
    ofNodes: nodes.map((node) => {
      return { node, rows: dataset.nodes.get(node.name) ?? [], report: reportIn(problems, fileOf(node)) };
    }),
    ofEdges: edges.map((edge) => {
      return { edge, rows: dataset.edges.get(edge.type) ?? [], report: reportIn(problems, fileOf(edge)) };
    }),
  };
}

/** The node type of each id; an id belongs to one row. */
function typesOfIds({ ofNodes }: Tables): ReadonlyMap<string, string> {
  const types = new Map<string, string>();
  for (const { node, rows, report } of ofNodes)
    for (const { row, line } of rows) {
      const other = types.get(row.id);
      if (other !== undefined) report(line, 'id', `expected an id of its own, but ${row.id} is already a ${other}`);
      types.set(row.id, node.name);
    }
  return types;
}

/** Every municipality's ids carry its key, so that two cities cannot touch each other. */
function checkMunicipality({ ofNodes }: Tables, dataset: LocatedDataset): void {
  const keys = (dataset.nodes.get('Municipality') ?? []).map(({ row }) => String(row.values.key ?? ''));
  for (const { node, rows, report } of ofNodes)
    if (keys.length !== 1) {
      if (node.name === 'Municipality') report(null, null, `expected exactly one municipality, but got ${keys.length}`);
    } else {
      const expected = node.global ? `${node.idWord}:` : `${keys[0]}:${node.idWord}:`;
      for (const { row, line } of rows)
        if (!row.id.startsWith(expected))
          report(line, 'id', `expected an id that starts with ${expected}, but got: ${row.id}`);
    }
}

function checkEdges({ ofEdges }: Tables, types: ReadonlyMap<string, string>): void {
  for (const { edge, rows, report } of ofEdges) {
    const seen = new Set<string>();
    for (const { row, line } of rows) {
      for (const end of ['from', 'to'] as const) {
        const allowed: readonly string[] = possibleTypes(edge[end]).map(({ name }) => name);
        const found = types.get(row[end]);
        const actual = found === undefined ? `nothing has the id: ${row[end]}` : `${row[end]} is a ${found}`;
        if (found === undefined || !allowed.includes(found))
          report(line, end, `expected an id of the type ${edge[end]}, but ${actual}`);
      }
      const key = `${row.from} ${row.to}`;
      if (seen.has(key)) report(line, null, `expected each pair once, but ${row.from} → ${row.to} is repeated`);
      seen.add(key);
    }
  }
}

/** A link with stages of its own is in force only where both of its ends are: what is read along it goes by the link alone. */
function checkForce({ ofNodes, ofEdges }: Tables): void {
  const staged = ofNodes.filter(({ node }) => node.staged).flatMap(({ rows }) => rows);
  const notInForce = new Set(staged.filter(({ row }) => !row.effective).map(({ row }) => row.id));
  for (const { rows, report } of ofEdges.filter(({ edge }) => edge.staged))
    for (const { row, line } of rows.filter(({ row }) => row.effective))
      for (const end of [row.from, row.to])
        if (notInForce.has(end)) report(line, 'effective', `expected false, as ${end} is not in force, but got true`);
}

/** A relationship that promises a target has exactly one; one that allows a single target has no second. */
function checkSingleTargets({ ofNodes }: Tables, dataset: LocatedDataset): void {
  for (const { node, rows, report } of ofNodes)
    for (const [field, { shape, path, target }] of relationshipsOf(node)) {
      const [step] = path;
      if ((shape !== 'required' && shape !== 'one') || path.length > 1 || !step || step.direction === 'in') continue;
      const counts = new Map<string, number>();
      for (const { row } of dataset.edges.get(step.edge) ?? []) counts.set(row.from, (counts.get(row.from) ?? 0) + 1);
      const expected = `${shape === 'required' ? 'one' : 'at most one'} ${target} as ${field}`;
      for (const { row, line } of rows) {
        const count = counts.get(row.id) ?? 0;
        if (count > 1 || (count === 0 && shape === 'required'))
          report(line, 'id', `expected ${expected} of ${row.id}, but ${fileOf(edgeOfType(step.edge))} has ${count}`);
      }
    }
}

function checkSources({ ofNodes, ofEdges }: Tables, dataset: LocatedDataset): void {
  const documents = dataset.nodes.get('SourceDocument') ?? [];
  const lineCounts = new Map(
    documents.map(({ row }) => [row.id.replace(/^.*:source-document:/, ''), Number(row.values.line_count)]),
  );
  for (const { rows, report } of [...ofNodes, ...ofEdges])
    for (const { row, line } of rows)
      for (const { document, firstLine, lastLine } of row.sources) {
        const count = lineCounts.get(document);
        const expected = `lines between 1 and ${count} of ${document}`;
        if (count === undefined)
          report(line, 'sources', `expected a document of source-documents.csv, but got: ${document}`);
        else if (firstLine < 1 || lastLine < firstLine || lastLine > count)
          report(line, 'sources', `expected ${expected}, but got: ${firstLine}-${lastLine}`);
      }
}

/** A document's text, where the dataset brings it, has as many lines as the sources count. */
function checkTexts(dataset: LocatedDataset, problems: Problem[]): void {
  for (const { row } of dataset.nodes.get('SourceDocument') ?? []) {
    const lines = dataset.texts.get(row.id);
    const expected = `the ${row.values.line_count} lines that source-documents.csv counts`;
    if (lines && lines.length !== row.values.line_count)
      reportIn(problems, textFileOf(row.id))(null, null, `expected ${expected}, but got ${lines.length}`);
  }
}

/** Every rule that looks across the tables of a dataset; what is wrong inside one cell was found by reading it. */
export function validateDataset(dataset: LocatedDataset): readonly Problem[] {
  const problems: Problem[] = [];
  const tables = tablesIn(dataset, problems);
  const types = typesOfIds(tables);
  checkMunicipality(tables, dataset);
  checkEdges(tables, types);
  checkForce(tables);
  checkSingleTargets(tables, dataset);
  checkSources(tables, dataset);
  checkTexts(dataset, problems);
  return problems;
}
