import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the graph. */
export const useGraphWords = bilingual({
  views: {
    collaboration: ['部署の連携', 'Departments'],
    whole: ['全体', 'Everything'],
    around: ['周辺', 'Around things'],
  },
  view: ['表示する範囲', 'What is drawn'],
  add: ['起点を追加', 'Start from'],
  starts: ['起点', 'Starting from'],
  remove: (name: string) => [`${name} を外す`, `Remove ${name}`],
  depth: ['たどるステップ数', 'Steps'],
  minWeight: ['共有件数の下限', 'Shared at least'],
  types: ['種類', 'Types'],
  relationships: ['関係', 'Relationships'],
  drawn: (nodes: number, edges: number) => [
    `項目 ${nodes} 件・関係 ${edges} 件`,
    `${counted(nodes, 'thing')}, ${counted(edges, 'relationship')}`,
  ],
  leftOut: (counts: readonly string[]) => [
    `表示しきれなかったもの：${counts.join('、')}`,
    `Left out: ${counts.join(', ')}`,
  ],
  none: ['起点を選ぶと、その周辺を描きます。', 'Choose a starting point to see what is around it.'],
  notFound: (ids: readonly string[]) => [
    `この識別子の項目は、選んだ計画段階にはありません：${ids.join('、')}`,
    `Nothing at the chosen stage has these ids: ${ids.join(', ')}`,
  ],
  hint: [
    '項目を選ぶと隣り合うものが浮かび上がります。ダブルクリックで周辺を広げます。',
    'Choose a thing to see its neighbours stand out; a double click draws what surrounds it.',
  ],
  chosen: ['選んだ項目', 'Chosen'],
  expand: ['周辺を広げる', 'Draw what surrounds it'],
  pathFrom: ['ここからの経路', 'Paths from here'],
  asText: ['表で見る', 'As a table'],
  from: ['項目', 'Thing'],
  to: ['相手', 'Other thing'],
  weight: ['共有件数', 'Shared'],
  relationship: ['関係', 'Relationship'],
  central: ['中心的な部署', 'Central departments'],
  group: ['グループ', 'Group'],
  degree: ['連携先', 'Partners'],
  betweenness: ['橋渡し度（媒介中心性）', 'Betweenness'],
  department: ['部署', 'Department'],
  shared: (measures: number, sheets: number) => [
    `施策中項目 ${measures}・実施計画シート ${sheets}`,
    `${counted(measures, 'measure')}, ${counted(sheets, 'sheet')}`,
  ],
});
