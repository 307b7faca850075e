import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${Math.abs(value).toFixed(2)}`;

/** The words of the page of the survey. */
export const useSurveyWords = bilingual({
  quadrants: {
    about: (year: string) => [
      `${year}の満足度（横）と重要度（縦）`,
      `Satisfaction (across) and importance (up), ${year}`,
    ],
    subject: ['満足度と重要度', 'Satisfaction and importance'],
    finding: (names: readonly string[], count: number, total: number) => [
      names.length === 0
        ? `読み込まれた${total}項目に、重要度が高く満足度が低いものはありません`
        : `重要度が高いのに満足度が低いのは、読み込まれた${total}項目のうち${count}項目：${names.join('、')}${count > names.length ? 'など' : ''}`,
      names.length === 0
        ? `None of the items that were read (${total}) is important and unsatisfying`
        : `${count} of ${counted(total, 'item')} that ${total === 1 ? 'was' : 'were'} read ${count === 1 ? 'is' : 'are'} important but unsatisfying: ${names.join('; ')}${count > names.length ? ' and others' : ''}`,
    ],
    note: (loaded: number, of: number | null) => [
      `破線は、読み込まれた${loaded}項目の平均です。${
        of !== null && of > loaded
          ? `アンケートは${of}項目について行われ、残る${of - loaded}項目の結果は、読み込まれた文書に載っていません。`
          : ''
      }`,
      `Dashed lines are the means of the items that were read (${loaded}).${
        of !== null && of > loaded
          ? ` The survey had ${of}; the documents that were read have no results of the other ${of - loaded}.`
          : ''
      }`,
    ],
    improve: ['重要・不満', 'Important, unsatisfying'],
    keep: ['重要・満足', 'Important, satisfying'],
    watch: ['重要度低・不満', 'Less important, unsatisfying'],
    enough: ['重要度低・満足', 'Less important, satisfying'],
  },
  slopes: {
    about: (measure: string, years: string) => [
      `${measure}の推移（${years}）`,
      `${measure} through the surveys (${years})`,
    ],
    finding: (measure: string, rising: number, falling: number, most: string, change: number) => [
      `${measure}は${rising}項目で上がり、${falling}項目で下がった。最も動いたのは「${most}」（${signed(change)}）`,
      `${measure} rose for ${counted(rising, 'item')} and fell for ${falling}; “${most}” moved most (${signed(change)})`,
    ],
    note: ['最初の調査と最後の調査を比べています。', 'From the first survey to the last.'],
    rising: ['上がった', 'Rose'],
    falling: ['下がった', 'Fell'],
    change: ['最初からの変化', 'Change since the first'],
    by: ['表示する値', 'What is shown'],
  },
  ranks: {
    about: (year: string, of: number) => [
      `${year}の順位（${of}項目中）`,
      `Ranks in ${year}, among ${counted(of, 'item')}`,
    ],
    subject: ['重要度と満足度の順位', 'Ranks by importance and satisfaction'],
    finding: (name: string, importance: number, satisfaction: number) => [
      `重要度のわりに満足度の順位が最も低いのは「${name}」（重要度${importance}位、満足度${satisfaction}位）`,
      `“${name}” lags most: rank ${importance} by importance, ${satisfaction} by satisfaction`,
    ],
    note: [
      '順位は文書に印字されたもので、アンケートの全項目の中での順位です。',
      'Ranks are those that the documents print, among all items of the survey.',
    ],
    value: (importance: number, satisfaction: number) => [
      `重要 ${importance}・満足 ${satisfaction}`,
      `imp. ${importance}, sat. ${satisfaction}`,
    ],
    rank: (rank: number) => [`${rank}位`, `rank ${rank}`],
  },
  satisfaction: ['満足度', 'Satisfaction'],
  importance: ['重要度', 'Importance'],
  spoken: (name: string, satisfaction: string, importance: string, extra: string) => [
    `${name}：満足度 ${satisfaction}、重要度 ${importance}${extra && `（${extra}）`}`,
    `${name}: satisfaction ${satisfaction}, importance ${importance}${extra && ` (${extra})`}`,
  ],
  course: (name: string, values: string) => [`${name}：${values}`, `${name}: ${values}`],
  year: (era: string | null, year: number) => [era ? `${year}年（${era}）` : `${year}年`, `${year}`],
});
