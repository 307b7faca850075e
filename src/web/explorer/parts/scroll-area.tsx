import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../language/words.js';
import { inTurn } from './in-turn.js';
import './scroll-area.css';

/**
 * What may be wider than its place. Where it is, it fades at each edge behind which it goes on, and is a stop of the tab key,
 * so that arrow keys scroll it; `isStop` is false where its content has such a stop itself.
 */
export function ScrollArea({
  label,
  className = '',
  isStop = true,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly isStop?: boolean;
  readonly children: ReactNode;
}) {
  const { scrollArea } = useWords();
  const area = useRef<HTMLDivElement>(null);
  const [goesOn, setGoesOn] = useState('');
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setGoesOn(sidesOf(element)));
    for (const each of [element, ...element.children]) observer.observe(each);
    // What is out of sight is not laid out: whoever does not go by sight learns of its edges all the same.
    void inTurn(() => setGoesOn(sidesOf(element)));
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={area}
      className={`scroll-area scroll ${className}`}
      onScroll={({ currentTarget }) => setGoesOn(sidesOf(currentTarget))}
      data-goes-on={goesOn}
      {...(goesOn !== '' && { role: 'region', 'aria-label': scrollArea(label), ...(isStop && { tabIndex: 0 }) })}
    >
      {children}
    </div>
  );
}

/** Behind which edges there is more: `before`, `after`, both or none of them. */
const sidesOf = ({ scrollLeft, clientWidth, scrollWidth }: Element): string =>
  [scrollLeft > 1 ? 'before' : '', scrollLeft + clientWidth < scrollWidth - 1 ? 'after' : ''].filter(Boolean).join(' ');
