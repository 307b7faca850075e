import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useThingWords } from './words.js';

/** A part of a page that an address leads to. */
export interface PagePart {
  readonly id: string;
  readonly title: string;
  /** How much it has; left out where that says nothing. */
  readonly count?: number;
}

/** The parts of a page: beside it on a wide screen, above it on a narrow one. */
export function SectionNavigation({ parts }: { readonly parts: readonly PagePart[] }) {
  const { onThisPage } = useThingWords();
  const { search } = useLocation();
  const current = usePartInView(parts.map(({ id }) => id));
  return (
    <nav aria-label={onThisPage} className="thing-contents small screen-only">
      <ul className="plain">
        {parts.map(({ id, title, count }) => (
          <li key={id}>
            <Link to={{ search, hash: id }} aria-current={id === current ? 'true' : undefined}>
              {title}
              {count !== undefined && <span className="numeric"> {count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The id of the part that is read now: the first in the upper part of the window; null before anything is seen. */
function usePartInView(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const key = ids.join(' ');
  useEffect(() => {
    const inView = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) inView.add(target.id);
          else inView.delete(target.id);
        const first = key.split(' ').find((id) => inView.has(id));
        if (first) setCurrent(first);
      },
      { rootMargin: '-5% 0px -70% 0px' },
    );
    for (const id of key.split(' ')) {
      const part = document.getElementById(id);
      if (part) observer.observe(part);
    }
    return () => observer.disconnect();
  }, [key]);
  return current;
}
