import type { Record, Result, ResultObserver } from 'neo4j-driver';

/** Looks at each row as it comes; what it throws ends the reading. */
type CheckRow = (row: object) => void;

/** Who waits for the rows. */
interface Reader<Row> {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: unknown) => void;
  readonly check: CheckRow | undefined;
}

/** A record as a plain object; not by its `toObject`, which is one of the driver's compiled generators (see below). */
export const rowOf = <Row extends object>(record: Record): Row =>
  Object.fromEntries(record.keys.map((key, index) => [key, record.get(index)])) as Row;

/** Observes a result until it ends; afterwards neither the rows nor whoever waits for them can be reached from it. */
class Collector<Row extends object> implements ResultObserver {
  private rows: Row[] = [];
  private reader: Reader<Row> | null;

  constructor(reader: Reader<Row>) {
    this.reader = reader;
  }

  onNext(record: Record): void {
    // Until the database hears that nobody listens any more, further rows come.
    if (this.reader === null) return;
    const row = rowOf<Row>(record);
    try {
      this.reader.check?.(row);
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

  private end(): Reader<Row> | null {
    const { reader } = this;
    this.rows = [];
    this.reader = null;
    return reader;
  }
}

/**
 * The rows of a result.
 *
 * The driver's compiled async functions and generators assign a function literal to a property, and V8 puts such a function
 * straight into the old generation. It leads to the session, its result and the observer of it: whatever can be reached
 * from there survives every collection of young garbage until the old generation is collected too. Hence an observer that
 * lets go of its rows and of its reader: promises lead to the rows, and `check` can lead to promises.
 */
export const collectRows = <Row extends object>(
  result: Pick<Result, 'subscribe'>,
  check?: CheckRow,
): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => result.subscribe(new Collector<Row>({ resolve, reject, check })));
