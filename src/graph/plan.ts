import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import { shapeOf } from './arguments.js';
import type { Variables } from './binding.js';
import type { Compiled } from './projection.js';
import { Statement } from './statement.js';

/** A plan is a compiled part of an operation: one statement, its parameters for any variables, and how its answer is assembled. */
export interface Plan {
  readonly text: string;
  readonly parameters: (variables: Variables) => Readonly<Record<string, unknown>>;
  readonly assemble: Compiled['assemble'];
}

/** A plan, and whether it was compiled for an earlier request. */
export interface Planned {
  readonly plan: Plan;
  readonly reused: boolean;
}

/** How many plans an operation may have; more shapes than that are compiled anew each time. */
const plansPerOperation = 200;

/**
 * The plans of the operations that a server keeps. They hang on the parsed operation, which the server keeps for as long
 * as it is asked again, and go with it; requests of one shape share a plan (see `shapeOf`).
 */
export class PlanCache {
  private readonly byOperation = new WeakMap<OperationDefinitionNode, Map<string, Plan>>();

  /** The plan for one part of an operation, compiled where there is none yet. */
  plan(
    info: GraphQLResolveInfo,
    part: string,
    compile: (statement: Statement) => Pick<Plan, 'text' | 'assemble'>,
  ): Planned {
    const plans = this.byOperation.get(info.operation) ?? new Map<string, Plan>();
    this.byOperation.set(info.operation, plans);
    const key = `${part} ${shapeOf(info.operation, info.schema, info.variableValues)}`;
    const known = plans.get(key);
    if (known) return { plan: known, reused: true };
    const statement = new Statement();
    const plan: Plan = { ...compile(statement), parameters: (variables) => statement.parameters(variables) };
    if (plans.size < plansPerOperation) plans.set(key, plan);
    return { plan, reused: false };
  }
}
