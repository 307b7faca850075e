import './style/style.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { ApiError } from './client/send.js';
import { routes } from './routes.js';
import { PreferencesProvider } from './site/preferences.js';

// The styles of all pages are one sheet, which stands in the HTML: nothing waits for it.
import.meta.glob(['./**/*.css', '!./style/*.css'], { eager: true });

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // The service may be on this machine; and where it is not reached, that is to be said.
      networkMode: 'always',
      // Errors of the API say what to do. A database that has just started answers in time when it is asked again; all
      // else would only be delayed.
      retry: (failures, error) => failures < 3 && error instanceof ApiError && error.code === 'TIMEOUT',
    },
  },
});

const element = document.getElementById('explorer');
if (!element) throw new Error('expected an element with the id "explorer" in index.html');
// In a task of its own: programs that are loaded, the router and the page each take long on a slow phone.
setTimeout(() => {
  const router = createBrowserRouter(routes);
  // A transition is rendered in slices, between which the browser hears what people do.
  startTransition(() =>
    createRoot(element).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <PreferencesProvider>
            <RouterProvider router={router} />
          </PreferencesProvider>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
});
