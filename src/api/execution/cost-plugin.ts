import type { ApolloServerPlugin } from '@apollo/server';
import { type FragmentDefinitionNode, GraphQLError, getVariableValues, Kind } from 'graphql';
import { costOf, refuseAbove } from '../../graph/cost.js';
import { RequestError } from '../../graph/request-error.js';
import type { RequestContext } from '../context.js';

/** Asks for `extensions.cost` of an operation that is answered. */
export const costHeader = 'x-cost';

/**
 * Works out what an operation costs, with its variables, before anything runs, and refuses what costs too much.
 * It fails closed: a cost that cannot be worked out is an error, not a free pass.
 */
export const costPlugin = (limit: number): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    let cost: ReturnType<typeof costOf> | null = null;
    return {
      async didResolveOperation({ schema, document, operation, request }) {
        // It is refused by all that comes after; there is nothing here that could be carried out.
        if (!operation) return;
        const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
          maxErrors: 5,
        });
        // Wrong variables are refused by the execution, with all that is wrong about them.
        if (!coerced.coerced) return;
        const fragments = Object.fromEntries(
          document.definitions
            .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
            .map((definition) => [definition.name.value, definition]),
        );
        try {
          cost = costOf(schema, operation, fragments, coerced.coerced);
          refuseAbove(limit, cost);
        } catch (error) {
          if (!(error instanceof RequestError)) throw error;
          throw new GraphQLError(error.message, {
            originalError: error,
            extensions: { code: error.code, messageJa: error.messageJa, http: { status: 400 } },
          });
        }
      },
      async willSendResponse({ request, response }) {
        if (!cost || !request.http?.headers.has(costHeader) || response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        singleResult.extensions = {
          ...singleResult.extensions,
          cost: { requested: cost.total, limit, dearest: cost.dearest },
        };
      },
    };
  },
});
