/** One statement that was sent for an operation. */
export interface TracedStatement {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** The plan was compiled for an earlier request. */
  readonly planReused: boolean;
  readonly databaseMilliseconds: number;
  /** The database's account of how it found the answer, where it was requested. */
  readonly operators?: object;
}

/** What answering an operation took: milliseconds spent compiling, in the database, and assembling. */
export class Trace {
  compile = 0;
  database = 0;
  assemble = 0;
  readonly statements: TracedStatement[] = [];

  /** Runs work and adds its time to one of the three. */
  time<Result>(phase: 'compile' | 'assemble', work: () => Result): Result {
    const start = performance.now();
    try {
      return work();
    } finally {
      this[phase] += performance.now() - start;
    }
  }
}
