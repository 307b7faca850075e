/** Until whatever waits has had its turn, such as what somebody pressed. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

let last: Promise<unknown> = Promise.resolve();

/** Does work that takes long when what was to be done before is done, each piece in a task of its own. */
export function inTurn<Result>(work: () => Result): Promise<Result> {
  const done = last.then(pause).then(work);
  last = done.catch(() => undefined);
  return done;
}
