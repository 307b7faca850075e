import type { EdgeName, NodeName } from '../../model/declaration.js';
import { type Stage, stages } from '../../model/enums.js';
import { atStage } from '../../model/graph-properties.js';
import { edges, nodeNamed } from '../../model/model.js';
import type { Cell, Dataset, EdgeRow, NodeRow, SourceReference } from '../dataset/dataset.js';
import { columnsOf } from '../dataset/table.js';
import type { Located } from '../documents/document.js';

/** The lines and stage of one assertion; stage null outside the planning cycle. */
export interface Origin extends Located {
  readonly stage: Stage | null;
  readonly document: string;
}

interface Assertion {
  /** Values by stage; the key null holds what no stage owns. */
  readonly values: Map<Stage | null, Record<string, Cell>>;
  readonly stages: Set<Stage>;
  readonly sources: SourceReference[];
  /** The stages that assert it in each of its scopes. */
  readonly scopes: Map<string, Set<Stage>>;
  /** Values that hold whatever the stages say, such as a union of what two of them say. */
  settled: Record<string, Cell>;
}

interface EdgeAssertion extends Assertion {
  readonly from: string;
  readonly to: string;
  printedAs: string | null;
}

/** What is asserted of the nodes or edges of each type, by their keys. */
class Assertions<Name, Kept extends Assertion> extends Map<Name, Map<string, Kept>> {
  /** The assertion of a key, made where there is none yet. */
  of(type: Name, key: string, make: () => Kept): Kept {
    const table = this.get(type) ?? new Map<string, Kept>();
    this.set(type, table);
    const kept = table.get(key) ?? make();
    table.set(key, kept);
    return kept;
  }
}

/** An edge of which one end is not in the documents. */
export interface UnresolvedEdge extends Pick<EdgeAssertion, 'from' | 'to' | 'sources'> {
  readonly type: EdgeName;
}

/**
 * Collects what the documents assert about each node and edge, stage by stage, and works out at the end what holds.
 *
 * The rule of effectiveness: a fact belongs to one or more *scopes*, such as "the measures of 5-1" or "the SDGs of 5-1".
 * A document that lists a scope speaks for it (`speaks`), also when it leaves things out. A fact is effective when, in one
 * of its scopes, the latest stage that speaks for that scope asserts it there; a fact of no scope is effective. So SDG
 * links of the draft stay effective although the adopted plan lost its icons, and a measure that the draft leaves out does
 * not. See docs/decisions/model.md.
 */
export class DatasetBuilder {
  private readonly nodes = new Assertions<NodeName, Assertion>();
  private readonly edges = new Assertions<EdgeName, EdgeAssertion>();
  private readonly lastWord = new Map<string, Stage>();

  /** Declares that the document of a stage lists everything of a scope. */
  speaks(scope: string, stage: Stage): void {
    const known = this.lastWord.get(scope);
    if (!known || stages.indexOf(stage) > stages.indexOf(known)) this.lastWord.set(scope, stage);
  }

  /** Asserts a node and values of it. Column names are those of the dataset; undefined values are left open. */
  node(
    type: NodeName,
    id: string,
    values: Readonly<Record<string, Cell | undefined>>,
    origin: Origin | null,
    scopes: readonly string[] = [],
  ): void {
    checkColumns(type, values);
    const assertion = this.nodes.of(type, id, emptyAssertion);
    record(assertion, origin, scopes);
    const stage = origin?.stage ?? null;
    const stated = { ...assertion.values.get(stage) };
    for (const [column, value] of Object.entries(values)) if (value !== undefined) stated[column] = value;
    assertion.values.set(stage, stated);
  }

  /** Asserts an edge. `printedAs` is kept where any stage names the target otherwise, also when a later one prints it right. */
  edge(
    type: EdgeName,
    from: string,
    to: string,
    origin: Origin | null,
    { scopes = [], printedAs = null }: { readonly scopes?: readonly string[]; readonly printedAs?: string | null } = {},
  ): void {
    const empty = () => ({ ...emptyAssertion(), from, to, printedAs: null });
    const assertion = this.edges.of(type, `${from} ${to}`, empty);
    if (printedAs !== null) assertion.printedAs = printedAs;
    record(assertion, origin, scopes);
  }

  /** Asserts a node and, of the same scopes, edges of it: the ids to which they lead, by type. */
  linkedNode(
    type: NodeName,
    id: string,
    values: Readonly<Record<string, Cell | undefined>>,
    links: Readonly<Partial<Record<EdgeName, string>>>,
    origin: Origin | null,
    scopes: readonly string[] = [],
  ): void {
    this.node(type, id, values, origin, scopes);
    for (const [edge, to] of Object.entries(links)) this.edge(edge as EdgeName, id, to, origin, { scopes });
  }

  /** Sets effective values of a node that follow from several stages together. */
  settle(type: NodeName, id: string, values: Readonly<Record<string, Cell>>): void {
    const assertion = this.nodes.get(type)?.get(id);
    if (!assertion) throw new Error(`expected an asserted ${type}, but got: ${id}`);
    checkColumns(type, values);
    assertion.settled = { ...assertion.settled, ...values };
  }

