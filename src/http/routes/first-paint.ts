import { escaped } from '../../dossier/html.js';
import type { Language } from '../../labels/labels.js';
import { pages, product } from '../../labels/pages.js';

/** What a page shows before its program is there. */
export interface FirstPaint {
  readonly heading: string;
  /** What the page is, in a sentence or two. */
  readonly lead: string | null;
}

/**
 * The frame of a page with its heading, as the program draws it (`src/web/explorer/site/site.tsx`, `parts/page-title.tsx`): on a
 * slow line it is read while the program is on its way, and nothing moves when that takes its place.
 */
export function firstPaint({ heading, lead }: FirstPaint, language: Language): string {
  const index = language === 'ja' ? 0 : 1;
  return [
    '<div class="site-top">',
    `<header class="site-header screen-only"><a class="site-name" href="/">${product[index]}</a>`,
    `<div class="site-search"><div class="thing-box"><input type="text" disabled aria-label="${pages.search.title[index]}"></div></div></header>`,
    `<nav class="site-navigation screen-only"><a href="/">${pages.overview.title[index]}</a></nav>`,
    '</div>',
    '<main id="content" aria-busy="true"><div class="stack">',
    `<h1>${escaped(heading)}</h1>`,
    ...(lead === null ? [] : [`<p class="lead">${escaped(lead)}</p>`]),
    '</div></main>',
  ].join('');
}
