import { ofNoCycle } from '../../model/cycle-id.js';
import type { PassageKind, Stage } from '../../model/enums.js';
import type { Lines, Passage, SourceText } from '../documents/document.js';
import type { FindingList } from '../documents/finding.js';
import { nameKey } from '../documents/text.js';
import type { DatasetBuilder, Origin } from './builder.js';
import type { Identity, Reviewed, Slip } from './reviewed.js';

/** What every step of the extraction works on. */
export interface Context {
  readonly builder: DatasetBuilder;
  readonly reviewed: Reviewed;
  readonly findings: FindingList;
  /** The reviewed decisions that were needed; the others decide nothing. */
  readonly usedDecisions: Set<Identity>;
  /** Carry the documents' running text into the dataset: only for a user's own database. */
  readonly withText: boolean;
}

/** The identity of a thing: the municipality's key, the id word of its type, and what tells it apart. */
export const idOf = ({ reviewed }: Context, word: string, ...local: readonly (string | number)[]): string =>
  [reviewed.municipality.key, word, ...local].join(':');

/** The id of the municipality. */
export const cityOf = (context: Context): string => idOf(context, 'municipality', context.reviewed.municipality.code);

/**
 * Where within a range a name is printed: the first line that holds it, or the whole range where it is spread over
 * several lines.
 */
export function printedAt(source: SourceText, range: Lines, name: string): Lines {
  const key = nameKey(name);
  for (let line = range.first; line <= range.last; line++)
    if (nameKey(source.lines[line - 1] ?? '').includes(key)) return { first: line, last: line };
  return range;
}

/** A name as part of an id. */
export const slug = (name: string): string =>
  ofNoCycle(name.normalize('NFKC').replace(/\s+/g, '').replace(/[|:]/g, '-'));

/** The part of an id behind the municipality's key. */
export const localPart = (id: string): string => id.slice(id.indexOf(':') + 1);

/** The printed name where it is another than a thing's own, for the edge that leads to the thing. */
export const otherName = (printed: string, own: string): string | null =>
  nameKey(printed) === nameKey(own) ? null : printed;

/** What text exports make of the name of a thing, by mistake. */
export const slipsOf = ({ slips }: Reviewed, id: string): readonly Slip[] => slips.filter((slip) => slip.id === id);

/** The slip that a name of a thing is; null where it is the city's own spelling. */
export const slipOf = (reviewed: Reviewed, id: string, printed: string): Slip | null =>
  slipsOf(reviewed, id).find(({ alias }) => nameKey(alias) === nameKey(printed)) ?? null;

/** The origin of what some lines of a document say at a stage. */
export const at = <At extends Stage | null>(source: SourceText, stage: At, lines: Lines): Origin & { stage: At } => ({
  document: source.id,
  stage,
  lines,
});

/**
 * Adds a passage about a subject where text is wanted at all: what a document prints at the stage of an origin. `of` is the
 * part of the subject whose words it is.
 */
export function addPassage(
  context: Context,
  subject: string,
  kind: keyof typeof PassageKind.values,
  { document, stage }: Pick<Origin, 'document' | 'stage'>,
  passage: Passage | null,
  of?: { readonly number: number; readonly vision?: string },
): void {
  if (!context.withText || !passage || passage.text === '') return;
  const id = idOf(context, 'passage', localPart(subject), kind, ...(of ? [of.number] : []), stage ?? 'ALL');
  const origin = { document, stage, lines: passage.lines };
  context.builder.node('Passage', id, { kind, stage, text: passage.text }, origin, [], {
    TEXT_OF: subject,
    ...(of?.vision ? { WORDS: of.vision } : {}),
  });
}

/** Running text reduced to what tells two versions apart: no blanks, bullets, punctuation or glossary marks. */
export const textKey = (text: string): string => nameKey(text).replace(/[●○▶◆■·;]/g, '');

/** True where a reviewed decision says that two names mean the same thing, false where it says not, null without one. */
export function decision(
  { reviewed, usedDecisions }: Context,
  scope: string,
  earlier: string,
  later: string,
): boolean | null {
  const found = reviewed.identities.find(
    (identity) =>
      identity.scope === scope &&
      nameKey(identity.earlier) === nameKey(earlier) &&
      nameKey(identity.later) === nameKey(later),
  );
  if (found) usedDecisions.add(found);
  return found?.same ?? null;
}
