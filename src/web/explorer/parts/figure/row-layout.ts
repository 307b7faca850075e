/** Where things stand in a chart that has one row for each thing. */
export interface RowLayout {
  readonly width: number;
  readonly height: number;
  /** The names stand to the left of the rows; on a narrow screen above each. */
  readonly isWide: boolean;
  readonly marginTop: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  /** From the top of a row to its bar, and from the bar to the end of the row. */
  readonly insetTop: number;
  readonly insetBottom: number;
  /** For how many characters of full width there is room before a row; on a narrow screen above it, with what stands behind. */
  readonly labelEms: number;
}

const letters = 12;
const rowHeights = { wide: 26, narrow: 44 } as const;

/** Lays out `count` rows; `valueEms` is the room for what stands behind each, in characters of full width. */
export function rowLayout(count: number, width: number, valueEms: number, marginTop = 24): RowLayout {
  const isWide = width >= 640;
  const marginLeft = isWide ? Math.round(Math.min(360, width * 0.34)) : 2;
  const values = Math.round(valueEms * letters + 12);
  return {
    width,
    height: marginTop + count * rowHeights[isWide ? 'wide' : 'narrow'] + 4,
    isWide,
    marginTop,
    marginLeft,
    marginRight: isWide ? values : 2,
    insetTop: isWide ? 5 : 22,
    insetBottom: isWide ? 5 : 6,
    labelEms: (isWide ? marginLeft - 12 : width - 16) / letters,
  };
}

/** The width of a text in characters of full width: those of Latin and digits take a little more than half. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter <= '\u024f' ? 0.56 : 1), 0);

/** The beginning of a text that fits, with an ellipsis where it is not all of it. */
export function shortened(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text;
  let room = ems - 1;
  let kept = '';
  for (const letter of text) {
    room -= emsOf(letter);
    if (room < 0) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
