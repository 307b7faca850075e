import type { Row, RowKind } from './rows.js';

/** The rows of one sheet in document order, its title and theme lines first where they are printed. */
export type Segment = readonly Row[];

/** Title and theme are lost where a heading was a picture; then a sheet begins with one of these rows. */
const opening: readonly RowKind[] = ['field', 'name'];

/** Divides the document into what stands before the first sheet, and the sheets. Lines that fit neither are left out. */
export function divide(rows: readonly Row[]): {
  readonly front: readonly Row[];
  readonly segments: readonly Segment[];
} {
  const front: Row[] = [];
  const segments: Row[][] = [];
  let heading: Row[] = [];
  for (const row of rows) {
    const current = segments.at(-1);
    if (row.kind === 'title') heading = [row];
    else if (row.kind === 'theme') heading.push(row);
    else if (row.kind === 'other' || row.kind === 'indexHead') {
      if (!current) front.push(...heading.splice(0), row);
    } else if (!current || heading.length > 0 || opensAnother(row, current)) segments.push([...heading.splice(0), row]);
    else current.push(row);
  }
  return { front, segments };
}

function opensAnother({ kind }: Row, current: Segment): boolean {
  return opening.includes(kind) && current.some((row) => row.kind === kind);
}
