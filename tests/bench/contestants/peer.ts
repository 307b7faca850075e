/** \@neo4j/graphql over the same database, as its manual sets it up: Apollo Server on its own, here without what we turn off too. */
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import type { Target } from '../../../src/database/connection.js';
import { answerQuestions, usage } from '../processes.js';
import { openDriver } from './driver.js';

interface Start {
  readonly target: Target;
  readonly typeDefs: string;
}

answerQuestions({
  start: async ({ target, typeDefs }: Start) => {
    const library = new Neo4jGraphQL({
      typeDefs,
      driver: openDriver(target),
      // Its cost grows with its schema; nothing here needs the deprecated part.
      features: {
        excludeDeprecatedFields: {
          mutationOperations: true,
          aggregationFilters: true,
          aggregationFiltersOutsideConnection: true,
          relationshipFilters: true,
          attributeFilters: true,
        },
      },
    });
    const apollo = new ApolloServer({
      schema: await library.getSchema(),
      persistedQueries: false,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      plugins: [
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginUsageReportingDisabled(),
        ApolloServerPluginCacheControlDisabled(),
      ],
    });
    const { url } = await startStandaloneServer(apollo, {
      listen: { host: '127.0.0.1', port: 0 },
      context: async () => ({ sessionConfig: { database: target.database ?? 'neo4j' } }),
    });
    return Number(new URL(url).port);
  },
  usage,
});
