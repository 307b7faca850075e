import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stages } from '../../src/model/enums.js';
import { readSource, writeSource } from '../../src/model/stored-sources.js';

test('a source is one text, without a stage where it speaks for none, and with the cells of a sheet', () => {
  const place = { document: 'midorino:source-document:review-sheets-3', firstLine: 72, lastLine: 74 };
  const start = 'midorino:source-document:review-sheets-3 72 74';
  expect(writeSource({ ...place, cells: null, stage: 'DRAFT' })).toBe(`${start} DRAFT`);
  expect(writeSource({ ...place, cells: null, stage: null })).toBe(start);
  expect(writeSource({ ...place, cells: 'B72:D74,F72', stage: 'DRAFT' })).toBe(`${start} DRAFT !B72:D74,F72`);
  expect(writeSource({ ...place, cells: 'F72', stage: null })).toBe(`${start} !F72`);
});

test('what was written is read again, whatever the document is called', () => {
  const place = fc.record({
    document: fc.string({ unit: 'grapheme', minLength: 1 }).filter((id) => !/\s/.test(id)),
    firstLine: fc.nat(),
    lastLine: fc.nat(),
    cells: fc.constantFrom(null, 'F12', 'B12:F12', 'B12:D12,F12'),
    stage: fc.constantFrom(null, ...stages),
  });
  fc.assert(fc.property(place, (written) => expect(readSource(writeSource(written))).toEqual(written)));
});
