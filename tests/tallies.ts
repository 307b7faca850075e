/** Counts by name, in the order of their columns. */
export interface Counted {
  readonly counts: Readonly<Record<string, number>>;
}

/** The counts of all kinds as a table, a row for each kind. */
export function formatTallies(tallies: ReadonlyMap<string, Counted>): string {
  const columns = Object.keys([...tallies.values()][0]?.counts ?? {});
  const rows = [...tallies].map(([name, { counts }]) => [name, ...columns.map((column) => String(counts[column]))]);
  const widest = Math.max(...rows.map(([name = '']) => name.length));
  return [['', ...columns], ...rows]
    .map(([name = '', ...cells]) =>
      [name.padEnd(widest), ...cells.map((cell, index) => cell.padStart((columns[index]?.length ?? 0) + 2))].join(''),
    )
    .join('\n');
}
