import { Link, useLocation } from 'react-router';

/** Leads to the section that has all of it. */
export function ToSection({
  to,
  text,
  isNumber = false,
}: {
  readonly to: string;
  readonly text: string;
  readonly isNumber?: boolean;
}) {
  const { search } = useLocation();
  return (
    <Link className={isNumber ? 'strip-number' : undefined} to={{ search, hash: to }}>
      {text}
    </Link>
  );
}
