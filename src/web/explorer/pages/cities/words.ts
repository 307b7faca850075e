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
  none: ['該当なし', 'None'],
  states: {
    COMPLETE: ['', ''],
    PARTIAL: ['一部', 'partly'],
    NOT_READ: ['未読', 'not read'],
  },
  coverage: ['種類と計画段階ごとの件数と網羅の状態', 'What is known, by kind and stage'],
  kind: ['種類', 'Kind'],
  inForce: ['有効', 'In force'],
  documents: (count: number, day: string) => [
    `読み込んだ文書（${count} 件、${day} 読み込み）`,
    `Documents (${count}, loaded ${day})`,
  ],
  noDocuments: ['文書の記録がありません。', 'No document is recorded.'],
  ways: ['この市区町村の', 'Of this city:'],
  notLoaded: (key: string) => [`${key} は読み込まれていません。`, `${key} is not loaded.`],
});
