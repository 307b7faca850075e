/** The types whose changes are recorded, in the order of the plan. */
export const changedTypes = [
  'PolicyItem',
  'Measure',
  'Indicator',
  'Project',
  'RelatedPlan',
  'LinkagePlan',
  'Initiative',
] as const;
