import type { RouteObject } from 'react-router';
import { OverviewPage } from './pages/overview/overview-page.js';
import { Loading } from './parts/section.js';
import { NotFoundPage } from './site/not-found-page.js';
import { PageError } from './site/page-error.js';
import { Site } from './site/site.js';

/**
 * The addresses of the explorer. They are stable: people mail them. The service sends the page for them
 * (`src/http/routes/web-routes.ts`), and the browser loads what a page needs when it is opened.
 */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Site />,
    errorElement: <PageError />,
    children: [
      {
        errorElement: <PageError />,
        hydrateFallbackElement: <Loading />,
        children: [
          { index: true, element: <OverviewPage /> },
          {
            path: 'search',
            lazy: async () => ({ Component: (await import('./pages/search/search-page.js')).SearchPage }),
          },
          {
            path: 'lists/:kind',
            lazy: async () => ({ Component: (await import('./pages/list/list-page.js')).ListPage }),
          },
          {
            path: 'things/:id',
            lazy: async () => ({ Component: (await import('./pages/thing/thing-page.js')).ThingPage }),
          },
          { path: 'gaps', lazy: async () => ({ Component: (await import('./pages/gaps/gaps-page.js')).GapsPage }) },
          { path: 'graph', lazy: async () => ({ Component: (await import('./pages/graph/graph-page.js')).GraphPage }) },
          { path: 'paths', lazy: async () => ({ Component: (await import('./pages/paths/paths-page.js')).PathsPage }) },
          {
            path: 'compare',
            lazy: async () => ({ Component: (await import('./pages/compare/compare-page.js')).ComparePage }),
          },
          {
            path: 'schema',
            lazy: async () => ({ Component: (await import('./pages/schema/schema-page.js')).SchemaPage }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];
