import { Link } from 'react-router';
import { thingAddress } from '../../../parts/thing-link.js';
import { useView } from '../../../site/view.js';
import type { Row } from '../../types/rows.js';

/** Leads to the section of the page of a thing that has all of it. */
export function ToSection({
  of,
  to,
  text,
  isNumber = false,
}: {
  readonly of: Row;
  readonly to: string;
  readonly text: string;
  readonly isNumber?: boolean;
}) {
  const { link } = useView();
  return (
    <Link className={isNumber ? 'strip-number' : undefined} to={{ ...link(thingAddress(String(of.id))), hash: to }}>
      {text}
    </Link>
  );
}
