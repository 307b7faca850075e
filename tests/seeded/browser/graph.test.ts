import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inOneWay } from '../../sampled.js';
import {
  describeInBrowser,
  eventually,
  expectClean,
  expectSound,
  expectSoundOnAllScreens,
  languages,
} from './browsing.js';

const addresses = [
  '/graph',
  '/graph?ids=honjo:measure:5-2-3&depth=2',
  '/graph?from=honjo:department:市民活動推進課&to=sdg:17',
  '/paths?from=honjo:department:市民活動推進課&to=sdg:17',
  '/schema?type=Measure',
] as const;

/** Saves by the button of that name, and gives the beginning of the file. */
async function saved(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  let text = '';
  for await (const chunk of await download.createReadStream()) text += (chunk as Buffer).toString('latin1');
  return text;
}

/** How near the drawing is; its library keeps what it draws at the element. */
const zoomOf = (page: Page) =>
  page
    .locator('.canvas')
    .evaluate((canvas) =>
      (canvas as unknown as { readonly _cyreg: { readonly cy: { zoom(): number } } })._cyreg.cy.zoom(),
    );

const drawn = (page: Page) => page.locator('.canvas canvas').first().waitFor();

describeInBrowser('the drawn graph', ({ visit }) => {
  test.each(inOneWay(addresses, languages))(
    'and what is read of it at %s fit narrow and wide, are accessible and stay at home: %s',
    async (address, language) => {
      const at = await visit(address, { language });
      await at.page.getByRole('heading', { level: 2 }).first().waitFor();
      await expectSoundOnAllScreens(at);
    },
  );

  test('has every link as a table too, and can be saved as a picture, as lines and as a graph', async () => {
    const at = await visit('/graph?ids=honjo:measure:5-2-3');
    await drawn(at.page);
    await at.page.getByRole('link', { name: '図と表' }).click();
    const table = at.page.getByRole('table', { name: '関係の一覧' });
    await table.getByRole('link', { name: '市民活動推進課' }).first().waitFor();
    await drawn(at.page);
    expect(await saved(at.page, 'PNG')).toMatch(/^.PNG/);
    expect(await saved(at.page, 'SVG')).toContain('<svg');
    expect(await saved(at.page, 'GraphML')).toContain('<graphml');
    // The library that writes SVG remarks that a text has no outline.
    expectClean({ ...at, faults: at.faults.filter((fault) => !fault.includes('path command to node text')) });
  });

  test('says of a line what it means and where it was read, finds a thing by its name, and comes nearer', async () => {
    const at = await visit('/graph?ids=honjo:measure:5-2-3&show=both');
    await drawn(at.page);
    await at.page.getByRole('button', { name: '評価回答部署' }).click();
    const chosen = at.page.getByRole('complementary', { name: '選んだ項目' });
    await chosen.waitFor();
    await eventually(async () => expect(await chosen.evaluate((panel) => panel === document.activeElement)).toBe(true));
    await chosen.getByText('市民活動推進課が「男女共同参画の推進」の評価回答部署です。').waitFor();
    await chosen.getByRole('link', { name: /132 行目$/ }).waitFor();
    await at.page.getByLabel('図の中で探す').fill('人権を');
    await at.page.keyboard.press('Enter');
    await chosen.getByRole('heading', { name: '人権を尊重する社会の実現' }).waitFor();
    const before = await zoomOf(at.page);
    await at.page.getByRole('button', { name: '拡大' }).click();
    await eventually(async () => expect(await zoomOf(at.page)).toBeGreaterThan(before));
    await expectSound(at);
  });

  test('closing what a line of the table opened leads back to that line', async () => {
    const at = await visit('/graph?show=both');
    await drawn(at.page);
    const line = at.page.locator('.graph-table [data-line]').nth(2);
    await line.click();
    await at.page.locator('.graph-chosen:focus').waitFor();
    await at.page.locator('.graph-chosen').getByRole('button', { name: '選択を解除' }).click();
    await eventually(async () => expect(await line.evaluate((row) => row === document.activeElement)).toBe(true));
    expectClean(at);
  });

  test('offers no picture where only its table is shown', async () => {
    const at = await visit('/graph?ids=honjo:measure:5-2-3&show=table');
    await at.page.getByRole('button', { name: 'GraphML' }).waitFor();
    expect(await at.page.getByRole('button', { name: /PNG|SVG/ }).count()).toBe(0);
    expectClean(at);
  });

  test('leaves out a type or relationship that is unchecked, and says so in its address', async () => {
    const at = await visit('/graph?ids=honjo:measure:5-2-3');
    const title = at.page.getByRole('heading', { level: 2 }).first();
    const before = await title.textContent();
    await at.page.getByLabel(/^部署 \d/).uncheck();
    await at.page.waitForURL('**without=Department**');
    await eventually(async () => expect(await title.textContent()).not.toBe(before));
  });

  test('lets a finger scroll past it until it is taken hold of', async () => {
    const at = await visit('/graph?ids=honjo:measure:5-2-3', { width: 360, touch: true });
    await drawn(at.page);
    const takesTouches = () =>
      at.page.locator('.canvas').evaluate((canvas) => getComputedStyle(canvas).pointerEvents !== 'none');
    expect(await takesTouches()).toBe(false);
    await at.page.getByRole('button', { name: '図を操作する' }).tap();
    await eventually(async () => expect(await takesTouches()).toBe(true));
  });

  test('starts from what is chosen by typing and the keyboard alone', async () => {
    const at = await visit('/graph?view=around');
    const box = at.page.getByRole('combobox', { name: '起点を追加' });
    await box.pressSequentially('市民活動');
    await at.page.locator('[role=listbox] [role=option]').first().waitFor();
    await box.press('Enter');
    await at.page.waitForURL(/ids=/);
    await drawn(at.page);
    expectClean(at);
  });

  test('all of the city is drawn and can be dragged', async () => {
    const at = await visit('/graph?view=whole');
    await drawn(at.page);
    const title = at.page.getByRole('heading', { level: 2 }).first();
    await eventually(async () => expect(await title.textContent()).toMatch(/項目 3\d\d 件/));
    const box = await at.page.locator('.canvas').boundingBox();
    if (!box) throw new Error('expected the drawing to have a place');
    await at.page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { times });
      const note = (now: number) => {
        times.push(now);
        requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
    });
    await at.page.mouse.move(box.x + 30, box.y + 30);
    await at.page.mouse.down();
    for (let step = 0; step < 60; step++) await at.page.mouse.move(box.x + 30 + 4 * step, box.y + 30 + 2 * step);
    await at.page.mouse.up();
    const times = await at.page.evaluate(() => (window as unknown as { times: number[] }).times);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
    const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
    // A speed on a shared machine is no test; this only fails where dragging has become something else altogether.
    expect(median).toBeLessThan(1_000);
  });
});

