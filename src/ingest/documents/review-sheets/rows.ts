/** A cell of a table row, or the whole of a line that is none. Empty cells are left out, so columns can have gaps. */
export interface Cell {
  /** Tabs before it; cells that one tab-less stretch holds together share it. */
  readonly column: number;
  /** Trimmed, with its mark-up. */
  readonly text: string;
}

/** A line that is not blank. */
export interface Row {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** The rule that a converter draws under a table head is blank too. */
const blank = /^[-\s|:=\u3000]*$/;

/** The rows of a document. An arrow always opens a cell, because statuses slide into the cell before theirs. */
export function readRows(lines: readonly string[]): Row[] {
  return lines.flatMap((line, index) => {
    if (blank.test(line)) return [];
    const cells = line.split('\t').flatMap((text, column) =>
      text
        .split(/(?=←)/)
        .map((part) => ({ column, text: part.trim() }))
        .filter((cell) => cell.text !== ''),
    );
    return [{ line: index + 1, cells }];
  });
}

/** The cells of a row as one text. */
export function rowText({ cells }: Row): string {
  return cells.map(({ text }) => text).join(' ');
}
