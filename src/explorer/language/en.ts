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
  pickPlaceholder: 'Choose by name, code or words',
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
    sortBy: (column) => `Sort by ${column}`,
    rows: (shown, total) => (shown === total ? `${total} rows` : `${shown} of ${total} rows`),
    empty: 'There is nothing that fits.',
  },
  sources: {
    label: 'Sources',
    lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    places: (count) => (count === 1 ? '1 place' : `${count} places`),
    none: 'No source is recorded',
  },
  notFound: { title: 'There is no such page', text: 'Please check the address.' },
  failed: {
    title: 'This could not be shown',
    offline: 'The service cannot be reached. Please try again shortly.',
    again: 'Try again',
  },
};
