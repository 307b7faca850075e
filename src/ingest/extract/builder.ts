import type { EdgeName, NodeName } from '../../model/declaration.js';
import { type Stage, stages } from '../../model/enums.js';
import { valueProperty } from '../../model/graph-properties.js';
import { edges, nodeNamed } from '../../model/model.js';
import type { Cell, Dataset, EdgeRow, NodeRow, SourceReference } from '../dataset/dataset.js';
import { columnsOf } from '../dataset/table.js';
import type { Located } from '../documents/document.js';
import type { Period } from '../documents/period.js';
import type { Quantity } from '../documents/quantity.js';
import { partsOf, type Scope } from './scope.js';

/** The lines and stage of one assertion; stage null outside the planning cycle. */
export interface Origin extends Located {
  readonly stage: Stage | null;
  readonly document: string;
}

/** Values by the names that the model gives a type's properties; undefined ones are left open. */
export type Values = Readonly<Record<string, Cell | Quantity | Period | undefined>>;

type Cells = Readonly<Record<string, Cell>>;

interface Assertion {
  /** Values by stage; the key null holds what no stage owns. */
  readonly values: Map<Stage | null, Cells>;
  readonly stages: Set<Stage>;
  readonly sources: SourceReference[];
  /** The stages that assert it in each of its scopes. */
  readonly scopes: Map<string, Set<Stage>>;
  /** Values that hold whatever the stages say, such as a union of what two of them say. */
  settled: Cells;
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

/**
 * Collects what the documents assert about each node and edge, stage by stage, and works out at the end what holds.
 *
 * The rule of effectiveness: a fact belongs to one or more *scopes*, such as "the measures of 5-1" or "the SDGs of 5-1".
 * A document that lists a scope speaks for it (`speaks`), also when it leaves things out; the dataset says so, as what was
 * looked for and not found is otherwise the same as what nobody looked for. A fact is effective when, in one
 * of its scopes, the latest stage that speaks for that scope asserts it there; a fact of no scope is effective. So SDG
 * links of the draft stay effective although the adopted plan lost its icons, and a measure that the draft leaves out does
 * not. See docs/decisions/model.md.
 */
export class DatasetBuilder {
  private readonly nodes = new Assertions<NodeName, Assertion>();
  private readonly edges = new Assertions<EdgeName, EdgeAssertion>();
  private readonly lastWord = new Map<string, Stage>();

  /** Declares that a document lists everything of a scope, and has thereby the word on what is in it. */
  speaks(scope: Scope, origin: Origin & { readonly stage: Stage }): void {
    const key = keyOf(scope);
    const known = this.lastWord.get(key);
    if (!known || stages.indexOf(origin.stage) > stages.indexOf(known)) this.lastWord.set(key, origin.stage);
    this.covers(scope, origin);
  }

  /** Declares that a document lists everything of a scope, without a word on what other stages have in it. */
  covers(scope: Scope, origin: Origin): void {
    const { subject, field, role } = scope;
    const [municipality = '', ...local] = partsOf(scope).join(':').split(':');
    const stage = origin.stage === null ? [] : [origin.stage];
    const id = [municipality, nodeNamed('CoverageStatement').idWord, ...local, ...stage].join(':');
    const values = { field, role, stage: origin.stage };
    this.node('CoverageStatement', id, values, origin, [], { COVERAGE_OF: subject });
  }

  /** Asserts a node, values of it and, of the same scopes, edges of it: the ids to which they lead, by type. */
  node(
    type: NodeName,
    id: string,
    values: Values,
    origin: Origin | null,
    scopes: readonly Scope[] = [],
    links: Readonly<Partial<Record<EdgeName, string>>> = {},
  ): void {
    const cells = cellsOf(type, values);
    const assertion = this.nodes.of(type, id, emptyAssertion);
    record(assertion, origin, scopes);
    const stage = origin?.stage ?? null;
    assertion.values.set(stage, { ...assertion.values.get(stage), ...cells });
    for (const [edge, to] of Object.entries(links)) this.edge(edge as EdgeName, id, to, origin, { scopes });
  }

