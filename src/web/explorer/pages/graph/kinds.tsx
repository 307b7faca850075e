/** Chooses which kinds are drawn, with how many there are of each. */
export function Kinds({
  title,
  counts,
  nameOf,
  hidden,
  onChange,
}: {
  readonly title: string;
  readonly counts: readonly (readonly [kind: string, count: number])[];
  readonly nameOf: (kind: string) => string;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: readonly string[]) => void;
}) {
  if (counts.length < 2) return null;
  return (
    <fieldset className="graph-kinds">
      <legend>{title}</legend>
      {counts.map(([kind, count]) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={!hidden.has(kind)}
            onChange={({ target }) =>
              onChange(target.checked ? [...hidden].filter((each) => each !== kind) : [...hidden, kind])
            }
          />
          {nameOf(kind)} <span className="quiet-text">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}
