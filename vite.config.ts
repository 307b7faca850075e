import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { defineConfig, type Plugin, type Rolldown } from 'vite';

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

/** The page by the first part of its address, where its folder has another name. */
const pageOfFolder: Readonly<Record<string, string>> = {
  list: 'lists',
  thing: 'things',
  figure: 'figures',
  overview: 'overview',
};

/**
 * What the explorer's HTML loads. The style stands in it, so that what the service writes into the page (`first-paint.ts`) is shown
 * as soon as the page is there; the program comes behind. What each page loads beside it is named, so that it comes at once and
 * not only when the program asks for it; the service leaves in what the page of an address needs (`page-head.ts`).
 */
const loading: Plugin = {
  name: 'loading-of-pages',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle, filename }) => {
      if (!bundle || !filename.endsWith('/explorer/index.html')) return html;
      const tags = Object.values(bundle).flatMap((chunk) => {
        const [, folder = ''] =
          (chunk.type === 'chunk' && /\/pages\/([\w-]+)\/\1-page\.tsx$/.exec(chunk.facadeModuleId ?? '')) || [];
        if (folder === '' || chunk.type !== 'chunk' || !chunk.isDynamicEntry) return [];
        const page = pageOfFolder[folder] ?? folder;
        return [...loadedBy(chunk.fileName, bundle)]
          .filter((file) => !html.includes(`"/${file}"`))
          .map((file) => `<link rel="modulepreload" crossorigin data-page="${page}" href="/${file}">`);
      });
      return html
        .replace(/<link rel="stylesheet"[^>]* href="\/([^"]*)">/, (_link, file) => styleOf(bundle[file]))
        .replace('</head>', `  ${tags.join('\n    ')}\n  </head>`)
        .replace(/<(?:script type="module"|link rel="modulepreload")/g, '$& fetchpriority="low"');
    },
  },
};

/** A style sheet within HTML, of which there is one. */
function styleOf(sheet: Rolldown.OutputBundle[string] | undefined): string {
  if (sheet?.type !== 'asset') throw new Error("expected one style sheet in the explorer's HTML");
  return `<style>${sheet.source}</style>`;
}

/** A chunk with all that it imports. */
function loadedBy(file: string, bundle: Rolldown.OutputBundle, found = new Set<string>()): ReadonlySet<string> {
  const chunk = bundle[file];
  if (chunk?.type !== 'chunk' || found.has(file)) return found;
  found.add(file);
  for (const imported of chunk.imports) loadedBy(imported, bundle, found);
  return found;
}

/** Above this size, as of the editor of the playground, compressing best takes longer than a build may. */
const mostCompressed = 512 * 1024;

/** Compresses programs and styles once and best, a seventh smaller than in passing; `src/http/routes/web-routes.ts` sends them. */
const compressed: Plugin = {
  name: 'compressed-assets',
  apply: 'build',
  writeBundle: async ({ dir = '' }, bundle) => {
    const files = Object.keys(bundle).filter((file) => /\.(?:js|css)$/.test(file));
    await Promise.all(
      files.map(async (file) => {
        const content = await readFile(join(dir, file));
        if (content.length > mostCompressed) return;
        await writeFile(join(dir, `${file}.br`), await promisify(brotliCompress)(content));
      }),
    );
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
  plugins: [pagesAsServed, loading, compressed],
  // It names the editor's workers, which cannot be bundled beforehand.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    host: '127.0.0.1',
    // The editor's workers and the saved examples lie outside of `src`.
    fs: { allow: [path('.')] },
    proxy: { '^/(?:graphql|export|dossier|healthz|readyz|metrics)(?:[/?]|$)': service },
  },
});
