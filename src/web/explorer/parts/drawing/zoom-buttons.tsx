import type { Core } from 'cytoscape';
import { useWords } from '../../language/words.js';

/** How much nearer one press comes. */
const step = 1.4;

/** Comes nearer, goes back, or shows all of a drawing, without a wheel. */
export function ZoomButtons({ core }: { readonly core: Core }) {
  const { drawing: words } = useWords();
  const zoomBy = (factor: number) =>
    core.zoom({ level: core.zoom() * factor, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } });
  const actions = [
    ['+', words.zoomIn, () => zoomBy(step)],
    ['−', words.zoomOut, () => zoomBy(1 / step)],
    ['⤢', words.fit, () => core.fit(core.elements(':visible'), 24)],
  ] as const;
  return (
    <div className="canvas-zoom screen-only">
      {actions.map(([sign, name, act]) => (
        <button key={sign} type="button" aria-label={name} title={name} onClick={act}>
          <span aria-hidden="true">{sign}</span>
        </button>
      ))}
    </div>
  );
}
