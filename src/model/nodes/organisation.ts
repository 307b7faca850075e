/** Who does it and towards which goals: departments and the Sustainable Development Goals. */
import type { NodeType } from '../declaration.js';
import { into, out } from '../edges.js';
import { connection, describe, entity, integer, required, text } from '../language.js';

export const Department: NodeType = entity({
  lookup: { name: '市民活動推進課' },
  description: describe('A department: a division, an office, a secretariat or a library of the city.', '部署'),
  example: 'honjo:department:市民活動推進課',
  fields: {
    municipality: required('Municipality', out('DIVISION_OF'), 'The city it belongs to.', '市区町村'),
    measures: connection('Measure', into('OWNED_BY'), 'Measures it answers for.', '担当する施策中項目'),
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
    projects: connection('Project', into('PROJECT_TOUCHES'), 'Projects that touch it themselves.', '事業'),
    departments: connection(
      'Department',
      [into('TOUCHES'), into('PART_OF'), out('OWNED_BY')],
      'Departments that answer for those measures.',
      '部署',
    ),
  },
});
