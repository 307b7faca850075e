import { Link } from 'react-router';
import { changed, useAddress } from '../../site/use-address.js';

/** What of several is chosen for a figure by a parameter of the address; the first where nothing is. */
export function useFigureChoice<const Option extends string>(name: string, options: readonly Option[]): Option {
  const { parameters } = useAddress();
  return options.find((option) => option === parameters.get(name)) ?? (options[0] as Option);
}

/** Chooses what a figure shows; the address has it. */
export function FigureTabs({
  name,
  label,
  options,
}: {
  readonly name: string;
  /** What is chosen, for those who do not see it. */
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}) {
  const { parameters, change } = useAddress();
  const current = useFigureChoice(
    name,
    options.map(([value]) => value),
  );
  return (
    <nav className="tabs row screen-only" aria-label={label}>
      {options.map(([value, text]) => (
        <Link
          key={value}
          to={{ search: String(changed(parameters, { [name]: value })) }}
          // What was chosen elsewhere just now stands in the address, and not yet in the link.
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            change({ [name]: value }, { replace: true });
          }}
          aria-current={value === current ? 'true' : undefined}
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
