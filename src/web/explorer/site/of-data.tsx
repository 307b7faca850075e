import { Outlet } from 'react-router';
import { useWords } from '../language/words.js';
import { useFrame } from './view.js';
import { WhenKnown } from './when-known.js';

/** The pages that show data: they wait until it is known of which municipalities there is any. */
export const OfData = () => (
  <WhenKnown>
    <UnknownNames />
    <Outlet />
  </WhenKnown>
);

/** A stage or a municipality in the address that there is none of: what is shown is another one. */
function UnknownNames() {
  const { unknownNames } = useWords();
  const { unknown } = useFrame();
  return unknown.length > 0 && <p role="alert">{unknownNames(unknown)}</p>;
}
