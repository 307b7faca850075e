/** A queue that gives out its least entry first, by the order it was made with. */
export class Heap<Entry> {
  private readonly entries: Entry[] = [];
  private readonly order: (a: Entry, b: Entry) => number;

  constructor(order: (a: Entry, b: Entry) => number) {
    this.order = order;
  }

  push(entry: Entry): void {
    const { entries } = this;
    let index = entries.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      if (!this.swapped(above, index)) return;
      index = above;
    }
  }

  /** Takes out the least entry; undefined when there is none. */
  pop(): Entry | undefined {
    const { entries } = this;
    const [least] = entries;
    const last = entries.pop();
    if (entries.length === 0 || last === undefined) return least;
    entries[0] = last;
    for (let index = 0; ; ) {
      const below = this.lesser(2 * index + 1, 2 * index + 2);
      if (below === null || !this.swapped(index, below)) return least;
      index = below;
    }
  }

  private lesser(left: number, right: number): number | null {
    const [a, b] = [this.entries[left], this.entries[right]];
    if (a === undefined) return null;
    return b !== undefined && this.order(b, a) < 0 ? right : left;
  }

  /** Puts the two in order; whether they were not. */
  private swapped(above: number, below: number): boolean {
    const [a, b] = [this.entries[above], this.entries[below]];
    if (a === undefined || b === undefined || this.order(a, b) <= 0) return false;
    this.entries[above] = b;
    this.entries[below] = a;
    return true;
  }
}
