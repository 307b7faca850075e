import type { Branch } from './branches.js';

/** Height of a line of the picture, in its units. */
export const rowHeight = 22;

/** How many lines a picture may have for things, so that it stays small; a branch has at least some of its things. */
const mostThings = 36;
const fewest = 3;

/** A branch with the places of what is drawn of it; `more` says how many things are not. */
export interface PlacedBranch {
  readonly branch: Branch;
  readonly y: number;
  readonly things: readonly (Branch['things'][number] & { readonly y: number })[];
  readonly more: { readonly count: number; readonly y: number } | null;
}

/** Lays branches out below each other, a line for the title of each and one for each of its things; `rows` is the sum. */
export function placedBranches(branches: readonly Branch[]): {
  readonly placed: readonly PlacedBranch[];
  readonly rows: number;
} {
  const most = Math.max(fewest, Math.floor(mostThings / Math.max(1, branches.length)));
  let rows = 0;
  const nextY = () => (rows++ + 0.5) * rowHeight;
  const placed = branches.map((branch): PlacedBranch => {
    const y = nextY();
    // "1 more" would take the line of the one that it hides.
    const drawn = branch.things.length <= most + 1 ? branch.things : branch.things.slice(0, most);
    const things = drawn.map((thing) => ({ ...thing, y: nextY() }));
    const count = branch.things.length - drawn.length;
    return { branch, y, things, more: count > 0 ? { count, y: nextY() } : null };
  });
  return { placed, rows };
}

const isWide = (character: string) =>
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character);

/** A text cut to the width of so many Japanese characters; Latin letters take a little more than half of one. */
export function fitted(text: string, most: number): string {
  let width = 0;
  let shown = '';
  for (const character of text) {
    width += isWide(character) ? 1 : 0.56;
    if (width > most) return `${shown}…`;
    shown += character;
  }
  return shown;
}
