import type { Core } from 'cytoscape';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '../../language/words.js';
import { usePreferences } from '../../site/preferences.js';
import './canvas.css';
import { canvasStyle } from './canvas-style.js';
import { draw } from './draw.js';
import type { Drawing } from './drawing.js';
import { nameNodes } from './name-nodes.js';
import { ZoomButtons } from './zoom-buttons.js';

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
  hidden = nothing,
  onChoose,
  onChooseEdge,
  onOpen,
  core,
}: {
  readonly drawing: Drawing;
  readonly label: string;
  /** Id of the node or edge that is chosen; its neighbours, or its ends, stand out. */
  readonly chosen?: string | null;
  /** Ids of nodes and edges to draw out as a path. */
  readonly path?: readonly string[] | undefined;
  /** Ids of nodes and edges that are not shown; the others stay where they are. */
  readonly hidden?: readonly string[];
  readonly onChoose?: (id: string | null) => void;
  readonly onChooseEdge?: (id: string) => void;
  /** A double click or tap on a node. */
  readonly onOpen?: (id: string) => void;
  /** Is set to the drawing itself, to save it. */
  readonly core?: RefObject<Core | null>;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Core | null>(null);
  const { theme } = usePreferences();
  const words = useWords().drawing;
  // Under a finger the page scrolls past the drawing until one takes hold of it.
  const [held, setHeld] = useState(false);
  const choose = useEffectEvent((id: string | null) => onChoose?.(id));
  const chooseEdge = useEffectEvent((id: string) => onChooseEdge?.(id));
  const open = useEffectEvent((id: string) => onOpen?.(id));

  useEffect(
    () =>
      afterPaint(() => {
        if (!container.current) throw new Error('Canvas: expected its element to be there once it is painted');
        const cy = draw(container.current, drawing);
        cy.on('tap', ({ target }) => {
          if (target === cy) choose(null);
          else if (target.isNode()) choose(target.id());
          else chooseEdge(target.id());
        });
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

  // A wheel scrolls the page; with the key that enlarges pages, and so with two fingers on a pad, it enlarges the drawing.
  useEffect(() => {
    const letScroll = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    };
    const around = frame.current;
    around?.addEventListener('wheel', letScroll, { capture: true, passive: true });
    return () => around?.removeEventListener('wheel', letScroll, { capture: true });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the style reads the theme from the page
  useEffect(() => {
    const paint = () => void drawn?.style(canvasStyle());
    paint();
    const palettes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((each) => matchMedia(each));
    for (const palette of palettes) palette.addEventListener('change', paint);
    return () => {
      for (const palette of palettes) palette.removeEventListener('change', paint);
    };
  }, [theme, drawn]);

  useEffect(() => {
    const ids = new Set(hidden);
    drawn?.batch(() => {
      for (const element of drawn.elements().toArray()) element.toggleClass('hidden', ids.has(element.id()));
    });
    if (drawn) nameNodes(drawn);
  }, [hidden, drawn]);

  useEffect(() => {
    drawn?.batch(() => {
      drawn.elements().removeClass('faded on-path').unselect();
      const there = chosen === null ? drawn.collection() : drawn.getElementById(chosen).select();
      // Of a node what is next to it, of an edge its ends.
      const around = there.union(there.connectedNodes()).union(there.neighborhood());
      const ids = new Set(path);
      const onPath = drawn.elements().filter((element) => ids.has(element.id()));
      onPath.addClass('on-path');
      if (around.nonempty() || onPath.nonempty()) drawn.elements().not(around).not(onPath).addClass('faded');
    });
    if (drawn) nameNodes(drawn);
  }, [chosen, path, drawn]);

  return (
    <div ref={frame} className="canvas-frame">
      <div ref={container} className="canvas" role="img" aria-label={label} data-held={held} />
      <button type="button" className="canvas-hold screen-only" aria-pressed={held} onClick={() => setHeld(!held)}>
        {held ? words.letGo : words.hold}
      </button>
      {drawn && <ZoomButtons core={drawn} />}
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
