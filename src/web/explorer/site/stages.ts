import type { PlanStage } from '../graphql/graphql.js';

/** The stages in the order of the planning cycle. */
export const stages: readonly PlanStage[] = ['CURRENT', 'DRAFT', 'ADOPTED'];
