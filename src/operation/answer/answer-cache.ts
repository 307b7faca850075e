import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** What an operation is known by: equal questions have equal keys. */
export interface Question {
  readonly query: string;
  readonly operationName: string | null;
  /** Variables and extensions as canonical JSON. */
  readonly canonicalValues: string;
  /** What the caller may see: an answer for some rights is none for others. */
  readonly rights: string;
  /** Which program answers, with which schema. */
  readonly program: string;
}

/** The key of a question, without the revision. */
export function questionKey({ query, operationName, canonicalValues, rights, program }: Question): string {
  // The first two lines hold no line breaks of their own, so that no two questions run together.
  const text = `${JSON.stringify([program, rights, operationName])}\n${canonicalValues}\n${query}`;
  return createHash('sha256').update(text).digest('base64url');
}

/** The revision of answers that do not come from the graph: `{ __typename }`, introspection. */
export const timeless = 'timeless';

/** The entity tag of the answer to a question at a revision; weak, because a compressed answer has it too. */
export function entityTag(revision: string, key: string): string {
  return `W/"${createHash('sha256').update(`${revision} ${key}`).digest('base64url').slice(0, 27)}"`;
}

/** True where If-None-Match names the tag. */
export function matches(ifNoneMatch: string, tag: string): boolean {
  const bare = (each: string) => each.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((each) => bare(each) === bare(tag));
}

/** A whole answer as it was sent, and what the log says about its operation. */
export interface KeptAnswer {
  /** The revision it was read at, or an earlier one; `timeless` where no graph was read. */
  readonly revision: string;
  readonly etag: string;
  readonly body: Buffer;
  /** Compressed forms, made when they are first asked for. */
  readonly compressed: Map<string, Buffer>;
  readonly operation: string | null;
  readonly document: string | null;
}

/** What an entry costs beside its bytes. */
const overhead = 500;

/** Room for the compressed forms from the start: of JSON they are a quarter of the whole or less each. */
const sizeOf = ({ body }: KeptAnswer) => body.length * 1.5 + overhead;

/**
 * Answers that were given, one per question, the least recently used forgotten first. Whether an answer still holds is for
 * the caller to decide, by its revision; those of a revision that has passed are forgotten, as it never comes back.
 */
export class AnswerCache {
  private readonly answers: LRUCache<string, KeptAnswer> | null;
  /** The revision that was known last. */
  private revision: string | null = null;

  /** Room in bytes; 0 keeps nothing. */
  constructor(capacity: number) {
    // One answer may take an eighth of the capacity: a single large export must not drive out everything else.
    this.answers =
      capacity > 0 ? new LRUCache({ maxSize: capacity, maxEntrySize: Math.max(1, Math.floor(capacity / 8)) }) : null;
  }

  get(key: string): KeptAnswer | undefined {
    return this.answers?.get(key);
  }

  /** The graph has this revision now: whatever was read at another one is no use any more. */
  isAt(revision: string): void {
    if (revision === this.revision) return;
    this.revision = revision;
    for (const [key, kept] of [...(this.answers?.entries() ?? [])]) if (this.hasPassed(kept)) this.answers?.delete(key);
  }

  keep(key: string, answer: KeptAnswer): void {
    if (this.hasPassed(answer)) return;
    this.answers?.set(key, answer, { size: Math.ceil(sizeOf(answer)) });
  }

  private hasPassed({ revision }: KeptAnswer): boolean {
    return this.revision !== null && revision !== this.revision && revision !== timeless;
  }

  get bytes(): number {
    return this.answers?.calculatedSize ?? 0;
  }

  get entries(): number {
    return this.answers?.size ?? 0;
  }
}
