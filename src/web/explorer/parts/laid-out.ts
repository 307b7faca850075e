import { isNarrow } from './narrow.js';

/** Milliseconds without a new part after which a page has come to rest. */
const rest = 1000;
/** Rows that are laid out in one turn where each of them waits for its own. */
const rowsAtOnce = 10;

const waiting = new Set<HTMLElement>();
let timer: ReturnType<typeof setTimeout> | undefined;
let isUnderWay = false;

/**
 * Has a part that is out of sight (`section.css`) laid out all the same once its page has come to rest, each in idle time of its own:
 * then the page has its true length, and is whole for whoever jumps in it or takes a picture of it. For the `ref` of the part.
 */
export function laidOutInTime(part: HTMLElement | null) {
  if (!part || !('requestIdleCallback' in window)) return;
  waiting.add(part);
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!isUnderWay) next();
  }, rest);
  return () => void waiting.delete(part);
}

function next() {
  const [part] = waiting;
  isUnderWay = part !== undefined;
  if (!part) return;
  requestIdleCallback(() => {
    const hidden = part.dataset.laidOut === undefined ? [part] : rowsOf(part).slice(0, rowsAtOnce);
    for (const element of hidden) element.dataset.laidOut = '';
    // Asked for, it is worked out here and not in the next frame.
    void part.offsetHeight;
    if (rowsOf(part).length === 0) waiting.delete(part);
    next();
  });
}

/** The rows that are blocks of their own on a narrow screen (`data-table.css`), and not laid out yet. */
const rowsOf = (part: HTMLElement): readonly HTMLElement[] =>
  isNarrow() ? [...part.querySelectorAll<HTMLElement>('tbody > tr:not([data-laid-out])')] : [];
