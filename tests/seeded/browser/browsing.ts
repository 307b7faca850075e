/**
 * Pages as a person has them: a real browser before the real service over the committed dataset.
 *
 * Every visit notes what no page may do: ask another host (the browser finds none), break the content security policy,
 * or write an error to the console. `expectClean` fails with all of it.
 */
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HttpSettings } from '../../../src/settings.js';
import { type ServiceProcess, startServiceProcess } from '../../live/api/service-processes.js';
import { seededTarget } from '../../live/neo4j.js';
import { retried } from '../../retried.js';
import { patience } from '../seeded.js';
import { executable, launchBrowser } from './chromium.js';

export type Language = 'ja' | 'en';

export interface VisitOptions {
  readonly language?: Language;
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** With fingers in place of a mouse. */
  readonly touch?: boolean;
}

/** The narrowest and the widest screen that pages are made for, one dark and one light. */
export const screens = [
  { width: 360, theme: 'dark' },
  { width: 1920, theme: 'light' },
] as const;
export const languages: readonly Language[] = ['ja', 'en'];

export interface Visit {
  readonly page: Page;
  /** Requests to another host, breaches of the policy and errors of the page, in words. */
  readonly faults: readonly string[];
}

export interface Browsing {
  readonly base: () => string;
  /** Opens a page in a fresh context, nothing cached, nothing kept from before, and waits until all of it is there. */
  readonly visit: (path: string, options?: VisitOptions) => Promise<Visit>;
}

/** Nothing of the page is still on its way: of the explorer, or of the playground, whose editor comes last. */
const complete = 'main[aria-busy="false"]:not(:has(.waiting)), .graphiql-query-editor .view-lines';

/**
 * Declares tests that need the service and a browser; without a browser they are skipped by name. `http` is what the
 * service has set otherwise than by default.
 */
export function describeInBrowser(
  name: string,
  declare: (browsing: Browsing) => void,
  http: Partial<HttpSettings> = {},
): void {
  if (!executable) {
    describe.skip(name, () =>
      test('needs Chromium, which is not installed (Debian: apt-get install chromium-headless-shell)', () => {}),
    );
    return;
  }
  jest.setTimeout(patience);
  describe(name, () => {
    let service: ServiceProcess;
    let browser: Browser;
    const contexts: BrowserContext[] = [];
    beforeAll(async () => {
      [service, browser] = await Promise.all([startServiceProcess(seededTarget(), http), launchBrowser()]);
    }, patience);
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    });
    afterAll(async () => {
      await browser?.close();
      await service?.stop();
    }, patience);

    declare({
      base: () => service.url,
      visit: async (path, { language = 'ja', width = 1280, theme = 'light', touch = false } = {}) => {
        const context = await browser.newContext({
          viewport: { width, height: 900 },
          colorScheme: theme,
          hasTouch: touch,
          isMobile: touch,
          locale: language === 'ja' ? 'ja-JP' : 'en-GB',
          reducedMotion: 'reduce',
          acceptDownloads: true,
        });
        contexts.push(context);
        context.setDefaultTimeout(90_000);
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service.url });
        // Only where the page has not kept another one since.
        await context.addInitScript(([key, wanted]) => localStorage.getItem(key) ?? localStorage.setItem(key, wanted), [
          'policy-graph.language',
          language,
        ] as const);
        const page = await context.newPage();
        const faults = faultsOf(context, page, service.url);
        await page.goto(service.url + path);
        await page.locator(complete).first().waitFor();
        return { page, faults };
      },
    });
  });
}

function faultsOf(context: BrowserContext, page: Page, home: string): readonly string[] {
  const faults: string[] = [];
  // Only listened to: requests that Playwright holds up, such as those of workers, may never be let go on.
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(home) && !/^(?:data|blob):/.test(address))
      faults.push(`request to another host: ${address}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  return faults;
}

/**
 * What is read of a page comes to hold: what a click changes is shown in its own time, and parts of a page arrive one by
 * one. What is only read at once may fail on a busy machine.
 */
export const eventually = (holds: () => Promise<void>): Promise<void> => retried(holds, { within: 90_000 });

/** No request to another host, no breach of the content security policy, no error so far. */
export const expectClean = ({ faults }: Visit): void => expect(faults).toEqual([]);

/** Nothing that would keep a person with a screen reader or without a mouse from using what is shown now. */
async function expectAccessible({ page }: Visit): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}

/** The page scrolls up and down only: nothing is cut off or hangs over at this width. */
async function expectFits({ page }: Visit): Promise<void> {
  await eventually(async () => {
    const [content, width] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(content).toBeLessThanOrEqual(width ?? 0);
  });
}

/** As it is now it fits and is accessible, and the page did nothing that it may not do. */
export async function expectSound(at: Visit): Promise<void> {
  await expectFits(at);
  await expectAccessible(at);
  expectClean(at);
}

/** The same on the narrowest and on the widest screen. */
export async function expectSoundOnAllScreens(at: Visit): Promise<void> {
  for (const { width, theme } of screens) {
    await at.page.setViewportSize({ width, height: 900 });
    await at.page.emulateMedia({ colorScheme: theme });
    await expectSound(at);
  }
}
