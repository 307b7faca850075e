/** What a mapping file holds: which sheets and columns of a city's workbook are which of the template. */
import { describe } from '../../../model/declaration.js';
import { addableKeys, identityKeys, type TemplateSheet, template, templateSheets } from '../template.js';
import type { DictionaryShape, RecordShape, Shape, TextShape } from './shape.js';

const text = (
  ja: string,
  en: string,
  options: Pick<TextShape, 'values' | 'pattern' | 'minimum' | 'mayBeEmpty'> = {},
): TextShape => ({
  kind: 'text',
  about: describe(en, ja),
  ...options,
});

const lookup: DictionaryShape = {
  kind: 'dictionary',
  about: describe(
    'A word of the workbook → the word of the template. What is not listed stays as it is.',
    'ブックでの語 → ひな形での語。ここにない語はそのまま使います。',
  ),
  of: text('ひな形での語', 'The word of the template'),
};

const heading = text(
  '列の見出し。2段の見出しは「目標/年度」のように上から書けます。',
  'The heading of the column. Headings of two rows can be written from above, such as 目標/年度.',
);

/** A place in the sheet, or one that the values of `for` make: B{行}, B{行+1}. */
const place = (pattern: string): RegExp =>
  new RegExp(`^(?:${pattern}|[A-Z0-9]*\\{[^{}]+\\}(?:[A-Z0-9]|\\{[^{}]+\\})*)$`);

/** How the letter of a column is written, as a pattern. */
export const letterText = '[A-Z]{1,2}';
/** How the place of a cell is written, as a pattern. */
export const cellText = '[A-Z]{1,2}[1-9]\\d{0,4}';

const letter = text('列の文字（C など）', 'The letter of the column, such as C', { pattern: place(letterText) });

const cell = text(
  '表の外にある1つのセル（B2 など）。どの行にも同じ値を使います。for の値から B{行}、B{行+1} のように書けます。',
  'One cell outside of the table, such as B2, of which every row takes the value. Values of for make it in B{行} and B{行+1}.',
  { pattern: place(cellText) },
);

const constant = text('どの行にも使う値', 'A value that every row has');

const simple: Shape = {
  kind: 'either',
  about: describe('A heading, or where the column stands.', '見出し、または列の場所。'),
  of: [
    heading,
    {
      kind: 'record',
      about: describe('Where the value comes from.', '値のある場所。'),
      exactlyOne: ['heading', 'letter', 'cell', 'constant'],
      properties: { heading, letter, cell, constant },
    },
  ],
};

const joined: Shape = {
  kind: 'list',
  about: describe('Several columns, whose values are joined.', '複数の列。値をつなぎます。'),
  of: simple,
};

const first: Shape = {
  kind: 'list',
  about: describe('The first of several columns that is filled.', '複数の列のうち、最初に記入のある列。'),
  of: simple,
};

const marked: Shape = {
  kind: 'list',
  about: describe(
    'Columns with marks (○): the values are the headings of those that have one.',
    '印（○）を付ける列の一覧。印のある列の見出しが値になります。',
  ),
  of: {
    kind: 'either',
    about: describe('A heading, or where the column stands.', '見出し、または列の場所。'),
    of: [
      heading,
      {
        kind: 'record',
        about: describe('Where the column stands.', '列の場所。'),
        exactlyOne: ['heading', 'letter'],
        properties: { heading, letter },
      },
    ],
  },
};

