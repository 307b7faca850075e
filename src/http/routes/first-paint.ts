import { escaped } from '../../dossier/html.js';
import type { Language } from '../../labels/labels.js';
import { pages, product } from '../../labels/pages.js';

/** What a page shows before its program is there. */
export interface FirstPaint {
  readonly heading: string;
  /** What is said of a thing around its name, on the page of one. */
  readonly thing?: ThingPaint;
  /** What the page is, in a sentence or two. */
  readonly lead: string | null;
}

export interface ThingPaint {
  /** What its type is called. */
  readonly type: string;
  /** What stands before its name. */
  readonly code: string | null;
  /** Its name in the other language. */
  readonly other: { readonly name: string; readonly language: Language } | null;
}

/**
 * The frame of a page with its heading, as the program draws it (`src/web/explorer/site/site.tsx`, `parts/page-title.tsx`,
 * `pages/thing/parts/thing-header.tsx`): on a slow line it is read while the program is on its way, and nothing moves when that
 * takes its place.
 */
export function firstPaint(paint: FirstPaint, language: Language): string {
  const index = language === 'ja' ? 0 : 1;
  return [
    '<div class="site-top">',
    `<header class="site-header screen-only"><a class="site-name" href="/">${product[index]}</a>`,
    `<div class="site-search"><div class="thing-box"><input type="text" disabled aria-label="${pages.search.title[index]}"></div></div></header>`,
    `<nav class="site-navigation screen-only"><a href="/">${pages.overview.title[index]}</a></nav>`,
    '</div>',
    '<main id="content" aria-busy="true"><div class="stack">',
    ...headingLines(paint),
    '</div></main>',
  ].join('');
}

function headingLines({ heading, lead, thing }: FirstPaint): readonly string[] {
  const leads = lead === null ? [] : [`<p class="lead">${escaped(lead)}</p>`];
  if (!thing) return [`<h1>${escaped(heading)}</h1>`, ...leads];
  const { type, code, other } = thing;
  return [
    '<header class="thing-header">',
    `<p class="thing-type row quiet-text">${escaped(type)}</p>`,
    `<h1>${code === null ? '' : `<span class="thing-code">${escaped(code)} </span>`}${escaped(heading)}</h1>`,
    ...(other === null ? [] : [`<p class="quiet-text" lang="${other.language}">${escaped(other.name)}</p>`]),
    ...leads,
    '</header>',
  ];
}
