import type { NodeName } from '../../model/declaration.js';

/** How far something was looked at that documents list: how often they do, and for which fields of which things not. */
export class Extent {
  /** How many lists a document has wholly. */
  covered = 0;
  /** The things whose field no document lists, by type and field. */
  readonly missing = new Map<string, Set<number>>();
  /** A part of it is spoken of nowhere. */
  isUnread = false;

  /** The extent of all that is asked: where a part of it is spoken of nowhere, it is unread. */
  static whole(part: Extent): Extent {
    const extent = new Extent();
    extent.add(part);
    return extent;
  }

  miss(type: NodeName, field: string, thing: number): void {
    const key = `${type} ${field}`;
    this.missing.set(key, (this.missing.get(key) ?? new Set()).add(thing));
  }

  /** Adds a part without which the whole cannot be known. */
  add(part: Extent): void {
    this.covered += part.covered;
    this.isUnread ||= part.isUnread || (part.missing.size > 0 && part.covered === 0);
    this.addMissing(part);
  }

  /** Adds a part beside others that can be known without it: the things of one type among those of many. */
  addBeside(part: Extent): void {
    this.covered += part.covered;
    this.addMissing(part);
  }

  /** Adds only what a part lacks. */
  addMissing(part: Extent): void {
    for (const [key, things] of part.missing)
      this.missing.set(key, new Set([...(this.missing.get(key) ?? []), ...things]));
  }
}
