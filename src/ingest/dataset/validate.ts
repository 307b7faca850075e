import { groupBy } from '../../group-by.js';
import { describe } from '../../model/declaration.js';
import { checkAlternatives } from './alternatives.js';
import { checkCodes, checkLocalGovernmentCode } from './codes.js';
import type { SharedThings } from './dataset.js';
import { checkIds } from './ids.js';
import type { LocatedDataset } from './located-dataset.js';
import { checkCircles, checkPeriods } from './periods.js';
import { type Problem, Problems } from './problems.js';
import { checkEdges, checkSingleTargets, checkSources } from './references.js';
import { checkSharedThings } from './shared-things.js';
import { textFileOf } from './table.js';
import { type Tables, tablesIn } from './tables.js';

/**
 * A link with stages of its own is in force only where both of its ends are: what is read along it goes by the link alone.
 * Where all links of a thing are in force, the thing is what is probably wrong.
 */
function checkForce({ ofNodes, ofEdges }: Tables): void {
  const staged = ofNodes.filter(({ node }) => node.staged);
  const things = staged.flatMap(({ rows, report }) => rows.map(({ row, line }) => ({ row, line, report })));
  const notInForce = new Map(things.filter(({ row }) => !row.effective).map((thing) => [thing.row.id, thing]));
  const links = ofEdges
    .filter(({ edge }) => edge.staged)
    .flatMap(({ rows, report }) =>
      rows.flatMap(({ row, line }) =>
        [row.from, row.to].filter((end) => notInForce.has(end)).map((end) => ({ row, line, report, end })),
      ),
    );
  for (const [end, ofEnd] of groupBy(links, (link) => link.end)) {
    const thing = notInForce.get(end);
    const inForce = ofEnd.filter(({ row }) => row.effective);
    if (thing && inForce.length > 1 && inForce.length === ofEnd.length) {
      const words = describe(
        `expected true, as all ${inForce.length} links of ${end} are in force, but got false`,
        `${end} の関連 ${inForce.length} 行がすべて有効なため true のはずですが、false です`,
      );
      thing.report(thing.line, 'effective', words, { kind: 'links in force' });
      continue;
    }
    for (const { line, report } of inForce)
      report(
        line,
        'effective',
        describe(
          `expected false, as ${end} is not in force, but got true`,
          `${end} が有効でないため false のはずですが、true です`,
        ),
        { kind: 'not in force' },
      );
  }
}

/** A document's text, where the dataset brings it, has as many lines as the sources count. */
function checkTexts({ dataset, problems }: Tables): void {
  for (const { row } of dataset.nodes.get('SourceDocument') ?? []) {
    const lines = dataset.texts.get(row.id);
    const count = row.values.line_count;
    if (lines && count !== null && lines.length !== count)
      problems.in(textFileOf(row.id))(
        null,
        null,
        describe(
          `expected the ${count} lines that source-documents.csv counts, but got ${lines.length}`,
          `source-documents.csv では ${count} 行ですが、${lines.length} 行あります`,
        ),
      );
  }
}

/**
 * Every rule that looks across the tables of a dataset; what is wrong inside one cell was found by reading it. Nothing is
 * said twice: not of what refers to a table that could not be read, nor of both ends of a reference that is wrong. With
 * `shared`, what all cities share must be as the service has it.
 */
export function validateDataset(dataset: LocatedDataset, shared: SharedThings = new Map()): readonly Problem[] {
  const problems = new Problems();
  const tables = tablesIn(dataset, shared, problems);
  const ids = checkIds(tables);
  checkEdges(tables, ids);
  checkForce(tables);
  checkSingleTargets(tables, ids);
  checkAlternatives(tables, ids);
  checkSources(tables);
  checkTexts(tables);
  checkRows(tables);
  return problems.all;
}

/** The rules that rows break by themselves, whatever other rows lack: of a dataset of which some could not be read. */
export function validateRows(dataset: LocatedDataset, shared: SharedThings): readonly Problem[] {
  const problems = new Problems();
  checkRows(tablesIn(dataset, shared, problems));
  return problems.all;
}

function checkRows(tables: Tables): void {
  checkCodes(tables);
  checkPeriods(tables);
  checkCircles(tables);
  checkLocalGovernmentCode(tables);
  checkSharedThings(tables);
}
