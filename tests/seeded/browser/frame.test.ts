import { expect, test } from '@jest/globals';
import { describeInBrowser, eventually, expectClean, expectSoundOnAllScreens, languages } from './browsing.js';

describeInBrowser('around every page', ({ visit, base }) => {
  for (const language of languages) {
    test(`everything fits narrow and wide, is accessible and stays at home: ${language}`, async () => {
      const at = await visit('/', { language });
      await eventually(async () => expect(await at.page.getAttribute('html', 'lang')).toBe(language));
      await expectSoundOnAllScreens(at);
    });
  }

  test('the language is switched in place and kept for the next page', async () => {
    const at = await visit('/compare');
    await at.page.getByRole('button', { name: 'English' }).click();
    await at.page.getByRole('heading', { level: 1, name: 'Compare plans' }).waitFor();
    await at.page.goto(`${base()}/gaps`);
    await at.page.getByRole('heading', { level: 1, name: 'Gaps' }).waitFor();
    expectClean(at);
  });

  test('the stage stands in the address and goes along from page to page', async () => {
    const at = await visit('/lists/measures');
    await at.page.getByLabel('計画段階', { exact: true }).selectOption('ADOPTED');
    await at.page.waitForURL('**/lists/measures?stage=ADOPTED');
    await at.page.locator('nav a[href="/compare?stage=ADOPTED"]').click();
    await at.page.waitForURL('**/compare?stage=ADOPTED');
    expectClean(at);
  });

  test('all of it can be reached by keyboard, past the navigation first', async () => {
    const { page } = await visit('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#content:focus').waitFor();
    await page.keyboard.press('/');
    await page.locator('[role=combobox]:focus').waitFor();
  });

  test('a link to a part of a page moves the focus there, also when it is pressed again and on another page', async () => {
    const at = await visit('/things/honjo:department:市民活動推進課?stage=DRAFT');
    const { page } = at;
    const isAt = (id: string) => eventually(async () => expect(await page.locator(`#${id}:focus`).count()).toBe(1));
    const link = page.getByRole('navigation', { name: 'このページの内容' }).getByRole('link').nth(1);
    const id = new URL((await link.getAttribute('href')) ?? '', base()).hash.slice(1);
    for (let times = 0; times < 2; times++) {
      await link.focus();
      await page.keyboard.press('Enter');
      await isAt(id);
    }
    expect(new URL(page.url()).searchParams.get('stage')).toBe('DRAFT');
    await page.keyboard.press('Tab');
    expect(await page.locator(`#${id}`).evaluate((part) => part.contains(document.activeElement))).toBe(true);
    await page.goto(`${base()}/lists/measures`);
    await page.getByRole('link', { name: '「未読」とは' }).click();
    await page.getByRole('heading', { level: 1, name: '用語と見方' }).waitFor();
    await isAt('coverage');
    expectClean(at);
  });

  test('an address that is none says so, with a way back', async () => {
    const { page } = await visit('/nothing-here');
    await page.getByRole('heading', { name: 'ページが見つかりません' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: '概要' }).click();
    await page.waitForURL(`${base()}/`);
    expect((await page.request.get(`${base()}/nothing-here`, { headers: { accept: 'text/html' } })).status()).toBe(404);
    const toPrograms = await page.request.get(`${base()}/nothing-here`);
    expect(await toPrograms.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  test('a page that has lost the service says so, and shows itself when it is tried again', async () => {
    const at = await visit('/');
    await at.page.route('**/graphql', (route) => route.abort());
    await at.page.getByRole('navigation').getByRole('link', { name: '一覧' }).click();
    await at.page.getByRole('alert').waitFor();
    await at.page.unroute('**/graphql');
    await at.page.getByRole('button', { name: '再試行' }).click();
    await at.page.getByRole('table').first().waitFor();
  });
});
