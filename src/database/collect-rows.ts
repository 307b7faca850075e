import type { Record, Result } from 'neo4j-driver';

/** A record as a plain object; not by its `toObject`, which is one of the driver's compiled generators (see below). */
export const rowOf = <Row extends object>(record: Record): Row =>
  Object.fromEntries(record.keys.map((key, index) => [key, record.get(index)])) as Row;

/**
 * The rows of a result, which forgets them when it has given them away. `check` looks at each row as it comes; what it
 * throws ends the reading.
 *
 * The driver's compiled async functions and generators assign a function literal to a property, and V8 puts such a function
 * straight into the old generation. It leads to the session, its result and, where a result is awaited, to all rows: until
 * the old generation is collected too, every collection of young garbage takes them for alive and moves them.
 */
export const collectRows = <Row extends object>(
  result: Pick<Result, 'subscribe'>,
  check?: (row: object) => void,
): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => {
    let pending: { readonly rows: Row[]; readonly resolve: typeof resolve; readonly reject: typeof reject } | null;
    pending = { rows: [], resolve, reject };
    const end = () => {
      const ended = pending;
      pending = null;
      return ended;
    };
    result.subscribe({
      onNext: (record) => {
        // Until the database hears that nobody listens any more, further rows come.
        if (!pending) return;
        const row = rowOf<Row>(record);
        try {
          check?.(row);
          pending.rows.push(row);
        } catch (error) {
          end()?.reject(error);
        }
      },
      onCompleted: () => {
        const ended = end();
        ended?.resolve(ended.rows);
      },
      onError: (error) => end()?.reject(error),
    });
  });
