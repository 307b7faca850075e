import { Link } from 'react-router';
import type { View } from '../../../site/view.js';

/** One line of a small figure; it opens what it speaks of. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** The value as it is read, with its unit. */
  readonly text: string;
  readonly color?: string;
  readonly to: ReturnType<View['link']>;
}

/** A few numbers as bars, as long as they are large; the largest is the whole width where nothing else is said. */
export function Bars({ bars, whole }: { readonly bars: readonly Bar[]; readonly whole?: number }) {
  const most = whole ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="finding-bars plain quiet-links">
      {bars.map(({ id, label, value, text, color, to }) => (
        <li key={id}>
          <Link to={to}>
            <span className="finding-label">{label}</span>
            <span className="finding-value">{text}</span>
            <span className="finding-track" aria-hidden="true">
              <span style={{ inlineSize: `${(value / most) * 100}%`, background: color }} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
