import { describe, expect, it } from '@jest/globals';
import type { Dataset, NodeRow, SourceReference } from '../../../src/ingest/dataset/dataset.js';
import type { SourceText } from '../../../src/ingest/documents/document.js';
import { spelledAsPrinted } from '../../../src/ingest/extract/printed-spelling.js';

const source = (id: string, ...lines: readonly string[]): SourceText => ({
  kind: id,
  id,
  fileName: `${id}.txt`,
  lines,
});
const at = (stage: SourceReference['stage'], document: string, firstLine: number, lastLine = firstLine) => ({
  stage,
  document,
  firstLine,
  lastLine,
  cells: null,
});
const measure = (values: NodeRow['values'], ...sources: readonly SourceReference[]): Dataset => ({
  nodes: new Map([['Measure', [{ id: 'midorino:measure:1-1-1', values, stages: [], effective: true, sources }]]]),
  edges: new Map(),
});
const valuesOf = ({ nodes }: Dataset) => nodes.get('Measure')?.[0]?.values;

describe('A dataset has its texts as their lines print them', () => {
  it.each([
    ['森の手入れ（ＤＶ）', '森の手入れ(DV)', '森の手入れ（ＤＶ）'],
    ['1\t森の　手入れ※（案）', '森の手入れ(案)', '森の手入れ（案）'],
    ['Ｌ Ｉ Ｎ Ｅ 配信！', 'LINE 配信!', 'ＬＩＮＥ 配信！'],
    ['ｶﾞｽの点検', 'ガスの点検', 'ｶﾞｽの点検'],
    ['森など…の手入れ', '森など...の手入れ', '森など…の手入れ'],
  ])('in the line %j it is %s', (line, read, printed) => {
    expect(valuesOf(spelledAsPrinted(measure({ name: read }, at('DRAFT', 'a', 1)), [source('a', line)]))).toEqual({
      name: printed,
    });
  });

  it('each stage in its own width, and what is in force as the latest one prints it', () => {
    const sources = [source('draft', '森（案）と里'), source('adopted', '森(案)', '里！')];
    const values = { name: '森(案)', 'name@DRAFT': '森(案)と里', aliases: ['森(案)と里', '里!'], code: '1-1' };
    const given = measure(values, at('DRAFT', 'draft', 1), at('ADOPTED', 'adopted', 1, 2));
    expect(valuesOf(spelledAsPrinted(given, sources))).toEqual({
      name: '森(案)',
      'name@DRAFT': '森（案）と里',
      aliases: ['森（案）と里', '里！'],
      code: '1-1',
    });
  });

  it('a name that lines print in two widths as it was reviewed', () => {
    const sources = [source('a', '森へ！！', '森へ!!')];
    const spelled = (name: string) => valuesOf(spelledAsPrinted(measure({ name }, at(null, 'a', 1, 2)), sources))?.name;
    expect(spelled('森へ!!')).toBe('森へ!!');
  });

  it('what no line prints as one part by part, or as it is', () => {
    const sources = [source('a', '植樹：３本', '調査（秋）')];
    const spelled = (name: string) => valuesOf(spelledAsPrinted(measure({ name }, at(null, 'a', 1, 2)), sources))?.name;
    expect(spelled('植樹:3本 / 調査(秋)')).toBe('植樹：３本 / 調査（秋）');
    expect(spelled('伐採(冬)')).toBe('伐採(冬)');
  });

  it('figures as they were read: 5 is not ⑤', () => {
    const given = measure({ name: '5' }, at(null, 'a', 1));
    expect(valuesOf(spelledAsPrinted(given, [source('a', '⑤')]))).toEqual({ name: '5' });
  });
});
