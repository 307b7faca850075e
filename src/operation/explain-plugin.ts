import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from './context.js';

/**
 * Asks for `extensions.explain`: the statements of an operation with parameters and times; with the value `profile` also
 * Neo4j's operators, their rows and database hits.
 */
export const explainHeader = 'x-explain';
/** With any other value nothing is asked for. */
export const explainValues: readonly string[] = ['1', 'profile'];

const rounded = (milliseconds: number) => Math.round(milliseconds * 1000) / 1000;

/** Shows what an operation sent to the database, where the configuration allows it and the request asks for it. */
export const explainPlugin = (allowed: boolean): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart({ request }) {
    const value = request.http?.headers.get(explainHeader) ?? '';
    if (!allowed || !explainValues.includes(value)) return {};
    const profiled = value === 'profile';
    return {
      async executionDidStart({ contextValue }) {
        if (profiled) contextValue.engine.profiling = contextValue.profile;
      },
      async willSendResponse({ contextValue, response }) {
        if (response.body.kind !== 'single') return;
        const { compile, database, assemble, statements } = contextValue.engine.trace;
        const { singleResult } = response.body;
        singleResult.extensions = {
          ...singleResult.extensions,
          explain: {
            milliseconds: { compile: rounded(compile), database: rounded(database), assemble: rounded(assemble) },
            statements: statements.map(({ databaseMilliseconds, ...statement }) => ({
              ...statement,
              databaseMilliseconds: rounded(databaseMilliseconds),
            })),
          },
        };
      },
    };
  },
});
