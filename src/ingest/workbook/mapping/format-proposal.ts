/** A proposed mapping as a YAML file, with what was guessed and what was not used as comments in both languages. */
import { stringify } from 'yaml';
import { type Description, describe } from '../../../model/declaration.js';
import { columnLetters } from '../book.js';
import { keyNamed } from '../sheets.js';
import { type directions, listKeys, template } from '../template.js';
import { withPlainBraces } from './mapping.js';
import type { OutlinedColumn } from './outline.js';
import type { Proposal } from './propose.js';
import type { ProposedColumn, ProposedTable, Reason } from './proposed-table.js';
import { templateHeading } from './synonyms.js';

const comment = ({ ja, en }: Description): string => `# ${ja} — ${en}`;

const reasons: Readonly<Record<Reason, Description>> = {
  heading: describe('by the heading', '見出しから'),
  contents: describe('by what the cells hold', 'セルの内容から'),
  marks: describe(
    'by the marks below the headings; check which of them count',
    '見出しの下の印から。どの印を値とするか確認してください',
  ),
  reference: describe('refers to another sheet', '他のシートへの参照'),
  title: describe('by the title; check it', '表題から。確認してください'),
  'only year': describe('the only year of the headings; check it', '見出しにある唯一の年度。確認してください'),
  'bare year': describe(
    'the heading is a year alone: write 計画値 where these are planned values',
    '見出しが年度だけです。計画の値なら「計画値」と書いてください',
  ),
};

