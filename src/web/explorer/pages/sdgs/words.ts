import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the page of the SDGs. */
export const useSdgWords = bilingual({
  about: ['目標ごとの施策大項目の数', 'Number of policy items by goal'],
  finding: (first: string, count: number, none: number) => [
    `最も多くの施策大項目に挙げられているのは「${first}」（${count}項目）${none > 0 ? `。${none}の目標は、読み込まれた範囲では挙げられていない` : ''}`,
    `${first} is named for most policy items (${count})${none > 0 ? `; ${counted(none, 'goal')} ${none === 1 ? 'is' : 'are'} named nowhere in what was read` : ''}`,
  ],
  counts: (items: number, measures: number, departments: number) => [
    `施策大項目 ${items}・施策中項目 ${measures}・部署 ${departments}`,
    `${counted(items, 'item')} · ${counted(measures, 'measure')} · ${departments} dept.`,
  ],
  none: ['読み込まれた範囲では記載なし', 'Not named in what was read'],
  goal: ['目標', 'Goal'],
  measures: ['施策中項目の数（導出）', 'Measures (derived)'],
  departments: ['部署（導出）', 'Departments (derived)'],
});