/** Where the value of a column comes from, in all ways. */
const ways: readonly Shape[] = [
  heading,
  joined,
  {
    kind: 'record',
    about: describe('Where the value comes from, and how it is taken.', '値のある場所と、取り出し方。'),
    exactlyOne: ['heading', 'letter', 'cell', 'constant', 'join', 'first', 'marked'],
    properties: {
      heading,
      letter,
      cell,
      constant,
      join: joined,
      first,
      marked,
      marks: {
        kind: 'list',
        about: describe(
          'The marks of marked that count, such as ◎; all usual ones where they are left out.',
          'marked で値とする印（◎ など）の一覧。なければ ○・◎・●・✓ など通常の印すべて',
        ),
        of: text('印', 'A mark'),
      },
      with: text(
        'join の値の間に置く文字（「-」など。"" なら何も置かない）。なければ改行',
        'What stands between the values of join, such as -, or nothing (""); a line break where it is left out.',
        { mayBeEmpty: true },
      ),
      lookup: {
        kind: 'either',
        about: describe(
          'Words to replace: a name of lookups, or the words themselves.',
          '置き換える語。lookups の名前、または語の一覧。',
        ),
        of: [text('lookups の名前', 'A name of lookups'), lookup],
      },
      blank: text(
        '空のセルの扱い。above は上のセルの値を使います。',
        'What an empty cell means: above takes the value of the cell above it.',
        { values: ['above'] },
      ),
      take: text(
        'セルの一部だけを使います。「1-1 子育て支援」のうち code は 1-1、rest は 子育て支援。',
        'Takes a part of the cell: of 1-1 子育て支援, code takes 1-1 and rest 子育て支援.',
        { values: ['code', 'rest'] },
      ),
    },
  },
];

const column = ({ note }: TemplateSheet['columns'][string]): Shape => ({
  kind: 'either',
  name: 'column',
  about: describe(`${note.en}.`, `${note.ja}。`),
  of: ways,
});

const columnsOf = ({ name, columns }: TemplateSheet): RecordShape => ({
  kind: 'record',
  about: describe(
    `Headings of the sheet ${name} of the template → columns of the workbook.`,
    `ひな形の「${name}」の見出し → ブックの列。`,
  ),
  required: Object.values(columns).flatMap((each) => (each.required ? [each.heading] : [])),
  properties: Object.fromEntries(Object.values(columns).map((each) => [each.heading, column(each)])),
});

const addedColumnsOf = ({ name, columns }: TemplateSheet): RecordShape => ({
  kind: 'record',
  about: describe(
    `Which rows of the sheet ${name} of the template are meant, by code or name, and what is added to them.`,
    `ひな形の「${name}」のどの行か（コードか名称）と、それに足す列。`,
  ),
  atLeastOne: Object.entries(columns).flatMap(([key, each]) => (identityKeys.includes(key) ? [each.heading] : [])),
  properties: Object.fromEntries(Object.values(columns).map((each) => [each.heading, column(each)])),
});

const names = templateSheets.map(({ name }) => name);
const addable = addableKeys.map((key): TemplateSheet => template[key]);
const [municipality] = templateSheets;

