import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The most departments that a title names. */
const named = 2;

const ofMost = (shown: number, all: number) =>
  shown < all
    ? ([`（関わる部署の多い${shown}課。全${all}課）`, ` (the ${shown} that work with most, of ${all})`] as const)
    : (['', ''] as const);

/** The words of the page of collaboration. */
export const useCollaborationWords = bilingual({
  matrix: {
    about: (shown: number, all: number) => [
      `部署の組ごとの施策・シートの数${ofMost(shown, all)[0]}`,
      `Measures and sheets that two departments share${ofMost(shown, all)[1]}`,
    ],
    finding: (departments: number, pairs: number, first: string, degree: number) => [
      `${departments}課の${pairs}組が施策やシートをともにし、最も多い${degree}課と関わるのは${first}`,
      `${counted(departments, 'department')} share work in ${counted(pairs, 'pair')}; ${first} works with most others (${degree})`,
    ],
    cell: (row: string, column: string, weight: number, roles: string) => [
      `${row}と${column}：${weight} 件（${roles}）`,
      `${row} and ${column}: ${weight} (${roles})`,
    ],
    pair: ['部署の組', 'Departments'],
    edge: ['太い辺：担当する課の側', 'Thick side: who leads'],
    leading: [
      '左の辺が太ければ行の課、上の辺が太ければ列の課が担当し、もう一方が連携しています。両方が太い組はどちらの課も担当し、どちらも細い組はともに連携しています。',
      'Where the left side is thick, the department of the row leads what the other supports; where the top is, that of the column does. Both are thick where either leads something, and none where both support.',
    ],
  },
  network: {
    about: (shown: number, all: number) => [
      `部署どうしの担当・連携の関係と、施策・シートの件数${ofMost(shown, all)[0]}`,
      `Which departments lead and support the same measures and sheets${ofMost(shown, all)[1]}`,
    ],
    finding: (leading: string, supporters: number, supporting: string, supported: number) => [
      `最も多い${supporters}課の連携を得て担当するのは${leading}、最も多い${supported}課に連携するのは${supporting}`,
      `${leading} leads with the support of most others (${supporters}); ${supporting} supports most others (${supported})`,
    ],
    names: (names: readonly string[]) => [
      names.length > named ? `${names[0]}など${names.length}課` : names.join('と'),
      names.length > named ? `${names[0]} and ${names.length - 1} others` : names.join(' and '),
    ],
    note: [
      '評価回答部署・担当部署・実行課を「担当」、連携部署・連携課を「連携」としています。線が太いほど件数が多く、点が大きいほど多くの課と関わります。',
      'To lead is to answer for a measure or a policy item, or to be the executing division of a sheet. The thicker a line, the more two departments share; the larger a dot, the more others it works with.',
    ],
    kinds: {
      leads: ['担当 → 連携', 'Leads → supports'],
      together: ['ともに担当', 'Both lead'],
      supports: ['ともに連携', 'Both support'],
    },
    ties: {
      leads: (from: string, to: string) => [`${from}が担当し、${to}が連携`, `${from} leads, ${to} supports`],
      together: (from: string, to: string) => [`${from}と${to}がともに担当`, `${from} and ${to} both lead`],
      supports: (from: string, to: string) => [`${from}と${to}がともに連携`, `${from} and ${to} both support`],
    },
    tie: (tie: string, weight: number, roles: string) => [
      `${tie}：${weight} 件（${roles}）`,
      `${tie}: ${weight} (${roles})`,
    ],
    department: (name: string, group: string, degree: number, supporters: number, supported: number) => [
      `${name}（${group}）：${degree}課と関わる。${supporters}課の連携を得て担当、${supported}課に連携`,
      `${name} (${group}): works with ${degree}; leads with the support of ${supporters}, supports ${supported}`,
    ],
    from: ['部署', 'Department'],
    kind: ['関係', 'Relation'],
    to: ['相手の部署', 'Other department'],
    graph: ['同じ部署を「つながり」で動かして見る', 'The same departments in the graph, to move and to filter'],
  },
  group: (number: number) => [`グループ${number}`, `Group ${number}`],
  groups: {
    matrix: [
      '対角線の色は、互いに多く関わる部署のグループ（Louvain法）です。',
      'The colour on the diagonal tells groups that share more with one another than with the rest (Louvain).',
    ],
    network: [
      '点の色は、互いに多く関わる部署のグループ（Louvain法）です。',
      'The colour of a dot tells groups that share more with one another than with the rest (Louvain).',
    ],
  },
  weight: ['件数', 'Count'],
  roles: ['役割の組み合わせ', 'Roles'],
  role: (role: string, partnerRole: string, count: number) => [
    `${role}×${partnerRole} ${count} 件`,
    `${role} × ${partnerRole}: ${count}`,
  ],
  comma: ['、', ', '],
});
