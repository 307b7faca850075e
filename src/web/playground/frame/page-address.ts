import { useEffect } from 'react';
import { addressOf } from '../client/link.js';
import { useCurrentOperation } from '../client/use-current-operation.js';
import { welcome } from '../client/welcome.js';

/** How long typing pauses, in milliseconds, before the address follows. */
const pause = 300;

/** Keeps the operation of the open tab in the address, to be read again, mailed or kept; shows nothing itself. */
export function PageAddress() {
  const operation = useCurrentOperation();
  useEffect(() => {
    const timer = setTimeout(() => history.replaceState(null, '', addressOf(operation, welcome)), pause);
    return () => clearTimeout(timer);
  }, [operation]);
  return null;
}
