import type { Statement } from './statement.js';

/**
 * Properties of a node or edge that a statement is given the names of, as a parameter: its text is the same whichever
 * properties are selected.
 */
export class NamedProperties {
  private readonly names: string[] = [];
  readonly expression: string;

  constructor(statement: Statement, variable: string) {
    const name = statement.variable('k');
    this.expression = `[${name} IN ${statement.parameter(this.names)} | ${variable}[${name}]]`;
  }

  /** The index of a property among the values that are read. */
  index(name: string): number {
    const known = this.names.indexOf(name);
    return known >= 0 ? known : this.names.push(name) - 1;
  }
}
