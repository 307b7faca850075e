import type { GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';
import { shapeOf } from './arguments.js';
import type { Assembling } from './assembling.js';
import type { Variables } from './binding.js';
import type { WriteRows } from './connection.js';
import { OperationShapes, selectionKey } from './operation-shapes.js';
import { type Below, fieldAt, type SelectedField, selectedBy } from './selection.js';
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

/** The plans of operations; requests of one shape share a plan (see `shapeOf`). What is remembered lives as long as the operation. */
export class PlanCache {
  private readonly shapes = new WeakMap<OperationDefinitionNode, OperationShapes>();

  /** What is remembered of an operation. */
  of(operation: OperationDefinitionNode): OperationShapes {
    const known = this.shapes.get(operation);
    if (known) return known;
    const shapes = new OperationShapes();
    this.shapes.set(operation, shapes);
    return shapes;
  }

  /** The field that a resolver answers for: of the selection that the cost was computed from, where there is one. */
  selected(info: GraphQLResolveInfo): SelectedField {
    const { operation, schema, variableValues } = info;
    const selection = this.of(operation).get<Below>(selectionKey(shapeOf(operation, schema, variableValues)));
    return (selection && fieldAt(selection, info.path)) ?? selectedBy(info);
  }

  /** The plan for one part of an operation, compiled where there is none yet. */
  plan(
    info: GraphQLResolveInfo,
    part: string,
    compile: (statement: Statement) => Pick<Plan, 'text' | 'assemble'>,
  ): Planned {
    const { operation, schema, variableValues } = info;
    const shapes = this.of(operation);
    const key = `${part} ${shapeOf(operation, schema, variableValues)}`;
    const known = shapes.get<Plan>(key);
    if (known) return { plan: known, reused: true };
    const plan = new Statement().plan(compile);
    // Its bindings know the values that it was compiled with.
    shapes.keep(key, plan, plan.text.length + JSON.stringify(variableValues).length);
    return { plan, reused: false };
  }
}