  has(type: NodeName, id: string): boolean {
    return this.nodes.get(type)?.has(id) ?? false;
  }

  /** Ids of a type in the order of their first assertion. */
  ids(type: NodeName): readonly string[] {
    return [...(this.nodes.get(type)?.keys() ?? [])];
  }

  /** What has been asserted of a column so far: the latest stage's value. */
  valueOf(type: NodeName, id: string, column: string): Cell | undefined {
    const assertion = this.nodes.get(type)?.get(id);
    return assertion ? effectiveValues(assertion)[column] : undefined;
  }

  /** What one stage asserts of a column. */
  valueAt(type: NodeName, id: string, column: string, stage: Stage): Cell | undefined {
    return this.nodes.get(type)?.get(id)?.values.get(stage)?.[column];
  }

  /** Takes out the edges that lead to a thing that nobody asserted, and returns them with their sources. */
  takeUnresolved(): readonly UnresolvedEdge[] {
    const known = new Set([...this.nodes.values()].flatMap((table) => [...table.keys()]));
    return [...this.edges].flatMap(([type, table]) =>
      [...table].flatMap(([key, { from, to, sources }]) => {
        if (known.has(from) && known.has(to)) return [];
        table.delete(key);
        return [{ type, from, to, sources }];
      }),
    );
  }

  build(): Dataset {
    const nodes = new Map<NodeName, readonly NodeRow[]>();
    const effectiveIds = new Set<string>();
    for (const [type, table] of this.nodes) {
      const rows = [...table].map(([id, assertion]) => this.nodeRow(type, id, assertion));
      for (const row of rows) if (row.effective) effectiveIds.add(row.id);
      nodes.set(type, rows);
    }
    const built = new Map<EdgeName, readonly EdgeRow[]>();
    for (const { type, staged } of edges) {
      const table = this.edges.get(type);
      if (!table) continue;
      const rows = [...table.values()].map(({ from, to, printedAs, ...assertion }) => ({
        from,
        to,
        printedAs,
        ...provenance(assertion),
        // What stands outside the planning cycle holds whatever became of its ends: a removal is about what is gone.
        effective: this.isEffective(assertion) && (!staged || (effectiveIds.has(from) && effectiveIds.has(to))),
      }));
      built.set(type, rows);
    }
    return { nodes, edges: built };
  }

  private nodeRow(type: NodeName, id: string, assertion: Assertion): NodeRow {
    const effective = effectiveValues(assertion);
    const values: Record<string, Cell> = { ...effective };
    for (const { header } of columnsOf(nodeNamed(type))) {
      const [base, stage] = header.split('@') as [string, Stage | undefined];
      if (!stage) continue;
      const stated = assertion.values.get(stage)?.[base];
      if (stated !== undefined && !sameCell(stated, effective[base])) values[atStage(base, stage)] = stated;
    }
    return { id, values, ...provenance(assertion), effective: this.isEffective(assertion) };
  }

  private isEffective({ scopes }: Assertion): boolean {
    const words = [...scopes].flatMap(([scope, asserted]) => {
      const last = this.lastWord.get(scope);
      return last ? [asserted.has(last)] : [];
    });
    return words.length === 0 || words.includes(true);
  }
}

/** Refuses values of a column that the table of a type does not have. */
function checkColumns(type: NodeName, values: object): void {
  const known = new Set(columnsOf(nodeNamed(type)).map(({ header }) => header));
  for (const column of Object.keys(values))
    if (!known.has(column)) throw new Error(`expected a column of ${type}, but got: ${column}`);
}

const emptyAssertion = (): Assertion => ({
  values: new Map(),
  stages: new Set(),
  sources: [],
  scopes: new Map(),
  settled: {},
});

function record(assertion: Assertion, origin: Origin | null, scopes: readonly string[]): void {
  for (const scope of scopes) {
    const asserting = assertion.scopes.get(scope) ?? new Set();
    assertion.scopes.set(scope, asserting);
    if (origin?.stage) asserting.add(origin.stage);
  }
  if (!origin) return;
  const { stage, document, lines } = origin;
  if (stage) assertion.stages.add(stage);
  // A passage whose parts were printed out of order opens below its end.
  const [firstLine, lastLine] = [Math.min(lines.first, lines.last), Math.max(lines.first, lines.last)];
  const source = { stage, document, firstLine, lastLine };
  if (!assertion.sources.some((known) => JSON.stringify(known) === JSON.stringify(source)))
    assertion.sources.push(source);
}

/** What no stage owns, overlaid by the stages in the order of the planning cycle. */
const effectiveValues = ({ values, settled }: Assertion): Record<string, Cell> =>
  Object.assign({}, values.get(null), ...stages.map((stage) => values.get(stage)), settled);

const sameCell = (a: Cell | undefined, b: Cell | undefined) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const stageRank = ({ stage }: SourceReference) => (stage ? stages.indexOf(stage) : -1);

const provenance = ({ stages: asserted, sources }: Assertion) => ({
  stages: stages.filter((stage) => asserted.has(stage)),
  sources: [...sources].sort(
    (a, b) =>
      stageRank(a) - stageRank(b) ||
      (a.document < b.document ? -1 : a.document > b.document ? 1 : a.firstLine - b.firstLine),
  ),
});
