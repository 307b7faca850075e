import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

const percent = (part: number, whole: number) => Math.round((part / whole) * 100);

const years = (first: number, last: number, until: string) => (first === last ? `${first}` : `${first}${until}${last}`);

/** The words of the page of progress. */
export const useProgressWords = bilingual({
  plan: (number: number | string) => [`プラン${number}`, `Plan ${number}`],
  distance: {
    about: (hasActuals: boolean) => [
      `成果指標の${hasActuals ? '最新の実績値（なければ現状値）' : '現状値'}が目標値の何％に当たるか（遠い順）`,
      `${hasActuals ? 'Latest actual value (or baseline)' : 'Baseline'} of each indicator in percent of its target, the farthest first`,
    ],
    finding: (count: number, reached: number, farthest: string | null, attainment: string) => [
      `数値で比べられる${count}指標のうち${reached > 0 ? `達成済みは${reached}` : '達成済みはありません'}${
        farthest === null ? '' : `。目標から最も遠いのは「${farthest}」（目標の${attainment}）`
      }`,
      `${reached === 0 ? 'None' : reached} of ${counted(count, 'indicator')} ${reached === 1 ? 'has' : 'have'} reached the target${
        farthest === null ? '' : `; the farthest is “${farthest}”, at ${attainment} of it`
      }`,
    ],
    how: [
      '増やす指標は「現状値÷目標値」、減らす指標は「目標値÷現状値」です。現状値は計画策定時の値で、その後の実績は文書に載っていません。',
      'Baseline divided by target; for what there is to be less of, target divided by baseline. Baselines are those printed in the plan: the documents have no later results.',
    ],
    /** How they are measured where actual values are told: the latest of an indicator each, from the first of these years to the last. */
    howActual: (first: number, last: number) => [
      `増やす指標は「値÷目標値」、減らす指標は「目標値÷値」です。値は最新の実績値（${years(first, last, '～')}年度）で、実績値のない指標は計画策定時の現状値です。`,
      `The value divided by the target; for what there is to be less of, the target divided by the value. Values are the latest actual ones (FY${years(first, last, '–')}), and the baselines printed in the plan for indicators without one.`,
    ],
    actual: (value: string, year: string) => [`${value}（${year}）`, `${value} (${year})`],
    leftOut: (count: number, total: number) => [
      `全${total}指標のうち${count}指標は、現状値または目標値が数値で示されていないか、ゼロを目標とするなど割合にできないため図にありません（下の表にはあります）。`,
      `${count} of ${counted(total, 'indicator')} ${count === 1 ? 'is' : 'are'} not drawn, because no number is printed for baseline or target, or their ratio says nothing, as on the way to zero; the table has them.`,
    ],
    rise: ['増やす指標', 'To be raised'],
    fall: ['減らす・抑える指標', 'To be lowered or kept low'],
    reached: ['達成済み・維持', 'Reached, to be kept'],
    percent: (value: number) => [
      value > 0 && value < 1 ? '1％未満' : `${Math.round(value)}％`,
      value > 0 && value < 1 ? 'less than 1%' : `${Math.round(value)}%`,
    ],
    toGo: ['目標までの残り', 'Still to go'],
    target: ['目標', 'Target'],
    spoken: (name: string, value: string, attainment: string, reached: boolean) => [
      `${name}：${value}${reached ? '、達成済み' : `、目標の${attainment}`}`,
      `${name}: ${value}${reached ? ', reached' : `, ${attainment} of the target`}`,
    ],
    of: ['測る対象', 'What it measures'],
    column: ['目標に対する割合', 'Percent of target'],
  },
  courses: {
    about: [
      '行政改革の実施計画シートの年度目標（後退する年のあるものから順）',
      'Goals of the reform sheets year by year, those that go back in some year first',
    ],
    finding: (count: number, against: number, level: number) => [
      `年度目標を数値で比べられる${count}シートのうち、${
        against > 0 ? `後退する年があるのは${against}` : '後退する年のあるものはなく'
      }、毎年同じ目標は${level}`,
      `Of ${counted(count, 'reform sheet')} whose goals can be compared, ${against === 0 ? 'none has' : `${against} ${against === 1 ? 'has' : 'have'}`} a year that goes back, and ${level} ${level === 1 ? 'aims' : 'aim'} at the same every year`,
    ],
    leftOut: (count: number, total: number) => [
      `全${total}シートのうち${count}シートは、目標が言葉だけか数値を比べられないため図にありません（下の表にはあります）。`,
      `${count} of ${counted(total, 'sheet')} ${count === 1 ? 'is' : 'are'} not drawn: the goals are words, or numbers that cannot be compared. The table has them.`,
    ],
    grades: [
      '右端は年度末評価です。各年度の実績値は、読み込まれた文書に載っていません。',
      'At the right is the grade at the end of the year. The documents that were loaded do not state what was reached as numbers.',
    ],
    first: ['最初の数値目標', 'First goal with a number'],
    towards: ['前の年より進む', 'Moves on'],
    level: ['前の年と同じ', 'Same as the year before'],
    against: ['前の年より後退', 'Goes back'],
    words: ['言葉の目標', 'Goal in words'],
    empty: ['記載なし', 'Left empty'],
    wordsShort: ['文', 'words'],
    wordsKey: ['言葉の目標（文）、または記載なし', 'Goal in words, or left empty'],
    notGraded: ['評価なし', 'not graded'],
    spoken: (name: string, course: string, goals: string, grade: string) => [
      `${name}：${course}。${goals}。${grade}`,
      `${name}: ${course}. ${goals}. ${grade}`,
    ],
    column: ['年度目標', 'Goals by year'],
  },
  grades: {
    about: (by: string) => [
      `${by}ごとの年度末評価（実施計画シートの数）`,
      `Grades at the end of the year by ${by} (number of reform sheets)`,
    ],
    finding: (graded: number, best: readonly [string, number], last: readonly [string, number], years: string) => [
      `${years}に評価された${graded}シートのうち、評価${best[0]}は${best[1]}（${percent(best[1], graded)}％）、評価${last[0]}は${last[1]}（${percent(last[1], graded)}％）`,
      `Of ${counted(graded, 'reform sheet')} graded in ${years}, ${best[1]} (${percent(best[1], graded)}%) have grade ${best[0]} and ${last[1]} (${percent(last[1], graded)}%) grade ${last[0]}`,
    ],
    grade: (key: string) => [
      key === 'none' ? '評価なし' : `評価${key}`,
      key === 'none' ? 'Not graded' : `Grade ${key}`,
    ],
    by: ['分け方', 'By'],
    dimension: {
      REFORM_FIELD: ['改革分野', 'reform field'],
      DEPARTMENT: ['実行課', 'lead department'],
      PERSPECTIVE: ['改革の視点', 'perspective'],
    },
    cell: (row: string, grade: string, count: number) => [
      `${row}、${grade}：${count} 件`,
      `${row}, ${grade}: ${count}`,
    ],
    total: ['計', 'Total'],
    sheets: (count: number) => [`${count} 件`, `${count}`],
  },
  year: (year: number) => [`${year}年度`, `FY${year}`],
  comma: ['、', ', '],
});
