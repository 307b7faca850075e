import type { GraphqlRequest } from '../../client/send.js';
import { useAnswer } from '../../client/use-answer.js';
import type { PlanStage, ThingQuery } from '../../graphql/graphql.js';
import { idAtStage } from '../../site/stages.js';
import { pageOperation } from './all.js';
import type { Row } from './rows.js';

/** A node that has a name, as every such page reads it. */
export type Entity = Extract<NonNullable<ThingQuery['node']>, { readonly name: string }>;

/** What a page shows. */
export interface ShownNode {
  readonly id: string;
  /** The stage that is shown, which has the node; null means in force. */
  readonly stage: PlanStage | null;
  /** Id of the municipality, only for the operations about what all share. */
  readonly municipality?: string;
}

/** What the operations of a page are sent with. */
type NodeVariables = Omit<ShownNode, 'stage'>;

/** Sends a generated operation about one node; `node` is as the type declares it, null where there is none. */
export function useNode(
  operation: string,
  { id, stage, ...others }: ShownNode,
): { readonly node: Row | null; readonly request: GraphqlRequest } {
  const { answer, request } = useAnswer(pageOperation<{ readonly node: Row | null }, NodeVariables>(operation), {
    id: idAtStage(id, stage),
    ...others,
  });
  return { node: answer.node, request };
}
