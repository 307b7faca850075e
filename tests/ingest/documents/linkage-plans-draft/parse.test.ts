import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { compareMatrix } from '../../../../src/ingest/documents/linkage-plans-draft/matrix.js';
import { parseLinkagePlansDraft } from '../../../../src/ingest/documents/linkage-plans-draft/parse.js';
import { neverThrows } from '../damaged-documents.js';
import { testCases } from '../parser-cases.js';
import { describeRealDocument } from '../real-documents.js';

describe('parseLinkagePlansDraft and compareMatrix', () => {
  testCases(import.meta.url, 'linkage-plans-draft', (source, findings) => {
    const draft = parseLinkagePlansDraft(source, findings);
    return { draft, comparison: compareMatrix(draft, source) };
  });
});

describe('parseLinkagePlansDraft with a damaged document', () => {
  neverThrows(import.meta.url, (lines, findings) => {
    const id = 'linkage-plans-draft';
    const draft = parseLinkagePlansDraft({ kind: id, id, fileName: 'input.txt', lines }, findings);
    compareMatrix(draft, { id });
  });
});

describeRealDocument(
  'draft of the linkage plans',
  (text) => text.includes('数値目標案'),
  (source) => {
    const findings = new FindingList();
    const draft = parseLinkagePlansDraft(source, findings);
    const { plans, matrix } = draft;

    it('leaves nothing unplaced and nothing to report', () => {
      expect(findings.all).toEqual([]);
    });

    it('has five plans with their initiatives, references and indicators', () => {
      const shape = plans.map(({ number, introduction, initiatives, indicators }) => [
        number,
        introduction !== null,
        initiatives.map(({ references }) => references.length),
        indicators.length,
      ]);
      expect(shape).toEqual([
        [1, true, [3, 4, 4], 3],
        [2, true, [4, 6, 3], 2],
        [3, true, [3, 6], 2],
        [4, true, [4, 5], 2],
        [5, true, [5, 3], 2],
      ]);
    });

    it('has a matrix of 38 policy items in six fields', () => {
      const fields = [...new Set(matrix.items.map(({ fieldNumber }) => fieldNumber))];
      const sizes = fields.map((field) => [field, matrix.items.filter((row) => row.fieldNumber === field).length]);
      expect(sizes).toEqual([
        [1, 7],
        [2, 6],
        [3, 7],
        [4, 7],
        [5, 6],
        [6, 5],
      ]);
      expect(matrix.items.filter(({ fieldName }) => fieldName === '')).toEqual([]);
      expect(new Set(matrix.items.map(({ fieldName }) => fieldName)).size).toBe(6);
      expect(matrix.items.flatMap((row) => row.plans)).toHaveLength(41);
    });

    it('has a matrix that agrees with the initiatives but for three names', () => {
      expect(compareMatrix(draft, source).map(({ rule }) => rule)).toEqual([
        'names-agree',
        'names-agree',
        'names-agree',
      ]);
    });

    it('reports an error wherever the document is cut off', () => {
      for (let length = 20; length < source.lines.length; length += 3) {
        const cut = new FindingList();
        parseLinkagePlansDraft({ ...source, lines: source.lines.slice(0, length) }, cut);
        expect([length, cut.all.some(({ rule }) => rule === 'document-is-complete')]).toEqual([length, true]);
      }
    });
  },
);
