import type { Stage } from '../../model/enums.js';
import type { Lines, Located, Passage, SourceText } from '../documents/document.js';
import { addChange, type ChangeKindName } from './changes.js';
import { at, type Context, textKey } from './context.js';

/** One side of a comparison: a stage, the document that speaks for it, and where that lists what is compared. */
export interface Side extends Located {
  readonly stage: Stage;
  readonly source: SourceText;
}

/** What one side has of a thing, or of a part of it. Versions of one key say the same. */
export interface Version extends Located {
  readonly key: string;
  /** What a change shows of it; nothing of running text. */
  readonly shown?: string;
}

/** Running text as a version of it: blanks and punctuation do not count. */
export const textVersion = (passage: Passage | null, lines: Lines | undefined = passage?.lines): Version | null =>
  passage && lines ? { key: textKey(passage.text), lines } : null;

/**
 * The comparison of two stages that both list things of a kind. Both sides are treated alike, and every change cites
 * both: a side that lacks the thing is cited where it lists the others.
 */
export class Comparison {
  private readonly context: Context;
  private readonly before: Side;
  private readonly after: Side;

  constructor(context: Context, before: Side, after: Side) {
    this.context = context;
    this.before = before;
    this.after = after;
  }

  /** Adds that a thing is new or gone; true where both sides have it. */
  thing(subject: string, before: Located | null, after: Located | null): boolean {
    const version = (of: Located | null) => of && { key: '', lines: of.lines };
    this.part(subject, 'REVISED', null, version(before), version(after));
    return before !== null && after !== null;
  }

  /** Adds that a part of a thing is new or gone, or what became of it where the versions differ. */
  part(
    subject: string,
    kind: ChangeKindName,
    field: string | null,
    before: Version | null,
    after: Version | null,
  ): void {
    if (before?.key === after?.key) return;
    const origins = [this.originOf(this.before, before), this.originOf(this.after, after)];
    const replaced = before && after;
    addChange(
      this.context,
      subject,
      replaced ? kind : after ? 'ADDED' : 'REMOVED',
      [this.before.stage, this.after.stage],
      origins,
      { basis: 'COMPARED', field, ...(replaced ? { before: before.shown ?? null, after: after.shown ?? null } : {}) },
    );
  }

  /** Adds that running text reads otherwise. Text that only one side prints was lost by an export, not by the city. */
  text(subject: string, field: string, before: Version | null, after: Version | null): void {
    if (before && after) this.part(subject, 'REVISED', field, before, after);
  }

  private originOf({ source, stage, lines }: Side, version: Version | null) {
    return at(source, stage, version?.lines ?? lines);
  }
}
