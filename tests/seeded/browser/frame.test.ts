import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import {
  describeInBrowser,
  eventually,
  expectClean,
  expectSound,
  expectSoundOnAllScreens,
  languages,
} from './browsing.js';

describeInBrowser('around every page', ({ visit, base }) => {
  for (const language of languages) {
    test(`everything fits narrow and wide, is accessible and stays at home: ${language}`, async () => {
      const at = await visit('/', { language });
      await eventually(async () => expect(await at.page.getAttribute('html', 'lang')).toBe(language));
      await expectSoundOnAllScreens(at);
    });
  }

  test.each(['/', '/lists/measures', '/progress', '/things/honjo:policy-item:5-2', '/things/honjo:initiative:1-2'])(
    'heading and first sentence are there before the program, and stay where they are: %s',
    async (path) => {
      const at = await visit('/glossary', { width: 412 });
      const { page } = at;
      const beginning = async () => {
        const lines = await page.locator('h1, .lead').all();
        const tops = lines.map(async (each) => Math.round((await each.boundingBox())?.y ?? -1));
        // Of which city the start page tells only the program knows.
        const texts = await page.locator(path === '/' ? '.lead' : 'h1, .lead').allInnerTexts();
        return { texts, tops: await Promise.all(tops) };
      };
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(base() + path, { waitUntil: 'domcontentloaded' });
      await page.locator('h1').waitFor();
      const before = await beginning();
      await page.unroute('**/*.js');
      await page.goto(base() + path);
      await page.locator('main[aria-busy="false"]:not(:has(.waiting))').waitFor();
      expect(await beginning()).toEqual(before);
      expect(before.tops).toHaveLength(2);
    },
  );

  test.each(['/', '/lists/measures', '/things/honjo:policy-item:5-2', '/progress'])(
    'nothing moves on a narrow screen while a page arrives: %s',
    async (path) => {
      const { page } = await visit('/glossary', { width: 412 });
      // Above all else of the start page, and here it comes last.
      await page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('query Introduction')) await delay(1_000);
        await route.continue();
      });
      await page.goto(base() + path);
      await page.locator('main[aria-busy="false"]:not(:has(.waiting))').waitFor();
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              const shifts = list.getEntries() as unknown as readonly { readonly value: number }[];
              resolve(shifts.reduce((sum, { value }) => sum + value, 0));
            }).observe({ type: 'layout-shift', buffered: true });
            // Where nothing moved at all, nothing is told.
            setTimeout(() => resolve(0), 500);
          }),
      );
      expect(shift).toBeLessThanOrEqual(0.05);
    },
  );

  test('what is shown can be read while more of it is on its way', async () => {
    const at = await visit('/lists/measures?sdg=17');
    const { page } = at;
    // Never answered: the page waits as on a slow line.
    await page.route('**/graphql', () => {});
    await page.getByRole('combobox', { name: '分野' }).selectOption({ index: 1 });
    await page.locator('main[aria-busy="true"]').waitFor();
    await expectSound(at);
  });

  test('of a page in the language that is kept nothing comes in the other one', async () => {
    const { page } = await visit('/glossary', { language: 'en' });
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${base()}/progress`);
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByText('進み具合').count()).toBe(0);
  });

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
    await page.getByRole('link', { name: '「未読」とは' }).first().click();
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

  test.each(['/', '/lists/measures', '/things/sdg:17', '/progress', '/graph', '/embed/grades'])(
    'without the API a page keeps its frame, says what is wrong, and heals by itself: %s',
    async (path) => {
      const { page } = await visit('/glossary');
      await page.route(/\/(?:graphql|readyz)$/, (route) => route.abort());
      await page.goto(`${base()}${path}`, { waitUntil: 'domcontentloaded' });
      await page.getByRole('alert').getByText('サービスに接続できません').first().waitFor();
      await page.getByRole('alert').getByText('つながり次第、自動で表示します').first().waitFor();
      if (!path.startsWith('/embed/')) {
        await page.getByRole('navigation', { name: '政策グラフ' }).getByRole('link', { name: '進み具合' }).waitFor();
        await page.getByRole('contentinfo').waitFor();
      }
      await page.unroute(/\/(?:graphql|readyz)$/);
      await page.locator('main[aria-busy="false"]:not(:has(.waiting))').waitFor();
      await eventually(async () => expect(await page.getByRole('alert').count()).toBe(0));
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
  );

  test.each([
    ['/docs/operations', 'article.document h2'],
    ['/glossary', '.glossary-term'],
  ])('what needs no data is there without the API: %s', async (path, content) => {
    const { page } = await visit('/glossary');
    await page.route(/\/(?:graphql|readyz)$/, (route) => route.abort());
    await page.goto(`${base()}${path}`, { waitUntil: 'domcontentloaded' });
    await page.locator(content).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('suggestions that cannot be had say so', async () => {
    const { page } = await visit('/');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('combobox', { name: '検索' }).fill('市民');
    await page.getByRole('status').getByText('検索候補を取得できませんでした').waitFor();
  });

  test('values of filters, stages and ids that there are none of are told from what is empty', async () => {
    const at = await visit('/lists/measures?sdg=99&stage=FINAL');
    await at.page.getByRole('alert').getByText('「99」').waitFor();
    await at.page.getByRole('alert').getByText('「FINAL」').waitFor();
    await at.page.goto(`${base()}/lists/measures?sdg=17`);
    await at.page.getByRole('table').first().waitFor();
    expect(await at.page.getByRole('alert').count()).toBe(0);
    await at.page.goto(`${base()}/graph?ids=xxx`);
    await at.page.getByRole('alert').getByText('この識別子の項目はありません：xxx').waitFor();
    expect(await at.page.locator('canvas').count()).toBe(0);
    expectClean(at);
  });

  test.each(['/things/nope', '/lists/nope', '/figures/nope', '/docs/nope', '/dossier/nope'])(
    'what does not exist is a 404 that says so: %s',
    async (path) => {
      const { page } = await visit('/glossary');
      const answer = await page.goto(`${base()}${path}`);
      expect(answer?.status()).toBe(404);
      await page
        .getByText(/ありません|見つかりません/)
        .first()
        .waitFor();
    },
  );

  test('a city has a page of what is known of it, and the page of one that is not loaded names those that are', async () => {
    const at = await visit('/cities');
    await at.page.getByRole('table').first().getByRole('link', { name: '本庄市' }).click();
    await at.page.waitForURL(`${base()}/cities/honjo`);
    const row = (kind: string) =>
      at.page.getByRole('row').filter({ has: at.page.getByRole('rowheader', { name: kind, exact: true }) });
    await row('部署').getByText('一部').waitFor();
    // What is no part of a plan has one number, not one for each stage.
    expect((await row('実施計画シート').getByRole('cell').allTextContents()).filter(Boolean)).toEqual(['56']);
    expect(await row('SDGs').count()).toBe(0);
    await expectSoundOnAllScreens(at);
    await at.page.goto(`${base()}/cities/nowhere`);
    await at.page.getByRole('heading', { level: 1, name: 'この市区町村は読み込まれていません' }).waitFor();
    await at.page.getByRole('main').getByRole('link', { name: '本庄市' }).waitFor();
    expectClean(at);
  });

  test('cities are compared by title of the budget, cost and grade, and what was not read is told', async () => {
    const at = await visit('/cities');
    const table = (name: string) => at.page.getByRole('table', { name });
    const cellsOf = (name: string) => table(name).getByRole('row').nth(1).getByRole('cell').allTextContents();
    await table('款ごとの予算額・決算額').waitFor();
    expect(await cellsOf('款ごとの予算額・決算額')).toEqual(['予算額', ' (0/80)', '未読  (0/80)']);
    await table('評価ごとの数').waitFor();
    expect((await cellsOf('評価ごとの数')).slice(1)).toEqual(['未読 38', '未読 67', '未読 80']);
    await expectSoundOnAllScreens(at);
    await table('款ごとの事業の数').getByRole('link', { name: '80' }).click();
    await at.page.waitForURL(`${base()}/lists/projects?title=none`);
    await at.page.getByRole('heading', { name: '事業 80 件' }).waitFor();
    expectClean(at);
  });

  test('lines of Japanese end between phrases also without auto-phrase, and what is copied has nothing else in it', async () => {
    const at = await visit('/progress', { width: 360 });
    const { page } = at;
    const ends = page.locator('h1 wbr, .lead wbr, h2 wbr');
    const programs = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(await ends.count()).toBe(0);
    const before = await programs();
    // As Firefox and Safari answer.
    await page.addInitScript(() => {
      const supports = CSS.supports.bind(CSS) as (...asked: readonly string[]) => boolean;
      CSS.supports = (...asked: readonly string[]) => !asked.includes('auto-phrase') && supports(...asked);
    });
    await page.reload();
    await page.locator('.lead .phrases').waitFor();
    await page.locator('h2 .phrases').first().waitFor();
    expect(await ends.count()).toBeGreaterThan(10);
    expect((await programs()).filter((name) => /\/cut-[\w-]+\.js$/.test(name))).toHaveLength(1);
    expect(before.filter((name) => /\/cut-[\w-]+\.js$/.test(name))).toEqual([]);
    expect(await page.locator('.lead .phrases').evaluate((lead) => getComputedStyle(lead).wordBreak)).toBe('keep-all');
    const [copied, shown] = await page.evaluate(async () => {
      const lead = document.querySelector('.lead');
      if (!lead) throw new Error('expected a lead');
      getSelection()?.selectAllChildren(lead);
      document.execCommand('copy');
      return [await navigator.clipboard.readText(), lead.textContent];
    });
    expect(copied).toBe(shown);
    expect(copied).not.toMatch(/[\u00ad\u200b-\u200d\u2060\ufeff]/);
    await expectSoundOnAllScreens(at);
  });

  test('the documentation is linked from every page, and its documents from each other', async () => {
    const at = await visit('/');
    await at.page.getByRole('contentinfo').getByRole('link', { name: '開発者向け文書' }).click();
    await at.page.getByRole('link', { name: 'クライアントを書く' }).click();
    await at.page.locator('article.document').getByRole('link', { name: 'schema/schema.graphql' }).first().waitFor();
    await expectSoundOnAllScreens(at);
    await at.page.goto(`${base()}/docs/readme`);
    await at.page.locator('article.document').getByRole('link', { name: 'docs/http.md' }).first().click();
    await at.page.getByRole('heading', { level: 1, name: 'HTTP' }).waitFor();
    expectClean(at);
  });
});
