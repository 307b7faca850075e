import type { GraphQLResolveInfo } from 'graphql';
import { shapeOf } from './arguments.js';
import type { Assembling } from './assembling.js';
import type { Variables } from './binding.js';
import type { WriteRows } from './connection.js';
import { ShapeMemory } from './shape-memory.js';
import { Statement } from './statement.js';
import type { Steps } from './steps.js';

/** A plan is a compiled part of an operation: one statement, its parameters for any variables, and how its answer is assembled. */
export interface Plan {
  readonly text: string;
  readonly parameters: (variables: Variables) => Readonly<Record<string, unknown>>;
  readonly assemble: (value: unknown, assembling: Assembling, writeRows?: WriteRows) => unknown;
}

/** A plan, and whether it was compiled for an earlier request. */
export interface Planned {
  readonly plan: Plan;
  readonly reused: boolean;
  /** What reads the same until the database has planned the statement. */
  readonly steps?: Steps;
}

/** Room in characters of statements and variables; a plan takes some hundred times as much memory. */
const room = 2 ** 17;

/** The plans of the operations that a server is asked again; requests of one shape share a plan (see `shapeOf`). */
export class PlanCache {
  private readonly plans = new ShapeMemory<Plan>(room);

  /** The plan for one part of an operation, compiled where there is none yet. */
  plan(
    info: GraphQLResolveInfo,
    part: string,
    compile: (statement: Statement) => Pick<Plan, 'text' | 'assemble'>,
  ): Planned {
    const { operation, schema, variableValues } = info;
    const shape = `${part} ${shapeOf(operation, schema, variableValues)}`;
    const known = this.plans.get(operation, shape);
    if (known) return { plan: known, reused: true };
    const plan = new Statement().plan(compile);
    // Its bindings know the values that it was compiled with.
    this.plans.keep(operation, shape, plan, plan.text.length + JSON.stringify(variableValues).length);
    return { plan, reused: false };
  }
}
