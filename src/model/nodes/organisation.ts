/** Who does it and towards which goals: departments and the Sustainable Development Goals. */
import type { NodeType } from '../declaration.js';
import { into, out } from '../edges.js';
import { SuccessionKind } from '../enums.js';
import { choice, connection, date, describe, entity, integer, one, required, text } from '../language.js';

export const Department: NodeType = entity({
  dated: true,
  lookup: { name: '市民活動推進課' },
  numberedBy: 'position',
  readBy: 'nameKana',
  description: describe(
    'A department: a bureau, a division, a section, an office or a library of the city, such as it was from one reorganisation to the next.',
    '部署',
  ),
  example: 'honjo:department:市民活動推進課',
  fields: {
    nameKana: text('How its name is read, in hiragana; null where that is not known.', 'よみがな', {
      nullable: true,
      seldomTold: true,
    }),
    position: integer(
      "Its place in the city's own list of its organisation, from 1; null where no document has such a list. Departments come in this order, without it in that of their readings.",
      '機構順',
      { nullable: true, seldomTold: true },
    ),
    validFrom: date('The first day on which it exists; null where that is not known.', '開始日', {
      nullable: true,
      seldomTold: true,
    }),
    validTo: date('The last day on which it exists; null while it does, and where that is not known.', '終了日', {
      nullable: true,
      seldomTold: true,
    }),
    formation: choice(
      SuccessionKind,
      'How it came of its predecessors; null where none is known.',
      '前身からの成り立ち',
      { nullable: true, derived: ['predecessors'] },
    ),
    ending: choice(
      SuccessionKind,
      'How it went on in its successors; null where none is known.',
      '後継への移り変わり',
      {
        nullable: true,
        derived: ['successors'],
      },
    ),
    municipality: required('Municipality', out('DIVISION_OF'), 'The city it belongs to.', '市区町村'),
    parent: one('Department', out('UNIT_OF'), 'The department right above it.', '上位組織'),
    units: connection('Department', into('UNIT_OF'), 'The departments right below it.', '下位組織'),
    ancestors: connection(
      'Department',
      out('WITHIN'),
      'All departments above it: its parent, the parent of that, and so on.',
      'すべての上位組織',
    ),
    descendants: connection(
      'Department',
      into('WITHIN'),
      'All departments below it: its units, the units of those, and so on.',
      'すべての下位組織',
    ),
    predecessors: connection(
      'Department',
      out('SUCCEEDS'),
      'The departments whose place it took: of one that was renamed one, of one that was merged several.',
      '前身',
    ),
    successors: connection(
      'Department',
      into('SUCCEEDS'),
      'The departments that took its place: of one that was split several.',
      '後継',
    ),
    lineage: connection(
      'Department',
      out('LINEAGE'),
      'It itself, all that it came from and all that came of it, one reorganisation after the other: what an earlier department did stays there and is found from here.',
      '前身・後継の系統（自身を含む）',
    ),
    evaluations: connection(
      'Evaluation',
      into('ANSWERED_BY'),
      'Evaluations of what it answered for in their fiscal years: a grade stays with the department of its year, and is found from later ones by `lineage { nodes { evaluations } }`.',
      '担当した評価',
    ),
    measures: connection('Measure', into('OWNED_BY'), 'Measures it answers for.', '担当する施策中項目'),
    supportedMeasures: connection(
      'Measure',
      into('MEASURE_SUPPORTED_BY'),
      'Measures it supports.',
      '連携する施策中項目',
    ),
    responsiblePolicyItems: connection(
      'PolicyItem',
      into('ITEM_OWNED_BY'),
      'Policy items it answers for as a whole.',
      '担当する施策大項目',
    ),
    projects: connection('Project', into('RUN_BY'), 'Projects it runs.', '担当する事業'),
    ledSheets: connection('ReformSheet', into('LED_BY'), 'Reform sheets it leads.', '実行課となるシート'),
    supportedSheets: connection(
      'ReformSheet',
      into('SUPPORTED_BY'),
      'Reform sheets it supports.',
      '連携課となるシート',
    ),
    policyItems: connection(
      'PolicyItem',
      [into('OWNED_BY'), out('PART_OF')],
      'Policy items whose measures it answers for.',
      '施策大項目',
    ),
    sdgs: connection(
      'Sdg',
      [into('OWNED_BY'), out('PART_OF'), out('TOUCHES')],
      'Goals touched by the policy items of its measures.',
      '関連するSDGs',
    ),
  },
});

export const SupportingScope: NodeType = entity({
  lookup: { name: '全庁' },
  description: describe(
    'A group of departments that a reform sheet names as a whole, kept as printed.',
    '連携課の範囲（全庁など）',
  ),
  example: 'honjo:supporting-scope:全庁',
  fields: {
    departments: connection(
      'Department',
      out('COVERS'),
      'Departments it is known to cover; empty while unknown.',
      '含まれる部署',
    ),
    sheets: connection('ReformSheet', into('SUPPORTED_BY_SCOPE'), 'Reform sheets that name it.', '実施計画シート'),
  },
});

export const Sdg: NodeType = entity({
  global: true,
  lookup: { number: 17 },
  numberPrefix: 'SDGs',
  numberWords: ['SDG Goal', 'SDGs Goal', 'Goal', 'ゴール', '目標', 'SDGs目標', 'SDGsゴール'],
  description: describe('A Sustainable Development Goal of the United Nations.', 'SDGs'),
  example: 'sdg:17',
  fields: {
    number: integer('Number of the goal, 1 to 17.', '番号'),
    color: text('Official colour, #RRGGBB.', '公式色'),
    uri: text('URI of the goal in the UN vocabulary.', 'URI'),
    policyItems: connection('PolicyItem', into('TOUCHES'), 'Policy items that touch it.', '施策大項目'),
    measures: connection(
      'Measure',
      [into('TOUCHES'), into('PART_OF')],
      'Measures of those policy items.',
      '施策中項目',
    ),
    touchingMeasures: connection(
      'Measure',
      into('MEASURE_TOUCHES'),
      'Measures that touch it themselves, whatever their policy items do.',
      '直接関連する施策中項目',
    ),
    projects: connection('Project', into('PROJECT_TOUCHES'), 'Projects that touch it themselves.', '事業'),
    departments: connection(
      'Department',
      [into('TOUCHES'), into('PART_OF'), out('OWNED_BY')],
      'Departments that answer for those measures.',
      '部署',
    ),
  },
});
