import { counted } from '../../language/counted.js';
import { bilingual } from '../../language/language.js';

/** The words of the page of collaboration. */
export const useCollaborationWords = bilingual({
  about: (shown: number, all: number) => [
    shown < all
      ? `部署の組ごとの施策・シートの数（関わる部署の多い${shown}課。全${all}課）`
      : '部署の組ごとの施策・シートの数',
    shown < all
      ? `Measures and sheets that two departments share (the ${shown} that work with most, of ${all})`
      : 'Measures and sheets that two departments share',
  ],
  finding: (departments: number, pairs: number, first: string, degree: number) => [
    `${departments}課の${pairs}組が施策やシートをともにし、最も多い${degree}課と関わるのは${first}`,
    `${counted(departments, 'department')} share work in ${counted(pairs, 'pair')}; ${first} works with most others (${degree})`,
  ],
  group: (number: number) => [`グループ${number}`, `Group ${number}`],
  groups: [
    '対角線の色は、互いに多く関わる部署のグループ（Louvain法）です。',
    'The colour on the diagonal tells groups that share more with one another than with the rest (Louvain).',
  ],
  cell: (row: string, column: string, weight: number, roles: string) => [
    `${row}と${column}：${weight} 件（${roles}）`,
    `${row} and ${column}: ${weight} (${roles})`,
  ],
  pair: ['部署の組', 'Departments'],
  weight: ['件数', 'Count'],
  roles: ['役割の組み合わせ', 'Roles'],
  role: (role: string, partnerRole: string, count: number) => [
    `${role}×${partnerRole} ${count} 件`,
    `${role} × ${partnerRole}: ${count}`,
  ],
  comma: ['、', ', '],
});
