/** What a document says of itself, and what was read from its lines; the committed dataset has no text. */
import { readDataset } from '../../../src/ingest/dataset/read.js';
import { projectFile } from '../../../src/project-files.js';
import { asking } from '../asking.js';

const asked = asking();

interface Fact {
  readonly id: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** How often rows of the committed tables name a document as their source. */
async function citations(): Promise<ReadonlyMap<string, number>> {
  const { dataset } = await readDataset(projectFile('seed'));
  const counts = new Map<string, number>();
  const about = new Set(['CoverageStatement', 'ExtractionIssue', 'COVERAGE_OF', 'FOUND_IN']);
  for (const table of [dataset.nodes, dataset.edges])
    for (const [type, rows] of table)
      for (const { row } of about.has(type) ? [] : rows)
        for (const { document } of row.sources) counts.set(document, (counts.get(document) ?? 0) + 1);
  return counts;
}

test('a document says who published it, what it is, and that nobody knows where it stands on the web', async () => {
  const { node } = await asked(`{ node(id: "honjo:source-document:reform-sheets-2024") { ... on SourceDocument {
    title documentKindLabel documentKindLabelEn publisher publisherEn fiscalYear fiscalEra publicationDate url checksum
  } } }`);
  expect(node).toEqual({
    title: expect.stringMatching(/^本庄市行政改革大綱 令和6年度/),
    documentKindLabel: '行政改革の実施計画シート',
    documentKindLabelEn: 'Administrative-reform sheets',
    publisher: '本庄市',
    publisherEn: 'Honjo City',
    fiscalYear: 2024,
    fiscalEra: 'R6',
    publicationDate: null,
    url: null,
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('every row of the dataset that names a document as its source is among the facts of the document', async () => {
  const { sourceDocuments } = await asked('{ sourceDocuments { nodes { id citedBy { totalCount } } } }');
  const counted = (sourceDocuments.nodes as { id: string; citedBy: { totalCount: number } }[]).map(
    ({ id, citedBy }) => [id.replace('honjo:source-document:', ''), citedBy.totalCount] as const,
  );
  expect(new Map(counted)).toEqual(await citations());
});

test('facts come page by page in the order of their lines, each once', async () => {
  const found: Fact[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { node } = await asked(
      `query ($after: String) { node(id: "honjo:source-document:linkage-plans-draft") { ... on SourceDocument {
        citedBy(first: 100, after: $after) { totalCount nodes { id firstLine lastLine } pageInfo { hasNextPage endCursor } }
      } } }`,
      { after },
    );
    found.push(...node.citedBy.nodes);
    ({ hasNextPage: more, endCursor: after } = node.citedBy.pageInfo);
    if (!more) expect(found).toHaveLength(node.citedBy.totalCount);
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  const places = found.map(({ firstLine, lastLine }) => firstLine * 10_000 + lastLine);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('a line says what was read from it: the owner of 男女共同参画の推進, at both stages', async () => {
  const { node } = await asked(`{ node(id: "honjo:source-document:review-sheets-5") { ... on SourceDocument {
    citedBy(firstLine: 132, lastLine: 132) { nodes {
      stage relationship sentence sentenceEn subject { id } target { id } effective
    } }
    lines(firstLine: 132, lastLine: 132) { totalCount nodes { number text facts { id } } }
  } } }`);
  const owned = node.citedBy.nodes.filter(
    ({ relationship, target }: { relationship: string; target: { id: string } | null }) =>
      relationship === 'OWNED_BY' && target?.id === 'honjo:department:市民活動推進課',
  );
  expect(owned).toEqual(
    ['CURRENT', 'DRAFT'].map((stage) => ({
      stage,
      relationship: 'OWNED_BY',
      sentence: expect.stringContaining('市民活動推進課'),
      sentenceEn: expect.stringContaining('Citizen'),
      subject: { id: 'honjo:measure:5-2-3' },
      target: { id: 'honjo:department:市民活動推進課' },
      effective: true,
    })),
  );
  const [line] = node.lines.nodes;
  expect(node.lines.totalCount).toBe(1);
  expect(line).toMatchObject({ number: 132, text: null });
  expect(line.facts).toHaveLength(node.citedBy.nodes.length);
});

test('lines are all there or only those from which something was read, and none beyond the end', async () => {
  const { node } = await asked(`{ node(id: "honjo:source-document:linkage-plans-draft") { ... on SourceDocument {
    lineCount all: lines(first: 0) { totalCount } cited: lines(cited: true, first: 0) { totalCount }
    others: lines(cited: false, first: 0) { totalCount } beyond: lines(firstLine: 5000) { totalCount nodes { id } }
  } } }`);
  expect(node.all.totalCount).toBe(node.lineCount);
  expect(node.cited.totalCount + node.others.totalCount).toBe(node.lineCount);
  expect(node.cited.totalCount).toBeGreaterThan(100);
  expect(node.beyond).toEqual({ totalCount: 0, nodes: [] });
});

test('where the text was not imported, documents and visions say so, and what would bring it', async () => {
  const { document, vision } = await asked(`{
    document: node(id: "honjo:source-document:adopted-plan") { ... on SourceDocument { textIncluded textNote textNoteEn } }
    vision: node(id: "honjo:vision:5-2-1") { ... on Vision { passages { id } textNote textNoteEn } }
  }`);
  const note = {
    textNote: expect.stringContaining('--with-text'),
    textNoteEn: expect.stringContaining('--with-text'),
  };
  expect(document).toEqual({ textIncluded: false, ...note });
  expect(vision).toEqual({ passages: [], ...note });
});
