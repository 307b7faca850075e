import './style/base.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { routes } from './routes.js';
import { PreferencesProvider } from './site/preferences.js';

const queryClient = new QueryClient({
  defaultOptions: {
    // Errors of the API say what to do; asking the same again at once would only delay them.
    queries: { staleTime: 60_000, retry: false, refetchOnWindowFocus: false },
  },
});

const element = document.getElementById('explorer');
if (!element) throw new Error('expected an element with the id "explorer" in index.html');
createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider>
        <RouterProvider router={createBrowserRouter(routes)} />
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
);
