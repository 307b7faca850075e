import fc from 'fast-check';
import { applyCorrections, type Correction } from '../../../src/ingest/documents/corrections.js';
import type { SourceText } from '../../../src/ingest/documents/document.js';

function sourceOf(lines: readonly string[]): SourceText {
  return { kind: 'adopted-plan', id: 'adopted-plan', fileName: 'plan.txt', lines };
}

function correction(parts: Partial<Correction>): Correction {
  return {
    id: '1',
    document: 'adopted-plan',
    line: 1,
    find: '',
    replace: '',
    reason: 'scanning error',
    reasonJa: '読み取り誤り',
    ...parts,
  };
}

const harbour = ['港の情掃', '灯台の保存', '漁業の振與', '磯の保全、磯の観察'];

describe('applyCorrections', () => {
  it('replaces inside the line that was reviewed', () => {
    const { source, used, unmatched } = applyCorrections(sourceOf(harbour), [
      correction({ line: 1, find: '情掃', replace: '清掃' }),
    ]);
    expect(source.lines).toEqual(['港の清掃', ...harbour.slice(1)]);
    expect(used).toMatchObject([{ id: '1', correctedLine: 1, moved: false }]);
    expect(unmatched).toEqual([]);
  });

  it('replaces every occurrence in that line, whatever the text means as a pattern', () => {
    const corrections = [correction({ line: 4, find: '磯の', replace: '$&(磯)の' })];
    expect(applyCorrections(sourceOf(harbour), corrections).source.lines[3]).toBe('$&(磯)の保全、$&(磯)の観察');
  });

  it('follows the text to the only line that holds it, and says so', () => {
    const { source, used } = applyCorrections(sourceOf(['表紙', ...harbour]), [
      correction({ line: 3, find: '振與', replace: '振興' }),
    ]);
    expect(source.lines[3]).toBe('漁業の振興');
    expect(used).toMatchObject([{ line: 3, correctedLine: 4, moved: true }]);
  });

  it.each([
    ['NOT_FOUND', { find: '山の' }],
    ['NOT_FOUND', { find: '' }],
    ['NOT_FOUND', { line: Number.NaN, find: '山の' }],
    ['ON_SEVERAL_LINES', { line: 3, find: '保' }],
    ['ALREADY_CORRECT', { line: 2, find: '港の', replace: '灯台' }],
    ['BREAKS_THE_LINE', { find: '情掃', replace: '清\n掃' }],
  ] as const)('leaves the text alone and says %s for %j', (why, parts) => {
    const { source, used, unmatched } = applyCorrections(sourceOf(harbour), [correction(parts)]);
    expect(source.lines).toEqual(harbour);
    expect(used).toEqual([]);
    expect(unmatched).toMatchObject([{ id: '1', why }]);
  });

  it('passes over corrections of other documents', () => {
    const other = correction({ document: 'reform-sheets-2024', find: '情掃', replace: '清掃' });
    expect(applyCorrections(sourceOf(harbour), [other])).toEqual({
      source: sourceOf(harbour),
      used: [],
      unmatched: [],
    });
  });

  it('applies corrections in their order, so that one can build on another', () => {
    const corrections = [
      correction({ id: '1', find: '情掃', replace: '清掃' }),
      correction({ id: '2', find: '港の清掃', replace: '浜の清掃' }),
    ];
    expect(applyCorrections(sourceOf(harbour), corrections).source.lines[0]).toBe('浜の清掃');
  });

  it('does not lengthen a name that is complete already', () => {
    const complete = correction({ find: 'パートナー', replace: 'パートナーシップ' });
    const lines = ['パートナーシップ', 'パートナー'];
    expect(applyCorrections(sourceOf(lines), [{ ...complete, line: 1 }]).unmatched).toMatchObject([
      { why: 'ALREADY_CORRECT' },
    ]);
    expect(applyCorrections(sourceOf(lines), [{ ...complete, line: 2 }]).source.lines).toEqual([
      'パートナーシップ',
      'パートナーシップ',
    ]);
  });

  // Letters of `find` and `replace` are kept apart: a replacement that forms a new match with its neighbours is another text.
  const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'x', 'y', ' '), maxLength: 12 }), {
    maxLength: 8,
  });
  const corrections = fc.record({
    id: fc.constant('1'),
    document: fc.constantFrom('adopted-plan', 'other'),
    line: fc.integer({ min: -1, max: 9 }),
    find: fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }),
    replace: fc.string({ unit: fc.constantFrom('x', 'y', '\n'), minLength: 1, maxLength: 3 }),
    reason: fc.constant(''),
    reasonJa: fc.constant(''),
  });

  it('keeps the number of lines, and accounts for every correction of the document', () => {
    fc.assert(
      fc.property(lines, fc.array(corrections, { maxLength: 4 }), (text, list) => {
        const { source, used, unmatched } = applyCorrections(sourceOf(text), list);
        expect(source.lines).toHaveLength(text.length);
        expect(source.lines.every((line) => !line.includes('\n'))).toBe(true);
        expect(used.length + unmatched.length).toBe(list.filter(({ document }) => document === 'adopted-plan').length);
      }),
    );
  });

  it('changes nothing more when applied again', () => {
    fc.assert(
      fc.property(lines, corrections, (text, one) => {
        const once = applyCorrections(sourceOf(text), [one]).source;
        const twice = applyCorrections(once, [one]);
        expect(twice.source.lines).toEqual(once.lines);
      }),
    );
  });

  it('changes at most one line', () => {
    fc.assert(
      fc.property(lines, corrections, (text, one) => {
        const { source, used } = applyCorrections(sourceOf(text), [one]);
        const changed = source.lines.flatMap((line, index) => (line === text[index] ? [] : [index + 1]));
        expect(changed).toEqual(used.map(({ correctedLine }) => correctedLine));
      }),
    );
  });
});
