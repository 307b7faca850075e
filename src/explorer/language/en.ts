import type { Words } from './ja.js';

/** The explorer's own words in English. */
export const en: Words = {
  product: 'Policy graph',
  skipToContent: 'Skip to content',
  loading: 'Loading…',
  pages: {
    overview: 'Overview',
    lists: 'Lists',
    graph: 'Graph',
    paths: 'Paths',
    compare: 'Compare plans',
    gaps: 'Gaps',
    search: 'Search',
    schema: 'Schema map',
    playground: 'API',
  },
  searchPlaceholder: 'Search names, codes, words (press /)',
  language: 'Language',
  otherLanguage: '日本語',
  theme: { label: 'Colours', system: 'Automatic', light: 'Light', dark: 'Dark' },
  stage: { label: 'Stage of the plan', inForce: 'In force' },
  municipality: 'Municipality',
  query: {
    behind: 'Query behind this',
    openInPlayground: 'Open in the playground',
    copyAs: (name) => `Copy as ${name}`,
    copied: 'Copied',
    close: 'Close',
    variables: 'Variables',
  },
  takeAway: { label: 'Save', as: (format) => `Save as ${format}`, failed: 'Could not be saved' },
  table: {
    filter: 'Filter',
    filterBy: (column) => `Filter by ${column}`,
    sortBy: (column) => `Sort by ${column}`,
    rows: (shown, total) => (shown === total ? `${total} rows` : `${shown} of ${total} rows`),
    empty: 'There is nothing that fits.',
    more: 'Show more',
    all: 'All',
  },
  sources: {
    label: 'Sources',
    lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    none: 'No source is recorded',
  },
  notFound: { title: 'There is no such page', text: 'Please check the address.' },
  failed: {
    title: 'This could not be shown',
    offline: 'The service cannot be reached. Please try again shortly.',
    again: 'Try again',
  },
};
