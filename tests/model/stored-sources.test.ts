import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stages } from '../../src/model/enums.js';
import { readSource, writeSource } from '../../src/model/stored-sources.js';

test('a source is one text, without a stage where it speaks for none', () => {
  const place = { document: 'midorino:source-document:review-sheets-3', firstLine: 72, lastLine: 74 };
  expect(writeSource({ ...place, stage: 'DRAFT' })).toBe('midorino:source-document:review-sheets-3 72 74 DRAFT');
  expect(writeSource({ ...place, stage: null })).toBe('midorino:source-document:review-sheets-3 72 74');
});

test('what was written is read again, whatever the document is called', () => {
  const place = fc.record({
    document: fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !/\s/.test(id)),
    firstLine: fc.nat(),
    lastLine: fc.nat(),
    stage: fc.constantFrom(null, ...stages),
  });
  fc.assert(fc.property(place, (written) => expect(readSource(writeSource(written))).toEqual(written)));
});
