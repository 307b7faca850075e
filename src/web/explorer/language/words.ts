import { cellsInWords } from '../../../labels/cells.js';
import { type Page, pages, pagesWithLead, product } from '../../../labels/pages.js';
import { counted } from './counted.js';
import { bilingual } from './language.js';

const titles = Object.fromEntries(Object.entries(pages).map(([name, { title }]) => [name, title])) as {
  readonly [Name in Page]: (typeof pages)[Name]['title'];
};

const leads = Object.fromEntries(pagesWithLead.map((name) => [name, pages[name].description])) as {
  readonly [Name in (typeof pagesWithLead)[number]]: (typeof pages)[Name]['description'];
};

/** The words of what stands around every page and of parts that several pages have; what the schema names, it names itself. */
export const useWords = bilingual({
  product,
  terms: {
    coverage: ['「未読」とは', 'What “not read” means'],
    grade: ['評価A・B・Cとは', 'What grades A, B, C mean'],
  },
  menu: ['メニュー', 'Menu'],
  skipToContent: ['本文へ移動', 'Skip to content'],
  loading: ['読み込み中…', 'Loading…'],
  pages: titles,
  leads,
  searchPlaceholder: ['名称・番号・語句で検索（/ キー）', 'Search names, codes, words (press /)'],
  pickPlaceholder: ['名称・番号・語句で選ぶ', 'Choose by name, code or words'],
  otherLanguage: ['English', '日本語'],
  theme: {
    label: ['配色', 'Colours'],
    system: ['自動', 'Automatic'],
    light: ['明るい', 'Light'],
    dark: ['暗い', 'Dark'],
  },
  stage: {
    label: ['計画段階', 'Stage of the plan'],
    inForce: ['最新（有効）', 'Latest (in force)'],
    inForceOnly: [
      '選んだ計画段階にかかわらず、現在有効な計画について示しています。',
      'About what is in force, whatever stage of the plan is chosen.',
    ],
  },
  municipality: ['市区町村', 'Municipality'],
  footer: {
    loaded: (place: string, date: string, revision: string) => [
      `${place}のデータ：${date} 読込（版 ${revision}）`,
      `Data of ${place}: loaded ${date} (revision ${revision})`,
    ],
    printed: (day: string, address: string) => [`${day} 印刷：${address}`, `Printed on ${day} from ${address}`],
    documents: ['読み込んだ文書', 'Documents that were read'],
    machineMade: [
      '文書から機械で読み取った内容です。引用の前に、出典の行を原本でご確認ください。',
      'Read from the documents by machine: check the lines that are cited in the original before you quote.',
    ],
    operator: (name: string) => [`運営：${name}`, `Run by ${name}`],
    licence: (name: string) => [`利用条件：${name}`, `Terms of use: ${name}`],
    report: ['誤りを知らせる', 'Report an error'],
  },
  query: {
    show: ['この表示のクエリ', 'Query behind this'],
    openInPlayground: ['プレイグラウンドで開く', 'Open in the playground'],
    copyAs: (name: string) => [`${name} としてコピー`, `Copy as ${name}`],
    copy: ['コピー', 'Copy'],
    copied: ['コピーしました', 'Copied'],
    notCopied: [
      'コピーできませんでした。下の文を選んでコピーしてください。',
      'Could not be copied. Select the text below and copy it.',
    ],
    close: ['閉じる', 'Close'],
    variables: ['変数', 'Variables'],
  },
  tools: (title: string) => [`「${title}」のクエリと保存`, `Query and saving of “${title}”`],
  saving: {
    as: (format: string) => [`${format} で保存`, `Save as ${format}`],
    years: ['年度ごとの値', 'Values by year'],
    layouts: {
      cells: ['1つのセル', 'in one cell'],
      rows: ['年度ごとの行', 'a row each'],
      columns: ['年度ごとの列', 'a column each'],
    },
    failed: (why: string) => [`保存できませんでした。${why}`, `Could not be saved. ${why}`],
  },
  table: {
    filter: ['絞り込み', 'Filter'],
    sortBy: (column: string) => [`「${column}」で並べ替える`, `Sort by ${column}`],
    rows: (shown: number, total: number) => [
      shown === total ? `${total} 件` : `${total} 件中 ${shown} 件`,
      shown === total ? counted(total, 'row') : `${shown} of ${counted(total, 'row')}`,
    ],
    shown: (count: number) => [`（${count} 件を表示中）`, ` (${count} shown)`],
    firstOnly: (count: number, total: number) => [
      `全 ${total} 件のうち先頭の ${count} 件です。条件で絞り込むか、CSVなどで保存するとすべてを確認できます。`,
      `These are the first ${count} of ${total}. Narrow the list, or save it as CSV, to see all of them.`,
    ],
    more: (count: number) => [`さらに ${count} 件を表示`, `Show ${count} more`],
    allOf: (count: number) => [`${count} 件すべてを表示`, `Show all ${count}`],
    empty: ['該当するものはありません。', 'Nothing matches.'],
  },
  crossTable: {
    total: ['計', 'Total'],
    notRead: ['未読', 'Not read'],
    notAllRead: [
      '斜線の空欄は、読んだ範囲にはありませんが、未読の部分にあるかもしれません。',
      'Hatched cells: none in what was read, but a part that was not may have some.',
    ],
    cell: (row: string, column: string, count: number) => [
      `${row} × ${column}：${count} 件`,
      `${row} × ${column}: ${count}`,
    ],
  },
  scrollArea: (label: string) => [`横に続きます：${label}`, `Goes on sideways: ${label}`],
  suggestions: {
    label: ['検索候補', 'Suggestions'],
    nothing: ['該当するものはありません。', 'Nothing matches.'],
    failed: (why: string) => [`検索候補を取得できませんでした。${why}`, `There are no suggestions now. ${why}`],
    shown: (shown: number, total: number) => [
      `${total} 件中 ${shown} 件の候補`,
      `${counted(shown, 'suggestion')} of ${total}`,
    ],
    all: (total: number) => [`${total} 件すべてを見る（Enter）`, `See all ${total} (Enter)`],
  },
  drawing: {
    hold: ['図を操作する', 'Interact with the drawing'],
    letGo: ['図の操作を終える', 'Stop interacting'],
    zoomIn: ['拡大', 'Zoom in'],
    zoomOut: ['縮小', 'Zoom out'],
    fit: ['全体を表示', 'Show all of it'],
  },
  sources: {
    label: ['出典', 'Sources'],
    lines: (first: number, last: number) => [
      first === last ? `${first} 行目` : `${first}〜${last} 行目`,
      first === last ? `line ${first}` : `lines ${first}–${last}`,
    ],
    cells: (cells: string) => {
      const { ja, en } = cellsInWords(cells);
      return [ja, en];
    },
    savedOn: (date: string) => [`ファイルの更新日 ${date}`, `file saved on ${date}`],
    places: (count: number) => [`${count} か所`, counted(count, 'place')],
    morePlaces: (count: number) => [`ほか ${count} か所`, counted(count, 'more place', 'more places')],
    none: ['出典の記載なし', 'No source is recorded'],
    noText: ['文書の本文は、このデータには含まれていません。', 'The words of the document are not part of this data.'],
    readHere: ['この行から読み取った内容', 'What was read from these lines'],
    firstFacts: (count: number, total: number) => [
      `${total} 件のうち先頭の ${count} 件です。`,
      `These are the first ${count} of ${total}.`,
    ],
  },
  notFound: {
    title: ['ページが見つかりません', 'There is no such page'],
    text: ['アドレスをご確認ください。', 'Please check the address.'],
  },
  unknownNames: (names: readonly string[]) => [
    `アドレスにある計画段階または市区町村「${names.join('」「')}」はありません。代わりに既定のものを表示しています。`,
    `There is no stage or municipality ${names.map((name) => `“${name}”`).join(', ')}, as the address names it: the usual one is shown instead.`,
  ],
  failed: {
    title: ['表示できませんでした', 'This could not be shown'],
    unexpected: [
      '予期しないエラーが発生しました。ページを再読み込みしてください。',
      'Something unexpected went wrong. Please reload the page.',
    ],
    offline: [
      'サービスに接続できません。しばらくしてから再度お試しください。',
      'The service cannot be reached. Please try again shortly.',
    ],
    heals: ['つながり次第、自動で表示します。', 'It is shown by itself as soon as the service is back.'],
    again: ['再試行', 'Try again'],
  },
});
