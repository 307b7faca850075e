import type { Cell, Dataset, EdgeRow, NodeRow, Provenance } from '../../../src/ingest/dataset/dataset.js';
import { columnsOf } from '../../../src/ingest/dataset/table.js';
import type { EdgeName, NodeName } from '../../../src/model/declaration.js';
import { stages } from '../../../src/model/enums.js';
import { valueProperty } from '../../../src/model/graph-properties.js';
import { edgeOfType, nodeNamed, valuesOf } from '../../../src/model/model.js';
import { oddTexts } from './leaves.js';

/** Chance that always falls the same way. */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number below. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }

  once(in_: number): boolean {
    return this.below(in_) === 0;
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('expected something to choose from');
    return item;
  }
}

/**
 * A city of the same shape with rows that no document would give: stages and effectiveness at random, values missing
 * where they may be, values that many rows share, other values at a stage, texts full of quotes and emoji.
 */
export function scrambled(dataset: Dataset, key: string): Dataset {
  const dice = new Dice(20_240_401);
  const old = String(dataset.nodes.get('Municipality')?.[0]?.values.key);
  const renamed = (id: string) => id.replace(new RegExp(`^${old}:`), `${key}:`);
  const provenance = (row: Provenance, staged: boolean): Provenance =>
    staged || dice.once(3)
      ? { ...row, stages: stages.filter(() => dice.once(2)), effective: !dice.once(3) }
      : { ...row, effective: !dice.once(5) };
  const nodes = [...dataset.nodes].map(([name, rows]): [NodeName, NodeRow[]] => {
    const type = nodeNamed(name);
    return [
      name,
      rows.map((row) => {
        if (type.global) return row;
        const values =
          name === 'Municipality'
            ? { ...row.values, key, code: '990027' }
            : scrambledValues(name, row.values, rows, dice);
        return { ...row, ...provenance(row, type.staged), id: renamed(row.id), values };
      }),
    ];
  });
  const notInForce = new Set(
    nodes.flatMap(([name, rows]) =>
      nodeNamed(name).staged ? rows.flatMap(({ id, effective }) => (effective ? [] : id)) : [],
    ),
  );
  const edges = [...dataset.edges].map(([type, rows]): [EdgeName, EdgeRow[]] => {
    const { staged } = edgeOfType(type);
    return [
      type,
      rows.map((row) => {
        const [from, to] = [renamed(row.from), renamed(row.to)];
        const common = provenance(row, staged);
        // That much even an odd dataset must keep to: a link with stages of its own is in force only where its ends are.
        const effective = common.effective && !(staged && [from, to].some((id) => notInForce.has(id)));
        return { ...row, ...common, effective, from, to, printedAs: dice.once(4) ? dice.one(oddTexts) : row.printedAs };
      }),
    ];
  });
  const whole = withIndicatorsOfParts({ nodes: new Map(nodes), edges: new Map(edges) }, notInForce, dice);
  return withReorganisations(withPassages(whole, key, dice), dice);
}

/** Indicators of policy items that measure a measure or a project instead, of which the documents have none. */
function withIndicatorsOfParts(dataset: Dataset, notInForce: ReadonlySet<string>, dice: Dice): Dataset {
  const parts = { INDICATES_MEASURE: 'Measure', INDICATES_PROJECT: 'Project' } as const;
  const moved = new Map<EdgeName, EdgeRow[]>([
    ['INDICATES', []],
    ['INDICATES_MEASURE', []],
    ['INDICATES_PROJECT', []],
  ]);
  for (const row of dataset.edges.get('INDICATES') ?? []) {
    const type = dice.one(['INDICATES', 'INDICATES_MEASURE', 'INDICATES_PROJECT'] as const);
    const to = type === 'INDICATES' ? row.to : dice.one(dataset.nodes.get(parts[type]) ?? []).id;
    moved.get(type)?.push({ ...row, to, effective: row.effective && !notInForce.has(to) });
  }
  return { nodes: dataset.nodes, edges: new Map([...dataset.edges, ...moved]) };
}

/** Columns whose values other rows rely on, or that a value such as Quantity stands or falls with. */
const kept = /^(?:key|code|number)$|_text/;

