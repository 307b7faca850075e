import {
  IndicatorFactsDocument,
  IndicatorProposalsDocument,
  InitiativeFactsDocument,
  InitiativePolicyItemsDocument,
  LinkagePlanDepartmentsDocument,
  LinkagePlanFactsDocument,
  LinkagePlanIndicatorsDocument,
  LinkagePlanInitiativesDocument,
  LinkagePlanMatrixItemsDocument,
  LinkagePlanPolicyItemsDocument,
} from '../../../graphql/graphql.js';
import { unitAfter } from '../../../language/figures.js';
import { ThingLink } from '../../../parts/thing-link.js';
import { departmentColumns, indicatorColumns, initiativeColumns } from '../columns/organisation-columns.js';
import { policyItemColumns } from '../columns/plan-columns.js';
import { proposalColumns } from '../columns/record-columns.js';
import { CourseSection } from '../parts/course-section.js';
import { records, relation, thingType } from '../thing-type.js';

export const indicator = thingType('Indicator', IndicatorFactsDocument, {
  staged: true,
  facts: ({ roles, definition, unit, policyItem, linkagePlan }, { vocabulary, language }) => [
    [vocabulary.field('Indicator', 'roles'), roles.map((role) => vocabulary.value('IndicatorRole', role)).join(' / ')],
    [vocabulary.field('Indicator', 'policyItem'), policyItem && <ThingLink key="item" thing={policyItem} />],
    [
      vocabulary.field('Indicator', 'linkagePlan'),
      linkagePlan && <ThingLink key="plan" thing={{ ...linkagePlan, code: String(linkagePlan.number) }} />,
    ],
    [vocabulary.field('Indicator', 'definition'), definition],
    [vocabulary.field('Indicator', 'unit'), unitAfter(unit, language).trim()],
  ],
  Sections: CourseSection,
  relations: [records('proposals', IndicatorProposalsDocument, proposalColumns)],
});

export const linkagePlan = thingType('LinkagePlan', LinkagePlanFactsDocument, {
  staged: true,
  code: ({ number }) => number,
  facts: ({ subtitle }, { vocabulary }) => [[vocabulary.field('LinkagePlan', 'subtitle'), subtitle]],
  relations: [
    relation('initiatives', LinkagePlanInitiativesDocument, initiativeColumns, 'linkagePlan'),
    relation('indicators', LinkagePlanIndicatorsDocument, indicatorColumns),
    relation('policyItems', LinkagePlanPolicyItemsDocument, policyItemColumns),
    relation('matrixItems', LinkagePlanMatrixItemsDocument, policyItemColumns),
    relation('departments', LinkagePlanDepartmentsDocument, departmentColumns),
  ],
});

export const initiative = thingType('Initiative', InitiativeFactsDocument, {
  compared: true,
  staged: true,
  code: ({ number, linkagePlan: plan }) => `${plan.number}-${number}`,
  facts: ({ linkagePlan: plan }, { vocabulary }) => [
    [
      vocabulary.field('Initiative', 'linkagePlan'),
      <ThingLink key="plan" thing={{ ...plan, code: String(plan.number) }} />,
    ],
  ],
  relations: [relation('policyItems', InitiativePolicyItemsDocument, policyItemColumns)],
});
