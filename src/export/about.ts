/** What a file says of itself, on a sheet of its own: the question in words, of which data, by which documents, and from where. */
import type { Labels, Language } from '../labels/labels.js';
import { type CitedDocument, documentName } from './citations.js';
import type { Condition } from './conditions.js';

/** What the service answers beside a table about the data. */
export interface DataFacts {
  readonly datasets: readonly { readonly municipality: string; readonly revision: string; readonly loadedAt: string }[];
}

/** What the documents that were read say of the list, where the service tells it. */
export interface Coverage {
  readonly state?: string;
  readonly note?: string | null;
  readonly noteEn?: string | null;
  /** The cities that the list is about; none where these are too many to say. */
  readonly municipalities?: readonly { readonly municipality: string }[];
}

export interface About {
  readonly language: Language;
  readonly labels: Labels;
  readonly subject: string;
  readonly conditions: readonly Condition[];
  readonly order: string | null;
  /** Undefined where the schema does not tell of what the table shows. */
  readonly coverage: Coverage | undefined;
  /** The headings of what was not read, or not wholly, for some row. */
  readonly unread: readonly string[];
  /** Cells are empty where what they would count was not read. */
  readonly hasBlanks: boolean;
  readonly facts: DataFacts;
  readonly day: string;
  /** The address that gives the same table again. */
  readonly address: string;
  /** What is known only when the rows have been read. */
  readonly rows: number;
  readonly cited: Iterable<CitedDocument>;
}

const words = {
  sheet: { ja: 'この表について', en: 'About this table' },
  question: { ja: '問い', en: 'Question' },
  listOf: { ja: (subject: string) => `${subject}の一覧`, en: (subject: string) => `List: ${subject}` },
  condition: { ja: '条件', en: 'Condition' },
  none: { ja: 'なし（すべて）', en: 'none (all)' },
  order: { ja: '並び順', en: 'Order' },
  rows: { ja: '行数', en: 'Rows' },
  coverage: { ja: '収録範囲', en: 'Coverage' },
  unknown: {
    ja: 'この表については答えられません。空欄や0は、文書に記載がないこととは限りません。',
    en: 'not told for this table; an empty cell or 0 need not mean that there is none',
  },
  unread: {
    ja: (columns: string) =>
      `次の列には未読または一部未読の行があります（「未読」「一部未読」のセルは「なし」ではなく、件数はほかにもある場合があります）：${columns}`,
    en: (columns: string) =>
      `not read, or not all of it, for some rows of these columns (a cell that says so is not none, and a number may not be all): ${columns}`,
  },
  blanks: {
    ja: '空欄は、未読のため件数が分からないことを示します（0は、該当するものがないと分かっていることを示します）。',
    en: 'An empty cell says that the number is not known, as not all was read; 0 says that there is none.',
  },
  revision: { ja: 'データの版', en: 'Revision of the data' },
  loaded: { ja: 'データの読込日時（UTC）', en: 'Data loaded at (UTC)' },
  day: { ja: '作成日', en: 'Date' },
  source: { ja: '出典文書', en: 'Source document' },
  noSource: { ja: '出典の行なし', en: 'no line is cited' },
  address: { ja: 'この表のアドレス', en: 'Address of this table' },
} as const;

/** The name of the sheet. */
export const aboutSheet = ({ language }: Pick<About, 'language'>): string => words.sheet[language];

/** The rows of the sheet: what it is about, and what is said of that. */
export function aboutRows(about: About): readonly (readonly [string, string | number])[] {
  const { language, subject, conditions, order, facts, day, address, rows, cited } = about;
  const separator = language === 'ja' ? '：' : ': ';
  const inWords = conditions.map(({ on, value }) => `${on}${separator}${value}`);
  const all: (readonly [keyof typeof words, string | number])[] = [
    ['question', [words.listOf[language](subject), ...inWords].join(language === 'ja' ? '、' : ', ')],
    ...(inWords.length > 0 ? inWords : [words.none[language]]).map((each) => ['condition', each] as const),
    ...(order === null ? [] : [['order', order] as const]),
    ['rows', rows],
    ...coverageRow(about),
    ['day', day],
    ...facts.datasets.flatMap(({ municipality, revision, loadedAt }) => {
      const of = facts.datasets.length > 1 ? `${municipality} ` : '';
      return [['revision', of + revision] as const, ['loaded', of + loadedAt] as const];
    }),
    ...documentRows(cited, language),
    ['address', address],
  ];
  return all.map(([key, value]) => [labelOf(key, language), value]);
}

/** How far the documents that were read cover the question. */
function coverageRow({ coverage, unread, hasBlanks, labels, language }: About): (readonly ['coverage', string])[] {
  if (!coverage) return [['coverage', words.unknown[language]]];
  const isWhole = coverage.state === 'COMPLETE' && unread.length === 0;
  const state = coverage.state === 'COMPLETE' && !isWhole ? 'PARTIAL' : coverage.state;
  const told = language === 'en' ? (coverage.noteEn ?? coverage.note) : coverage.note;
  const said = [
    // That all rows are there would be read as if all cells were.
    ...(isWhole || coverage.state !== 'COMPLETE' ? [told] : []),
    ...(hasBlanks ? [words.blanks[language]] : []),
    ...(unread.length > 0 ? [words.unread[language](unread.join(language === 'ja' ? '、' : ', '))] : []),
  ];
  return [['coverage', [state && labels.value('CoverageState', state), ...said].filter(Boolean).join(' ')]];
}

function documentRows(cited: Iterable<CitedDocument>, language: Language): (readonly ['source', string])[] {
  const names = [...new Set([...cited].map((each) => documentName(each, language)))].sort();
  return (names.length > 0 ? names : [words.noSource[language]]).map((name) => ['source', name]);
}

function labelOf(key: keyof typeof words, language: Language): string {
  const label = words[key][language];
  return typeof label === 'string' ? label : '';
}
