import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The service that `npx vite` passes requests on to, so that pages can be worked on without building them. */
const service = 'http://127.0.0.1:4000';

/** The web pages: `npm start` builds them into `dist/web` and serves them from there. */
export default defineConfig({
  root: path('src'),
  publicDir: false,
  build: {
    outDir: path('dist/web'),
    emptyOutDir: true,
    sourcemap: false,
    rolldownOptions: {
      input: { explorer: path('src/explorer/index.html') },
      // Libraries mark what may run on a server with "use client", which says nothing here.
      onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/export': service, '/dossier': service, '^/graphql$': service },
  },
});
