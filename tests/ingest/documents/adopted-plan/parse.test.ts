import { parseAdoptedPlan } from '../../../../src/ingest/documents/adopted-plan/parse.js';
import { FindingList } from '../../../../src/ingest/documents/finding.js';
import { neverThrows } from '../damaged-documents.js';
import { testCases } from '../parser-cases.js';
import { describeRealDocument } from '../real-documents.js';

describe('parseAdoptedPlan', () => {
  testCases(import.meta.url, 'adopted-plan', parseAdoptedPlan);
});

describe('parseAdoptedPlan with a damaged document', () => {
  neverThrows(import.meta.url, (lines, findings) => {
    const id = 'adopted-plan';
    parseAdoptedPlan({ kind: id, id, fileName: 'input.txt', lines }, findings);
  });
});

describeRealDocument(
  'adopted plan',
  (text) => text.includes('施策大項目と関連するSDGs'),
  (source) => {
    const findings = new FindingList();
    const { chapters, linkagePlans } = parseAdoptedPlan(source, findings);
    const items = chapters.flatMap((chapter) => chapter.items.map((item) => ({ chapter: chapter.number, ...item })));

    it('leaves nothing unplaced and finds nothing missing', () => {
      expect(findings.all.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(findings.all.filter(({ rule }) => rule === 'every-line-is-placed')).toEqual([]);
      expect(findings.all.map(({ rule }) => rule)).toEqual(['figures-hold-no-text', 'names-agree']);
    });

    it('has two chapters of policy fields with eleven items', () => {
      expect(chapters.map(({ number, items }) => [number, items.length])).toEqual([
        [5, 6],
        [6, 5],
      ]);
    });

    it.each([
      ['visions', [3, 5, 2, 2, 2, 2, 3, 3, 3, 3, 3]],
      ['indicators', [3, 3, 2, 2, 2, 2, 3, 2, 2, 2, 4]],
      ['measures', [4, 5, 6, 4, 2, 3, 3, 8, 4, 4, 6]],
    ] as const)('has the %s of each item', (part, counts) => {
      expect(items.map((item) => item[part].length)).toEqual(counts);
    });

    it('has collaboration in all items but three', () => {
      expect(
        items.flatMap(({ chapter, number, collaboration }) => (collaboration ? [] : [`${chapter}-${number}`])),
      ).toEqual(['5-6', '6-2', '6-4']);
    });

    it('has a satisfaction and a situation in every item, and content in every measure', () => {
      expect(items.map(({ satisfaction }) => satisfaction?.value.percent)).toEqual([
        30.6, 23.1, 39, 34.4, 32.1, 42.8, 30.4, 16.8, 27.1, 26, 22.1,
      ]);
      expect(items.filter(({ situation }) => situation === null)).toEqual([]);
      expect(items.flatMap(({ measures }) => measures.filter(({ content }) => content === null))).toEqual([]);
    });

    it('reads a number out of every target, and out of every baseline but one', () => {
      const indicators = items.flatMap((item) => item.indicators);
      expect(indicators.filter(({ target }) => target.value === null || target.unit === null)).toEqual([]);
      expect(indicators.flatMap(({ baseline }) => (baseline.value === null ? [baseline.text] : []))).toEqual(['—']);
      expect(indicators.filter(({ target }) => target.comparator === 'AT_MOST')).toHaveLength(2);
    });

    it('has five linkage plans, each with a subtitle, initiatives, references and indicators', () => {
      const shape = linkagePlans.map(({ number, subtitle, initiatives, indicators }) => [
        number,
        subtitle !== null,
        initiatives.map(({ references }) => references.length),
        indicators.length,
      ]);
      expect(shape).toEqual([
        [1, true, [3, 7, 4], 2],
        [2, true, [4, 6, 4], 2],
        [3, true, [3, 6], 2],
        [4, true, [6, 5], 2],
        [5, true, [6, 4], 2],
      ]);
    });

    it('reports an error wherever the document is cut off before its last list', () => {
      const lastList = linkagePlans.at(-1)?.indicators[0]?.lines.first ?? 0;
      for (let length = 40; length < lastList; length += 7) {
        const cut = new FindingList();
        parseAdoptedPlan({ ...source, lines: source.lines.slice(0, length) }, cut);
        expect([length, cut.all.some(({ rule }) => rule === 'document-is-complete')]).toEqual([length, true]);
      }
    });
  },
);
