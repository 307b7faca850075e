/** What an answer tells about its own execution where a request asks for it by a header. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Cost } from '../../graph/cost.js';
import type { Trace } from '../../graph/trace.js';

/** The values of headers that ask for an extension; any other value asks for nothing. With `only` nothing is executed. */
export const costHeader = { name: 'x-cost', values: ['1', 'only'] };
/** With `profile` also Neo4j's operators, their rows and database hits. */
export const explainHeader = { name: 'x-explain', values: ['1', 'profile'] };

/** Which extensions a request asks for, as far as the service gives them. */
export interface Extensions {
  readonly cost: boolean;
  /** The cost is all that is asked for: it is told before anything runs. */
  readonly costOnly: boolean;
  readonly explain: boolean;
  readonly profile: boolean;
}

/** Null where a request asks for none, so that its answer is like any other. */
export function extensionsFor(headers: IncomingHttpHeaders, explainAllowed: boolean): Extensions | null {
  const cost = costHeader.values.includes(String(headers[costHeader.name]));
  const explain = explainAllowed && explainHeader.values.includes(String(headers[explainHeader.name]));
  if (!cost && !explain) return null;
  const costOnly = headers[costHeader.name] === 'only';
  return { cost, costOnly, explain, profile: explain && headers[explainHeader.name] === 'profile' };
}

/** `extensions.cost`: what the operation costs, what is allowed, and its most expensive field. */
export function costExtension({ total, mostExpensive: field }: Cost, limit: number): Readonly<Record<string, unknown>> {
  const mostExpensive = field && { path: field.path, cost: field.cost };
  // `dearest` is the name that `mostExpensive` had in version 0.1; deprecated.
  return { cost: { requested: total, limit, mostExpensive, dearest: mostExpensive } };
}

/** `extensions.explain`: the statements of an operation with their parameters and times. */
export function explainExtension({
  compile,
  database,
  assemble,
  statements,
}: Trace): Readonly<Record<string, unknown>> {
  return {
    explain: {
      milliseconds: { compile: rounded(compile), database: rounded(database), assemble: rounded(assemble) },
      statements: statements.map(({ databaseMilliseconds, ...statement }) => ({
        ...statement,
        databaseMilliseconds: rounded(databaseMilliseconds),
      })),
    },
  };
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 1000) / 1000;
