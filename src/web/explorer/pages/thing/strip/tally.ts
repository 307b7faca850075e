interface Graded {
  readonly fiscalYear: number;
  /** Null of what is not graded A, B or C. */
  readonly grade: string | null;
}

/** How many sheets got each grade in their newest evaluation, the best grade first. */
export function tally(sheets: readonly { readonly evaluations: readonly Graded[] }[]) {
  const counts = new Map<string, number>();
  for (const { evaluations } of sheets) {
    const newest = evaluations.toSorted((a, b) => b.fiscalYear - a.fiscalYear)[0];
    if (newest?.grade) counts.set(newest.grade, (counts.get(newest.grade) ?? 0) + 1);
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