describeInBrowser('paths', ({ visit }) => {
  test('before anything is chosen there are pairs to look at, made from the data, which are linked', async () => {
    const at = await visit('/paths');
    const { page } = at;
    const examples = page.getByRole('navigation', { name: 'たとえば' });
    await examples.getByRole('link').first().waitFor();
    await expectSoundOnAllScreens(at);
    expect(await examples.getByRole('link').count()).toBe(3);
    for (const index of [0, 1, 2]) {
      await examples.getByRole('link').nth(index).click();
      await page.getByRole('heading', { name: '経路 1' }).waitFor();
      await page.goBack();
      await examples.getByRole('link').first().waitFor();
    }
    expectClean(at);
  });

  test('are found between two things chosen by typing, and read as sentences with their sources', async () => {
    const at = await visit('/paths');
    await at.page.getByRole('combobox', { name: '起点' }).focus();
    // One goes on with the other end without looking for it.
    for (const typed of ['市民活動推進課', 'パートナーシップ']) {
      await at.page.keyboard.type(typed);
      await at.page.locator('[role=listbox] [role=option]').first().waitFor();
      await at.page.keyboard.press('Enter');
    }
    await at.page.waitForURL(/from=.*to=/);
    await at.page.getByText('市民活動推進課が「').first().waitFor();
    await at.page.getByText('出典').first().click();
    await at.page.getByText(/行目/).first().waitFor();
    expectClean(at);
  });

  test('take the best of what is found also where Enter comes before it', async () => {
    const at = await visit('/paths');
    await at.page.getByRole('combobox', { name: '起点' }).fill('市民活動推進課');
    await at.page.keyboard.press('Enter');
    await at.page.waitForURL(/from=honjo%3Adepartment/);
    expectClean(at);
  });

  test('say why there is none', async () => {
    const at = await visit('/paths?from=honjo:department:市民活動推進課&to=honjo:nothing:1');
    await at.page.getByRole('heading', { level: 2 }).waitFor();
    await at.page.getByRole('main').getByText('honjo:nothing:1').first().waitFor();
    expectClean(at);
  });
});
