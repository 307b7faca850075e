import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { columnAt } from '../../src/export/columns.js';
import { type Charset, csv, harmless, jsonLines, type TableFormat, xlsx } from '../../src/export/table-formats.js';
import { unzip } from './unzip.js';

async function* pagesOf(rows: readonly unknown[], size = 2) {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

async function written(
  format: TableFormat,
  columns: readonly string[],
  rows: readonly unknown[],
  charset: Charset = 'utf-8',
) {
  const table = { columns: columns.map((name) => columnAt([name])), pages: pagesOf(rows) };
  const pieces: Uint8Array[] = [];
  for await (const piece of format.write(table, { charset, codes: 'plain' })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.double({ noNaN: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

test('CSV is read back as it was written, whatever the cells hold', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.record({ a: cells, b: cells }, { noNullPrototype: true })), async (rows) => {
      const text = (await written(csv, ['a', 'b'], rows)).toString('utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const expected = rows.map(({ a, b }) => [a, b].map((cell) => (cell === null ? '' : String(harmless(cell)))));
      expect(parse(text.slice(1), { record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...expected]);
    }),
  ));

/** Rows as a reader counts them that ends a line at any line break outside of quotes and skips empty lines. */
function rowsOf(text: string): readonly string[] {
  const rows = [''];
  let quoted = false;
  for (const character of text.replace(/\r\n/g, '\n')) {
    if (character === '"') quoted = !quoted;
    if (!quoted && /[\r\n\v\f\u0085\u2028\u2029]/.test(character)) rows.push('');
    else rows.push(`${rows.pop()}${character}`);
  }
  return rows.filter((row) => row !== '');
}

test('whatever line breaks a text has, every reader takes a row for a row, and none begins with a formula', async () => {
  const text = fc
    .array(fc.constantFrom('\r', '\n', '\r\n', '\u2028', '\u0085', '\v', '=1+1', '−1', 'a', '"', ',', ''), {
      maxLength: 6,
    })
    .map((parts) => parts.join(''));
  const charsets: readonly Charset[] = ['utf-8', 'shift_jis'];
  await fc.assert(
    fc.asyncProperty(fc.array(text), fc.constantFrom(...charsets), async (texts, charset) => {
      const bytes = await written(
        csv,
        ['a'],
        texts.map((a) => ({ a })),
        charset,
      );
      const rows = rowsOf(iconv.decode(bytes, charset).replace(/^\ufeff/, ''));
      expect(rows).toHaveLength(texts.length + 1);
      for (const row of rows) expect(row).not.toMatch(/^"?[=+\-@＝＋－＠\t\r\n]/);
    }),
  );
});

test('rows of a single empty cell are rows too', async () => {
  const text = (await written(csv, ['a'], [{ a: null }, { a: 'x' }])).toString('utf8');
  expect(text.slice(1)).toBe('a\r\n""\r\nx\r\n');
});

test('a text that a spreadsheet would calculate is made a text, and a number stays a number', () => {
  for (const text of ['=1+1', '+81', '-5%', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－1'])
    expect(harmless(text)).toBe(`'${text}`);
  for (const cell of ['5-1', 'a=b', -0.35, false, null]) expect(harmless(cell)).toBe(cell);
});

test('the apostrophe is put before what stands in the file, not before what stood there first', async () => {
  const bytes = await written(csv, ['a'], [{ a: '−1+1' }], 'shift_jis');
  expect(iconv.decode(bytes, 'shift_jis')).toBe("a\r\n'－1+1\r\n");
});

test('JSON Lines has each row as it was answered', async () => {
  const rows = [
    { a: 1, b: { c: ['x', null] } },
    { a: null, b: null },
    { a: 'line\nbreak', b: {} },
  ];
  const lines = (await written(jsonLines, ['a'], rows)).toString('utf8').split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
});

test('a workbook holds numbers as numbers and texts as texts, also those that begin like a formula', async () => {
  const rows = [
    { a: '=1+1', b: -0.35 },
    { a: '施策\u0001', b: null },
  ];
  const files = unzip(await written(xlsx, ['a', 'b'], rows));
  const sheet = files['xl/worksheets/sheet1.xml'];
  const texts = files['xl/sharedStrings.xml'];
  expect(sheet).toContain('<v>-0.35</v>');
  expect(sheet).not.toContain('<f>');
  for (const text of ['=1+1', '施策□']) expect(texts).toContain(text);
});

test('columns of XLSX are as wide as their content, Japanese counting twice, within bounds, and the header stays', async () => {
  const rows = [{ a: 'x', b: '市民活動推進課', c: 'long '.repeat(100), d: 'two\nlines' }];
  const { 'xl/worksheets/sheet1.xml': sheet = '' } = unzip(await written(xlsx, ['a', 'b', 'c', 'd'], rows));
  expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([6, 16, 60, 7]);
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
});

test('a workbook whose rows fail on the way fails with them, and the next one is made', async () => {
  const columns = [columnAt(['a'])];
  async function* failing() {
    yield [{ a: 'x' }];
    throw new Error('no more rows');
  }
  const first = async () => {
    for await (const _ of xlsx.write({ columns, pages: failing() }, { charset: 'utf-8', codes: 'plain' }));
  };
  const [failed, made] = await Promise.allSettled([first(), written(xlsx, ['a'], [{ a: 'x' }])]);
  expect(failed).toMatchObject({ reason: { message: 'no more rows' } });
  expect(made).toMatchObject({ status: 'fulfilled' });
});
