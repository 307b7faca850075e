import { type ReactNode, useDeferredValue } from 'react';
import { Failure } from './failure.js';
import { FirstPaint } from './first-paint.js';
import { isPassing, useHealing } from './healing.js';
import { useFrame } from './view.js';

/** Its children once it is known which municipalities there are; until then that this is loading, or what is wrong. */
export function WhenKnown({ children }: { readonly children: ReactNode }) {
  const { municipality, failure, again } = useFrame();
  // An answer is shown at once, and the whole page would be rendered in one go with it; later, it is rendered in slices.
  const isKnown = useDeferredValue(municipality !== null);
  useHealing(isPassing(failure), again);
  if (municipality && isKnown) return children;
  return failure ? <Failure error={failure} again={again} /> : <FirstPaint />;
}
