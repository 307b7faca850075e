import type { EdgeDeclaration, NodeDeclaration, PropertyDeclaration } from '../model/declaration.js';
import { type Variables, valueIn } from './binding.js';
import type { Plan } from './plan.js';

/** Where an answer looks: at what is in force, or at what one stage asserts. */
export type View = EffectiveView | StageView;

interface EffectiveView {
  readonly kind: 'effective';
  /** The things that are seen are known to be in force themselves. */
  readonly inForce: boolean;
}

interface StageView {
  readonly kind: 'stage';
  readonly stage: string;
  readonly parameter: string;
}

/** Whether a view sees a node or an edge depends on no more of a stage than the expression that has it. */
export type Sight = Pick<EffectiveView, 'kind'> | Pick<StageView, 'kind' | 'parameter'>;

/** What is in force, seen from things that may be no longer. */
export const effectiveView: View = { kind: 'effective', inForce: false };
/** The same seen from things that are known to be in force. */
export const inForceView: View = { kind: 'effective', inForce: true };

/** The stage that a view shows; null for what is in force. */
export const stageOf = (view: View): string | null => (view.kind === 'stage' ? view.stage : null);

/** The view of a node where its surroundings are seen in one: what is the same at every stage has no stage. */
export const viewOfNode = ({ stageless }: NodeDeclaration, around: View): View =>
  stageless && around.kind === 'stage' ? effectiveView : around;

/**
 * A statement under construction: its parameters and a supply of variable names. Texts hold only what the model
 * declares; every value of a request becomes a parameter, so that Neo4j plans each shape of question once and this
 * service compiles it once.
 */
export class Statement {
  /**
   * Whether related nodes and sources are read by statements of their own (`steps.ts`) instead of in this one. The text
   * then does not depend on which properties are selected.
   */
  readonly stepwise: boolean;
  private readonly bound: {
    readonly name: string;
    readonly value: unknown;
    readonly fold: (value: unknown) => unknown;
  }[] = [];
  private readonly checks: ((variables: Variables) => void)[] = [];
  private variables = 0;
  private readonly stages = new Map<string, View>();

  constructor({ stepwise = false } = {}) {
    this.stepwise = stepwise;
  }

  /** The name of a new parameter with that value, with its dollar sign. `fold` checks or changes the value of each request. */
  parameter(value: unknown, fold: (value: unknown) => unknown = (given) => given): string {
    const name = `p${this.bound.length}`;
    this.bound.push({ name, value, fold });
    return `$${name}`;
  }

  /** Has every request checked, before the statement is sent for it. */
  check(check: (variables: Variables) => void): void {
    this.checks.push(check);
  }

  /** The parameters for the variables of one request; throws where the request asks for what there cannot be. */
  parameters(variables: Variables): Record<string, unknown> {
    for (const check of this.checks) check(variables);
    return Object.fromEntries(this.bound.map(({ name, value, fold }) => [name, fold(valueIn(value, variables))]));
  }

  /** A variable name that nothing else in the statement uses. */
  variable(prefix: string): string {
    return `${prefix}${this.variables++}`;
  }

  /** The view of a stage; one parameter however often it is used. */
  stage(stage: string): View {
    const known = this.stages.get(stage) ?? { kind: 'stage', stage, parameter: this.parameter(stage) };
    this.stages.set(stage, known);
    return known;
  }

  /** The plan that a part of an operation is compiled to. */
  plan(compile: (statement: Statement) => Pick<Plan, 'text' | 'assemble'>): Plan {
    return { ...compile(this), parameters: (variables) => this.parameters(variables) };
  }

  /** A view of another statement, in this one. */
  sameView(view: View): View {
    return view.kind === 'stage' ? this.stage(view.stage) : view;
  }
}

/** Opens a statement by keys that are not texts: its rows are matched by the index of the key. */
export const eachKey = 'UNWIND range(0, size($keys) - 1) AS index';
export const eachKeyAsKey = `${eachKey} WITH index, $keys[index] AS key`;

/** The type of a node of which only an interface is known. */
export const typeLabel = (variable: string): string =>
  `[label IN labels(${variable}) WHERE NOT label IN ['Node', 'Entity']][0]`;

/** The condition under which a node is seen; null where it always is. */
export function nodeVisible(variable: string, { staged, frame }: NodeDeclaration, view: Sight): string | null {
  if (!staged) return null;
  if (view.kind === 'effective') return `${variable}.effective`;
  // Data that an earlier version loaded lacks the list.
  const stages = frame ? `coalesce(${variable}.shownAt, ${variable}.stages)` : `${variable}.stages`;
  return `${view.parameter} IN ${stages}`;
}

/** The condition under which an edge is seen; null where it always is. */
export function edgeVisible(variable: string, { staged }: EdgeDeclaration, view: Sight): string | null {
  if (!staged) return null;
  return view.kind === 'effective' ? `${variable}.effective` : `${view.parameter} IN ${variable}.stages`;
}

/** Whether the view can have another value of a property than the effective one. */
export const isPerStage = (
  { perStage }: Pick<PropertyDeclaration, 'perStage'>,
  { staged }: NodeDeclaration,
  view: View,
): view is StageView => view.kind === 'stage' && perStage === true && staged === true;

/** Where a stage's own value of a property is kept. */
export const stageProperty = (name: string, { stage }: StageView): string => `${name}@${stage}`;

/** A property as the view has it: a stage's own value where it differs from the effective one. */
export function read(
  variable: string,
  name: string,
  declaration: Pick<PropertyDeclaration, 'perStage'>,
  node: NodeDeclaration,
  view: View,
): string {
  if (!isPerStage(declaration, node, view)) return `${variable}.${name}`;
  return `coalesce(${variable}['${name}@' + ${view.parameter}], ${variable}.${name})`;
}

/**
 * A property of a value such as a period, as the view has it. A value is taken as one: where the stage prints another one,
 * all of its parts are that stage's, also those that are missing.
 */
export function readPart(
  variable: string,
  { name, presentWhen }: { readonly name: string; readonly presentWhen: string },
  declaration: Pick<PropertyDeclaration, 'perStage'>,
  node: NodeDeclaration,
  view: View,
): string {
  if (!isPerStage(declaration, node, view)) return `${variable}.${name}`;
  const atStage = (property: string) => `${variable}['${property}@' + ${view.parameter}]`;
  return `CASE WHEN ${atStage(presentWhen)} IS NULL THEN ${variable}.${name} ELSE ${atStage(name)} END`;
}

/** Conditions joined by AND; "true" where there are none. */
export const all = (conditions: readonly (string | null)[]): string =>
  conditions.filter((condition) => condition !== null).join(' AND ') || 'true';

/** " WHERE …", or nothing where there are no conditions. */
export const where = (conditions: readonly (string | null)[]): string => {
  const joined = all(conditions);
  return joined === 'true' ? '' : ` WHERE ${joined}`;
};
