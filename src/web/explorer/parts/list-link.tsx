import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useView } from '../site/view.js';

/**
 * A number or a name that opens the list it speaks of; `filters` are those of its address, such as `{ sdg: '17' }`.
 * `label` says it all where the text alone does not.
 */
export function ListLink({
  list,
  filters,
  label,
  children,
}: {
  readonly list: string;
  readonly filters?: Readonly<Record<string, string>>;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const { link } = useView();
  return (
    <Link to={link(`/lists/${list}`, filters)} aria-label={label}>
      {children}
    </Link>
  );
}
