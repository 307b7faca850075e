import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { inTurn } from '../in-turn.js';
import { ScrollArea } from '../scroll-area.js';
import './chart.css';
import { makeNavigable } from './navigable.js';

/** A picture made of data: `load` brings the code that draws it, which only pages with charts pay for. */
export interface Drawn<Data> {
  /** One function of a module, so that it is the same each time. */
  readonly load: () => Promise<{ readonly draw: (data: Data, width: number) => SVGSVGElement | HTMLElement }>;
  /** Plain values: the picture is drawn anew when they are other ones. */
  readonly data: Data;
  /** In pixels; the page keeps the room, so that nothing moves when the picture comes. */
  readonly height: (width: number) => number;
}

/** The least width that is drawn; a narrower screen scrolls. */
const narrowest = 280;

/**
 * Draws a chart as wide as there is room, and again when that changes. Its marks are links: one stop of the tab key, the
 * arrow keys within, and pages open without being loaded anew.
 */
export function Chart<Data>({ load, data, height, label }: Drawn<Data> & { readonly label: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const navigate = useNavigate();
  const [failure, setFailure] = useState<unknown>(null);
  const values = JSON.stringify(data);
  const makeRoom = useEffectEvent((element: HTMLElement) => {
    const room = widthOf(element);
    if (room > 0) element.style.minBlockSize = `${height(room)}px`;
    return room;
  });
  useLayoutEffect(() => {
    const element = frame.current;
    const room = element?.parentElement;
    if (!element || !room) return;
    // Before anything is shown; what is rendered with the width has time until then.
    makeRoom(element);
    const observer = new ResizeObserver(() => setWidth(makeRoom(element)));
    observer.observe(room);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (!element || width === 0) return;
    let isCurrent = true;
    load()
      .then(({ draw }) =>
        inTurn(() => {
          if (!isCurrent) return;
          const picture = draw(JSON.parse(values) as Data, Math.max(narrowest, width));
          makeNavigable(picture, label, (address) => navigate(address));
          element.replaceChildren(picture);
        }),
      )
      .catch(setFailure);
    return () => {
      isCurrent = false;
    };
  }, [load, values, width, label, navigate]);
  // To the boundary of the part of the page.
  if (failure) throw failure;
  return (
    <ScrollArea label={label} isStop={false}>
      <div ref={frame} className="figure-chart" style={{ minBlockSize: width === 0 ? undefined : height(width) }} />
    </ScrollArea>
  );
}

/** The room for the picture, which may be wider itself. */
const widthOf = ({ parentElement }: HTMLElement) => Math.floor(parentElement?.getBoundingClientRect().width ?? 0);
