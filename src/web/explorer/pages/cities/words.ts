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
