import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCell, parseCell } from '../../../src/ingest/dataset/cell.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { formatProblem } from '../../../src/ingest/dataset/problems.js';
import { columnsOf } from '../../../src/ingest/dataset/table.js';
import { validateDataset } from '../../../src/ingest/dataset/validate.js';
import type { DocumentFile } from '../../../src/ingest/documents/document.js';
import { FindingList } from '../../../src/ingest/documents/finding.js';
import { recognise } from '../../../src/ingest/documents/recognise.js';
import { extract } from '../../../src/ingest/extract/extract.js';
import type { Reviewed } from '../../../src/ingest/extract/reviewed.js';
import { nodeNamed } from '../../../src/model/model.js';
import { greenCity, readGreenCityReviewed } from '../../fixtures/green-city.js';

// Many small datasets are made, on a machine that may have other work.
jest.setTimeout(60_000);

const documents = readdirSync(greenCity.documents)
  .sort()
  .map((fileName) => ({
    fileName,
    lines: readFileSync(join(greenCity.documents, fileName), 'utf8').replace(/\n$/, '').split('\n'),
  }));
let reviewed: Reviewed;

beforeAll(async () => {
  reviewed = await readGreenCityReviewed();
});

/** One document after lines of it were lost, moved, doubled, glued together, cut off, or had cells and figures damaged. */
const damage = fc.record({
  document: fc.nat({ max: documents.length - 1 }),
  kind: fc.constantFrom('lose', 'move', 'double', 'glue', 'slide', 'untab', 'digit', 'cut'),
  from: fc.nat(),
  to: fc.nat(),
});

function damaged(damages: readonly { document: number; kind: string; from: number; to: number }[]) {
  const copies = documents.map(({ fileName, lines }) => ({ fileName, lines: [...lines] }));
  for (const { document, kind, from, to } of damages) {
    const { lines } = copies[document] as (typeof copies)[number];
    const at = from % (lines.length + 1);
    const line = lines[at] ?? '';
    if (kind === 'lose') lines.splice(at, 1 + (to % 5));
    if (kind === 'move') lines.splice(to % (lines.length + 1), 0, ...lines.splice(at, 1));
    if (kind === 'double') lines.splice(to % (lines.length + 1), 0, line);
    if (kind === 'glue') lines.splice(at, 2, `${line} ${lines[at + 1] ?? ''}`);
    if (kind === 'slide') lines.splice(at, 1, `\t${line}`);
    if (kind === 'untab') lines.splice(at, 1, line.replace('\t', ' '));
    if (kind === 'digit') lines.splice(at, 1, line.replace(/\d/, String(to % 10)));
    if (kind === 'cut') lines.splice(at, lines.length, line.slice(0, to % (line.length + 1)));
  }
  return copies.flatMap(({ fileName, lines }): DocumentFile[] => {
    const recognised = recognise(lines);
    return recognised ? [{ ...recognised, fileName, lines, checksum: '0' }] : [];
  });
}

/** What `load` would say of a dataset, without the way through files. */
function problemsOf(dataset: Dataset): readonly string[] {
  const located = <Name, Row>(tables: ReadonlyMap<Name, readonly Row[]>) =>
    new Map([...tables].map(([name, rows]) => [name, rows.map((row, index) => ({ row, line: index + 2 }))]));
  const cells = [...dataset.nodes].flatMap(([type, rows]) =>
    rows.flatMap(({ id, values }) =>
      columnsOf(nodeNamed(type)).flatMap((column) => {
        try {
          parseCell(formatCell(values[column.header]), column, id);
          return [];
        } catch (error) {
          return [`${id}, column ${column.header}: ${(error as Error).message}`];
        }
      }),
    ),
  );
  const across = validateDataset({ nodes: located(dataset.nodes), edges: located(dataset.edges), texts: new Map() });
  return [...cells, ...across.map(formatProblem)];
}

test('any of the five documents, alone or with others, give a dataset that can be loaded', () => {
  const all = damaged([]);
  for (let chosen = 1; chosen < 2 ** all.length; chosen++) {
    const sources = all.filter((_, index) => chosen & (1 << index));
    const findings = new FindingList();
    const { dataset } = extract(sources, reviewed, findings, { withText: true });
    const problems = [...findings.all.filter(({ severity }) => severity === 'error'), ...problemsOf(dataset)];
    expect({ documents: sources.map(({ id }) => id), problems }).toMatchObject({ problems: [] });
  }
});

test('documents damaged in any way either give a dataset that can be loaded, or an error that says why not', () => {
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 5 }), (damages) => {
      const findings = new FindingList();
      const sources = damaged(damages);
      fc.pre(new Set(sources.map(({ id }) => id)).size === sources.length);
      const { dataset } = extract(sources, reviewed, findings, { withText: true });
      if (!findings.hasErrors) expect(problemsOf(dataset)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
