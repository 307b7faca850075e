/** What spreadsheet programs make of cells is refused, with what was probably written where that can be told. */
import { expect, describe as group, test } from '@jest/globals';
import { CellError, parseCell } from '../../../src/ingest/dataset/cell.js';
import { checkLocalGovernmentCode } from '../../../src/ingest/dataset/codes.js';
import { formatProblem, Problems } from '../../../src/ingest/dataset/problems.js';
import { columnsOf } from '../../../src/ingest/dataset/table.js';
import { tablesIn } from '../../../src/ingest/dataset/tables.js';
import type { NodeName } from '../../../src/model/declaration.js';
import { nodeNamed } from '../../../src/model/model.js';

/** What is said of a cell; null where it is read. */
function said(type: NodeName, header: string, text: string): string | null {
  const column = columnsOf(nodeNamed(type)).find((each) => each.header === header);
  if (!column) throw new Error(`expected a column ${header} of ${type}`);
  try {
    parseCell(text, column, 'honjo:thing:5-1-1');
    return null;
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return error.words.en;
  }
}

group('A code of three numbers', () => {
  test.each([
    ['5/1/1', 'probably 5-1-1;'],
    ['05/01/01', 'probably 5-1-1;'],
    ['2005/1/1', 'probably 5-1-1;'],
    ['平成17年1月1日', 'probably 5-1-1;'],
    ['H17.1.1', 'probably 5-1-1;'],
    ['01/05/2001', 'probably 1-5-1;'],
    ['1-May-05', 'took a code for a date, look the code up'],
    ['５－１－１', 'probably 5-1-1 is meant'],
    ['######', 'a column that is too narrow'],
    ['0.2083333', 'took a code for a time or a number; look the code up'],
  ])('is not %s', (text, hint) => {
    expect(said('Measure', 'code', text)).toContain(hint);
  });

  test.each(['5-1-1', 'K-12', '0101', 'S1-2-3', '5-1-1-2', '12'])('may be %s', (text) => {
    expect(said('Measure', 'code', text)).toBeNull();
  });
});

test('a code of two numbers is not 1/1', () => {
  expect(said('ReformSheet', 'number', '1/1')).toContain('probably 1-1;');
});

group('A day of publication', () => {
  test.each(['2023', '2023-04', '2023-04-01'])('may be %s', (text) => {
    expect(said('SourceDocument', 'publication_date', text)).toBeNull();
  });

  test.each([
    ['43466', 'probably 2019-01-01 is meant'],
    ['2024/4/1', 'probably 2024-04-01 is meant'],
    ['1月1日', 'expected a day such as'],
    ['2024-13', 'expected a day such as'],
    ['2024-02-30', 'expected a day such as'],
    ['24-04-01', 'expected a day such as'],
    ['0024', 'a year from 1900 to 2100'],
  ])('is not %s', (text, hint) => {
    expect(said('SourceDocument', 'publication_date', text)).toContain(hint);
  });
});

test.each([
  ['0024-04-01', 'expected a day from 1900 to 2100'],
  ['9999-04-01', 'leave it empty where there is none'],
  ['R6.4.1', 'probably 2024-04-01 is meant'],
  ['令和6年4月1日', 'probably 2024-04-01 is meant'],
  ['4/14/2024', 'probably 2024-04-14 is meant'],
  ['14/4/2024', 'probably 2024-04-14 is meant'],
  ['3/4/2024', 'but got: 3/4/2024'],
])('a first day is not %s', (text, hint) => {
  expect(said('Department', 'valid_from', text)).toContain(hint);
  expect(said('Department', 'valid_from', text)).not.toContain('undefined');
});

test.each([
  ['1月1日', 'a spreadsheet program took a number for a date, probably 1.1; look the figure up'],
  ['1e400', 'abbreviated it; look the figure up'],
  ['０４', 'probably 4 is meant'],
  ['1,200', 'probably 1200 is meant'],
])('a number is not %s', (text, hint) => {
  expect(said('AnnualGoal', 'value', text)).toContain(hint);
});

group('A local-government code', () => {
  const problemsOf = (code: string) => {
    const problems = new Problems();
    const row = { id: 'x:municipality:1', values: { code }, stages: [], effective: true, sources: [] };
    const nodes = new Map([['Municipality' as const, [{ row, line: 2 }]]]);
    checkLocalGovernmentCode(tablesIn({ texts: new Map(), nodes, edges: new Map() }, new Map(), problems));
    return problems.all.map(formatProblem);
  };

  test.each(['112119', '012025', '473821', '990019'])('may be %s', (code) => {
    expect(problemsOf(code)).toEqual([]);
  });

  test.each([
    ['999997', 'the prefecture, 01 to 47'],
    ['000001', 'the prefecture, 01 to 47'],
    ['1.12E+05', 'a spreadsheet program abbreviated it; look it up'],
    ['１１２１１９', 'did you mean 112119?'],
    ['112119.0', 'did you mean 112119?'],
    ['11211', 'did you mean 112119?'],
    ['112118', 'the check digit of 11211 is 9'],
  ])('is not %s', (code, hint) => {
    expect(problemsOf(code)).toEqual([expect.stringContaining(hint)]);
  });
});
