/** What tests look at of a workbook that was imported. */
import { expect } from '@jest/globals';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { withoutPlaces } from '../../../src/ingest/dataset/located-dataset.js';
import { readSharedThings } from '../../../src/ingest/dataset/shared-things.js';
import { importBook } from '../../../src/ingest/workbook/build.js';
import { formatFinding } from '../../../src/ingest/workbook/findings.js';
import { formatProposal } from '../../../src/ingest/workbook/mapping/format-proposal.js';
import { type Mapping, readMapping } from '../../../src/ingest/workbook/mapping/mapping.js';
import { propose } from '../../../src/ingest/workbook/mapping/propose.js';
import { readBook } from '../../../src/ingest/workbook/read-book.js';
import { formatReport } from '../../../src/ingest/workbook/report.js';
import { type FixtureBook, workbookOf } from '../../fixtures/aoba-city.js';

export const shared = await readSharedThings();

type NodeName =
  | 'Department'
  | 'Indicator'
  | 'PolicyItem'
  | 'PolicyField'
  | 'Measure'
  | 'Project'
  | 'Observation'
  | 'Cost'
  | 'Evaluation'
  | 'ScaleLevel'
  | 'RelatedPlan'
  | 'SourceDocument';
type EdgeName =
  | 'UNIT_OF'
  | 'SUCCEEDS'
  | 'ITEM_OWNED_BY'
  | 'MEASURE_SUPPORTED_BY'
  | 'MEASURE_TOUCHES'
  | 'OWNED_BY'
  | 'TOUCHES'
  | 'INDICATES'
  | 'INDICATES_MEASURE'
  | 'INDICATES_PROJECT'
  | 'IN_FIELD'
  | 'PART_OF'
  | 'RELATES_TO'
  | 'OBSERVES'
  | 'COST_OF'
  | 'EVALUATES_ITEM'
  | 'EVALUATES_MEASURE'
  | 'EVALUATES_PROJECT'
  | 'GRADED_AS'
  | 'PROJECT_OF'
  | 'PROJECT_OF_MEASURE'
  | 'RUN_BY'
  | 'PROJECT_TOUCHES';

/** An id without the key of the city and the word of its type. */
const bare = (id: string) => id.replace(/^[a-z]+:[^:]+:/, '');

export async function imported(sheets: FixtureBook, mapping: Mapping | null = null) {
  const book = await readBook(await workbookOf(sheets), 'plan.xlsx');
  const result = importBook(book, shared, mapping);
  const said = formatReport({ fileName: book.fileName, sheets: result.sheets, remarks: result.findings.remarks });
  const plain = withoutPlaces(result.dataset);
  return {
    ...result,
    said,
    errors: result.findings.errors.map((finding) => formatFinding(finding).ja),
    remarks: result.findings.remarks.map((finding) => formatFinding(finding).ja),
    rows: (type: NodeName) =>
      (plain.nodes.get(type) ?? []).map(({ id, values }) => ({
        id: bare(id),
        ...(values as { readonly name?: string }),
      })),
    links: (type: EdgeName) => (plain.edges.get(type) ?? []).map(({ from, to }) => [from, to].map(bare).join(' → ')),
    plain,
    files: formatDataset(plain),
  };
}

/** The mapping that is proposed for a workbook, as text. */
export const proposed = async (sheets: FixtureBook): Promise<string> =>
  formatProposal(propose(await readBook(await workbookOf(sheets), 'plan.xlsx')), 'mapping.schema.json');

/** A proposed mapping with the code, name and key of a city filled in. */
export function filledIn(map: string): Mapping {
  const text = map
    .replace('団体コード: ""', '団体コード: 990035')
    .replace(/^ {2}名称: .*$/m, '  名称: 市')
    .replace('キー: ""', 'キー: x');
  const { mapping, problems } = readMapping(text, 'map.yaml');
  expect(problems).toEqual([]);
  if (!mapping) throw new Error('expected a mapping');
  return mapping;
}
