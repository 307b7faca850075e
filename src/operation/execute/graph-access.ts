import type { Caller } from '../../caller.js';
import type { Connection, ReadOptions } from '../../database/connection.js';
import { CoalescedReads, type ReadByKeys } from '../../graph/coalesced-reads.js';
import type { ProfiledRead, Read } from '../../graph/engine.js';
import { ReadSpan, RevisionReader } from '../../graph/revision.js';
import { deferIfLong, Turns } from '../../yielding.js';

/** Counts and times a call to the database. */
export type CountCall = <Result>(call: () => Promise<Result>) => Promise<Result>;

/** How long reading the revision may take, in milliseconds. */
const revisionTimeout = 1_000;

/** The way to the graph for one request. */
export interface RequestReads {
  readonly read: Read;
  readonly readByKeys: ReadByKeys;
  readonly profile: ProfiledRead;
  /** The revision under which what is kept may be used for the answer (`ReadSpan.atStart`). */
  readonly revision: () => Promise<string | null>;
  /** How many of them there were. */
  readonly count: () => number;
  /** The revision of the graph that all of them have seen; undefined where there may be several (`ReadSpan`). */
  readonly seen: () => Promise<string | null | undefined>;
}

/** The way to the graph that all requests share: statements by keys of several callers with equal rights go together. */
export class GraphAccess {
  /** The revision that the graph holds. */
  readonly revision: RevisionReader;
  private readonly connection: Pick<Connection, 'read' | 'profile'>;
  private readonly countCall: CountCall;
  private readonly deadline: number;
  private readonly coalesced: CoalescedReads;

  /** `deadline` is how long a statement may take, in milliseconds. */
  constructor(connection: Pick<Connection, 'read' | 'profile'>, countCall: CountCall, deadline: number) {
    this.connection = connection;
    this.countCall = countCall;
    this.deadline = deadline;
    this.coalesced = new CoalescedReads((cypher, parameters, signal, check) =>
      countCall(() => connection.read(cypher, parameters, { timeout: deadline, signal, check })),
    );
    this.revision = new RevisionReader((cypher, parameters) =>
      countCall(() => connection.read(cypher, parameters, { timeout: revisionTimeout })),
    );
  }

  for(caller: Caller, signal: AbortSignal, turns = new Turns()): RequestReads {
    const { connection, deadline: timeout } = this;
    const span = new ReadSpan(this.revision);
    let reads = 0;
    const counted = <Result>(call: () => Promise<Result>) => {
      reads++;
      return span.reading(() => this.countCall(call));
    };
    const options = (check: ReadOptions['check']) => ({ timeout, signal, ...(check ? { check } : {}) });
    return {
      count: () => reads,
      seen: () => span.revision(),
      // Understanding many rows was a turn's work; what is made of them is another's. So is writing many keys.
      read: async (cypher, parameters, check) =>
        deferIfLong(await counted(() => connection.read(cypher, parameters, options(check))), turns),
      readByKeys: async (cypher, parameters, keys, check) => {
        reads++;
        const all = await deferIfLong(keys, turns);
        return deferIfLong(
          await span.reading(() => this.coalesced.ask(cypher, parameters, all, signal, check, caller.rights)),
          turns,
        );
      },
      profile: (cypher, parameters, check) => counted(() => connection.profile(cypher, parameters, options(check))),
      // What is answered from memory under a revision depends on the graph too.
      revision: () => {
        reads++;
        return span.atStart();
      },
    };
  }
}

/** A revision; null where the database does not tell. */
export async function ifKnown(revision: Promise<string | null>): Promise<string | null> {
  try {
    return await revision;
  } catch {
    return null;
  }
}
