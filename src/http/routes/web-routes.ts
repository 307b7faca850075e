import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import express, { type Response, Router } from 'express';
import Negotiator from 'negotiator';
import { Refusal } from '../../refusal.js';

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

/** The addresses of `src/web/explorer/routes.tsx`: all are one page, which looks at its address itself. */
const explorerPaths = [
  '/',
  '/search',
  '/progress',
  '/survey',
  '/figures/:id',
  '/lists/:kind',
  '/things/:id',
  '/gaps',
  '/graph',
  '/paths',
  '/compare',
  '/schema',
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

/** The pages as they were built into `folder` (`npm run build:pages`), and all that they load. */
export function webRoutes(folder: string): Router {
  const router = Router();
  // Names of assets change with their content.
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false }));
  router.get(explorerPaths, (_request, response) => sendPage(response, folder, 'explorer'));
  // Only what `opensPage` comes here.
  router.get('/graphql', (_request, response) => sendPage(response.vary('accept'), folder, 'playground'));
  router.all([...explorerPaths, '/healthz', '/readyz', '/metrics'], () => {
    throw new Refusal('METHOD_NOT_ALLOWED').withHeaders({ allow: 'GET, HEAD' });
  });
  // A person who opens an address that is none gets a page that says so; a program gets the one shape of errors.
  router.use((request, response, next) => {
    response.vary('accept');
    if (request.accepts(['json', 'html']) !== 'html' || !isBuilt(folder, 'explorer')) return next();
    response.status(404);
    sendPage(response, folder, 'explorer');
  });
  return router;
}

const isBuilt = (folder: string, name: string) => existsSync(join(folder, name, 'index.html'));

function sendPage(response: Response, folder: string, name: string): void {
  if (!isBuilt(folder, name)) throw notBuilt();
  response.set({ 'content-security-policy': webPolicy, 'cache-control': 'no-cache' });
  response.sendFile('index.html', { root: join(folder, name), cacheControl: false });
}

const notBuilt = () =>
  new Refusal(
    'NOT_FOUND',
    'The web pages are not built: run `npm run build:pages`, or start the service with `npm start`.',
    '画面がビルドされていません。npm run build:pages を実行するか、npm start で起動してください。',
  );
