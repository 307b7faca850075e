/** What people read about a mapping file, in both languages. */
import { type Description, describe } from '../../../model/declaration.js';
import { didYouMean } from '../../dataset/suggestions.js';

/** A sentence with what was probably meant. */
const hinted = ({ en, ja }: Description, meant: string | null): Description => {
  if (meant === null) return describe(en, ja);
  const hint = didYouMean(meant);
  return describe(`${en} (${hint.en})`, `${ja}。${hint.ja}`);
};

const kinds = {
  text: describe('a text', '文字列'),
  list: describe('a list', 'リスト（- で始まる行）'),
  record: describe('names with values', '「名前: 値」の組'),
  dictionary: describe('names with values', '「名前: 値」の組'),
  entries: describe('names with values', '「名前: 値」の組'),
  either: describe('a value', '値'),
  nothing: describe('nothing', '空'),
} as const satisfies Readonly<Record<string, Description>>;

/** What a value may be, or is. */
type Kind = keyof typeof kinds;

const either = (wanted: readonly Kind[]) => {
  const found = [...new Map(wanted.map((kind) => [kinds[kind].en, kinds[kind]])).values()];
  return describe(found.map(({ en }) => en).join(' or '), found.map(({ ja }) => ja).join('または'));
};

export const words = {
  notYaml: (reason: string) =>
    describe(`the file cannot be read as YAML: ${reason}`, `YAML として読めません（${reason}）`),
  tooLarge: describe(
    'the file is larger than 1 MB: a mapping file is far smaller',
    '1 MB を超えています。対応表はずっと小さいはずです',
  ),
  tooManyAliases: (most: number) =>
    describe(
      `the file uses aliases (*name) more than ${most} times: write what they stand for`,
      `エイリアス（*名前）が ${most} 回を超えて使われています。中身をそのまま書いてください`,
    ),
  otherKind: (wanted: readonly Kind[], found: Kind) => {
    const expected = either(wanted);
    return describe(
      `expected ${expected.en}, but got ${kinds[found].en}`,
      `${expected.ja}が必要ですが、${kinds[found].ja}です`,
    );
  },
  noneNamed: (names: readonly string[]) =>
    describe(`expected one of ${names.join(', ')}, but found none`, `${names.join('・')} のいずれかが必要です`),
  noText: describe('expected a text, but got nothing', '値が空です'),
  emptyList: describe('expected a list with at least one entry', '1つ以上の項目が必要です'),
  noneOf: (values: readonly string[], said: string, meant: string | null) =>
    hinted(
      describe(
        `expected one of ${values.join(', ')}, but got: ${said}`,
        `${values.join('、')} のいずれかが必要ですが、「${said}」です`,
      ),
      meant,
    ),
  otherForm: (about: Description, said: string) =>
    describe(`unexpected: ${said}. ${about.en}`, `「${said}」は使えません。${about.ja}`),
  unknownName: (names: readonly string[], said: string, meant: string | null) =>
    hinted(
      describe(
        `expected one of the names ${names.join(', ')}, but got: ${said}`,
        `「${said}」という名前はありません。使えるのは ${names.join('、')} です`,
      ),
      meant,
    ),
  missingNames: (names: readonly string[]) =>
    describe(`expected ${names.join(' and ')}, which is missing`, `${names.join('、')} がありません`),
  notOne: (names: readonly string[], given: readonly string[]) =>
    describe(
      `expected exactly one of ${names.join(', ')}, but got ${given.length === 0 ? 'none' : given.join(', ')}`,
      `${names.join('、')} のうち1つだけが必要ですが、${given.length === 0 ? 'いずれもありません' : `${given.join('、')} があります`}`,
    ),
  noLookup: (name: string, meant: string | null) =>
    hinted(
      describe(
        `expected the name of one of the lookups of this file, but got: ${name}`,
        `lookups に「${name}」がありません`,
      ),
      meant,
    ),
  noVariable: (name: string, known: readonly string[]) =>
    describe(
      `{${name}} has no value: for gives values of ${known.join(', ') || 'nothing'}`,
      `{${name}} に値がありません。for にあるのは ${known.join('、') || '（なし）'} です`,
    ),
  noPlace: (written: string, text: string) =>
    describe(
      `expected a place in the sheet, such as B2 of a cell or B of a column, but ${written} is: ${text}`,
      `セル（B2 など）や列（B など）になるはずですが、「${written}」は「${text}」です`,
    ),
  noSheet: (name: string, meant: string | null) =>
    hinted(
      describe(
        `expected the name of a sheet of the workbook, but there is none called: ${name}`,
        `ブックにシート「${name}」がありません`,
      ),
      meant,
    ),
  noFile: (name: string, meant: string | null) =>
    hinted(
      describe(
        `expected the name of a workbook of the folder, but there is none called: ${name}`,
        `フォルダにブック「${name}」がありません`,
      ),
      meant,
    ),
  noHeading: (sheet: string, heading: string, meant: string | null) =>
    hinted(
      describe(
        `expected a heading of the sheet ${sheet}, but it has none called: ${heading}`,
        `シート「${sheet}」に見出し「${heading}」がありません`,
      ),
      meant,
    ),
  manyHeadings: (sheet: string, heading: string, places: readonly string[]) =>
    describe(
      `the heading ${heading} stands in ${sheet} at ${places.join(', ')}: write it with the one above it, such as 目標/年度, or name the column as { letter: ${places[0]?.replace(/\d+$/, '')} }`,
      `見出し「${heading}」が ${sheet} の ${places.join('、')} にあります。上の見出しと合わせて「目標/年度」のように書くか、{ letter: ${places[0]?.replace(/\d+$/, '')} } のように列で指定してください`,
    ),
  noHeadingRow: (sheet: string, headings: readonly string[]) =>
    describe(
      `expected a row of the sheet ${sheet} with the headings ${headings.join(', ')}, but found none`,
      `シート「${sheet}」に見出し（${headings.join('、')}）の行が見つかりません`,
    ),
  tooManyVariants: (count: number, most: number) =>
    describe(
      `expected at most ${most} combinations of the values of for, but got ${count}`,
      `for の値の組み合わせは ${most} 通りまでですが、${count} 通りあります`,
    ),
  noMark: (text: string, marks: readonly string[]) =>
    describe(
      `expected a mark (${marks.join(' ')}) or an empty cell, but got: ${text}. Correct the cell, or let the mapping file say what it means: marks: [${text}] where it is a mark`,
      `印（${marks.join(' ')}）か空のセルが必要ですが、「${text}」です。セルを直すか、これも印なら対応表の marks に書いてください`,
    ),
  markNotTaken: (text: string) =>
    describe(
      `not taken, as the mapping file takes other marks of this column: ${text}`,
      `対応表の marks にないため、印「${text}」は取り込みません`,
    ),
  headingRowNeeded: describe(
    'expected headingRow: columns that are named by letters alone do not say where the table begins',
    '列を文字だけで指定する表には headingRow（見出しの行）が必要です',
  ),
  emptyHeadingRow: (sheet: string, row: number) =>
    describe(
      `expected headings in row ${row} of the sheet ${sheet}, but it is empty`,
      `シート「${sheet}」の ${row} 行目は空です`,
    ),
} as const;
