/** What documents, visions and passages say once somebody imported the text. */
import type { Connection } from '../../../src/database/connection.js';
import { extractGreenCity } from '../../fixtures/green-city.js';
import { ask } from '../../seeded/analysis/ask.js';
import { loadDataset, migratedDatabase } from '../load/datasets.js';
import { patience } from '../seeded.js';

let connection: Connection;

beforeAll(async () => {
  connection = await migratedDatabase();
  await loadDataset(connection, (await extractGreenCity({ withText: true })).dataset);
}, patience);

afterAll(() => connection?.close());

interface Passage {
  readonly id: string;
  readonly kind: string;
  readonly vision: { readonly id: string; readonly number: number } | null;
}

interface Vision {
  readonly id: string;
  readonly stages: readonly string[];
  readonly textNote: string | null;
  readonly passages: readonly { readonly id: string; readonly stage: string; readonly text: string }[];
}

test('a line has its words, with what was read from it', async () => {
  const { sourceDocuments } = await ask<{
    readonly sourceDocuments: {
      readonly nodes: readonly {
        readonly textNote: string | null;
        readonly textIncluded: boolean;
        readonly lineCount: number;
        readonly lines: { readonly totalCount: number; readonly nodes: readonly { text: string; facts: object[] }[] };
      }[];
    };
  }>(
    connection,
    '{ sourceDocuments { nodes { textIncluded textNote lineCount lines(first: 500) { totalCount nodes { text facts { id } } } } } }',
  );
  expect(sourceDocuments.nodes).toHaveLength(5);
  for (const { textIncluded, textNote, lineCount, lines } of sourceDocuments.nodes) {
    expect({ textIncluded, textNote, lines: lines.totalCount }).toEqual({
      textIncluded: true,
      textNote: null,
      lines: lineCount,
    });
    expect(lines.nodes.some(({ text, facts }) => text !== '' && facts.length > 0)).toBe(true);
  }
});

test('visions and the passages with their words know each other, at each stage', async () => {
  const { passages, visions } = await ask<{
    readonly passages: { readonly nodes: readonly Passage[] };
    readonly visions: { readonly nodes: readonly Vision[] };
  }>(
    connection,
    `{
      passages(first: 500) { nodes { id kind vision { id number } } }
      visions(first: 500) { nodes { id stages textNote passages { id stage text } } }
    }`,
  );
  expect(visions.nodes.length).toBeGreaterThan(3);
  const ofVisions = passages.nodes.filter(({ kind }) => kind === 'VISION');
  expect(ofVisions.map(({ vision }) => vision)).not.toContain(null);
  expect(passages.nodes.filter(({ kind, vision }) => kind !== 'VISION' && vision !== null)).toEqual([]);
  const forth = visions.nodes.flatMap(({ id, passages }) => passages.map((passage) => `${id} ${passage.id}`));
  const back = ofVisions.map(({ id, vision }) => `${vision?.id} ${id}`);
  expect(forth.toSorted()).toEqual(back.toSorted());
  for (const { passages, textNote } of visions.nodes) {
    expect(textNote).toBeNull();
    expect(passages.length).toBeGreaterThan(0);
  }
});
