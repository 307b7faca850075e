import { useLanguage } from '../../language/language.js';

const ja = {
  from: '起点',
  to: '終点',
  change: '選び直す',
  swap: '入れ替える',
  hint: '2つの項目を選ぶと、計画の中でどうつながっているかを短い順に示します。',
  length: (hops: number) => `${hops} ステップ`,
  path: (number: number) => `経路 ${number}`,
  drawn: 'つながりの図で見る',
  more: 'さらに多くの経路を探す',
};

const en: typeof ja = {
  from: 'From',
  to: 'To',
  change: 'Choose another',
  swap: 'Swap',
  hint: 'Choose two things to see how the plans connect them, shortest paths first.',
  length: (hops) => (hops === 1 ? '1 step' : `${hops} steps`),
  path: (number) => `Path ${number}`,
  drawn: 'See it in the graph',
  more: 'Look for more paths',
};

export const usePathWords = () => ({ ja, en })[useLanguage()];
