import { type KeyShape, keyShape } from './key-shapes.js';

/** What a mark of a chart stands for. */
export interface Key {
  readonly label: string;
  /** A colour of the design, such as `var(--good)`. */
  readonly color: string;
  /** Filled unless it says otherwise; `hollow` stands for what is not there. */
  readonly shape?: KeyShape;
}

/** What the marks of a chart stand for. */
export function Legend({ keys }: { readonly keys: readonly Key[] }) {
  if (keys.length === 0) return null;
  return (
    <ul className="figure-legend plain row small">
      {keys.map(({ label, color, shape = 'filled' }) => {
        const { width, parts } = keyShape(shape, color);
        return (
          <li key={label} className="row">
            <svg viewBox={`0 0 ${width} 12`} aria-hidden="true">
              {parts.map(({ d, look }) => (
                <path key={d} d={d} style={look} />
              ))}
            </svg>
            {label}
          </li>
        );
      })}
    </ul>
  );
}
