/** What a colour of a chart stands for. */
export interface Key {
  readonly label: string;
  /** A colour of the design, such as `var(--good)`. */
  readonly color: string;
  /** Drawn as an outline: what is not there. */
  readonly hollow?: boolean;
}

/** What the colours of a chart stand for. */
export function Legend({ keys }: { readonly keys: readonly Key[] }) {
  if (keys.length === 0) return null;
  return (
    <ul className="figure-legend plain row small">
      {keys.map(({ label, color, hollow = false }) => (
        <li key={label} className="row">
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="10"
              height="10"
              rx="2"
              style={hollow ? { fill: 'none', stroke: color, strokeDasharray: '2 2' } : { fill: color }}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
