/** The list of the node types. */
import type { NodeType } from '../declaration.js';
import * as linkage from './linkage.js';
import * as organisation from './organisation.js';
import * as plan from './plan.js';
import * as provenance from './provenance.js';
import * as reform from './reform.js';

/** Every node type, in the order in which people meet them. */
export const nodeTypes = {
  Municipality: plan.Municipality,
  PolicyField: plan.PolicyField,
  PolicyItem: plan.PolicyItem,
  Measure: plan.Measure,
  Department: organisation.Department,
  SupportingScope: organisation.SupportingScope,
  Sdg: organisation.Sdg,
  Indicator: plan.Indicator,
  Observation: plan.Observation,
  IndicatorProposal: plan.IndicatorProposal,
  Vision: plan.Vision,
  RelatedPlan: plan.RelatedPlan,
  Project: plan.Project,
  Cost: plan.Cost,
  SurveyResult: plan.SurveyResult,
  LinkagePlan: linkage.LinkagePlan,
  Initiative: linkage.Initiative,
  ReformField: reform.ReformField,
  ReformPerspective: reform.ReformPerspective,
  ReformSheet: reform.ReformSheet,
  AnnualGoal: reform.AnnualGoal,
  Evaluation: reform.Evaluation,
  ScaleLevel: reform.ScaleLevel,
  Change: provenance.Change,
  Passage: provenance.Passage,
  SourceDocument: provenance.SourceDocument,
  ExtractionIssue: provenance.ExtractionIssue,
  CoverageStatement: provenance.CoverageStatement,
} satisfies Readonly<Record<string, NodeType>>;
