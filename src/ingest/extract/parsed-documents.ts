/** The documents after correction, as the records of their parsers. */
import { applyCorrections, type UnmatchedReason } from '../documents/corrections.js';
import type { SourceText } from '../documents/document.js';
import type { FindingList } from '../documents/finding.js';
import type { DocumentFormat } from '../documents/format.js';
import { formats } from '../documents/recognise.js';
import { remarks } from './remarks.js';
import type { Reviewed } from './reviewed.js';

/** A document and its record. */
export interface Parsed<Content> {
  readonly source: SourceText;
  readonly record: Content;
}

/** The records of all documents, by their formats. */
export class ParsedDocuments {
  private readonly parsed: ReadonlyMap<string, readonly Parsed<unknown>[]>;

  /** Parses documents; what is odd about one goes to the findings, format by format. */
  constructor(sources: readonly SourceText[], findings: FindingList) {
    this.parsed = new Map(
      formats.map(({ kind, parse }) => {
        const ofKind = sources.filter((source) => source.kind === kind);
        return [kind, ofKind.map((source) => ({ source, record: parse(source, findings) }))];
      }),
    );
  }

  /** All documents of a format. */
  all<Content>({ kind }: DocumentFormat<Content>): readonly Parsed<Content>[] {
    return (this.parsed.get(kind) ?? []) as readonly Parsed<Content>[];
  }

  /** The document of a format of which a city has one. */
  one<Content>(format: DocumentFormat<Content>): Parsed<Content> | null {
    return this.all(format)[0] ?? null;
  }
}

/** Why a correction changed nothing, in words. */
const reasons: Readonly<Record<UnmatchedReason, string>> = {
  NOT_FOUND: 'the document does not hold its text',
  ON_SEVERAL_LINES: 'its text stands on several lines, none of them the given one',
  ALREADY_CORRECT: 'the line reads like the correction already',
  BREAKS_THE_LINE: 'it would break a line in two',
};

/** The documents after the reviewed corrections, with those that were used, and those that were not with the reason. */
export function correct(originals: readonly SourceText[], { corrections }: Reviewed, findings: FindingList) {
  const applied = originals.map((source) => applyCorrections(source, corrections));
  const used = applied.flatMap((result) => result.used);
  for (const correction of used) {
    const { id, document, line, correctedLine, moved, find, replace } = correction;
    findings.add(
      remarks.correction(correction),
      document,
      { first: correctedLine, last: correctedLine },
      replace,
      find,
    );
    if (moved) {
      const remark = remarks.movedCorrection(id, document);
      findings.add(remark, 'seed/reviewed/corrections.csv', null, `line ${line}`, `line ${correctedLine}`);
    }
  }
  const reasonOf = new Map(applied.flatMap(({ unmatched }) => unmatched.map(({ id, why }) => [id, reasons[why]])));
  const usedIds = new Set(used.map(({ id }) => id));
  return {
    sources: applied.map(({ source }) => source),
    used: corrections.filter(({ id }) => usedIds.has(id)).map(({ id }) => id),
    unmatched: corrections
      .filter(({ id }) => !usedIds.has(id))
      .map(({ id }) => `${id}: ${reasonOf.get(id) ?? 'its document is not at hand'}`),
  };
}