/** A value as YAML writes it on one line within braces. */
const quoted = (text: string): string => {
  const plain = stringify(text, { lineWidth: 0 }).trim();
  return /[,[\]{}\r\n]/.test(plain) && !/^["']/.test(plain) ? JSON.stringify(text) : plain;
};

/** A word of a cell, which is no place for the values of `for`. */
const wordOf = (word: string): string => quoted(withPlainBraces(word));

/** Where a column stands that has no heading of its own. */
const placeOf = (spec: Exclude<OutlinedColumn['spec'], string>): string =>
  'letter' in spec ? `letter: ${spec.letter}` : `cell: ${quoted(spec.cell)}`;

/** A column as the file names it: by a heading, else by its letter, or its cell. */
const nameOf = ({ spec }: OutlinedColumn): string =>
  typeof spec === 'string' ? quoted(withPlainBraces(spec)) : `{ ${placeOf(spec)} }`;

function specOf({
  key,
  columns,
  constant,
  between,
  isFirst,
  marks,
  isNumbered,
  take,
  blankAbove,
  unknownWords,
  pattern,
}: ProposedColumn): string {
  if (pattern !== null) return columns.length > 0 ? quoted(pattern) : `{ constant: ${quoted(pattern)} }`;
  if (constant !== null) return `{ constant: ${quoted(withPlainBraces(constant))} }`;
  const [first, ...more] = columns;
  if (!first) throw new Error('expected a column');
  const words = unknownWords.map((word) => `${quoted(word)}: ${guessedDirection(word)}`);
  const options = [
    ...(take ? [`take: ${take}`] : []),
    ...(blankAbove ? ['blank: above'] : []),
    ...(words.length > 0 ? [`lookup: { ${words.join(', ')} }`] : []),
  ];
  const braced = (entry: string) => `{ ${[entry, ...options].join(', ')} }`;
  if (marks) {
    const counting = marks.length > 0 ? [`marks: [${marks.map(quoted).join(', ')}]`] : [];
    return `{ ${[`marked: [${columns.map(nameOf).join(', ')}]`, ...counting].join(', ')} }`;
  }
  if (more.length > 0 && !isNumbered) {
    const list = `[${columns.map(nameOf).join(', ')}]`;
    if (isFirst) return braced(`first: ${list}`);
    // Names stand below each other, parts of a code in a row.
    if (!listKeys.includes(key)) return braced(`join: ${list}, with: "${between}"`);
    return options.length === 0 ? list : braced(`join: ${list}`);
  }
  const { spec, printed } = first;
  if (!isNumbered && typeof spec !== 'string') return braced(placeOf(spec));
  const heading =
    isNumbered || typeof spec !== 'string'
      ? `${withPlainBraces(printed.replace(/[0-9０-９①-⑨]+$/, ''))}{n}`
      : withPlainBraces(spec);
  return options.length === 0 ? quoted(heading) : braced(`heading: ${quoted(heading)}`);
}

/** The word of the template for a direction: the most likely one, which people correct. */
const guessedDirection = (word: string): keyof typeof directions =>
  /減|下|低|縮|短/.test(word)
    ? '減少'
    : /維持|保|同/.test(word)
      ? '維持'
      : /以内|上限|超えない/.test(word)
        ? '上限以内'
        : '増加';

function tableLines(table: ProposedTable): readonly string[] {
  const { to, isAdding, outline, distinct, each, where, doubt, columns } = table;
  const sheets = outline.sheets.map(({ name }) => quoted(withPlainBraces(name)));
  const files = new Set(outline.sheets.map(({ file }) => file.name));
  const values = Object.entries(each).filter(([, all]) => all.length > 0);
  const lines = [
    `  - from: ${sheets.length === 1 ? sheets[0] : `[${[...new Set(sheets)].join(', ')}]`}`,
    ...(files.size === 1 && outline.sheets[0]?.label !== outline.sheets[0]?.name
      ? [`    file: ${quoted([...files][0] ?? '')}`]
      : []),
    ...(outline.headingRow === null ? [] : [`    headingRow: ${outline.headingRow}`]),
    `    ${isAdding ? 'addsTo' : 'to'}: ${template[to].name}`,
    ...(distinct ? ['    distinct: true'] : []),
    ...(values.length > 0
      ? [
          `    for: { ${values.map(([name, all]) => `${name}: [${all.map(name === '行' ? String : quoted).join(', ')}]`).join(', ')} }`,
        ]
      : []),
    ...(where ? [`    where: { ${nameOf(where.column)}: [${where.words.map(wordOf).join(', ')}] }`] : []),
    '    columns:',
    ...columns.map((column) => {
      const why =
        column.unknownWords.length > 0
          ? describe('by the heading; check the words', '見出しから。語の対応を確認してください')
          : reasons[column.reason];
      const lettered = column.columns.filter(({ spec }) => typeof spec !== 'string').map(({ path }) => path.join('/'));
      const told =
        lettered.length > 0 ? describe(`${lettered.join(', ')}: ${why.en}`, `${lettered.join('、')}: ${why.ja}`) : why;
      return `      ${quoted(templateHeading(to, column.key))}: ${specOf(column)} ${comment(told)}`;
    }),
  ];
  return doubt ? [`  ${comment(doubt)}`, ...lines.map((line) => `#${line}`)] : lines;
}

const columnName = ({ column, path, spec }: OutlinedColumn): string =>
  `${typeof spec !== 'string' && 'cell' in spec ? spec.cell : columnLetters(column)} ${path.join('/')}`;

/** The text of the file; `schema` is where its JSON Schema lies. */
export function formatProposal(proposal: Proposal, schema: string): string {
  const { tables, lacking, ofTemplate, unusedSheets, unusedColumns, hasCity, city, plan } = proposal;
  const ignored = [...new Set(unusedSheets.map(({ name }) => name).filter((name) => keyNamed(name) !== undefined))];
  const unused = unusedColumns.filter(({ columns }) => columns.length > 0);
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    comment(
      describe(
        'Proposed by npm run import -- FILE --propose-map: check it, correct it, then import with --map.',
        'npm run import -- ファイル --propose-map の提案です。確認・修正してから --map で取り込んでください。',
      ),
    ),
    '',
    ...(hasCity
      ? [comment(describe('The workbook has the sheet 市区町村.', 'ブックに「市区町村」のシートがあります。'))]
      : [
          comment(
            describe(
              'Fill these in: six digits with the check digit, the name, and a short name of a-z that never changes.',
              '記入してください: 検査数字を含む6桁、名称、変えることのない半角の短い名前。',
            ),
          ),
          'municipality:',
          '  団体コード: ""',
          `  名称: ${city ? `${quoted(city)} ${comment(describe('by a title', '表題から'))}` : '""'}`,
          '  キー: ""',
          ...(plan ? [`  計画名: ${quoted(plan)} ${comment(describe('by a title', '表題から'))}`] : []),
          ...proposal.levelNames.map(
            ([key, name]) =>
              `  ${template[key].name}の呼称: ${quoted(name)} ${comment(describe('by the heading', '見出しから'))}`,
          ),
        ]),
    '',
    ...(tables.length > 0
      ? [
          tables.every(({ doubt }) => doubt) ? '#tables:' : 'tables:',
          ...tables.flatMap((table, index) => [...(index > 0 ? [''] : []), ...tableLines(table)]),
        ]
      : [comment(ofTemplate.length > 0 ? noOther : noTable)]),
    ...(ignored.length > 0
      ? [
          '',
          comment(describe('Called as in the template, in other headings', 'ひな形と同じ名前で、見出しが異なるシート')),
          `ignore: [${ignored.map(quoted).join(', ')}]`,
        ]
      : []),
    ...notes(
      describe('To be decided by hand', '人が決めるところ'),
      proposal.notes.map(({ ja, en }) => `${ja} — ${en}`),
    ),
    ...notes(
      describe('Seems to be there, but lacks a column', 'あるようですが、必要な列が見つかりません'),
      lacking.map(({ sheet, to, heading }) => `${sheet} → ${template[to].name}: ${heading}`),
    ),
    ...notes(
      describe('Columns that are not used', '使っていない列'),
      unused.map(
        ({ outline, columns }) =>
          `${outline.sheets.map(({ label }) => label).join('、')}: ${columns.map(columnName).join('、')}`,
      ),
    ),
    ...notes(
      describe('Sheets in the headings of the template, read as they are', 'ひな形の見出しのまま読むシート'),
      ofTemplate.map(({ label }) => label),
    ),
    ...notes(
      describe('Sheets that are not used', '使っていないシート'),
      unusedSheets.map(({ label, hidden }) => `${label}${hidden ? '（非表示 hidden）' : ''}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const noTable = describe(
  'No table was recognised: write them by hand.',
  '表を見つけられませんでした。手で記入してください。',
);
const noOther = describe('There is no other table than those of the template.', 'ひな形の見出しの表だけです。');

const notes = (title: Description, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', comment(title), ...lines.map((line) => `#   ${line.replace(/\s+/g, ' ')}`)];
