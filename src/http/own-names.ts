import type { IncomingMessage } from 'node:http';
import { quoted, Refusal } from '../refusal.js';

export interface OwnNames {
  /** The names that the service goes by; null where any is right. */
  readonly hosts: readonly string[] | null;
  /** Origins of other pages that may call it. */
  readonly corsOrigins: readonly string[];
}

/** The name in `host` or in an origin, without its port, in lower case; null where there is none. */
function nameIn(authority: string): string | null {
  const url = `http://${authority}`;
  return /[\s/?#@\\]/.test(authority) || !URL.canParse(url) ? null : new URL(url).hostname;
}

/**
 * Why a request is refused for the name that it uses; null where it is not. A page of another site whose name was made to
 * point here (DNS rebinding) is the same origin to its browser: only its name tells.
 */
export function refusalOfName({ headers, rawHeaders, httpVersion }: IncomingMessage, names: OwnNames): Refusal | null {
  const sent = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  if (sent > 1 || (sent === 0 && httpVersion === '1.1')) return wrongNumber(sent);
  const { hosts, corsOrigins } = names;
  if (!hosts) return null;
  const { host, origin } = headers;
  if (host !== undefined && !hosts.includes(nameIn(host) ?? '')) return wrongHost(host, hosts);
  if (origin === undefined || corsOrigins.includes(origin) || corsOrigins.includes('*')) return null;
  const [, authority = ''] = /^https?:\/\/(.*)$/.exec(origin) ?? [];
  return hosts.includes(nameIn(authority) ?? '') ? null : wrongOrigin(origin);
}

/** Of a page of another site that has something loaded, such as a picture, whose bytes it cannot read but cause. */
export function refusalOfSite({ headers, url = '' }: IncomingMessage, { corsOrigins }: OwnNames): Refusal | null {
  const { 'sec-fetch-site': site, 'sec-fetch-mode': mode, origin = '' } = headers;
  if (site !== 'cross-site' || mode === 'navigate' || !/^\/(?:export|dossier)\//.test(url)) return null;
  return corsOrigins.includes(origin) || corsOrigins.includes('*') ? null : otherSite();
}

/** Of what a request expects before it sends its body, beside 100-continue, which node answers by itself. */
export function refusalOfExpectation({ headers: { expect } }: IncomingMessage): Refusal | null {
  if (expect === undefined || expect.toLowerCase() === '100-continue') return null;
  return new Refusal(
    'BAD_REQUEST',
    `expect: expected 100-continue, but got ${quoted(expect)}.`,
    `ヘッダーexpectに指定できるのは100-continueだけです（指定：${quoted(expect)}）。`,
  );
}

const wrongNumber = (sent: number) =>
  new Refusal(
    'BAD_REQUEST',
    `host: expected the header once, but got it ${sent} times.`,
    `ヘッダーhostを一度だけ付けてください（指定：${sent}回）。`,
  );

const wrongHost = (host: string, hosts: readonly string[]) =>
  new Refusal(
    'BAD_REQUEST',
    `host: expected ${hosts.join(', ')}, but got ${quoted(host)}. Other names of the service go into ALLOWED_HOSTS.`,
    `ヘッダーhostには${hosts.join('、')}のいずれかを指定してください（指定：${quoted(host)}）。ほかの名前で公開するときはALLOWED_HOSTSに設定します。`,
  );

const wrongOrigin = (origin: string) =>
  new Refusal(
    'CSRF_BLOCKED',
    `origin: expected a page of this service, but got ${quoted(origin)}. Other origins go into CORS_ORIGINS.`,
    `このサービス以外のページ（${quoted(origin)}）からは呼び出せません。許可するときはCORS_ORIGINSに設定します。`,
  );

const otherSite = () =>
  new Refusal(
    'CSRF_BLOCKED',
    'sec-fetch-site: a page of another site cannot load this; it can link to it.',
    '他のサイトのページに埋め込むことはできません。リンクで開いてください。',
  );
