/** How long one turn of the event loop may go on with answering, in milliseconds, before others have theirs. */
const slice = 10;

/** When this turn was first asked about; null where it was not yet. */
let began: number | null = null;

function turnIsLong(): boolean {
  const now = performance.now();
  if (began !== null) return now - began > slice;
  began = now;
  setImmediate(() => {
    began = null;
  });
  return false;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function laterTurn(): Promise<void> {
  do await nextTurn();
  while (turnIsLong());
}

/** To be awaited between the pieces of a long work: lets others have their turn where this one has gone on for long. */
export const breather = (): Promise<void> | null => (turnIsLong() ? laterTurn() : null);

/** Lists as long as this begin a turn of their own: what came before, such as assembling them, has taken its time. */
const longList = 100;

/**
 * The value, or a promise of it where this turn has gone on for long: an answer of thousands of nodes is completed in
 * slices, between which the service answers others. A small answer passes through as it is.
 */
export function paced<Value>(value: Value): Value | Promise<Value> {
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) && value.length >= longList) || turnIsLong() ? laterTurn().then(() => value) : value;
}