const table: RecordShape = {
  kind: 'record',
  about: describe(
    'Rows of a sheet of the workbook as rows of a sheet of the template.',
    'ブックのシートの行を、ひな形のシートの行として読みます。',
  ),
  required: ['from', 'columns'],
  exactlyOne: ['to', 'addsTo'],
  depending: [
    {
      property: 'columns',
      on: 'to',
      shapes: Object.fromEntries(templateSheets.map((sheet) => [sheet.name, columnsOf(sheet)])),
    },
    {
      property: 'columns',
      on: 'addsTo',
      shapes: Object.fromEntries(addable.map((sheet) => [sheet.name, addedColumnsOf(sheet)])),
    },
  ],
  properties: {
    from: {
      kind: 'either',
      about: describe(
        'The sheet of the workbook, or several of them. * stands for any characters.',
        'ブックのシート（複数も可）。* は任意の文字です。',
      ),
      of: [
        text('シートの名前。* は任意の文字', 'The name of a sheet; * stands for any characters.'),
        {
          kind: 'list',
          about: describe('Names of sheets.', 'シートの名前の一覧。'),
          of: text('シートの名前', 'The name of a sheet'),
        },
      ],
    },
    file: text(
      'フォルダを取り込むときの、ブックのファイル名。なければすべてのブック',
      'The workbook, where a folder is imported; all of them where it is left out.',
    ),
    headingRow: text(
      '見出しの行（2段なら下の行）。なければ見出しから探します。',
      'The row of the headings, the lower one of two; found by the headings where it is left out.',
      { pattern: /^[1-9]\d{0,4}$/, minimum: 1 },
    ),
    to: text('ひな形のシート', 'The sheet of the template', { values: names }),
    addsTo: text(
      'to の代わりに、他の表が挙げたものに列を足すときの、ひな形のシート。行はコードか名称で結び付けます。先にある値は変えません。',
      'In place of to, the sheet of the template where columns are added to what other tables list. Rows are matched by code or name; a value that is there stays.',
      { values: addable.map(({ name }) => name) },
    ),
    distinct: text(
      '同じ内容の行が繰り返すときは true。同じことを言う行は1つとして読みます。',
      'true where the same thing stands in several rows: rows that say the same are one.',
      { values: ['true', 'false'] },
    ),
    for: {
      kind: 'dictionary',
      about: describe(
        'Reads the table once for each value, which {name} stands for in from, headings, constants, cells and letters: a column per year, 指標1 and 指標2, rows within a form. {name+1} is the number behind it. Braces themselves are written {{ and }}.',
        '値ごとに表を読みます。{名前} は from・見出し・constant・cell・letter の中でその値になります（年度ごとの列、指標1・指標2、帳票の中の行など）。{名前+1} は次の番号です。波かっこ自体は {{ と }} と書きます。',
      ),
      of: { kind: 'list', about: describe('The values.', '値の一覧。'), of: text('値', 'A value') },
    },
    where: {
      kind: 'dictionary',
      about: describe(
        'Reads only rows in which these columns have one of these words, such as 区分: 目標 where each indicator has a row for its target and one for its result.',
        'これらの列がこの語である行だけを読みます。目標と実績を別の行に書いた表では「区分: 目標」のように書きます。',
      ),
      of: {
        kind: 'either',
        about: describe('A word, or several of them.', '語（複数も可）。'),
        of: [
          text('セルの語', 'The word of the cell'),
          { kind: 'list', about: describe('Words.', '語の一覧。'), of: text('セルの語', 'The word of the cell') },
        ],
      },
    },
    columns: {
      kind: 'dictionary',
      about: describe('Headings of the template → columns of the workbook.', 'ひな形の見出し → ブックの列。'),
      of: simple,
    },
  },
};

export const mappingShape: RecordShape = {
  kind: 'record',
  about: describe(
    'Which sheets and columns of a city’s workbook are which of the template.',
    '自治体のブックのシート・列と、ひな形のシート・列の対応表。',
  ),
  properties: {
    municipality: {
      kind: 'record',
      about: describe(
        'The row of the sheet 市区町村, which other workbooks lack.',
        '「市区町村」の1行。自前のブックにはないものです。',
      ),
      required: Object.values(municipality?.columns ?? {}).flatMap((each) => (each.required ? [each.heading] : [])),
      properties: Object.fromEntries(
        Object.values(municipality?.columns ?? {}).map(({ heading: name, note }) => [name, text(note.ja, note.en)]),
      ),
    },
    tables: { kind: 'list', about: describe('The tables to read.', '読み取る表の一覧。'), of: table },
    lookups: {
      kind: 'dictionary',
      about: describe('Words to replace, by names that columns use.', '置き換える語の表。列から名前で使います。'),
      of: lookup,
    },
    ignore: {
      kind: 'list',
      about: describe(
        'Sheets that are not to be read, be they called as those of the template, or as a table says with *.',
        'ひな形と同じ名前でも、表の * に当てはまっても、読み取らないシート。',
      ),
      of: text('シートの名前', 'The name of a sheet'),
    },
  },
};
