import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { goToCell, type Place } from './grid-keys.js';

/**
 * Makes a table whose cells have one link each one stop of the tab key: arrow keys, Home and End move within, and Tab comes
 * back to where one was. For a table with the role `grid`.
 */
export function useGridKeys(): {
  readonly ref: RefObject<HTMLTableElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
} {
  const ref = useRef<HTMLTableElement>(null);
  const stop = useRef<HTMLAnchorElement>(null);
  const stopAt = (link: HTMLAnchorElement | undefined) => {
    stop.current = link ?? null;
    for (const each of ref.current?.querySelectorAll('a') ?? []) each.tabIndex = each === link ? 0 : -1;
  };
  // Other answers bring other links.
  useLayoutEffect(() => {
    const links = [...(ref.current?.querySelectorAll('a') ?? [])];
    stopAt(links.find((link) => link === stop.current) ?? links[0]);
  });
  return {
    ref,
    onFocus: ({ target }) => target instanceof HTMLAnchorElement && stopAt(target),
    onKeyDown: (event) => {
      if (event.altKey || event.metaKey || event.shiftKey) return;
      const links = linksOf(ref.current);
      const at = links.find(({ link }) => link === event.target)?.place;
      const to =
        at &&
        goToCell(
          event.key,
          event.ctrlKey,
          at,
          links.map(({ place }) => place),
        );
      const next = links.find(({ place }) => place === to)?.link;
      if (!next) return;
      event.preventDefault();
      next.focus();
    },
  };
}

/** The links of a table with their places, row by row. */
const linksOf = (table: HTMLTableElement | null) =>
  [...(table?.rows ?? [])].flatMap((row, rowIndex) =>
    [...row.cells].flatMap((cell, column) => {
      const link = cell.querySelector('a');
      const place: Place = [rowIndex, column];
      return link ? [{ link, place }] : [];
    }),
  );