  /** Asserts an edge. `printedAs` is kept where any stage names the target otherwise, also when a later one prints it right. */
  edge(
    type: EdgeName,
    from: string,
    to: string,
    origin: Origin | null,
    { scopes = [], printedAs = null }: { readonly scopes?: readonly Scope[]; readonly printedAs?: string | null } = {},
  ): void {
    const empty = () => ({ ...emptyAssertion(), from, to, printedAs: null });
    const assertion = this.edges.of(type, `${from} ${to}`, empty);
    if (printedAs !== null) assertion.printedAs = printedAs;
    record(assertion, origin, scopes);
  }

  /** Sets effective values of a node that follow from several stages together. */
  settle(type: NodeName, id: string, values: Values): void {
    const assertion = this.nodes.get(type)?.get(id);
    if (!assertion) throw new Error(`expected an asserted ${type}, but got: ${id}`);
    assertion.settled = { ...assertion.settled, ...cellsOf(type, values) };
  }

  has(type: NodeName, id: string): boolean {
    return this.nodes.get(type)?.has(id) ?? false;
  }

  /** Ids of a type in the order of their first assertion. */
  ids(type: NodeName): readonly string[] {
    return [...(this.nodes.get(type)?.keys() ?? [])];
  }

  /** What has been asserted of a property so far: the latest stage's value. */
  valueOf(type: NodeName, id: string, property: string): Cell | undefined {
    const assertion = this.nodes.get(type)?.get(id);
    return assertion ? effectiveValues(assertion)[property] : undefined;
  }

  /** What one stage asserts of a property. */
  valueAt(type: NodeName, id: string, property: string, stage: Stage): Cell | undefined {
    return this.nodes.get(type)?.get(id)?.values.get(stage)?.[property];
  }

  /** Takes out the edges that lead to a thing that nobody asserted, and returns them with their sources. */
  takeUnresolved() {
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
    const values: Record<string, Cell> = {};
    for (const { header, property } of columnsOf(nodeNamed(type))) {
      const [base, stage] = property.split('@') as [string, Stage | undefined];
      const value = stage ? assertion.values.get(stage)?.[base] : effective[base];
      // A stage keeps a value of its own only where that is another than the effective one.
      if (value !== undefined && !(stage && sameCell(value, effective[base]))) values[header] = value;
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

/** Values one by one, those of a group under the names of its parts. Refuses what the table of the type has no column for. */
function cellsOf(type: NodeName, values: Values): Cells {
  const known = new Set(columnsOf(nodeNamed(type)).map(({ property }) => property));
  const cells: Record<string, Cell> = {};
  const add = (property: string, cell: Cell) => {
    if (!known.has(property)) throw new Error(`expected a column of ${type}, but got: ${property}`);
    cells[property] = cell;
  };
  for (const [name, value] of Object.entries(values))
    if (value === undefined) continue;
    else if (typeof value !== 'object' || value === null || Array.isArray(value)) add(name, value as Cell);
    else for (const [part, cell] of Object.entries(value)) add(valueProperty(name, part), cell);
  return cells;
}

const keyOf = (scope: Scope): string => partsOf(scope).join(' ');

const emptyAssertion = (): Assertion => ({
  values: new Map(),
  stages: new Set(),
  sources: [],
  scopes: new Map(),
  settled: {},
});

function record(assertion: Assertion, origin: Origin | null, scopes: readonly Scope[]): void {
  for (const scope of scopes) {
    const key = keyOf(scope);
    const asserting = assertion.scopes.get(key) ?? new Set();
    assertion.scopes.set(key, asserting);
    if (origin?.stage) asserting.add(origin.stage);
  }
  if (!origin) return;
  const { stage, document, lines } = origin;
  if (stage) assertion.stages.add(stage);
  const source = { stage, document, firstLine: lines.first, lastLine: lines.last, cells: null };
  if (!assertion.sources.some((known) => JSON.stringify(known) === JSON.stringify(source)))
    assertion.sources.push(source);
}

/** What no stage owns, overlaid by the stages in the order of the planning cycle. */
const effectiveValues = ({ values, settled }: Assertion): Cells =>
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
