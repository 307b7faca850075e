/** The same function, whose calls run one after another, in the order in which they came, also after one that failed. */
export function oneAfterAnother<Given extends readonly unknown[], Result>(
  call: (...given: Given) => Promise<Result>,
): (...given: Given) => Promise<Result> {
  let free: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const result = free.then(() => call(...given));
    free = result.catch(() => {});
    return result;
  };
}
