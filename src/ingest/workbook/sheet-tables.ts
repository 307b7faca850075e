/** The tables of the dataset that a sheet of the template gives. */
import type { EdgeName, NodeName } from '../../model/declaration.js';
import type { SheetKey } from './template.js';

export interface SheetTables {
  readonly nodes: readonly NodeName[];
  readonly edges: readonly EdgeName[];
}

export const tablesOf: Partial<Record<SheetKey, SheetTables>> = {
  municipality: { nodes: ['Municipality'], edges: [] },
  organisation: { nodes: ['Department'], edges: ['DIVISION_OF', 'UNIT_OF', 'SUCCEEDS'] },
  fields: { nodes: ['PolicyField'], edges: ['FIELD_OF'] },
  policyItems: { nodes: ['PolicyItem'], edges: ['IN_FIELD', 'ITEM_OWNED_BY', 'TOUCHES'] },
  measures: { nodes: ['Measure'], edges: ['PART_OF', 'OWNED_BY', 'MEASURE_SUPPORTED_BY', 'MEASURE_TOUCHES'] },
  projects: { nodes: ['Project'], edges: ['PROJECT_OF', 'PROJECT_OF_MEASURE', 'RUN_BY', 'PROJECT_TOUCHES'] },
  indicators: { nodes: ['Indicator'], edges: ['INDICATES', 'INDICATES_MEASURE', 'INDICATES_PROJECT'] },
  observations: { nodes: ['Observation'], edges: ['OBSERVES'] },
  costs: { nodes: ['Cost'], edges: ['COST_OF'] },
  evaluations: {
    nodes: ['Evaluation'],
    edges: ['EVALUATES_ITEM', 'EVALUATES_MEASURE', 'EVALUATES_PROJECT', 'GRADED_AS'],
  },
  scales: { nodes: ['ScaleLevel'], edges: ['SCALE_OF'] },
  relatedPlans: { nodes: ['RelatedPlan'], edges: ['RELATES_TO'] },
};
