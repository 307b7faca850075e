import { type DocumentNode, type ExecutionResult, execute, type GraphQLError, parse, validate } from 'graphql';
import { statement } from '../../../src/analysis/statements.js';
import { formatError } from '../../../src/api/errors.js';
import { executionSchema } from '../../../src/api/execution-schema.js';
import { requestContext } from '../../../src/api/request-context.js';
import { schema } from '../../../src/api/schema.js';
import type { Planner, Read } from '../../../src/graph/engine.js';
import { PlanCache } from '../../../src/graph/plan.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Plans that several requests share; a request without them compiles all anew. */
export type Plans = PlanCache;

export const newPlans = (): Plans => new PlanCache();

/** A database that has planned no statement yet: everything is answered in steps. */
export const nothingPlanned: Planner = { isPlanned: () => false };

export interface Sent {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** As the service carries operations out. */
const carriedOutBy = executionSchema(schema());

/** Which city is meant: a process of the service asks for that once and remembers it, so it is not counted. */
export const cityNamed = statement('municipality-named');

/** What the service answers, and what it sent to the graph for it. */
export interface Served {
  readonly answer: ExecutionResult;
  readonly sent: readonly Sent[];
}

/** Parses an operation and makes sure that it is valid. */
export function parsed(text: string): DocumentNode {
  const document = parse(text);
  const [problem] = validate(schema(), document);
  if (problem) throw new Error(`expected a valid operation, but ${problem.message}\n${text}`);
  return document;
}

/** Answers an operation by the real engine, as a request of its own. */
export async function serve(
  read: Read,
  document: DocumentNode,
  variableValues: Variables,
  plans: Plans = newPlans(),
  planner: Planner | null = null,
): Promise<Served> {
  const sent: Sent[] = [];
  const tracing: Read = (cypher, parameters) => {
    if (cypher !== cityNamed) sent.push({ cypher, parameters });
    return read(cypher, parameters);
  };
  const contextValue = requestContext(tracing, { plans, planner });
  const { data, errors } = await execute({ schema: carriedOutBy, document, variableValues, contextValue });
  // As it arrives: what is no JSON stays behind.
  const answer = { ...(errors ? { errors } : {}), data: JSON.parse(JSON.stringify(data ?? null)) };
  return { answer, sent };
}

/** The code that a client sees for an error. */
export const codeOf = (error: GraphQLError): string => formatError(error.toJSON(), error).extensions.code;
