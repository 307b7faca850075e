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
  more: ['さらに多くの経路を探す', 'Look for more paths'],
});
