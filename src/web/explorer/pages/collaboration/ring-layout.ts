/** Where something stands on the ring, and to which side its name is written. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: 'left' | 'right';
}

export interface RingLayout {
  readonly width: number;
  readonly height: number;
  /** The middle, towards which lines bend. */
  readonly centre: { readonly x: number; readonly y: number };
  /** Of the departments, in the given order. */
  readonly places: readonly Place[];
  /** Of the names of groups, above their departments on each side. */
  readonly headings: readonly (Place & { readonly group: number })[];
  /** How high the letters of names are, in pixels, and for how many of full width a name has room. */
  readonly letters: number;
  readonly labelEms: number;
  /** How far a line between two of the same side bends at most, in degrees, so that it stays within the oval. */
  readonly mostBent: number;
}

/** Pixels from one name to the next, so that a finger can press it, and from a place to its name. */
const row = 24;
export const labelGap = 11;

/** Half of the width that a ring takes at most, and the part of a narrow screen that it has at least beside the names. */
const widest = 380;
const leastPart = 0.3;

/** What a name has at least, in characters of full width: where a screen is narrower, it scrolls. */
const leastEms = 11;

/** Above the first and below the last name, in pixels. */
const edge = 6;

/** How high a ring is drawn; `groups` has the group of each department, those of a group beside each other. */
export const ringHeight = (groups: readonly number[]): number => rowsOf(groups) * row + 2 * edge;

/** The rows of each side: one for each department and each group, and one more for the group that stands on both sides. */
const rowsOf = (groups: readonly number[]): number => Math.ceil((groups.length + new Set(groups).size + 1) / 2);

/**
 * Where departments and the names of groups stand, in rows, down the right side and up the left. The name of a group is above
 * its departments: on the right that is before the first, on the left behind the last.
 */
function slotsOf(groups: readonly number[]) {
  const rows = rowsOf(groups);
  const departments: number[] = [];
  const headings: { readonly group: number; readonly slot: number; readonly below: number }[] = [];
  let next = 0.5;
  for (const group of new Set(groups)) {
    const own = groups.filter((each) => each === group);
    if (next + 1 <= rows) {
      headings.push({ group, slot: next, below: next + 1 });
      next += 1;
    }
    departments.push(...own.map((_, index) => next + index));
    next += own.length;
    if (next - 1 > rows) {
      headings.push({ group, slot: next, below: next - 1 });
      next += 1;
    }
  }
  return { rows, departments, headings };
}

/**
 * Places departments on an oval, clockwise from its top, in the given order. Each side has its own rows, so that all names
 * are written level and none lies over another, however wide the screen is. `nameEms` is the longest name, in characters of full
 * width.
 */
export function ringLayout(groups: readonly number[], nameEms: number, available: number): RingLayout {
  const letters = available < 480 ? 11 : 12;
  const roomFor = (ems: number) => ems * letters + labelGap + 2;
  const width = Math.max(available, Math.ceil((2 * roomFor(Math.min(nameEms, leastEms))) / (1 - leastPart)));
  const names = Math.min(roomFor(nameEms), (width * (1 - leastPart)) / 2);
  const { rows, departments, headings } = slotsOf(groups);
  const across = Math.min(widest, width / 2 - names);
  const down = (rows * row) / 2;
  const centre = { x: width / 2, y: edge + down };
  const place = (slot: number): Place => {
    const side = slot <= rows ? 'right' : 'left';
    const y = (side === 'right' ? slot : 2 * rows - slot) * row - down;
    const x = across * Math.sqrt(Math.max(0, 1 - (y / down) ** 2));
    return { x: centre.x + (side === 'right' ? x : -x), y: centre.y + y, side };
  };
  return {
    width,
    height: ringHeight(groups),
    centre,
    places: departments.map(place),
    headings: headings.map(({ group, slot, below }) => {
      const [own, first] = [place(slot), place(below)];
      return { ...own, group, x: (own.side === 'right' ? Math.max : Math.min)(own.x, first.x) };
    }),
    letters,
    labelEms: (names - labelGap - 2) / letters,
    mostBent: Math.min(60, (2 * Math.atan((1.2 * across) / down) * 180) / Math.PI),
  };
}
