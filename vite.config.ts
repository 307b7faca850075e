import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The service that `npm run dev` passes requests on to, so that pages can be worked on without building them. */
const service = process.env.SERVICE ?? 'http://127.0.0.1:4000';

/** `npm run dev` sends the page for an address that the service would: see `src/http/routes/web-routes.ts`. */
const pagesAsServed: Plugin = {
  name: 'pages-as-served',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      const { headers, url = '/' } = request;
      const isPage = headers.accept?.includes('text/html') && !/^\/(?:dossier|export|explorer|playground)\//.test(url);
      if (isPage) request.url = url.startsWith('/graphql') ? '/playground/index.html' : '/explorer/index.html';
      next();
    });
  },
};

/** The web pages: `npm start` builds them into `dist/web` and serves them from there. */
export default defineConfig({
  root: path('src/web'),
  publicDir: false,
  build: {
    outDir: path('dist/web'),
    emptyOutDir: true,
    sourcemap: false,
    // The editor of the playground and the drawing library are large; they load when their page is opened.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: { explorer: path('src/web/explorer/index.html'), playground: path('src/web/playground/index.html') },
      // Libraries mark what may run on a server with "use client", which says nothing here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  plugins: [pagesAsServed],
  // It names the editor's workers, which cannot be bundled beforehand.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    // The editor's workers and the saved examples lie outside of `src`.
    fs: { allow: [path('.')] },
    proxy: { '^/(?:graphql|export|dossier|healthz|readyz|metrics)(?:[/?]|$)': service },
  },
});
