import {
  MeasureDepartmentsDocument,
  MeasureFactsDocument,
  MeasureLinkagePlansDocument,
  MeasureReformSheetsDocument,
  MeasureSdgsDocument,
  PolicyFieldCitingSheetsDocument,
  PolicyFieldFactsDocument,
  PolicyFieldMeasuresDocument,
  PolicyFieldPolicyItemsDocument,
  PolicyItemDepartmentsDocument,
  PolicyItemFactsDocument,
  PolicyItemIndicatorProposalsDocument,
  PolicyItemIndicatorsDocument,
  PolicyItemInitiativesDocument,
  PolicyItemLinkagePlansDocument,
  PolicyItemMatrixPlansDocument,
  PolicyItemMeasuresDocument,
  PolicyItemProjectsDocument,
  PolicyItemReformSheetsDocument,
  PolicyItemRelatedPlansDocument,
  PolicyItemSdgsDocument,
  PolicyItemSurveyResultsDocument,
  PolicyItemVisionsDocument,
  ProjectFactsDocument,
  RelatedPlanFactsDocument,
  RelatedPlanPolicyItemsDocument,
} from '../../../graphql/graphql.js';
import { ThingLink } from '../../../parts/thing-link.js';
import {
  departmentColumns,
  indicatorColumns,
  initiativeColumns,
  linkagePlanColumns,
  reformSheetColumns,
} from '../columns/organisation-columns.js';
import {
  measureColumns,
  policyItemColumns,
  projectColumns,
  relatedPlanColumns,
  sdgColumns,
} from '../columns/plan-columns.js';
import { proposalColumns, surveyColumns, visionColumns } from '../columns/record-columns.js';
import { records, relation, thingType } from '../thing-type.js';

export const policyField = thingType('PolicyField', PolicyFieldFactsDocument, {
  code: ({ number }) => number,
  facts: ({ vision, municipality }, { vocabulary }) => [
    [vocabulary.field('PolicyField', 'vision'), vision],
    [vocabulary.type('Municipality'), <ThingLink key="municipality" thing={municipality} />],
  ],
  relations: [
    relation('policyItems', PolicyFieldPolicyItemsDocument, policyItemColumns, 'field'),
    relation('measures', PolicyFieldMeasuresDocument, measureColumns),
    relation('citingSheets', PolicyFieldCitingSheetsDocument, reformSheetColumns),
  ],
});

export const policyItem = thingType('PolicyItem', PolicyItemFactsDocument, {
  sideBySide: true,
  compared: true,
  staged: true,
  dossier: true,
  code: ({ code }) => code,
  facts: ({ field, satisfaction, satisfactionQuestion, collaborationStages }, { vocabulary }) => [
    [
      vocabulary.field('PolicyItem', 'field'),
      <ThingLink key="field" thing={{ ...field, code: String(field.number) }} />,
    ],
    [vocabulary.field('PolicyItem', 'satisfaction'), satisfaction !== null && `${satisfaction}%`],
    [vocabulary.field('PolicyItem', 'satisfactionQuestion'), satisfactionQuestion],
    [
      vocabulary.field('PolicyItem', 'collaborationStages'),
      collaborationStages.map((stage) => vocabulary.value('PlanStage', stage)).join(' / '),
    ],
  ],
  relations: [
    relation('measures', PolicyItemMeasuresDocument, measureColumns, 'policyItem', 'sdgs'),
    relation('indicators', PolicyItemIndicatorsDocument, indicatorColumns),
    relation('sdgs', PolicyItemSdgsDocument, sdgColumns),
    relation('departments', PolicyItemDepartmentsDocument, departmentColumns),
    relation('reformSheets', PolicyItemReformSheetsDocument, reformSheetColumns),
    relation('linkagePlans', PolicyItemLinkagePlansDocument, linkagePlanColumns),
    relation('initiatives', PolicyItemInitiativesDocument, initiativeColumns, 'policyItems'),
    relation('matrixPlans', PolicyItemMatrixPlansDocument, linkagePlanColumns),
    records('surveyResults', PolicyItemSurveyResultsDocument, surveyColumns),
    records('visions', PolicyItemVisionsDocument, visionColumns),
    records('indicatorProposals', PolicyItemIndicatorProposalsDocument, proposalColumns),
    relation('projects', PolicyItemProjectsDocument, projectColumns),
    relation('relatedPlans', PolicyItemRelatedPlansDocument, relatedPlanColumns),
  ],
});

export const measure = thingType('Measure', MeasureFactsDocument, {
  compared: true,
  staged: true,
  dossier: true,
  code: ({ code }) => code,
  facts: ({ policyItem: item, nameOnly }, { vocabulary, words }) => [
    [vocabulary.field('Measure', 'policyItem'), item && <ThingLink key="item" thing={item} />],
    [
      vocabulary.field('PolicyItem', 'field'),
      item && <ThingLink key="field" thing={{ ...item.field, code: String(item.field.number) }} />,
    ],
    [vocabulary.field('Measure', 'nameOnly'), nameOnly && words.yes],
  ],
  relations: [
    relation('departments', MeasureDepartmentsDocument, departmentColumns),
    relation('reformSheets', MeasureReformSheetsDocument, reformSheetColumns, 'measures'),
    relation('sdgs', MeasureSdgsDocument, sdgColumns),
    relation('linkagePlans', MeasureLinkagePlansDocument, linkagePlanColumns),
  ],
});

export const relatedPlan = thingType('RelatedPlan', RelatedPlanFactsDocument, {
  staged: true,
  facts: ({ period }, { vocabulary, words }) => [
    [vocabulary.field('RelatedPlan', 'period'), period?.text],
    [
      vocabulary.field('FiscalPeriod', 'startFiscalYear'),
      typeof period?.startFiscalYear === 'number' && words.fiscalYear(period.startEra, period.startFiscalYear),
    ],
    [
      vocabulary.field('FiscalPeriod', 'endFiscalYear'),
      typeof period?.endFiscalYear === 'number' && words.fiscalYear(period.endEra, period.endFiscalYear),
    ],
    [
      vocabulary.field('FiscalPeriod', 'revisedFiscalYear'),
      typeof period?.revisedFiscalYear === 'number' && words.fiscalYear(null, period.revisedFiscalYear),
    ],
  ],
  relations: [relation('policyItems', RelatedPlanPolicyItemsDocument, policyItemColumns)],
});

export const project = thingType('Project', ProjectFactsDocument, {
  staged: true,
  code: ({ number, policyItem: item }) => `${item.code}-${number}`,
  facts: ({ policyItem: item }, { vocabulary }) => [
    [vocabulary.field('Project', 'policyItem'), <ThingLink key="item" thing={item} />],
  ],
});
