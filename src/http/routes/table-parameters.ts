/** What the address of a table says beside its operation: for whom it is made, of which columns, and how it is written. */
import type { TableFormat, TextOptions } from '../../export/table-formats.js';
import type { Language } from '../../labels/labels.js';
import { badInput } from '../../refusal.js';
import { languageIn, type parametersIn } from './parameters.js';

type Parameters = ReturnType<typeof parametersIn>;

/** Those of GraphQL, and those of the table. */
export const tableParameters = [
  'query',
  'operationName',
  'variables',
  'extensions',
  'example',
  'charset',
  'lang',
  'labels',
  'columns',
  'series',
  'sources',
  'codes',
];

export interface AskedTable {
  readonly text: TextOptions;
  /** The language of headings and values; null where they are those of the API. */
  readonly words: Language | null;
  /** Of what stands around a cross table. */
  readonly language: Language;
  readonly columns: readonly string[] | null;
  readonly series: 'rows' | 'columns' | null;
  readonly sources: boolean;
}

/** Reads the parameters of a table; what its format or its labels have no use for is refused, as it would be overlooked. */
export function askedTable(parameters: Parameters, { extension }: TableFormat): AskedTable {
  const { columns, series } = parameters;
  const labels = oneOf(parameters, 'labels', ['api', 'ja', 'en']);
  const words = labels === 'api' ? null : labels;
  // The labels of the API are those that JSON Lines has.
  if (extension === 'jsonl' && words) throw notInLines('labels');
  if (extension === 'jsonl' && columns !== undefined) throw notInLines('columns');
  for (const name of ['series', 'sources']) if (!words && parameters[name] !== undefined) throw onlyInWords(name);
  if (parameters.codes !== undefined && extension !== 'csv') throw onlyInCsv;
  return {
    text: {
      charset: charsetOf(parameters, extension),
      codes:
        parameters.codes === undefined
          ? words
            ? 'formula'
            : 'plain'
          : oneOf(parameters, 'codes', ['plain', 'formula']),
    },
    words,
    language: words ?? languageIn(parameters),
    columns: columns === undefined ? null : columns.split(',').map((each) => each.trim()),
    series: series === undefined ? null : oneOf(parameters, 'series', ['rows', 'columns']),
    sources: oneOf(parameters, 'sources', ['true', 'false']) === 'true',
  };
}

/** The value of a parameter, by default the first. */
function oneOf<const Value extends string>(parameters: Parameters, name: string, values: readonly Value[]): Value {
  const given = parameters[name] ?? values[0];
  const known = values.find((value) => value === given);
  if (known !== undefined) return known;
  throw badInput(
    `${name}: expected one of ${values.join(', ')}, but got: ${String(given).slice(0, 50)}`,
    `${name}には${values.join('、')}のいずれかを指定してください（指定：${String(given).slice(0, 50)}）。`,
  );
}

const notInLines = (name: string) =>
  badInput(
    `${name}: JSON Lines has each row as it was answered; use csv or xlsx.`,
    `${name}はCSVとXLSXで指定できます。JSON Linesは各行を応答のまま出力します。`,
  );

const onlyInWords = (name: string) =>
  badInput(
    `${name}: expected labels=ja or labels=en with it.`,
    `${name}は、labels=jaまたはlabels=enと合わせて指定してください。`,
  );

const onlyInCsv = badInput(
  'codes: in XLSX codes are texts by themselves; leave it out.',
  'codesはCSVのみで指定できます。XLSXでは番号は文字列になります。',
);

const charsets: Readonly<Record<string, TextOptions['charset']>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  shift_jis: 'shift_jis',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  'windows-31j': 'shift_jis',
};

function charsetOf({ charset = 'utf-8' }: Parameters, extension: TableFormat['extension']): TextOptions['charset'] {
  const name = charset.toLowerCase();
  const known = Object.hasOwn(charsets, name) ? charsets[name] : undefined;
  if (known === 'utf-8' || (known && extension === 'csv')) return known;
  throw badInput(
    `charset: expected utf-8 or, for CSV, shift_jis, but got: ${name.slice(0, 50)}`,
    'charsetにはutf-8、CSVではshift_jisも指定できます。',
  );
}
