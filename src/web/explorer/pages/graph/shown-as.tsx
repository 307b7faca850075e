import { Link } from 'react-router';
import { changed, useAddress } from '../../site/use-address.js';
import { showings, useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

/** Shows the graph as a drawing, as a table, or as both. */
export function ShownAs() {
  const { show: words } = useGraphWords();
  const { show } = useGraphParameters();
  const { parameters } = useAddress();
  return (
    <nav className="tabs row" aria-label={words.label}>
      {showings.map((each) => (
        <Link
          key={each}
          to={{ search: String(changed(parameters, { show: each === 'drawing' ? null : each })) }}
          aria-current={each === show ? 'true' : undefined}
          preventScrollReset
        >
          {words[each]}
        </Link>
      ))}
    </nav>
  );
}
