import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Cost, costOf, refuseAbove } from '../graph/cost.js';
import { Refusal } from '../refusal.js';
import type { RequestContext } from './context.js';

/** Asks for `extensions.cost` of an operation that is answered. */
export const costHeader = 'x-cost';
/** With any other value nothing is asked for. */
export const costValues: readonly string[] = ['1'];

/** An operation with the variables of a request, as they came. */
export interface Request {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Whether a valid operation may be carried out with its variables. */
export type Admits = (request: Request) => boolean;

/** What an operation costs; null where its variables are wrong, which the execution refuses with all that is wrong about them. */
function reckon({ schema, document, operation, variables }: Request): Cost | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 5 });
  if (!coerced) return null;
  const fragments = Object.fromEntries(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((definition) => [definition.name.value, definition]),
  );
  return costOf(schema, operation, fragments, coerced);
}

/** Admits what has a cost within the limit. */
export const admitsWithin =
  (limit: number): Admits =>
  (request) => {
    try {
      const cost = reckon(request);
      return cost !== null && cost.total <= limit;
    } catch {
      // It is looked at once more on the way that has words for what is wrong.
      return false;
    }
  };

/**
 * Works out what an operation costs, with its variables, before anything runs, and refuses what costs too much.
 * It fails closed: a cost that cannot be worked out is an error, not a free pass.
 */
export const costPlugin = (limit: number): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    let cost: Cost | null = null;
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        // It is refused by all that comes after; there is nothing here that could be carried out.
        if (!operation) return;
        try {
          cost = reckon({ schema, document, operation, variables: request.variables ?? {} });
          if (cost) refuseAbove(limit, cost);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          throw new GraphQLError(error.message, {
            originalError: error,
            extensions: { code: error.code, messageJa: error.messageJa, http: { status: 400 } },
          });
        }
      },
      async willSendResponse({ request, response }) {
        const asked = costValues.includes(request.http?.headers.get(costHeader) ?? '');
        if (!cost || !asked || response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        const { total } = cost;
        const mostExpensive = cost.mostExpensive && { path: cost.mostExpensive.path, cost: cost.mostExpensive.cost };
        singleResult.extensions = {
          ...singleResult.extensions,
          // `dearest` is the name that `mostExpensive` had in version 0.1; deprecated.
          cost: { requested: total, limit, mostExpensive, dearest: mostExpensive },
        };
      },
    };
  },
});
