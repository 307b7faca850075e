import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the paths. */
export const usePathWords = bilingual({
  from: ['起点', 'From'],
  to: ['終点', 'To'],
  change: ['選び直す', 'Choose another'],
  swap: ['入れ替える', 'Swap'],
  hint: [
    '2つの項目を選ぶと、計画の中でどうつながっているかを短い順に示します。',
    'Choose two things to see how the plans connect them, shortest paths first.',
  ],
  length: (hops: number) => [`${hops} ステップ`, counted(hops, 'step')],
  path: (number: number) => [`経路 ${number}`, `Path ${number}`],
  drawn: ['つながりの図で見る', 'See it in the graph'],
  examples: {
    title: ['たとえば', 'For example'],
    toGoal: [
      '最も多くの部署と関わる部署から、最も多くの施策に挙げられたSDGsまで',
      'From the department that works with most others to the SDG that most policy items name',
    ],
    apart: [
      '同じテーマに関わりながら、施策もシートも共有しない二つの部署の間',
      'Between two departments on the same topic that share no work',
    ],
    toPlan: ['行政改革の実施計画シートから政策連携プランまで', 'From a reform sheet to a linkage plan'],
  },
  more: ['さらに多くの経路を探す', 'Look for more paths'],
});
