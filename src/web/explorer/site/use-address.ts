import { startTransition, useOptimistic } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

/** Values for parameters of an address; null or none takes one away. */
type Values = Readonly<Record<string, string | number | readonly string[] | null>>;

interface Address {
  /** What the page is shown by. */
  readonly parameters: URLSearchParams;
  /** The same with what was chosen just now: the page stays until its answer is there, its controls do not wait. */
  readonly chosen: URLSearchParams;
  /** Puts values into the address; `replace`: not as a step to come back to. */
  readonly change: (values: Values, options?: { readonly replace?: boolean }) => void;
}

/** What stands behind the `?` of the address, and a way to change some of it. */
export function useAddress(): Address {
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const [chosen, setChosen] = useOptimistic(parameters);
  const change: Address['change'] = (values, { replace = false } = {}) =>
    startTransition(async () => {
      // One of two quick choices is not shown yet, but stands in the address.
      const after = changed(new URLSearchParams(window.location.search), values);
      setChosen(after);
      await navigate({ search: String(after) }, { preventScrollReset: true, replace });
    });
  return { parameters, chosen, change };
}

/** The parameters with other values. */
export function changed(parameters: URLSearchParams, values: Values): URLSearchParams {
  const after = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(values)) {
    after.delete(name);
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== null && each !== '') after.append(name, String(each));
  }
  return after;
}
