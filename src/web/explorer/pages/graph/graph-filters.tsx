import type { ReactNode } from 'react';
import { useLabels } from '../../language/language.js';
import { countsOf, type Drawing } from '../../parts/drawing/drawing.js';
import { KindMark, TypeMark } from '../../parts/drawing/kind-mark.js';
import { kindOfGroup } from '../../parts/drawing/kinds.js';
import { useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

/** What the marks of a drawing mean, and which of them are shown. */
export function GraphFilters({
  drawing,
  leftOut,
}: {
  readonly drawing: Drawing;
  readonly leftOut: readonly { readonly type: string; readonly count: number }[];
}) {
  const words = useGraphWords();
  const { vocabulary } = useLabels();
  const { chosen, change } = useGraphParameters();
  const types = drawing.nodes.map(({ type }) => type);
  return (
    <div className="graph-filters stack small">
      <Filter
        title={words.types}
        kinds={types}
        nameOf={vocabulary.type}
        markOf={(type) => <TypeMark type={type} />}
        hidden={chosen.hiddenTypes}
        onChange={(without) => change({ without })}
      />
      {types.includes('Sdg') && <p className="quiet-text">{words.goals}</p>}
      <Groups drawing={drawing} />
      <Filter
        title={words.relationships}
        kinds={drawing.edges.map(({ type }) => type)}
        nameOf={(type) => vocabulary.value('RelationshipType', type)}
        hidden={chosen.hiddenRelationships}
        onChange={(not) => change({ not })}
      />
      {leftOut.length > 0 && (
        <p className="quiet-text">
          {words.leftOut(leftOut.map(({ type, count }) => `${vocabulary.type(type)} ${count}`))}
        </p>
      )}
    </div>
  );
}

/** The colours of groups, where the drawing has any. */
function Groups({ drawing: { nodes } }: { readonly drawing: Drawing }) {
  const words = useGraphWords();
  const counts = new Map<number, number>();
  for (const { group } of nodes) if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <div>
      <p className="quiet-text">{words.groupsNote}</p>
      <ul className="plain">
        {[...counts]
          .toSorted(([a], [b]) => a - b)
          .map(([group, count]) => (
            <li key={group} className="graph-group">
              <KindMark kind={kindOfGroup(group)} /> {words.groupOf(group + 1, count)}
            </li>
          ))}
      </ul>
    </div>
  );
}

/** Chooses which types or relationships are drawn, with how many there are of each. */
function Filter({
  title,
  kinds,
  nameOf,
  markOf,
  hidden,
  onChange,
}: {
  readonly title: string;
  readonly kinds: readonly string[];
  readonly nameOf: (kind: string) => string;
  readonly markOf?: (kind: string) => ReactNode;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: readonly string[]) => void;
}) {
  const counts = countsOf(kinds);
  if (counts.length < 2) return null;
  return (
    <fieldset>
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
          {markOf?.(kind)}
          {nameOf(kind)} <span className="quiet-text numeric">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}
