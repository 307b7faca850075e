import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import Negotiator from 'negotiator';
import type { Language } from '../../labels/labels.js';
import { Refusal } from '../../refusal.js';
import type { HttpSettings } from '../../settings.js';
import { PageHeads, type PageHeadsOptions, withHead } from './page-head.js';
import { onBehalfOf, originOf } from './sending.js';

/**
 * What pages may do: load scripts, styles and pictures from here and ask the service, nothing else anywhere else. Styles
 * may stand in attributes, as the editor and the drawings set them; scripts may not.
 */
export const webPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The same for a figure that stands in pages of these origins; `*` is any. */
const embedPolicy = (origins: readonly string[]): string =>
  webPolicy.replace("frame-ancestors 'none'", `frame-ancestors ${["'self'", ...origins].join(' ')}`);

/** The addresses of `src/web/explorer/routes.tsx`: all are one page, which looks at its address itself. */
const explorerPaths = [
  '/',
  '/search',
  '/progress',
  '/survey',
  '/sdgs',
  '/collaboration',
  '/figures/:id',
  '/embed/:id',
  '/lists/:kind',
  '/things/:id',
  '/gaps',
  '/graph',
  '/paths',
  '/compare',
  '/beside',
  '/pivot',
  '/cities',
  '/cities/:key',
  '/glossary',
  '/schema',
  '/docs',
  '/docs/:id',
];

/**
 * True of a request that opens a page, as a browser does that is sent to an address: it would rather have HTML than what
 * programs get at the same address.
 */
export function opensPage({ method, headers: { accept } }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || !accept?.includes('text/html')) return false;
  const offered = ['application/json', 'application/graphql-response+json', 'text/html'];
  return new Negotiator({ headers: { accept } }).mediaType(offered) === 'text/html';
}

export interface WebRoutesOptions extends PageHeadsOptions {
  /** Where the pages were built into (`npm run build:pages`). */
  readonly folder: string;
  readonly site: HttpSettings['site'];
  /** Origins of other pages in which figures may stand. */
  readonly embedOrigins: readonly string[];
}

/** The pages as they were built, and all that they load. */
export function webRoutes({ folder, site, embedOrigins, ...options }: WebRoutesOptions): Router {
  const router = Router();
  const heads = new PageHeads(options);
  const send = async (request: Request, response: Response, name: 'explorer' | 'playground') => {
    const html = await readPage(folder, name);
    const [first = '', second] = request.path.split('/').slice(1).map(decoded);
    const page = name === 'playground' ? name : first;
    const head = await heads.of(page, second || undefined, languageOf(request), onBehalfOf(request, response));
    const [origin, address] = [originOf(request), `${originOf(request)}${request.originalUrl}`];
    const isEmbedded = page === 'embed';
    const isEmbeddable = embedOrigins.length > 0;
    const oembed =
      isEmbeddable && page === 'figures' && head.status === 200
        ? `${origin}/oembed?${new URLSearchParams({ url: address })}`
        : null;
    // The policy tells browsers the same, with the pages that may.
    if (isEmbedded) response.removeHeader('x-frame-options');
    if (response.statusCode === 200) response.status(head.status);
    response
      .set({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': isEmbedded ? embedPolicy(embedOrigins) : webPolicy,
        'cache-control': 'no-cache',
      })
      .send(withHead(html, head, { origin, address, site, oembed, isEmbeddable }));
  };
  // Names of assets change with their content.
  router.use('/assets', compressedBefore(join(folder, 'assets')));
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  router.get(explorerPaths, (request, response) => send(request, response, 'explorer'));
  // Only what `opensPage` comes here.
  router.get('/graphql', (request, response) => send(request, response.vary('accept'), 'playground'));
  router.all([...explorerPaths, '/healthz', '/readyz', '/metrics'], () => {
    throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD' });
  });
  // A person who opens an address that is none gets a page that says so; a program gets the one shape of errors.
  router.use((request, response, next) => {
    response.vary('accept');
    if (request.accepts(['json', 'html']) !== 'html' || !isBuilt(folder, 'explorer')) return next();
    response.status(404);
    return send(request, response, 'explorer');
  });
  return router;
}

/** Types of assets that the build compresses (`vite.config.ts`). */
const compressedTypes: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** Where the build compressed an asset and the client takes that, it is sent; others are compressed in passing. */
function compressedBefore(assets: string): RequestHandler {
  return (request, response, next) => {
    const [path, extension = ''] = /^\/[\w.-]+\.(js|css)$/.exec(request.path) ?? [];
    if (path && request.acceptsEncodings('br') && existsSync(join(assets, `${path}.br`))) {
      request.url = `${path}.br`;
      response.vary('accept-encoding').set({ 'content-encoding': 'br', 'content-type': compressedTypes[extension] });
    }
    next();
  };
}

/** `?lang=en`; what else an address says is for the page. */
const languageOf = ({ originalUrl }: Request): Language => (/[?&]lang=en(?:&|$)/.test(originalUrl) ? 'en' : 'ja');

/** A part of an address; one that is no UTF-8 names nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const pageFile = (folder: string, name: string) => join(folder, name, 'index.html');
const isBuilt = (folder: string, name: string) => existsSync(pageFile(folder, name));

async function readPage(folder: string, name: string): Promise<string> {
  if (!isBuilt(folder, name)) throw notBuilt();
  return readFile(pageFile(folder, name), 'utf8');
}

const notBuilt = () =>
  new Refusal(
    'NOT_FOUND',
    'The web pages are not built: run `npm run build:pages`, or start the service with `npm start`.',
    '画面がビルドされていません。npm run build:pages を実行するか、npm start で起動してください。',
  );
