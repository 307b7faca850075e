import type { ChangeBasis, ChangeKind, Stage } from '../../model/enums.js';
import type { Lines, Located, Passage, SourceText } from '../documents/document.js';
import type { Origin } from './builder.js';
import { at, type Context, idOf, localPart, textKey } from './context.js';

/** What happened to a thing. */
export type ChangeKindName = keyof typeof ChangeKind.values;

/** What a change shows beside its kind. */
export interface ChangeDetails {
  /** The part of the subject that is concerned. */
  readonly field?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly note?: string | null;
  /** The id of what the document names instead. */
  readonly pointsTo?: string | null;
  /** Stated by a document, unless it follows from comparing two. */
  readonly basis?: keyof typeof ChangeBasis.values;
}

/** Adds a change of a thing between two stages, with all lines that it rests on: what it was, what it is, where it is stated. */
function addChange(
  context: Context,
  subject: string,
  kind: ChangeKindName,
  [fromStage, toStage]: readonly [Stage, Stage],
  origins: readonly Origin[],
  { field = null, before = null, after = null, note = null, pointsTo = null, basis = 'STATED' }: ChangeDetails,
): void {
  const part = `${kind.toLowerCase()}${field ? `-${field.replace(/ /g, '-')}` : ''}`;
  const id = idOf(context, 'change', localPart(subject), `${fromStage}-${toStage}`, part);
  const values = { kind, basis, field, before, after, fromStage, toStage, note };
  // A change lies between stages and belongs to none.
  for (const origin of origins.map((each) => ({ ...each, stage: null }))) {
    context.builder.node('Change', id, values, origin, [], { CHANGES: subject });
    if (pointsTo) context.builder.edge('POINTS_TO', id, pointsTo, origin);
  }
}

/**
 * What the review sheet says about a thing (CURRENT → DRAFT); null where it says nothing. Adding, removing and leaving alone
 * concern the whole thing, revising its content unless another field is named.
 */
export function addReviewChange(
  context: Context,
  subject: string,
  kind: ChangeKindName | null,
  origins: readonly Origin[],
  details: ChangeDetails = {},
): void {
  if (!kind) return;
  const field = details.field ?? (kind === 'REVISED' ? 'content' : null);
  addChange(context, subject, kind, ['CURRENT', 'DRAFT'], origins, { ...details, field });
}

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

/** A version that a change shows as it is printed. */
export const shownVersion = (shown: string, lines: Lines, key = shown): Version => ({ key, shown, lines });

/** Running text as a version of it: blanks and punctuation do not count. */
export const textVersion = (passage: Passage | null, lines: Lines | undefined = passage?.lines): Version | null =>
  passage && lines ? { key: textKey(passage.text), lines } : null;

/**
 * The comparison of two stages that both list things of a kind. Both sides are treated alike, and every change cites
 * both: a side that lacks the thing is cited where it lists the others.
 */
export class Comparison {
  private readonly context: Context;
  private readonly sides: readonly [Side, Side];

  constructor(context: Context, before: Side, after: Side) {
    this.context = context;
    this.sides = [before, after];
  }

  /** Adds that a thing is new or gone; true where both sides have it. */
  thing(subject: string, before: Located | null, after: Located | null): boolean {
    const version = (of: Located | null) => of && { key: '', lines: of.lines };
    this.part(subject, 'REVISED', null, version(before), version(after));
    return before !== null && after !== null;
  }

  /** Adds that a thing is new or gone or, where both sides have it, what became of its parts, each by its name. */
  compare<Thing extends Located>(
    subject: string,
    before: Thing | null,
    after: Thing | null,
    parts: Readonly<Record<string, (thing: Thing) => Version | null>>,
    placeOf = (thing: Thing): Located => thing,
  ): void {
    if (!this.thing(subject, before && placeOf(before), after && placeOf(after)) || !before || !after) return;
    for (const [field, versionOf] of Object.entries(parts)) {
      const [earlier, later] = [versionOf(before), versionOf(after)];
      const kind = field === 'name' ? 'RENAMED' : field === 'number' ? 'REORDERED' : 'REVISED';
      // Text that only one side prints was lost by an export, not by the city.
      if (earlier && later) this.part(subject, kind, field, earlier, later);
    }
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
    const [earlier, later] = this.sides;
    const origins = [
      at(earlier.source, earlier.stage, before?.lines ?? earlier.lines),
      at(later.source, later.stage, after?.lines ?? later.lines),
    ];
    const shown = before && after ? { before: before.shown ?? null, after: after.shown ?? null } : {};
    const became = before && after ? kind : after ? 'ADDED' : 'REMOVED';
    const details = { basis: 'COMPARED', field, ...shown } as const;
    addChange(this.context, subject, became, [earlier.stage, later.stage], origins, details);
  }

  /** Adds that running text reads otherwise. Text that only one side prints was lost by an export, not by the city. */
  text(subject: string, field: string, before: Version | null, after: Version | null): void {
    if (before && after) this.part(subject, 'REVISED', field, before, after);
  }
}
