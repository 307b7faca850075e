/** Words of municipal plans that mean the same or nearly so, each as it is written in names. */
import { fold } from '../../model/folded-text.js';

const groups: readonly (readonly string[])[] = [
  ['DX', 'デジタルトランスフォーメーション', 'デジタル化', 'デジタル'],
  ['ICT', 'IT', '情報通信技術', '情報化'],
  ['AI', '人工知能'],
  ['RPA', '業務自動化'],
  ['SDGs', '持続可能な開発目標'],
  ['PPP', 'PFI', '官民連携', '公民連携', '民間活力'],
  ['BCP', '業務継続'],
  ['EBPM', '証拠に基づく政策立案'],
  ['GX', '脱炭素', 'カーボンニュートラル', 'ゼロカーボン', '温暖化対策'],
  ['再エネ', '再生可能エネルギー'],
  ['ごみ', '廃棄物'],
  ['リサイクル', '資源循環', '再資源化'],
  ['防災', '減災', '災害対策'],
  ['防犯', '治安'],
  ['高齢者', 'シニア', 'お年寄り', '老人'],
  ['介護予防', 'フレイル'],
  ['障害者', '障がい者', '障碍者'],
  ['子ども', '子供', '児童'],
  ['子育て', '育児'],
  ['保育所', '保育園'],
  ['学童', '放課後児童'],
  ['ひとり親', '母子家庭', '父子家庭'],
  ['男女共同参画', 'ジェンダー'],
  ['多文化共生', '国際交流', '外国人'],
  ['協働', 'パートナーシップ'],
  ['自治会', '町内会'],
  ['まちづくり', '街づくり', '町づくり'],
  ['空き家', '空家'],
  ['移住', '定住', 'UIJターン'],
  ['観光', 'ツーリズム'],
  ['シティプロモーション', '魅力発信'],
  ['公共交通', 'コミュニティバス'],
  ['農業', '農政', '営農'],
  ['商工業', '商業', '工業'],
  ['就労', '雇用', '就業'],
  ['生涯学習', '社会教育'],
  ['スポーツ', '体育'],
  ['文化財', '歴史遺産'],
  ['窓口', '受付'],
  ['電子申請', 'オンライン申請'],
  ['マイナンバー', '個人番号'],
  ['財政', '財源'],
  ['公共施設', 'ファシリティマネジメント'],
  ['職員', '人材'],
];

const known = new Map<string, Set<string>>();
for (const group of groups) {
  const folded = group.map(fold);
  for (const word of folded) {
    const others = known.get(word) ?? new Set();
    for (const other of folded) if (other !== word) others.add(other);
    known.set(word, others);
  }
}

/** Other words for a folded word. */
export const synonymsOf = (word: string): readonly string[] => [...(known.get(word) ?? [])];
