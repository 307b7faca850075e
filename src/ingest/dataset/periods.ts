/** Things that exist from one day to another, and links that lead on and on: what cannot be. */
import { groupBy } from '../../group-by.js';
import { describe } from '../../model/declaration.js';
import { derivedEdges, edgeOfType } from '../../model/model.js';
import type { EdgeRow, NodeRow } from './dataset.js';
import type { Located } from './located-dataset.js';
import type { Tables } from './tables.js';

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

const day = (cell: unknown): string | null => (typeof cell === 'string' ? cell : null);
const periodOf = ({ values }: NodeRow): Period => ({ from: day(values.valid_from), to: day(values.valid_to) });

/** Whether two periods can have a day in common: what has no first day, or no last one, is not known to be over. */
const overlap = (a: Period, b: Period): boolean =>
  !(a.to !== null && b.from !== null && a.to < b.from) && !(b.to !== null && a.from !== null && b.to < a.from);

const printed = ({ from, to }: Period): string => `${from ?? ''}–${to ?? ''}`;

/** A thing ends after it began, and no two of a name exist at the same time: a name and a day name one of them. */
export function checkPeriods({ ofNodes }: Tables): void {
  for (const { node, rows, report } of ofNodes) {
    if (!node.dated) continue;
    const named = new Map<string, Located<NodeRow>[]>();
    for (const found of rows) {
      const { row, line } = found;
      const period = periodOf(row);
      const { from, to } = period;
      if (from !== null && to !== null && to < from) {
        const words = describe(
          `expected a last day after the first, which is ${from}, but got: ${to}`,
          `終了日は開始日（${from}）より後のはずですが、「${to}」です`,
        );
        report(line, 'valid_to', words, { kind: 'ends before', example: to });
      }
      // A department without a name, or a day that cannot be read, was reported.
      if (typeof row.values.name !== 'string' || found.unread?.has('valid_from') || found.unread?.has('valid_to'))
        continue;
      const name = row.values.name.normalize('NFKC');
      const others = named.get(name) ?? [];
      const other = others.find((each) => overlap(periodOf(each.row), period));
      if (other) {
        const words = describe(
          `expected one ${name} at a time, but another one exists meanwhile: ${printed(periodOf(other.row))} and ${printed(period)}; give the first and last days that keep them apart`,
          `「${name}」が同じ時期に2つあります（${printed(periodOf(other.row))} と ${printed(period)}）。重ならない開始日と終了日を記入してください`,
        );
        report(line, 'name', words, { kind: 'at one time', example: name });
      }
      named.set(name, [...others, found]);
    }
  }
}

/** Those of which none may lead back to where it began. */
const repeated = derivedEdges.flatMap(({ derivation }) => (derivation?.kind === 'repeated' ? [derivation] : []));

/** What lies within another thing, or came of one, is never that thing again. */
export function checkCircles(tables: Tables): void {
  const names = namesIn(tables);
  const followed = new Set<string>(repeated.map(({ of }) => of));
  for (const { edge, rows, report } of tables.ofEdges) {
    if (!followed.has(edge.type)) continue;
    const told = new Set<string>();
    const targets = groupBy(rows, ({ row }) => row.from);
    for (const { row, line } of rows) {
      const way = wayBack(row, (id) => (targets.get(id) ?? []).map((next) => next.row.to));
      const key = way?.toSorted().join(' ');
      if (!way || key === undefined || told.has(key)) continue;
      told.add(key);
      const circle = [...way, way[0] ?? ''].map((id) => names.get(id) ?? id).join(' → ');
      const words = describe(`expected no circle, but got: ${circle}`, `循環しています：${circle}`);
      report(line, 'to', words);
    }
  }
}

function namesIn({ ofNodes }: Tables): ReadonlyMap<string, string> {
  const types = new Set(repeated.map(({ of }) => edgeOfType(of).from));
  return new Map(
    ofNodes
      .filter(({ node }) => types.has(node.name))
      .flatMap(({ rows }) => rows.map(({ row }) => [row.id, String(row.values.name ?? row.id)] as const)),
  );
}

/** The ids of a circle of which a link is a part, from its start on; null where it is a part of none. */
function wayBack({ from, to }: EdgeRow, next: (id: string) => readonly string[]): readonly string[] | null {
  const before = new Map<string, string | null>([[to, null]]);
  const open = [to];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (id === from) {
      const way: string[] = [];
      for (let at: string | null = from; at !== null; at = before.get(at) ?? null) way.unshift(at);
      return way[0] === from ? [from] : [from, ...way.slice(0, -1)];
    }
    for (const end of next(id))
      if (!before.has(end)) {
        before.set(end, id);
        open.push(end);
      }
  }
  return null;
}
