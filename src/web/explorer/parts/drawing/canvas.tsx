import type { Core } from 'cytoscape';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '../../language/words.js';
import { usePreferences } from '../../site/preferences.js';
import './canvas.css';
import { canvasStyle } from './canvas-style.js';
import { draw } from './draw.js';
import type { Drawing } from './drawing.js';
import { nameNodes } from './name-nodes.js';

const nothing: readonly string[] = [];

/**
 * Draws a graph that can be moved, zoomed and chosen from. What is drawn must stand on the page as text too: a canvas
 * says nothing to a screen reader.
 */
export function Canvas({
  drawing,
  label,
  chosen = null,
  path = nothing,
  onChoose,
  onOpen,
  core,
}: {
  readonly drawing: Drawing;
  readonly label: string;
  /** Id of the node that is chosen; its neighbours stand out. */
  readonly chosen?: string | null;
  /** Ids of nodes and edges to draw out as a path. */
  readonly path?: readonly string[] | undefined;
  readonly onChoose?: (id: string | null) => void;
  /** A double click or tap on a node. */
  readonly onOpen?: (id: string) => void;
  /** Is set to the drawing itself, to save it. */
  readonly core?: RefObject<Core | null>;
}) {
  const container = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Core | null>(null);
  const { theme } = usePreferences();
  const words = useWords().drawing;
  // Under a finger the page scrolls past the drawing until one takes hold of it.
  const [held, setHeld] = useState(false);
  const choose = useEffectEvent((id: string | null) => onChoose?.(id));
  const open = useEffectEvent((id: string) => onOpen?.(id));

  useEffect(
    () =>
      afterPaint(() => {
        if (!container.current) throw new Error('Canvas: expected its element to be there once it is painted');
        const cy = draw(container.current, drawing);
        cy.on('tap', (event) =>
          choose(event.target === cy ? null : event.target.isNode?.() ? event.target.id() : null),
        );
        cy.on('dbltap', 'node', (event) => open(event.target.id()));
        setDrawn(cy);
        if (core) core.current = cy;
        return () => {
          setDrawn(null);
          if (core) core.current = null;
          cy.destroy();
        };
      }),
    [drawing, core],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the style reads the theme from the page
  useEffect(() => {
    const paint = () => void drawn?.style(canvasStyle());
    paint();
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', paint);
    return () => system.removeEventListener('change', paint);
  }, [theme, drawn]);

  useEffect(() => {
    drawn?.batch(() => {
      drawn.elements().removeClass('faded on-path').unselect();
      const around = chosen === null ? drawn.collection() : drawn.getElementById(chosen).select().closedNeighborhood();
      const ids = new Set(path);
      const onPath = drawn.elements().filter((element) => ids.has(element.id()));
      onPath.addClass('on-path');
      if (around.nonempty() || onPath.nonempty()) drawn.elements().not(around).not(onPath).addClass('faded');
    });
    if (drawn) nameNodes(drawn);
  }, [chosen, path, drawn]);

  return (
    <div className="canvas-frame">
      <div ref={container} className="canvas" role="img" aria-label={label} data-held={held} />
      <button type="button" className="canvas-hold screen-only" aria-pressed={held} onClick={() => setHeld(!held)}>
        {held ? words.letGo : words.hold}
      </button>
    </div>
  );
}

/** Begins once the page is painted, so that it is there before what takes long; what it gives back ends what was begun. */
function afterPaint(begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => {
      end = begin();
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    end?.();
  };
}
