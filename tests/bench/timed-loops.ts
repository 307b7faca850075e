/** How long a piece of work took, over many times. Milliseconds. */
export interface Timing {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  /** Per second, over all loops. */
  readonly rate: number;
}

/** Repeats the work in so many loops at once for a time; the work gets the number of its turn. */
export async function timedLoops(
  loops: number,
  milliseconds: number,
  work: (turn: number, loop: number) => Promise<void>,
): Promise<Timing> {
  const times: number[] = [];
  const started = performance.now();
  const end = started + milliseconds;
  let turn = 0;
  const repeat = async (loop: number) => {
    for (let now = performance.now(); now < end; ) {
      await work(turn++, loop);
      const then = performance.now();
      times.push(then - now);
      now = then;
    }
  };
  await Promise.all(Array.from({ length: loops }, (_, loop) => repeat(loop)));
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { count: times.length, p50: at(0.5), p99: at(0.99), rate: times.length / seconds };
}
