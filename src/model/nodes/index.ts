/** The list of the node types. */
import * as linkage from './linkage.js';
import * as organisation from './organisation.js';
import * as plan from './plan.js';
import * as provenance from './provenance.js';
import * as reform from './reform.js';

/** Every node type, in the order in which people meet them. */
export const nodeTypes = [
  plan.Municipality,
  plan.PolicyField,
  plan.PolicyItem,
  plan.Measure,
  organisation.Department,
  organisation.SupportingScope,
  organisation.Sdg,
  plan.Indicator,
  plan.IndicatorProposal,
  plan.Vision,
  plan.RelatedPlan,
  plan.Project,
  plan.SurveyResult,
  linkage.LinkagePlan,
  linkage.Initiative,
  reform.ReformField,
  reform.ReformPerspective,
  reform.ReformSheet,
  reform.AnnualGoal,
  reform.Evaluation,
  provenance.Change,
  provenance.Passage,
  provenance.SourceDocument,
  provenance.ExtractionIssue,
] as const;

/** The name of a node type. */
export type NodeName = (typeof nodeTypes)[number]['name'];
