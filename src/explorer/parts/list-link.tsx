import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useView } from '../site/view.js';

/** The lists that have a page, by the name of their field in the API, in the order in which they are offered. */
export const listFields = [
  'policyFields',
  'policyItems',
  'measures',
  'departments',
  'sdgs',
  'indicators',
  'reformSheets',
  'linkagePlans',
  'initiatives',
  'relatedPlans',
  'projects',
  'sourceDocuments',
] as const;

export type ListField = (typeof listFields)[number];

/** What narrows a list, as it stands in the address: `{ sdg: '17' }`; `none` for those that have nothing there. */
export type ListFilters = Readonly<Record<string, string>>;

/** In an address: nothing there. */
export const none = 'none';

/** What comes in an id behind the municipality and the type, as in `5-1` of `honjo:policy-item:5-1` or `17` of `sdg:17`. */
export const tailOf = (id: string): string => id.replace(/^(?:sdg|[^:]+:[^:]+):/, '');

/** The stable address of a list, at the view that is looked at. */
export function useListAddress(): (list: ListField, filters?: ListFilters) => string {
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
  readonly list: ListField;
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
