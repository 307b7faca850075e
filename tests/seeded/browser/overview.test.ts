import { Workbook } from '@cj-tech-master/excelts';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { inOneWay, sampled } from '../../sampled.js';
import { plannedPages } from '../../web/explorer/planned-pages.js';

import { describeInBrowser, eventually, expectClean, expectSoundOnAllScreens, languages } from './browsing.js';

const pages = [
  '/',
  '/glossary',
  '/lists/measures?sdg=17',
  '/lists/reformSheets',
  '/search?q=市民',
  '/search?tab=names',
  '/gaps',
  '/pivot?count=INDICATORS',
];

/** The lines of the table that the page saves as CSV. */
async function savedLines(page: Page): Promise<readonly string[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV で保存' }).click(),
  ]);
  const chunks = await (await download.createReadStream()).toArray();
  return Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
}

const isFocused = (element: Element) => element === document.activeElement;

describeInBrowser('overview, lists, search and gaps', ({ visit, base }) => {
  test.each(inOneWay(pages, languages))(
    '%s fits narrow and wide, is accessible and stays at home: %s',
    async (path, language) => {
      await expectSoundOnAllScreens(await visit(path, { language }));
    },
  );

  test('the start page says what was read and finds something in it, each with what it is about', async () => {
    const at = await visit('/');
    const { page } = at;
    await page.getByText(/5件の文書を.*に読み込み/).waitFor();
    await page.getByText(/施策大項目38件のうち、本文まで読み込んだのは11件/).waitFor();
    const findings = page.locator('.finding');
    await findings.first().waitFor();
    expect(await findings.count()).toBe(6);
    const grades = findings.filter({ hasText: '年度末評価のある50の実施計画シートのうち、10シートが評価C' });
    await grades.getByRole('link', { name: '評価C 10 シート' }).click();
    await page.getByRole('heading', { name: '実施計画シート 10 件' }).waitFor();
    await page.getByRole('contentinfo').getByRole('link', { name: '用語と見方' }).click();
    await page.getByRole('heading', { level: 1, name: '用語と見方' }).waitFor();
    expectClean(at);
  });

  test('a finding about what is in force says so where a stage is chosen', async () => {
    const { page } = await visit('/?stage=ADOPTED');
    const distances = page.locator('.finding').filter({ hasText: '目標から最も遠いのは' });
    await distances.getByText('選んだ計画段階にかかわらず、現在有効な計画について示しています。').waitFor();
    const grades = page.locator('.finding').filter({ hasText: '年度末評価のある' });
    expect(await grades.getByText('選んだ計画段階にかかわらず').count()).toBe(0);
  });

  test('a phone has a header of one line, and the pages below its menu', async () => {
    const { page } = await visit('/', { width: 360 });
    const header = page.getByRole('banner');
    await header.waitFor();
    expect((await header.boundingBox())?.height).toBeLessThan(60);
    await page.getByRole('button', { name: 'メニュー' }).click();
    await page.getByRole('navigation').getByRole('link', { name: '進み具合' }).click();
    await page.getByRole('heading', { level: 1, name: '進み具合' }).waitFor();
    await eventually(async () => expect(await page.getByRole('navigation').isVisible()).toBe(false));
  });

  test('a number of the heat map opens the measures it counted, with grades and what the plan changed', async () => {
    const at = await visit('/');
    const { page } = at;
    await page.getByRole('link', { name: '市民活動推進課 × SDG 17：9 件' }).click();
    await page.getByRole('heading', { name: '施策中項目 9 件' }).waitFor();
    expect(new URL(page.url()).searchParams.get('sdg')).toBe('17');
    const row = page.getByRole('row', { name: /5-2-3/ });
    await eventually(async () => expect(await row.innerText()).toMatch(/2-5[\s\S]*A（R5）/));
    await row.getByRole('link', { name: '素案：内容（変更あり）' }).click();
    await page.getByRole('heading', { level: 1, name: '男女共同参画の推進' }).waitFor();
    expectClean(at);
  });

  test('the cross table counts along the dimensions of its address, and a number opens what it counted', async () => {
    const at = await visit('/pivot?count=REFORM_SHEETS&rows=DEPARTMENT&columns=SDG');
    const { page } = at;
    await page.getByRole('combobox', { name: '列', exact: true }).selectOption('GRADE');
    await page.waitForURL('**columns=GRADE**');
    await page.getByRole('link', { name: '企画課 × 評価C：2 件' }).click();
    await page.getByRole('heading', { name: '実施計画シート 2 件' }).waitFor();
    expectClean(at);
  });

  test('the heat map is one stop of the tab key; arrow keys move within, and Enter opens', async () => {
    const at = await visit('/');
    const { page } = at;
    const links = page.locator('.cross-table a');
    await links.first().waitFor();
    const stops = () => links.evaluateAll((all) => all.filter((link) => (link as HTMLElement).tabIndex === 0).length);
    expect(await stops()).toBe(1);
    const first = page.locator('.cross-table tbody tr').first().locator('a');
    await first.first().focus();
    await page.keyboard.press('End');
    expect(await first.last().evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await first.nth(1).evaluate(isFocused)).toBe(true);
    expect(await stops()).toBe(1);
    // Where one was, Tab comes back to; from there one Tab leaves the table.
    await page.keyboard.press('Tab');
    expect(await page.locator('.cross-table').evaluate((table) => table.contains(document.activeElement))).toBe(false);
    await page.keyboard.press('Shift+Tab');
    const name = await first.nth(1).getAttribute('aria-label');
    expect(await first.nth(1).evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: `施策中項目 ${name?.match(/(\d+) 件$/)?.[1]} 件` }).waitFor();
    expectClean(at);
  });

  test('what is wider than its place shows at which edge it goes on, and is scrolled by keys', async () => {
    const at = await visit('/', { width: 360 });
    const { page } = at;
    const sides = (element: Locator) => element.getAttribute('data-goes-on');
    const map = page.getByRole('region', { name: '横に続きます：SDGs × 部署' });
    await eventually(async () => expect(await sides(map)).toBe('after'));
    await map.getByRole('row').nth(1).getByRole('link').first().focus();
    await page.keyboard.press('End');
    await eventually(async () => expect(await sides(map)).toBe('before'));
    await page.goto(`${base()}/lists/reformSheets`);
    await page.setViewportSize({ width: 680, height: 900 });
    const table = page.getByRole('region', { name: /^横に続きます：実施計画シート/ });
    await eventually(async () => expect(await sides(table)).toBe('after'));
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await eventually(async () => expect(await sides(table)).toBe('before after'));
    await page.setViewportSize({ width: 1920, height: 900 });
    await eventually(async () => expect(await table.count()).toBe(0));
    expectClean(at);
  });

  test('colours of the reader keep what bars, marks and the heat map say', async () => {
    const { page } = await visit('/');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('.plan-item-sdgs span').first().waitFor();
    const styleOf = (selector: string, property: string) =>
      page
        .locator(selector)
        .evaluateAll((all, name) => all.map((element) => getComputedStyle(element).getPropertyValue(name)), property);
    // The fullest cell, the emptiest ones and those between.
    const shades = new Set(await styleOf('.cross-table tbody td:not(.cross-table-total)', 'border-bottom-width'));
    expect([...shades].toSorted()).toEqual(expect.arrayContaining(['0px', '1px', '5px']));
    for (const [grade, line] of [
      ['A', 'solid'],
      ['B', 'double'],
      ['C', 'dashed'],
      ['none', 'dotted'],
    ])
      expect(new Set(await styleOf(`.grade-bar [data-grade="${grade}"] a`, 'border-bottom-style'))).toEqual(
        new Set([line]),
      );
    const goals = await styleOf('.plan-item-sdgs span', 'background-color');
    expect(new Set(goals).size).toBeGreaterThan(3);
  });

  test('every number of the heat map is the length of the list that it opens', async () => {
    const { page } = await visit('/');
    const cells = page.locator('.cross-table tbody td a');
    await cells.first().waitFor();
    const places = (await cells.count()) - 1;
    for (const index of [0, Math.floor(places / 2), places]) {
      const count = await cells.nth(index).innerText();
      await cells.nth(index).click();
      await page.getByRole('heading', { level: 2, name: `施策中項目 ${count} 件` }).waitFor();
      await page.goBack();
      await cells.first().waitFor();
    }
  });

  test('on a phone the filters are behind one button, but for those that are in use', async () => {
    const at = await visit('/lists/measures?grade=C', { width: 360 });
    const { page } = at;
    const filters = page.getByRole('search', { name: '条件で絞り込む' });
    const button = filters.getByRole('button', { name: '条件で絞り込む' });
    const boxes = filters.getByRole('combobox');
    await eventually(async () => expect(await boxes.count()).toBe(1));
    await filters.getByRole('button', { name: '条件「年度末評価：評価C」を外す' }).waitFor();
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await boxes.count()).toBeGreaterThan(4);
    await expectSoundOnAllScreens(at);
    // Where there is room, they are there.
    await page.setViewportSize({ width: 1280, height: 900 });
    await eventually(async () => expect(await button.isVisible()).toBe(false));
    expect(await boxes.count()).toBeGreaterThan(4);
  });

  test('a list is narrowed step by step, and let go again, by keyboard alone', async () => {
    const at = await visit('/lists/reformSheets');
    const { page } = at;
    await page.getByRole('heading', { name: '実施計画シート 56 件' }).waitFor();
    await page.getByRole('combobox', { name: '年度末評価' }).selectOption('A');
    await page.getByRole('heading', { name: '実施計画シート 14 件' }).waitFor();
    expect(new URL(page.url()).search).toBe('?grade=A');
    await page.getByRole('combobox', { name: '年度末評価' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '実施計画シート 56 件' }).waitFor();
    await eventually(async () =>
      expect(await page.getByRole('combobox', { name: '年度末評価' }).evaluate(isFocused)).toBe(true),
    );
    expectClean(at);
  });

  test('each row of a list is headed by the name of its thing', async () => {
    const { page } = await visit('/lists/measures?sdg=17');
    const headings = page.getByRole('main').getByRole('rowheader');
    await eventually(async () => expect(await headings.count()).toBe(18));
    await headings.filter({ hasText: '男女共同参画の推進' }).getByRole('link').waitFor();
  });

  test('a filter takes several values, and counts what each of the others would add', async () => {
    const { page } = await visit('/lists/reformSheets?grade=A');
    await page.getByRole('heading', { name: '実施計画シート 14 件' }).waitFor();
    const option = page.getByRole('combobox', { name: '年度末評価' }).locator('option[value="C"]');
    const [, added = ''] = /\((\d+)\)/.exec(await option.innerText()) ?? [];
    expect(Number(added)).toBeGreaterThan(0);
    await page.getByRole('combobox', { name: '年度末評価' }).selectOption('C');
    await page.getByRole('heading', { name: `実施計画シート ${14 + Number(added)} 件` }).waitFor();
    expect(new URL(page.url()).searchParams.getAll('grade')).toEqual(['A', 'C']);
  });

  test('what is saved is what is seen: rows, order and columns, which stand in the address', async () => {
    const at = await visit('/lists/measures?sdg=16&sdg=17');
    const { page } = at;
    await page.getByLabel('この一覧の中で探す').fill('推進');
    await page.waitForURL('**text=**');
    await page.getByText('列を選ぶ').click();
    for (const column of ['評価回答部署', '関連するSDGs', '実施計画シート', '計画段階間の変更', '出典'])
      await page.getByRole('checkbox', { name: column }).uncheck();
    await page.waitForURL('**columns=code%2Cname%2CpolicyItem**');
    for (const sign of ['', '-']) {
      await page.getByRole('button', { name: '施策中項目番号' }).click();
      await eventually(async () => expect(new URL(page.url()).searchParams.get('order')).toBe(`${sign}code`));
    }
    await page.reload();
    await page.locator('main tbody tr').first().waitFor();
    const codes = await page.locator('main tbody td[data-title="施策中項目番号"]').allInnerTexts();
    expect(codes.length).toBeGreaterThan(3);
    expect(codes).toEqual(codes.toSorted((a, b) => b.localeCompare(a, 'ja', { numeric: true })));
    const [headings = '', ...lines] = await savedLines(page);
    expect(headings.replace('\ufeff', '').split(',')).toHaveLength(3);
    expect(lines.map((line) => /\d+-\d+-\d+/.exec(line)?.[0])).toEqual(codes);
    expectClean(at);
  });

  test('the second sheet of a file says what was looked for and in which order', async () => {
    const { page } = await visit('/lists/measures?sdg=17&text=推進&order=-code');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'XLSX で保存' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^施策中項目_SDG17_推進_/);
    const book = new Workbook();
    await book.xlsx.load(Buffer.concat(await (await download.createReadStream()).toArray()));
    const about = book.worksheets[1]?.getSheetValues().flat().map(String) ?? [];
    expect(about).toContainEqual(expect.stringMatching(/のいずれか：推進/));
    expect(about).toContainEqual(expect.stringMatching(/^施策中項目番号：降順$/));
  });

  test('lists, others each day, are saved with the columns that they show', async () => {
    const lists = plannedPages().filter(({ list }) => list);
    for (const { plural } of sampled(lists, 4)) {
      const { page } = await visit(`/lists/${plural}`);
      const shown = await page.locator('main thead th:not(.screen-only)').count();
      const [headings = ''] = await savedLines(page);
      // A figure with its year and unit is one column here and several there.
      expect([plural, headings.split(',').length >= shown]).toEqual([plural, true]);
      await page.context().close();
    }
  });

  test('a long list shows its beginning, more on request, and all of it on paper', async () => {
    const { page } = await visit('/lists/measures');
    const rows = page.getByRole('table').getByRole('row');
    await eventually(async () => expect(await rows.count()).toBe(1 + 50));
    await page.getByRole('button', { name: /^さらに/ }).click();
    await eventually(async () => expect(await rows.count()).toBe(1 + 67));
    await page.reload();
    await page.getByRole('button', { name: /^さらに/ }).waitFor();
    // The browser prints what is there when it has told of it.
    await page.evaluate(() =>
      addEventListener('beforeprint', () => Object.assign(window, { printed: document.querySelectorAll('tr').length })),
    );
    await page.pdf();
    expect(await page.evaluate(() => (window as unknown as { printed: number }).printed)).toBe(1 + 67);
  });

  test('a list on paper says how it was narrowed, when and where it was printed, and keeps names readable', async () => {
    const { page } = await visit('/lists/measures?sdg=17&text=推進&order=-code', { width: 718 });
    await page.getByRole('heading', { name: '施策中項目 13 件' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.filter-chosen', { hasText: '17 パートナーシップで目標を達成しよう' }).waitFor();
    for (const said of ['一覧内の検索語：推進', '並び順：施策中項目番号 ↓'])
      await page.getByText(said, { exact: true }).waitFor();
    const day = new Date().toLocaleDateString('ja-JP', { dateStyle: 'long', timeZone: 'Asia/Tokyo' });
    const printed = page.getByText(/ 印刷：/);
    expect(await printed.innerText()).toMatch(
      new RegExp(`^${day} 印刷：http://.*/lists/measures\\?sdg=17&text=推進&order=-code$`),
    );
    expect(await page.getByRole('combobox').filter({ visible: true }).count()).toBe(0);
    const name = await page.getByRole('rowheader').first().boundingBox();
    expect(name?.width).toBeGreaterThan(90);
    await page.emulateMedia({ media: 'screen' });
    expect(await printed.isVisible()).toBe(false);
  });

  test('a list is taken away as it is narrowed', async () => {
    const { page } = await visit('/lists/reformSheets?grade=C&reformField=1');
    await page.getByRole('heading', { name: '実施計画シート 4 件' }).waitFor();
    expect(await savedLines(page)).toHaveLength(1 + 4);
  });

  test('the search box suggests as one types, and opens what is chosen by arrow keys', async () => {
    const at = await visit('/lists/sdgs');
    const { page } = at;
    await page.keyboard.press('/');
    await page.keyboard.type('男女共同参画の推進');
    await page.getByRole('option', { name: '5-2-3' }).waitFor();
    await page.keyboard.press('ArrowDown');
    const selected = page.locator('[role=option][aria-selected=true]');
    await eventually(async () => expect(await selected.innerText()).toBe('5-2-3 男女共同参画の推進'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/things/honjo:measure:5-2-3');
    expectClean(at);
  });

  test('the search box says why it suggests nothing, and suggests again at the next key', async () => {
    const { page } = await visit('/lists/sdgs');
    const box = page.getByRole('search', { name: '検索' });
    await page.keyboard.press('/');
    await page.route('**/graphql', (route) => route.abort());
    await page.keyboard.type('男女共同');
    await box.getByText('検索候補を取得できませんでした。サービスに接続できません。').waitFor();
    await page.unroute('**/graphql');
    await page.route('**/graphql', (route) => route.fulfill({ status: 500, body: 'no answer of the service' }));
    await page.keyboard.type('参画');
    await box.getByText('検索候補を取得できませんでした。予期しない応答です（500）。').waitFor();
    await page.unroute('**/graphql');
    await page.keyboard.type('の');
    await page.getByRole('option', { name: '5-2-3' }).waitFor();
    expect(await box.getByText(/取得できませんでした/).count()).toBe(0);
  });

  test('Escape closes the suggestions; Enter without a choice opens all results, by type', async () => {
    const { page } = await visit('/');
    await page.keyboard.press('/');
    await page.keyboard.type('男女共同');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '「男女共同」の検索結果 4 件' }).waitFor();
    await page.getByRole('link', { name: '関連計画 1' }).click();
    await page.getByRole('heading', { name: '「男女共同」の検索結果 1 件' }).waitFor();
    const marked = page.getByRole('main').locator('mark');
    await eventually(async () => expect(await marked.allInnerTexts()).toEqual(['男女共同']));
  });

  test('a pasted column of names is matched, with reasons, and what fits nothing is said', async () => {
    const { page } = await visit('/search?tab=names', { language: 'en' });
    await page.getByRole('main').getByRole('textbox').fill('5-2-3 男女共同参画\t12\r\nzzzzzz');
    await page.getByRole('button', { name: 'Match' }).click();
    await page.getByRole('heading', { name: '2 names, candidates for 1' }).waitFor();
    expect(await page.getByRole('row', { name: /5-2-3/ }).innerText()).toMatch(/Promotion of Gender Equality/);
    expect(await page.getByRole('row', { name: /zzzzzz/ }).innerText()).toMatch(/No candidate/);
  });

  test('gaps are narrowed by kind and by the department that they concern', async () => {
    const at = await visit('/gaps?kind=NAME_ONLY');
    const { page } = at;
    await page.getByRole('heading', { name: '不足・未連携 18 件' }).waitFor();
    await page.getByLabel('関係する部署').selectOption('都市計画課');
    await page.getByRole('heading', { name: '不足・未連携 2 件' }).waitFor();
    expect(new URL(page.url()).searchParams.get('department')).toBe('都市計画課');
    expectClean(at);
  });

  test('two quick choices both hold, and are shown at once', async () => {
    const at = await visit('/gaps');
    const { page } = at;
    const [kind, severity] = [page.getByLabel('種類'), page.getByLabel('重要度')];
    await page.route('**/graphql', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await kind.selectOption('MEASURE_WITHOUT_SHEET');
    await severity.selectOption('MEDIUM');
    expect([await kind.inputValue(), await severity.inputValue()]).toEqual(['MEASURE_WITHOUT_SHEET', 'MEDIUM']);
    await page.getByRole('heading', { name: '不足・未連携 32 件' }).waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('kind'), searchParams.get('severity')]).toEqual(['MEASURE_WITHOUT_SHEET', 'MEDIUM']);
    expectClean(at);
  });

  test('gaps are taken away as they are narrowed', async () => {
    const { page } = await visit('/gaps?department=市民活動推進課&severity=MEDIUM');
    const title = await page.getByRole('heading', { name: /^不足・未連携 \d+ 件/ }).innerText();
    const lines = await savedLines(page);
    expect(lines.length).toBeGreaterThan(2);
    expect(title).toBe(`不足・未連携 ${lines.length - 1} 件`);
  });
});
