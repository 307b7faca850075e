import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the pages of cities. */
export const useCityWords = bilingual({
  choose: (chosen: number, all: number, most: number) => [
    `比べる市区町村（${all}のうち${chosen}、${most}まで）`,
    `Cities to compare (${chosen} of ${all}, at most ${most})`,
  ],
  city: ['市区町村', 'City'],
  counts: ['文書から読み取ったもの', 'What was read'],
  byGoal: ['SDGsの目標ごとの施策大項目の数', 'Policy items by SDG'],
  byGrade: ['年度末評価ごとの実施計画シートの数', 'Reform sheets by grade'],
  byTitle: ['款ごとの事業の数', 'Projects by title of the budget'],
  amounts: (year: string | null) => [
    `款ごとの予算額・決算額${year === null ? '' : `：${year}`}`,
    `Budgets and settled amounts by title${year === null ? '' : `, ${year}`}`,
  ],
  amount: ['区分', 'Amount'],
  budget: ['予算額', 'Budget'],
  settled: ['決算額', 'Settled'],
  sum: ['計', 'Total'],
  fiscalYear: ['年度', 'Fiscal year'],
  year: (year: number, era: string | null) => [
    era ? `${year}年度（${era}）` : `${year}年度`,
    era ? `FY${year} (${era})` : `FY${year}`,
  ],
  exactly: (yen: string | null, told: number, projects: number) => [
    `${yen ?? '金額の記載なし'}（${projects} 事業のうち ${told} 事業）`,
    `${yen ?? 'No amount is told'} (${told} of ${counted(projects, 'project')})`,
  ],
  someProjects: [
    '(2/3) は、3 事業のうち 2 事業の額だけが分かっていることを示します。',
    '(2/3) says that the amounts of only 2 of 3 projects are known.',
  ],
  byMark: ['評価ごとの数（市区町村ごとの尺度）', 'Evaluations, on the scale of each city'],
  marksCounted: [
    'その評価を一度でも受けたものを、年度や段階によらず数えます。',
    'Counts what was given the grade at least once, in whatever year and step.',
  ],
  progress: ['成果指標の達成状況', 'Attained targets'],
  reached: ['達成済み', 'Reached'],
  notReached: ['未達成', 'Not reached'],
  notComparable: ['数値で比較できない', 'Not comparable'],
  total: ['計（重複を除く）', 'Total (each once)'],
  none: (isPartial: boolean) => [isPartial ? '該当なし・未読' : '該当なし', isPartial ? 'None or not read' : 'None'],
  eachCity: [
    '文書の一部しか読んでいない市区町村があります。どの市区町村かは、数の前の「一部」「未読」で示します。',
    'Of some cities only a part of the documents was read: “partial” and “not read” before a number say of which.',
  ],
  states: {
    COMPLETE: ['', ''],
    PARTIAL: ['一部', 'partial'],
    NOT_READ: ['未読', 'not read'],
  },
  plan: ['計画', 'Its plan'],
  levels: ['階層（上から）', 'Levels, from the top'],
  notTold: ['記載なし・未読', 'Not told, or not read'],
  until: ['～', ' – '],
  coverage: ['種類と計画段階ごとの件数と網羅の状態', 'What is known, by kind and stage'],
  kind: ['種類', 'Kind'],
  onceOnly: [
    '計画段階に関わらない種類の件数は「有効」の列にだけ示します。',
    'Of kinds that do not depend on the stage, the number stands in the column “In force” only.',
  ],
  nothingKnown: ['この市区町村の文書は読み込まれていません。', 'No document of this city was read.'],
  howToRead: ['自分の市のデータを読み込むには', 'How the data of a city is loaded'],
  inForce: ['有効', 'In force'],
  documents: (count: number, day: string) => [
    `読み込んだ文書（${count} 件、${day} 読み込み）`,
    `Documents (${count}, loaded ${day})`,
  ],
  noDocuments: ['文書の記録がありません。', 'No document is recorded.'],
  ways: ['この市区町村のページ', 'Pages of this city'],
  notLoaded: ['この市区町村は読み込まれていません', 'This city is not loaded'],
  loadedOnes: (key: string) => [
    `アドレスの「${key}」に当たる市区町村はありません。読み込み済みの市区町村：`,
    `No city is called “${key}”, as the address says. The cities that are loaded:`,
  ],
});
