import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { freePort } from '../../../src/free-port.js';
import {
  type Browsing,
  describeInBrowser,
  eventually,
  expectClean,
  expectSoundOnAllScreens,
  languages,
} from './browsing.js';

const pages = ['/progress', '/survey', '/sdgs', '/collaboration', '/figures/grades', '/embed/survey-quadrants'];

/** The chart of one figure, once it is drawn. */
async function chartOf(page: Page, title: RegExp) {
  const figure = page.getByRole('region', { name: title });
  const chart = figure.locator('.figure-chart svg');
  await chart.waitFor();
  return { figure, chart, marks: chart.locator('a') };
}

const boxesOf = (texts: Locator) =>
  texts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));

/** What lies over another by more than the edge of a letter. */
const overlapsOf = (boxes: readonly DOMRect[]): readonly DOMRect[] =>
  boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3),
  );

async function savedBy(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return Buffer.concat(await (await download.createReadStream()).toArray());
}

/** Where a page of somebody else is, which the service lets show its figures. */
const elsewherePort = await freePort('127.0.0.1', 0, 'PORT');

const tests = ({ visit, base }: Browsing) => {
  for (const language of languages) {
    test.each(pages)(`%s fits narrow and wide, is accessible and stays at home: ${language}`, async (path) => {
      const at = await visit(path, { language });
      await at.page.locator('.figure-chart svg').last().waitFor();
      await expectSoundOnAllScreens(at);
    });
  }

  test('the title says the finding, and a mark opens its thing without a new page', async () => {
    const at = await visit('/progress');
    const { page } = at;
    const { marks } = await chartOf(page, /指標のうち達成済みは3/);
    await page.evaluate(() => Object.assign(window, { kept: true }));
    await marks.filter({ has: page.locator('title', { hasText: '自治会の加入率' }) }).click();
    await page.waitForURL('**/things/honjo:indicator:*');
    await page.getByRole('heading', { level: 1, name: '自治会の加入率' }).waitFor();
    expect(await page.evaluate(() => 'kept' in window)).toBe(true);
    expectClean(at);
  });

  test('a chart is one stop of the tab key; arrow keys move within, and Enter opens', async () => {
    const { page } = await visit('/progress');
    const { marks } = await chartOf(page, /後退する年があるのは2/);
    await eventually(async () => expect(await marks.count()).toBe(34));
    const stops = await marks.evaluateAll((links) => links.filter(({ tabIndex }) => tabIndex === 0).length);
    expect(stops).toBe(1);
    await marks.first().focus();
    await page.keyboard.press('ArrowDown');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(name).toMatch(/^2-10 /);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/things/honjo:reform-sheet:2-10');
  });

  test('colours of the reader: what stands on a bar is told from it', async () => {
    const { page } = await visit('/progress');
    await chartOf(page, /評価Aは14/);
    await page.emulateMedia({ forcedColors: 'active' });
    const { figure } = await chartOf(page, /評価Aは14/);
    const fills = (selector: string) =>
      figure
        .locator(`.figure-chart svg ${selector}`)
        .evaluateAll((all) => all.map((each) => getComputedStyle(each).fill));
    const [bars, counts] = [await fills('a[*|href*="grade="] rect'), await fills('g[fill="var(--on-grade)"] text')];
    expect(new Set(bars).size).toBeGreaterThan(2);
    expect(counts.length).toBeGreaterThan(2);
    for (const count of counts) expect(bars).not.toContain(count);
  });

  test('labels of dots do not lie over each other, wide or narrow', async () => {
    const { page } = await visit('/survey');
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const { chart } = await chartOf(page, /読み込まれた11項目/);
      await eventually(async () => {
        const labels = await boxesOf(chart.locator('text').filter({ hasText: /^\d-\d/ }));
        expect(labels).toHaveLength(11);
        expect(overlapsOf(labels)).toEqual([]);
      });
    }
  });

  test('names of departments in the network do not lie over each other, wide or narrow', async () => {
    const { page } = await visit('/collaboration');
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const { chart } = await chartOf(page, /課の連携を得て担当するのは/);
      await eventually(async () => {
        const names = await boxesOf(chart.locator('text'));
        expect(names.length).toBeGreaterThan(30);
        expect(overlapsOf(names)).toEqual([]);
      });
    }
  });

  test('the network tells who leads from who supports, and what is not joined to a department fades', async () => {
    const at = await visit('/collaboration');
    const { page } = at;
    const { figure, chart, marks } = await chartOf(page, /課の連携を得て担当するのは/);
    const stops = await marks.evaluateAll((links) => links.filter(({ tabIndex }) => tabIndex === 0).length);
    expect(stops).toBe(1);
    await marks.first().focus();
    const drawn = chart.locator('.network-line > path');
    const count = await drawn.count();
    const faded = await chart.locator('.network-line > path[opacity]').count();
    expect([faded > 0, faded < count]).toEqual([true, true]);
    await page.keyboard.press('End');
    expect(await chart.locator('.network-line > path[opacity]').count()).toBe(count - 1);
    const spoken = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const [, leads, supports] = /^(.+)が担当し、(.+)が連携：\d+ 件/.exec(spoken ?? '') ?? [];
    await figure.getByText(/^図の数値を表で見る/).click();
    await figure
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: leads ?? '', exact: true }) })
      .filter({ has: page.getByRole('link', { name: supports ?? '', exact: true }) })
      .filter({ hasText: '担当 → 連携' })
      .first()
      .waitFor();
    await marks.last().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/paths?*');
    expectClean(at);
  });

  test('the same departments are one press away in the graph', async () => {
    const { page } = await visit('/collaboration');
    await page.getByRole('link', { name: /同じ部署を「つながり」で/ }).click();
    await page.waitForURL('**/graph?*view=collaboration*');
  });

  test('a cell of the matrix has a thick side where a department leads', async () => {
    const { page } = await visit('/collaboration');
    const { chart, marks } = await chartOf(page, /課と関わるのは/);
    const led = await marks.evaluateAll(
      (links) =>
        links.filter((link) => /[（、](?:実行課|評価回答部署)×/.test(link.getAttribute('aria-label') ?? '')).length,
    );
    // At the left of the cell, and at the top of the one where rows and columns change places.
    const sides = chart.locator('g[fill="var(--text)"][pointer-events="none"] > rect');
    await eventually(async () => expect(await sides.count()).toBe(2 * led));
    expect(led).toBeGreaterThan(0);
  });

  test('satisfaction and importance, and the other way of showing them, are in the address', async () => {
    const { page } = await visit('/survey');
    await chartOf(page, /満足度は\d+項目で上がり/);
    await page.getByRole('link', { name: '重要度', exact: true }).click();
    await chartOf(page, /重要度は\d+項目で上がり/);
    expect(new URL(page.url()).searchParams.get('of')).toBe('importance');
  });

  test('a figure that is wider than its place shows that it goes on', async () => {
    const { page } = await visit('/collaboration', { width: 360 });
    const matrix = page.getByRole('region', { name: /^横に続きます：38課の154組/ });
    await matrix.waitFor();
    expect(await matrix.getAttribute('data-goes-on')).toBe('after');
    await page.setViewportSize({ width: 1280, height: 900 });
    await eventually(async () => expect(await matrix.count()).toBe(0));
  });

  test('a label that moved away from others leads to its point', async () => {
    const { page } = await visit('/survey');
    const slopes = page.getByRole('region', { name: /最も動いたのは/ }).locator('svg');
    const [leaders, labels] = [
      slopes.locator('g[aria-label="link"] path'),
      slopes.locator('g[aria-label="text"] text'),
    ];
    await eventually(async () => expect(await leaders.count()).toBe(11));
    const tilted = await leaders.evaluateAll(
      (all) => all.map((path) => path.getBoundingClientRect().height).filter((height) => height > 4).length,
    );
    expect(tilted).toBeGreaterThan(0);
    const ends = await leaders.evaluateAll((all) => all.map((path) => path.getBoundingClientRect().right));
    const starts = await labels.evaluateAll((all) => all.map((text) => text.getBoundingClientRect().left));
    expect(Math.max(...ends)).toBeLessThan(Math.min(...starts));
  });

  test('the survey says of how many items the results were not read', async () => {
    const { page } = await visit('/survey');
    const { figure, marks } = await chartOf(page, /読み込まれた11項目/);
    await eventually(async () => expect(await marks.count()).toBe(11));
    expect(await figure.innerText()).toMatch(/36項目について行われ、残る25項目/);
  });

  test('a figure that does not exist is told apart from a page', async () => {
    const { page } = await visit('/figures/nothing');
    await page.getByRole('heading', { level: 1, name: 'ページが見つかりません' }).waitFor();
  });

  test('a bar of grades opens as many sheets as it says', async () => {
    const { page } = await visit('/progress?by=DEPARTMENT');
    const { marks } = await chartOf(page, /評価Aは14/);
    const words = await marks.first().getAttribute('aria-label');
    const count = /：(\d+) 件$/.exec(words ?? '')?.[1];
    await marks.first().click();
    await page.getByRole('heading', { level: 2, name: `実施計画シート ${count} 件` }).waitFor();
  });

  test('the table beside a chart has what is not drawn too', async () => {
    const { page } = await visit('/progress');
    const { figure } = await chartOf(page, /指標のうち達成済みは3/);
    await figure.getByText(/^図の数値を表で見る/).click();
    const rows = figure.getByRole('row');
    await eventually(async () => expect(await rows.count()).toBe(1 + 44));
  });

  test('a picture stands alone: title, source, date and address are in it, and nothing else is asked for', async () => {
    const at = await visit('/progress', { theme: 'dark' });
    const { figure } = await chartOf(at.page, /指標のうち達成済みは3/);
    const svg = String(await savedBy(at.page, () => figure.getByRole('button', { name: 'SVG で保存' }).click()));
    // Long texts stand in several lines.
    const text = svg.replace(/<\/text><text[^>]*>/g, '');
    expect(text).toMatch(/指標のうち/);
    expect(text).toMatch(/出典：総合振興計画後期基本計画/);
    expect(text).toMatch(/\d{4}年\d{1,2}月\d{1,2}日 ?読込/);
    expect(text).toMatch(/\/figures\/indicator-distance/);
    expect(svg).not.toMatch(/var\(--|<a |<style/);
    const png = await savedBy(at.page, () => figure.getByRole('button', { name: 'PNG で保存' }).click());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expectClean(at);
  });

  test('all that is written in a picture is dark, though the page was', async () => {
    const at = await visit('/collaboration', { theme: 'dark' });
    const { figure } = await chartOf(at.page, /課と関わるのは/);
    const svg = String(await savedBy(at.page, () => figure.getByRole('button', { name: 'SVG で保存' }).click()));
    const lights = [...svg.matchAll(/<text[^>]* fill="rgb\((\d+), (\d+), (\d+)\)"/g)].map(([, ...rgb]) =>
      Math.max(...rgb.map(Number)),
    );
    expect(lights.length).toBeGreaterThan(50);
    expect(Math.max(...lights)).toBeLessThan(128);
  });

  test('a page of somebody else shows a figure by the code that is copied, and its marks open elsewhere', async () => {
    const at = await visit('/figures/grades');
    const { page } = at;
    const { figure } = await chartOf(page, /評価Aは14/);
    await figure.getByText('リンク・引用').click();
    const code = await figure.getByRole('textbox', { name: '埋め込みコード' }).inputValue();
    expect(code).toContain(`<iframe src="${base()}/embed/grades?`);
    const chart = page.frameLocator('iframe').locator('.figure-chart svg a').first();
    // Real servers: a browser keeps made-up sites away from addresses of this machine.
    const others = await Promise.all([elsewherePort, 0].map((port) => serve(port, code)));
    try {
      const [allowed, refused] = others.map(addressOf);
      await page.goto(allowed ?? '');
      const [opened] = await Promise.all([page.context().waitForEvent('page'), chart.click()]);
      await opened.getByRole('heading', { name: /^実施計画シート \d+ 件$/ }).waitFor();
      expect(await page.frameLocator('iframe').getByRole('button').count()).toBe(0);
      await page.goto(refused ?? '');
      const frames = () => page.frames().map((frame) => frame.url());
      await eventually(async () => expect(frames()).toContain('chrome-error://chromewebdata/'));
    } finally {
      for (const server of others) server.close();
    }
  });
};

/** A site with one page. */
function serve(port: number, page: string): Promise<Server> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

describeInBrowser('figures', tests, { embedOrigins: [`http://127.0.0.1:${elsewherePort}`] });
