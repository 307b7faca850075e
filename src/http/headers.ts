import type { IncomingMessage, ServerResponse } from 'node:http';

/** For every answer. A web page replaces the policy, which lets nothing be loaded, with its own. */
export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"],
];

export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of securityHeaders) response.setHeader(name, value);
}

const allowedHeaders =
  'accept, apollo-require-preflight, authorization, cache-control, content-type, if-none-match, x-apollo-operation-name, x-cost, x-explain, x-no-cache, x-request-id';

/**
 * Lets pages of the allowed origins call the service; without any, browsers keep all others away by themselves.
 * True where this answered the request, which asked only whether it may ask.
 */
export function allowOrigins(origins: readonly string[], request: IncomingMessage, response: ServerResponse): boolean {
  if (origins.length === 0) return false;
  response.setHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !(origins.includes(origin) || origins.includes('*'))) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'etag, retry-after, x-request-id');
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false;
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', allowedHeaders);
  response.setHeader('access-control-max-age', '600');
  response.statusCode = 204;
  response.end();
  return true;
}
