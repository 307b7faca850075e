import { useEffect, useEffectEvent } from 'react';
import { ApiError } from '../client/send.js';

/** Errors of the API that pass by themselves. */
const passing: ReadonlySet<string> = new Set(['OFFLINE', 'SERVICE_UNAVAILABLE', 'OVERLOADED']);

/** How often, in milliseconds, the service is asked whether it is back. */
const everySoOften = 5_000;

/** Whether an error says no more than that the service is away for now. */
export const isPassing = (error: unknown): boolean => error instanceof ApiError && passing.has(error.code);

/** Whether a part of the program itself could not be fetched; browsers have no other name for that. */
export const isMissingPart = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script/i.test(error.message);

/** While something waits for the service, asks it now and then whether it is ready, and then calls `heal`. */
export function useHealing(isWaiting: boolean, heal: () => void): void {
  const again = useEffectEvent(heal);
  useEffect(() => {
    if (!isWaiting) return;
    const look = async () => {
      if (await isReady()) again();
    };
    const timer = setInterval(look, everySoOften);
    return () => clearInterval(timer);
  }, [isWaiting]);
}

const isReady = (): Promise<boolean> =>
  fetch('/readyz').then(
    ({ ok }) => ok,
    () => false,
  );
