import { expect, test } from '@jest/globals';
import { describeInBrowser, eventually, expectClean, expectSoundOnAllScreens } from './browsing.js';

describeInBrowser('comparing', ({ base, visit }) => {
  test('a list tells what was not read from none', async () => {
    const { page } = await visit('/lists/sdgs');
    const row = page.getByRole('row').filter({ hasText: '貧困' });
    await row.getByText('未読').first().waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).not.toContain('0');
    await page.getByText(/^次の列には未読または一部未読の行があり/).waitFor();
  });

  test('rows of a list are chosen by keys, kept while it is narrowed, and stand beside each other', async () => {
    const at = await visit('/lists/departments');
    const { page } = at;
    const box = (name: string) => page.getByRole('checkbox', { name: `${name}を比較に選ぶ` });
    const bar = page.getByRole('region', { name: '比較に選んだもの' });
    await box('企画課').focus();
    await page.keyboard.press('Space');
    await bar.getByRole('status').getByText('1 件を選択中').waitFor();
    expect(await bar.getByRole('link').count()).toBe(0);
    await page.getByRole('searchbox', { name: 'この一覧の中で探す' }).fill('市民活動推進課');
    await eventually(async () => expect(await page.getByRole('checkbox', { name: /を比較に選ぶ$/ }).count()).toBe(1));
    await box('市民活動推進課').check();
    await bar.getByRole('status').getByText('2 件を選択中').waitFor();
    // While it loads, what would save the list is dimmed.
    await page.locator('main:not([aria-busy="true"])').waitFor();
    await expectSoundOnAllScreens(at);
    await bar.getByRole('link', { name: '並べて比較する' }).click();
    await page.waitForURL(`${base()}/beside?**`);
    await page.getByRole('table', { name: '部署の比較' }).getByRole('columnheader', { name: '企画課' }).waitFor();
    expectClean(at);
  });

  test('before anything is chosen there is something to compare, made from the data', async () => {
    const at = await visit('/beside');
    const examples = at.page.getByRole('navigation', { name: 'たとえば' });
    await examples.getByRole('link').first().waitFor();
    await expectSoundOnAllScreens(at);
    const names = (await examples.getByRole('link').first().innerText()).split('・');
    expect(names).toHaveLength(3);
    await examples.getByRole('link').first().click();
    await at.page
      .getByRole('table', { name: '部署の比較' })
      .getByRole('columnheader', { name: names[2] ?? '' })
      .waitFor();
    expect(await examples.count()).toBe(0);
    expectClean(at);
  });

  test('no more are chosen than stand beside each other, and the choice is undone at once', async () => {
    const { page } = await visit('/lists/policyItems', { width: 360 });
    const boxes = page.getByRole('checkbox', { name: /を比較に選ぶ$/ });
    for (const index of [0, 1, 2, 3]) await boxes.nth(index).check();
    await eventually(async () => expect(await boxes.nth(4).isDisabled()).toBe(true));
    await page.getByRole('button', { name: '選択を解除' }).click();
    await eventually(async () => expect(await boxes.nth(4).isDisabled()).toBe(false));
    expect(
      await page.getByRole('region', { name: '比較に選んだもの' }).evaluate((bar) => bar === document.activeElement),
    ).toBe(true);
  });

  test('words that a change took away or added are marked, and said to be', async () => {
    const at = await visit('/compare?kind=RENAMED#changes');
    const list = at.page.locator('#changes');
    await list.locator('del').first().waitFor();
    expect(await list.locator('del').first().innerText()).toMatch(/^（削除：.+）$/s);
    expect(await list.locator('ins').first().innerText()).toMatch(/^（追加：.+）$/s);
    expectClean(at);
  });

  test('what is alike says why in sentences, and leads to the comparison', async () => {
    const at = await visit('/things/honjo:measure:5-2-3');
    const alike = at.page.getByRole('region', { name: '似ている項目' });
    const reasons = await alike.locator('ol ul li').allInnerTexts();
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/\S{4,}/);
    await alike.getByRole('link', { name: /^近い \d+ 件と並べて比べる$/ }).click();
    await at.page.getByRole('heading', { level: 1, name: '並べて比較' }).waitFor();
    await at.page.getByRole('columnheader', { name: /男女共同参画の推進/ }).waitFor();
    expectClean(at);
  });

  test('rows and columns of a cross table change places, and its totals stay', async () => {
    const { page } = await visit('/pivot?count=MEASURES&rows=SDG&columns=POLICY_FIELD');
    const total = () => page.getByRole('grid').locator('tfoot td').last().innerText();
    const before = await total();
    await page.getByRole('button', { name: '行と列を入れ替える' }).click();
    await page.waitForURL('**rows=POLICY_FIELD**');
    await page.getByRole('heading', { name: /^分野.* × SDG/ }).waitFor();
    expect(await total()).toBe(before);
  });
});
