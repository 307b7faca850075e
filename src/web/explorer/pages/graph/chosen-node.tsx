import { useLabels } from '../../language/language.js';
import type { DrawnNode } from '../../parts/drawing/drawing.js';
import { ThingPicker } from '../../parts/thing-box/thing-box.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useGraphParameters } from './graph-parameters.js';
import { useGraphWords } from './words.js';

/** What can be done with the node that was chosen. */
export function ChosenNode({
  node,
  onExpand,
  onClose,
}: {
  readonly node: DrawnNode;
  readonly onExpand: () => void;
  readonly onClose: () => void;
}) {
  const words = useGraphWords();
  const { vocabulary } = useLabels();
  const { change } = useGraphParameters();
  return (
    <aside className="graph-chosen box screen-only" aria-label={words.chosen}>
      <div role="status">
        <p className="quiet-text">{vocabulary.type(node.type)}</p>
        <h3>
          <ThingLink thing={{ id: node.id, name: node.label }} />
        </h3>
      </div>
      <div className="row">
        <button type="button" onClick={onExpand}>
          {words.expand}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <ThingPicker label={words.pathFrom} onPick={(to) => change({ view: 'around', from: node.id, to })} />
    </aside>
  );
}
