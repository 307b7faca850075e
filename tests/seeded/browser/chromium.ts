import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/**
 * Where a browser may be: the one that CHROMIUM names, else where Debian and others put theirs. The one without windows
 * comes first: the other draws tabs and panels beside each page that nobody sees, which takes half as long again.
 */
const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser that pages are tried in; undefined where there is none, as on a machine without Debian's
 * `chromium-headless-shell` or `chromium`.
 */
export const executable = places.find((place): place is string => place !== undefined && existsSync(place));

/**
 * A browser of its own that asks nobody for anything (updates, suggestions, variations), and finds no host but this
 * machine; `more` are further arguments of it.
 */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  if (!executable)
    throw new Error(
      'expected Chromium: install it (Debian: apt-get install chromium-headless-shell) or name it in CHROMIUM',
    );
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...more,
    ],
  });
}
