import type { PlanStage } from '../graphql/graphql.js';

/** The stages in the order of the planning cycle. */
export const stages: readonly PlanStage[] = ['CURRENT', 'DRAFT', 'ADOPTED'];

/** The id of a thing as a stage has it; null stands for what is in force. */
export const idAtStage = (id: string, stage: PlanStage | null): string => (stage === null ? id : `${id}@${stage}`);
