import { Outlet } from 'react-router';
import { generalNames, LevelNamesContext } from '../language/language.js';
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

/** Those of several cities, or of none, call levels as all of them do. */
export const OfAll = () => (
  <LevelNamesContext value={generalNames}>
    <Outlet />
  </LevelNamesContext>
);

/** A stage or a municipality in the address that there is none of: what is shown is another one. */
function UnknownNames() {
  const { unknownNames } = useWords();
  const { unknown } = useFrame();
  return unknown.length > 0 && <p role="alert">{unknownNames(unknown)}</p>;
}
