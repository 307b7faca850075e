import type { Record, Result, ResultObserver } from 'neo4j-driver';

interface Settle<Row> {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Looks at each row as it comes; what it throws ends the reading. */
export type CheckRow = (row: object) => void;

/** A record as a plain object; not by its `toObject`, which is one of the driver's compiled generators (see below). */
export const rowOf = <Row extends object>(record: Record): Row =>
  Object.fromEntries(record.keys.map((key, place) => [key, record.get(place)])) as Row;

/** What is heard of a result until it ends; afterwards it knows nothing of it any more. */
class Collector<Row extends object> implements ResultObserver {
  private rows: Row[] = [];
  private settle: Settle<Row> | null;
  private readonly check: CheckRow | undefined;

  constructor(settle: Settle<Row>, check: CheckRow | undefined) {
    this.settle = settle;
    this.check = check;
  }

  onNext(record: Record): void {
    // Until the database hears that nobody listens any more, further rows come.
    if (this.settle === null) return;
    const row = rowOf<Row>(record);
    try {
      this.check?.(row);
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
    const { settle } = this;
    this.rows = [];
    this.settle = null;
    return settle;
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
  new Promise((resolve, reject) => result.subscribe(new Collector<Row>({ resolve, reject }, check)));
