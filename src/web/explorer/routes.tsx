import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { Loading } from './parts/section.js';
import { FirstPaint } from './site/first-paint.js';
import { NotFoundPage } from './site/not-found-page.js';
import { OfAll, OfData } from './site/of-data.js';
import { PageError } from './site/page-error.js';
import { Site } from './site/site.js';

const overview = async () => (await import('./pages/overview/overview-page.js')).OverviewPage;

/** Pages that are loaded when they are opened. */
const pages = {
  progress: async () => (await import('./pages/progress/progress-page.js')).ProgressPage,
  survey: async () => (await import('./pages/survey/survey-page.js')).SurveyPage,
  sdgs: async () => (await import('./pages/sdgs/sdgs-page.js')).SdgsPage,
  collaboration: async () => (await import('./pages/collaboration/collaboration-page.js')).CollaborationPage,
  'figures/:id': async () => (await import('./pages/figure/figure-page.js')).FigurePage,
  search: async () => (await import('./pages/search/search-page.js')).SearchPage,
  'lists/:kind': async () => (await import('./pages/list/list-page.js')).ListPage,
  'things/:id': async () => (await import('./pages/thing/thing-page.js')).ThingPage,
  gaps: async () => (await import('./pages/gaps/gaps-page.js')).GapsPage,
  graph: async () => (await import('./pages/graph/graph-page.js')).GraphPage,
  paths: async () => (await import('./pages/paths/paths-page.js')).PathsPage,
  compare: async () => (await import('./pages/compare/compare-page.js')).ComparePage,
  beside: async () => (await import('./pages/beside/beside-page.js')).BesidePage,
  pivot: async () => (await import('./pages/pivot/pivot-page.js')).PivotPage,
  'cities/:key': async () => (await import('./pages/cities/city-page.js')).CityPage,
};

const pagesOfAll = {
  cities: async () => (await import('./pages/cities/cities-page.js')).CitiesPage,
  schema: async () => (await import('./pages/schema/schema-page.js')).SchemaPage,
};

/** Those that show no data: they are there when the database is not, which is when some are needed. */
const textPages = {
  glossary: async () => (await import('./pages/glossary/glossary-page.js')).GlossaryPage,
  'docs/:name?': async () => (await import('./pages/docs/docs-page.js')).DocsPage,
};

const loadedLater = (all: Readonly<Record<string, () => Promise<ComponentType>>>): RouteObject[] =>
  Object.entries(all).map(([path, page]) => ({ path, lazy: async () => ({ Component: await page() }) }));

/**
 * The addresses of the explorer. They are stable: people mail them. The service sends the page for them
 * (`src/http/routes/web-routes.ts`).
 */
export const routes: RouteObject[] = [
  {
    path: '/embed/:id',
    errorElement: <PageError />,
    hydrateFallbackElement: <Loading />,
    lazy: async () => ({ Component: (await import('./pages/figure/embed-page.js')).EmbedPage }),
  },
  {
    path: '/',
    element: <Site />,
    errorElement: <PageError />,
    children: [
      {
        errorElement: <PageError />,
        hydrateFallbackElement: <FirstPaint />,
        children: [
          {
            element: <OfData />,
            children: [
              { index: true, lazy: async () => ({ Component: await overview() }) },
              ...loadedLater(pages),
              { element: <OfAll />, children: loadedLater(pagesOfAll) },
            ],
          },
          ...loadedLater(textPages),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
