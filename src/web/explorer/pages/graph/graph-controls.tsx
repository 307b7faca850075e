import { useAnswer } from '../../client/use-answer.js';
import { NamedThingsDocument } from '../../graphql/graphql.js';
import { useLabels } from '../../language/language.js';
import { Waiting } from '../../parts/section.js';
import { ThingPicker } from '../../parts/thing-box/thing-box.js';
import { namedNode } from '../../parts/thing-link.js';
import { graphViews, useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

/** Chooses what is drawn: the departments, the whole city, or what surrounds some things. */
export function GraphControls() {
  const words = useGraphWords();
  const { chosen, change } = useGraphParameters();
  const { view, ids, depth, minWeight, from, to } = chosen;
  return (
    <div className="graph-controls row small screen-only">
      <fieldset>
        <legend>{words.view}</legend>
        {graphViews.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="view"
              checked={view === each}
              onChange={() => change({ view: each, from: null, to: null })}
            />
            {words.views[each]}
          </label>
        ))}
      </fieldset>
      {view === 'collaboration' && (
        <label>
          {words.minWeight}
          <input
            // The browser keeps what is typed until it is a number.
            key={minWeight}
            type="number"
            min={1}
            max={100}
            defaultValue={minWeight}
            onChange={({ target }) => target.value && change({ weight: target.value }, { replace: true })}
          />
        </label>
      )}
      {view === 'around' && (
        <>
          <ThingPicker
            label={words.add}
            onPick={(id) => change({ view: 'around', ids: [...new Set([...ids, id])], from: null, to: null })}
          />
          {!(from && to) && (
            <label>
              {words.depth}
              <select value={depth} onChange={(event) => change({ depth: event.target.value })}>
                {[1, 2, 3].map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
          )}
          {ids.length > 0 && (
            <Waiting>
              <Starts ids={ids} onRemove={(id) => change({ ids: ids.filter((each) => each !== id) })} />
            </Waiting>
          )}
        </>
      )}
    </div>
  );
}

function Starts({ ids, onRemove }: { readonly ids: readonly string[]; readonly onRemove: (id: string) => void }) {
  const words = useGraphWords();
  const { nameOf } = useLabels();
  const { answer } = useAnswer(NamedThingsDocument, { ids: [...ids] });
  return (
    <ul className="row plain" aria-label={words.starts}>
      {ids.map((id, index) => {
        const node = answer.nodes[index];
        const name = node ? nameOf(namedNode(node)) : id;
        return (
          <li key={id}>
            {name}{' '}
            <button type="button" className="quiet" aria-label={words.remove(name)} onClick={() => onRemove(id)}>
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
