import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useView } from '../site/view.js';
import type { ListFilters } from './lists.js';

/** The stable address of a list, at the view that is looked at. */
export function useListAddress(): (list: string, filters?: ListFilters) => string {
  const { parameters } = useView();
  return (list, filters = {}) => {
    const search = String(new URLSearchParams([...Object.entries(filters), ...Object.entries(parameters)]));
    return `/lists/${list}${search && `?${search}`}`;
  };
}

/** A number or a name that opens the list it speaks of. `label` says it all where the text alone does not. */
export function ListLink({
  list,
  filters = {},
  label,
  className,
  children,
}: {
  readonly list: string;
  readonly filters?: ListFilters;
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const addressOf = useListAddress();
  return (
    <Link to={addressOf(list, filters)} aria-label={label} className={className}>
      {children}
    </Link>
  );
}
