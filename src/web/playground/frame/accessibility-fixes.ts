import { useEffect } from 'react';

/** Elements that GraphiQL and its plugins give no accessible name, or nest in other controls, and the fix of each. */
const rules: readonly (readonly [selector: string, fix: (element: Element) => void])[] = [
  // A tab has a button to close it within: they become entries of a list, of which one is current.
  ['.graphiql-tabs', (list) => set(list, 'role', 'list')],
  [
    '.graphiql-tab',
    (entry) => {
      const selected = entry.classList.contains('graphiql-tab-active');
      set(entry, 'role', 'listitem');
      set(entry, 'aria-selected', null);
      const button = entry.querySelector('.graphiql-tab-button');
      if (button) set(button, 'aria-current', selected ? 'true' : null);
    },
  ],
  // Its text says which operation it is; the name "Set active" hides it.
  ['.graphiql-history-item-label[aria-label]', (button) => set(button, 'aria-label', null)],
  [
    '.graphiql-explorer-root :is(input, select):not([aria-label])',
    (field) => set(field, 'aria-label', field.closest('[data-arg-name]')?.getAttribute('data-arg-name') ?? 'operation'),
  ],
];

function set(element: Element, name: string, value: string | null): void {
  if (element.getAttribute(name) === value) return;
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Keeps the markup of GraphiQL usable with a screen reader, whenever it changes; shows nothing itself. */
export function AccessibilityFixes() {
  useEffect(() => {
    const container = document.querySelector('.graphiql-container');
    if (!container) return;
    let frame = 0;
    const fixAll = () => {
      for (const [selector, fix] of rules) for (const element of container.querySelectorAll(selector)) fix(element);
    };
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(fixAll);
    });
    fixAll();
    observer.observe(container, {
      subtree: true,
      childList: true,
      attributeFilter: ['role', 'aria-selected', 'class'],
    });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, []);
  return null;
}
