import { goTo } from './arrow-keys.js';

/**
 * Makes the links of a chart usable by all: one of them is a stop of the tab key, arrow keys go to the others, Home and
 * End to the first and the last, and a press opens the page without loading it anew.
 */
export function makeNavigable(picture: Element, label: string, open: (address: string) => void): void {
  const links = [...picture.querySelectorAll('a')];
  picture.setAttribute('role', links.length > 0 ? 'group' : 'img');
  picture.setAttribute('aria-label', label);
  links.forEach((link, index) => {
    const address = link.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
    // The mark has the words; the link is what is read out.
    const named = link.querySelector('[aria-label]');
    if (named) {
      link.setAttribute('aria-label', named.getAttribute('aria-label') ?? '');
      named.removeAttribute('aria-label');
    }
    link.setAttribute('href', address);
    link.setAttribute('tabindex', index === 0 ? '0' : '-1');
    link.addEventListener('click', (event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(address);
    });
  });
  // Axes and what is drawn beside the marks say nothing that the links and the table do not.
  for (const text of picture.querySelectorAll('g[aria-label]'))
    if (!text.querySelector('a')) text.setAttribute('aria-hidden', 'true');
    else text.removeAttribute('aria-label');
  picture.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    const at = links.indexOf(event.target as SVGAElement & HTMLAnchorElement);
    const to = at < 0 ? undefined : goTo(key, at, links.length);
    const next = to === undefined ? undefined : links[to];
    if (!next) return;
    event.preventDefault();
    for (const link of links) link.setAttribute('tabindex', link === next ? '0' : '-1');
    (next as unknown as SVGAElement).focus();
  });
}
