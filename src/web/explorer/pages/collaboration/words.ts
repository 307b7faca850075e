import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

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
  group: (number: number) => [`グループ${number}`, `Group ${number}`],
  groups: {
    matrix: [
      '対角線の色は、互いに多く関わる部署のグループ（Louvain法）です。',
      'The colour on the diagonal tells groups that share more with one another than with the rest (Louvain).',
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
