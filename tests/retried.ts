import { setTimeout as delay } from 'node:timers/promises';

/** How often, how long, and after which failures a call is made again. */
export interface Retrying {
  /** How long after the first call it may still be made again, in milliseconds. */
  readonly within?: number;
  /** Between two calls, in milliseconds. */
  readonly pause?: number;
  /** Whether such a failure may pass by itself; any may where nothing is said. */
  readonly mayPass?: (error: unknown) => boolean;
}

/** What the call gives, as soon as it does not fail any more; its last failure where that takes too long. */
export async function retried<Result>(
  call: () => Promise<Result>,
  { within = 60_000, pause = 50, mayPass = () => true }: Retrying = {},
): Promise<Result> {
  const end = Date.now() + within;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!mayPass(error) || Date.now() > end) throw error;
      await delay(pause);
    }
  }
}
