/**
 * A value of a request as a plan sees it: known now, and known how to be read from the variables of the next request,
 * so that the plan can be run again. Only what ends up as a parameter is a binding; whatever shapes the statement (which
 * fields a filter has, directions, booleans) stays as it is and belongs to the plan.
 */
export class Binding {
  /** The value of the request that the plan was made for. */
  readonly value: unknown;
  /** The value that other variables give. */
  readonly in: (variables: Variables) => unknown;

  constructor(value: unknown, read: (variables: Variables) => unknown) {
    this.value = value;
    this.in = read;
  }
}

export type Variables = Readonly<Record<string, unknown>>;

/** A value that may be bound, in one request. */
export const valueIn = (value: unknown, variables: Variables): unknown =>
  value instanceof Binding ? value.in(variables) : value;
