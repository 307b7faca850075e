import { expect, test } from '@jest/globals';
import { areCells } from '../../src/model/cell-ranges.js';

test.each(['F12', 'B12:F12', 'B12:D12,F12', 'A1:XFD1048576', 'Z1:AA1', 'F12:F12'])('%s names cells', (text) =>
  expect(areCells(text)).toBe(true),
);

test.each(['', 'F', '12', 'F0', 'f12', 'F12:', 'F12:B12', 'B12:F11', 'AA1:Z1', 'F12,', 'F12, G12', 'F12-G12', 'AAAA1'])(
  '"%s" does not',
  (text) => expect(areCells(text)).toBe(false),
);
