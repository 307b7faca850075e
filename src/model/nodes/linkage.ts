/** Linkage plans (政策連携プラン): work across the fields of the plan. */
import type { NodeType } from '../declaration.js';
import { into, out } from '../edges.js';
import { connection, describe, entity, integer, required, text } from '../language.js';

export const LinkagePlan: NodeType = entity({
  staged: true,
  lookup: { number: 1 },
  numberWords: ['連携プラン', 'プラン', 'Plan'],
  description: describe('A linkage plan, which bundles policy items across fields.', '政策連携プラン'),
  example: 'honjo:linkage-plan:1',
  fields: {
    number: integer('Number of the plan.', '番号'),
    subtitle: text('Subtitle in the adopted plan.', '副題', { nullable: true }),
    municipality: required('Municipality', out('LINKAGE_PLAN_OF'), 'The city.', '市区町村'),
    initiatives: connection(
      'Initiative',
      into('INITIATIVE_OF'),
      'What is done to carry it forward.',
      '推進のための取組',
    ),
    policyItems: connection(
      'PolicyItem',
      [into('INITIATIVE_OF'), out('REFERENCES')],
      'Policy items that its initiatives reference.',
      '施策大項目',
    ),
    matrixItems: connection(
      'PolicyItem',
      out('MARKS'),
      "Policy items that the draft's matrix marks.",
      '政策連携プラン体系（案）',
    ),
    indicators: connection('Indicator', into('INDICATES_PLAN'), 'Its indicators.', '数値目標'),
    departments: connection(
      'Department',
      [into('INITIATIVE_OF'), out('REFERENCES'), into('PART_OF'), out('OWNED_BY')],
      'Departments that own measures of its policy items.',
      '部署',
    ),
  },
});

export const Initiative: NodeType = entity({
  lookup: { name: '塙保己一の生き方に学ぶ' },
  codeInId: true,
  numberWords: ['取組'],
  staged: true,
  description: describe('An initiative of a linkage plan.', '推進のための取組'),
  example: 'honjo:initiative:1-1',
  fields: {
    number: integer('Order within the plan.', '順番'),
    linkagePlan: required('LinkagePlan', out('INITIATIVE_OF'), 'The linkage plan.', '政策連携プラン'),
    policyItems: connection('PolicyItem', out('REFERENCES'), 'Policy items it references.', '施策大項目'),
  },
});
