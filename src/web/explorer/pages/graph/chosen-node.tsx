import { useVocabulary } from '../../language/language.js';
import type { DrawnNode } from '../../parts/drawing/drawing.js';
import { ThingPicker } from '../../parts/thing-box/thing-picker.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

/** What can be done with the node that was chosen. */
export function ChosenNode({ node, onExpand }: { readonly node: DrawnNode; readonly onExpand: () => void }) {
  const words = useGraphWords();
  const vocabulary = useVocabulary();
  const { change } = useGraphParameters();
  return (
    <aside className="graph-chosen screen-only" aria-label={words.chosen}>
      <div role="status">
        <p className="quiet-text">{vocabulary.type(node.type)}</p>
        <h3>
          <ThingLink thing={{ id: node.id, name: node.label }} />
        </h3>
      </div>
      <button type="button" onClick={onExpand}>
        {words.expand}
      </button>
      <ThingPicker label={words.pathFrom} onPick={(to) => change({ view: 'around', from: node.id, to })} />
    </aside>
  );
}
