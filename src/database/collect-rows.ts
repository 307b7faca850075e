import type { Record, Result, ResultObserver } from 'neo4j-driver';

interface Asker<Row> {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: unknown) => void;
  readonly check: CheckRow | undefined;
}

/** Looks at each row as it comes; what it throws ends the reading. */
export type CheckRow = (row: object) => void;

/** Begins to look at the rows of a statement, anew with each attempt: what came of the one before is not used. */
export type CheckRows = () => CheckRow;

/** A record as a plain object; not by its `toObject`, which is one of the driver's compiled generators (see below). */
export const rowOf = <Row extends object>(record: Record): Row =>
  Object.fromEntries(record.keys.map((key, place) => [key, record.get(place)])) as Row;

/** What is heard of a result until it ends; afterwards it knows nothing of it any more. */
class Collector<Row extends object> implements ResultObserver {
  private rows: Row[] = [];
  private asker: Asker<Row> | null;

  constructor(asker: Asker<Row>) {
    this.asker = asker;
  }

  onNext(record: Record): void {
    // Until the database hears that nobody listens any more, further rows come.
    if (this.asker === null) return;
    const row = rowOf<Row>(record);
    try {
      this.asker.check?.(row);
      this.rows.push(row);
    } catch (error) {
      this.end()?.reject(error);
    }
  }

  onCompleted(): void {
    const { rows } = this;
    this.end()?.resolve(rows);
  }

  onError(error: Error): void {
    this.end()?.reject(error);
  }

  private end() {
    const { asker } = this;
    this.rows = [];
    this.asker = null;
    return asker;
  }
}

/**
 * The rows of a result, which forgets them when it has given them away.
 *
 * The driver's compiled async functions and generators assign a function literal to a property, and V8 puts such a function
 * straight into the old generation. It leads to the session, its result and, where a result is awaited, to all rows: until
 * the old generation is collected too, every collection of young garbage takes them for alive and moves them.
 */
export const collectRows = <Row extends object>(
  result: Pick<Result, 'subscribe'>,
  check?: CheckRow,
): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => result.subscribe(new Collector<Row>({ resolve, reject, check })));
