import type { Record, Result, ResultObserver } from 'neo4j-driver';

interface Settle<Row> {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: Error) => void;
}

/** A record as a plain object; not by its `toObject`, which is one of the driver's compiled generators (see below). */
export const rowOf = <Row extends object>(record: Record): Row =>
  Object.fromEntries(record.keys.map((key, place) => [key, record.get(place)])) as Row;

/** What is heard of a result until it ends; afterwards it knows nothing of it any more. */
class Collector<Row extends object> implements ResultObserver {
  private rows: Row[] = [];
  private settle: Settle<Row> | null;

  constructor(settle: Settle<Row>) {
    this.settle = settle;
  }

  onNext(record: Record): void {
    this.rows.push(rowOf(record));
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
export const collectRows = <Row extends object>(result: Pick<Result, 'subscribe'>): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => result.subscribe(new Collector<Row>({ resolve, reject })));