function scrambledValues(
  name: NodeName,
  values: NodeRow['values'],
  rows: readonly NodeRow[],
  dice: Dice,
): Record<string, Cell> {
  const scrambledOnes: Record<string, Cell> = { ...values };
  for (const { header, type, list, nullable } of columnsOf(nodeNamed(name))) {
    const odd = !list && (type === 'String' || type === 'ID') && dice.once(4);
    if (kept.test(header)) continue;
    if (header.includes('@')) {
      // A stage that prints a value of its own prints one of those that others have.
      const base = header.slice(0, header.indexOf('@'));
      const whole = base.replace(/_(?:start|end|revised)_fiscal_year$/, '_text');
      if (whole !== base && dice.once(2)) scrambledOnes[header] = null;
      if (whole !== base || !dice.once(4)) continue;
      scrambledOnes[header] = odd
        ? dice.one(oddTexts.filter((text) => text !== ''))
        : (dice.one(rows).values[base] ?? null);
    } else if (odd) scrambledOnes[header] = `${dice.once(2) ? String(values[header] ?? '') : ''}${dice.one(oddTexts)}`;
    else if (nullable && dice.once(3)) scrambledOnes[header] = null;
    else if (dice.once(4)) scrambledOnes[header] = dice.one(rows).values[header] ?? scrambledOnes[header] ?? null;
  }
  // A value without a text is none: no document prints a unit for nothing.
  const columns = new Map(columnsOf(nodeNamed(name)).map(({ property, header }) => [property, header]));
  for (const [field, { presentWhen, type }] of valuesOf(nodeNamed(name))) {
    const headerOf = (part: string) => columns.get(valueProperty(field, part)) ?? '';
    if ((scrambledOnes[headerOf(presentWhen)] ?? null) !== null) continue;
    for (const part of Object.keys(type.properties)) scrambledOnes[headerOf(part)] = null;
  }
  return scrambledOnes;
}

/** Passages of text, which no committed dataset has. */
function withPassages(dataset: Dataset, key: string, dice: Dice): Dataset {
  const subjects = (['Measure', 'PolicyItem', 'Initiative'] as const).flatMap((name) => dataset.nodes.get(name) ?? []);
  const ids = subjects.map((_, index) => `${key}:passage:${index + 1}`);
  const common: Provenance = { stages: [], effective: true, sources: [] };
  const passages = ids.map((id): NodeRow => {
    const stage = dice.once(3) ? null : dice.one(stages);
    const kind = dice.one(['CONTENT', 'OVERVIEW', 'VISION']);
    return { ...common, id, values: { kind, stage, text: dice.one(oddTexts.filter((text) => text !== '')) } };
  });
  const links = ids.map((from): EdgeRow => ({ ...common, from, to: dice.one(subjects).id, printedAs: null }));
  return {
    nodes: new Map([...dataset.nodes, ['Passage', passages]]),
    edges: new Map([...dataset.edges, ['TEXT_OF', links]]),
  };
}

const firstDays = ['2010-04-01', '2020-04-01', '2023-04-01', '2024-04-01'] as const;
const lastDays = ['2020-03-31', '2023-03-31', '2024-03-31'] as const;

/** Departments that lie within others, that began and ended, and that came of others: of which the text exports say nothing. */
function withReorganisations(dataset: Dataset, dice: Dice): Dataset {
  const common: Provenance = { stages: [], effective: true, sources: [] };
  const departments = (dataset.nodes.get('Department') ?? []).map((row): NodeRow => {
    const [valid_from, valid_to] = [
      dice.once(3) ? null : dice.one(firstDays),
      dice.once(2) ? null : dice.one(lastDays),
    ];
    return { ...row, values: { ...row.values, valid_from, valid_to } };
  });
  const links = (in_: number, earlier: (index: number) => readonly NodeRow[]): readonly EdgeRow[] =>
    departments.flatMap(({ id: from }, index) => {
      const others = earlier(index);
      if (others.length === 0 || !dice.once(in_)) return [];
      return [...new Set([dice.one(others).id, dice.one(others).id])].map(
        (to): EdgeRow => ({ ...common, from, to, printedAs: dice.once(4) ? dice.one(oddTexts) : null }),
      );
    });
  const parents = links(1, (index) => departments.slice(Math.max(0, index - 1), index));
  const succeeds = links(2, (index) => departments.slice(0, index));
  return {
    nodes: new Map([...dataset.nodes, ['Department', departments]]),
    edges: new Map([...dataset.edges, ['UNIT_OF', parents], ['SUCCEEDS', succeeds]]),
  };
}
