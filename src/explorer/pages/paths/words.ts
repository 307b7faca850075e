import { useLanguage } from '../../language/language.js';

const ja = {
  from: 'ここから',
  to: 'ここまで',
  change: '選び直す',
  swap: '入れ替える',
  hint: '二つの項目を選ぶと、計画の中でどうつながっているかを短い順に示します。',
  length: (hops: number) => `${hops} 段階`,
  path: (number: number) => `経路 ${number}`,
  drawn: 'つながりの図で見る',
  more: 'さらに多くの経路を探す',
};

const en: typeof ja = {
  from: 'From',
  to: 'To',
  change: 'Choose another',
  swap: 'Swap',
  hint: 'Choose two things to see how they hang together in the plans, shortest ways first.',
  length: (hops) => (hops === 1 ? '1 step' : `${hops} steps`),
  path: (number) => `Path ${number}`,
  drawn: 'See it in the graph',
  more: 'Look for more paths',
};

export const usePathWords = () => ({ ja, en })[useLanguage()];
