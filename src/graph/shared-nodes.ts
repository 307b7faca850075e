/**
 * Nodes that many rows of a list lead to, such as the policy item of several measures. Where more than properties is asked
 * of one, it is read once for all of the rows: they carry its id only.
 */
import type { NodeDeclaration } from '../model/declaration.js';
import { fieldsOf, findNode } from '../model/model.js';
import type { Assembling } from './assembling.js';
import type { Below } from './selection.js';
import type { Statement } from './statement.js';

/** A node that is read beside the rows, as the statement has it. */
interface Aside {
  readonly variable: string;
  /** Clauses that find single nodes behind it. */
  readonly clauses: readonly string[];
  readonly expression: string;
  readonly assemble: (row: unknown, assembling: Assembling) => unknown;
}

/**
 * Clauses that find single related nodes for all rows of a list, to stand before what a row returns: a statement takes less
 * time with them than with a subquery in each row.
 */
export class Joins {
  readonly clauses: string[] = [];
  readonly asides: Aside[] = [];
  /** Whether nodes can be read beside the rows. */
  readonly sharing: boolean;

  constructor({ sharing }: { readonly sharing: boolean }) {
    this.sharing = sharing;
  }

  /** Has a node read beside the rows; the expression is what a row carries instead. */
  share(aside: Aside): { readonly expression: string; readonly assemble: Aside['assemble'] } {
    const index = this.asides.push(aside) - 1;
    return {
      expression: `${aside.variable}.id`,
      assemble: (id, { shared }) => shared[index]?.of(id) ?? null,
    };
  }

  /** All rows of a list as one value, and beside them the nodes that they share. */
  collect(statement: Statement, clauses: string, row: string): string {
    if (this.asides.length === 0) return `COLLECT { ${clauses} RETURN ${row} }`;
    const [rows, each] = [statement.variable('l'), statement.variable('e')];
    const carried = [row, ...this.asides.map(({ variable }) => variable)];
    const beside = this.asides.map(({ variable, clauses: behind, expression }, index) =>
      [
        `COLLECT { UNWIND ${rows} AS ${each} WITH DISTINCT ${each}[${index + 1}] AS ${variable}`,
        `WHERE ${variable} IS NOT NULL`,
        ...behind,
        `RETURN [${variable}.id, ${expression}] }`,
      ].join(' '),
    );
    const collected = `COLLECT { ${clauses} RETURN [${carried.join(', ')}] }`;
    const answer = [`[${each} IN ${rows} | ${each}[0]]`, ...beside].join(', ');
    return `head(COLLECT { WITH ${collected} AS ${rows} RETURN [${answer}] })`;
  }

  /** Takes apart what was collected: the rows, and what they are to be assembled with. */
  open(value: unknown, around: Assembling): { readonly rows: readonly unknown[]; readonly assembling: Assembling } {
    if (this.asides.length === 0) return { rows: value as readonly unknown[], assembling: around };
    const [rows, ...beside] = value as readonly [readonly unknown[], ...(readonly (readonly [unknown, unknown])[])[]];
    const inner = { ...around, shared: [] };
    const shared = this.asides.map((aside, index) => new SharedNodes(aside, beside[index] ?? [], inner));
    return { rows, assembling: { ...around, shared } };
  }
}

/** The nodes of one field of a list, assembled once each, however many rows share them. */
export class SharedNodes {
  private readonly aside: Aside;
  private readonly rows: ReadonlyMap<unknown, unknown>;
  private readonly assembling: Assembling;
  private readonly assembled = new Map<unknown, unknown>();

  constructor(aside: Aside, rows: readonly (readonly [id: unknown, row: unknown])[], assembling: Assembling) {
    this.aside = aside;
    this.rows = new Map(rows);
    this.assembling = assembling;
  }

  /** The node with that id; null where the row leads to none. */
  of(id: unknown): unknown {
    const known = this.assembled.get(id);
    if (known !== undefined) {
      this.assembling.repeated(known);
      return known;
    }
    const row = this.rows.get(id);
    if (row === undefined) return null;
    const answer = this.aside.assemble(row, this.assembling);
    this.assembled.set(id, answer);
    return answer;
  }
}

/** Whether reading a node takes more than its properties: lists hang on what is selected of it. */
export function hasLists(type: NodeDeclaration, below: Below): boolean {
  return below.of(type.name).some(({ name, below: inner }) => {
    const field = fieldsOf(type)[name];
    if (field?.kind !== 'relationship') return false;
    if (field.shape === 'connection' || field.shape === 'list') return true;
    const target = findNode(field.target);
    return !target || hasLists(target, inner);
  });
}
