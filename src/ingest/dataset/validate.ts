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

/** A link with stages of its own is in force only where both of its ends are: what is read along it goes by the link alone. */
function checkForce({ ofNodes, ofEdges }: Tables): void {
  const staged = ofNodes.filter(({ node }) => node.staged).flatMap(({ rows }) => rows);
  const notInForce = new Set(staged.filter(({ row }) => !row.effective).map(({ row }) => row.id));
  for (const { rows, report } of ofEdges.filter(({ edge }) => edge.staged))
    for (const { row, line } of rows.filter(({ row }) => row.effective))
      for (const end of [row.from, row.to])
        if (notInForce.has(end))
          report(
            line,
            'effective',
            describe(
              `expected false, as ${end} is not in force, but got true`,
              `${end} が有効でないため false のはずですが、true です`,
            ),
          );
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
  checkCodes(tables);
  checkPeriods(tables);
  checkCircles(tables);
  checkLocalGovernmentCode(tables);
  checkSharedThings(tables);
  return problems.all;
}
