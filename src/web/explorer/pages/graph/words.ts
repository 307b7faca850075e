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
  unknown: (ids: readonly string[]) => [
    `この識別子の項目はありません：${ids.join('、')}`,
    `There is nothing with these ids: ${ids.join(', ')}`,
  ],
  notFound: (ids: readonly string[]) => [
    `この識別子の項目は、選んだ計画段階について読み込んだ文書にはありません（未読の部分にあるかもしれません）：${ids.join('、')}`,
    `Nothing in what was read of the chosen stage has these ids; a part that was not read may have them: ${ids.join(', ')}`,
  ],
  hint: [
    '項目や線を選ぶと、隣り合うものが浮かび上がり、説明が出ます。',
    'Choose a thing or a line to see what it is about, and what is next to it.',
  ],
  hintWheel: [
    'ドラッグで動かし、ボタンかCtrl＋ホイールで拡大・縮小します。',
    'Drag to move; the buttons, or Ctrl and the wheel, zoom.',
  ],
  find: ['図の中で探す', 'Find in the drawing'],
  notDrawn: ['図の中にありません。', 'Not in the drawing.'],
  groupsNote: [
    '色は、互いの連携が多い部署のグループです。',
    'Colours show groups of departments that share more with one another.',
  ],
  groupOf: (number: number, count: number) => [`グループ ${number}（${count}）`, `Group ${number} (${count})`],
  goals: ['SDGsは公式の色', 'SDGs have their official colours'],
  show: { label: ['見せ方', 'Shown as'], drawing: ['図', 'Drawing'], both: ['図と表', 'Both'], table: ['表', 'Table'] },
  sources: ['出典', 'Sources'],
  notAnswered: ['この線の詳しい内容は取得できませんでした。', 'There is no answer about this line.'],
  sharedWork: ['共有する施策中項目・シート', 'Shared measures and sheets'],
  close: ['選択を解除', 'Deselect'],
  chosen: ['選んだ項目', 'Chosen'],
  expand: ['周辺を広げる', 'Draw what surrounds it'],
  pathFrom: ['ここからの経路', 'Paths from here'],
  asText: ['関係の一覧', 'Relationships'],
  from: ['項目', 'Thing'],
  to: ['相手', 'Other thing'],
  weight: ['共有件数', 'Shared'],
  relationship: ['関係', 'Relationship'],
  central: ['中心的な部署', 'Central departments'],
  group: ['グループ', 'Group'],
  degree: ['連携先', 'Partners'],
  betweenness: ['橋渡し度（媒介中心性）', 'Betweenness'],
  department: ['部署', 'Department'],
  shared: (measures: number, items: number, sheets: number) => [
    `施策中項目 ${measures}・${items > 0 ? `施策大項目 ${items}・` : ''}実施計画シート ${sheets}`,
    `${counted(measures, 'measure')}, ${items > 0 ? `${counted(items, 'policy item')}, ` : ''}${counted(sheets, 'sheet')}`,
  ],
});
