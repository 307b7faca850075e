import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { inOneWay } from '../../sampled.js';
import {
  describeInBrowser,
  eventually,
  expectClean,
  expectSound,
  expectSoundOnAllScreens,
  languages,
} from './browsing.js';

const things = [
  'honjo:policy-item:5-6',
  'honjo:reform-sheet:1-9',
  'sdg:17',
  'honjo:indicator:5-2:審議会等における女性委員の割合',
];

describeInBrowser('the page of a thing', ({ visit }) => {
  test.each(inOneWay(things, languages))(
    'of %s fits narrow and wide, is accessible and stays at home: %s',
    async (id, language) => {
      const at = await visit(`/things/${id}`, { language });
      await at.page.getByRole('heading', { level: 1 }).waitFor();
      await expectSoundOnAllScreens(at);
    },
  );

  test('answers what a division does for a goal, how it was graded and what changed', async () => {
    const { page } = await visit('/things/honjo:department:市民活動推進課');
    const measures = page.getByRole('region', { name: /^担当する施策中項目/ });
    await measures.getByRole('searchbox').fill('SDG17 2-5');
    const row = measures.getByRole('row').filter({ hasText: '5-2-3' });
    await row.getByText('A（R5）').waitFor();
    await row.getByRole('link', { name: '素案：内容（変更あり）' }).waitFor();
    await row.getByRole('link', { name: '男女共同参画の推進' }).click();
    await page.getByRole('heading', { level: 1, name: '5-2-3 男女共同参画の推進' }).waitFor();
  });

  test('begins with what it is opened for, and leads to its parts', async () => {
    const { page } = await visit('/things/honjo:department:市民活動推進課');
    const strip = page.locator('.strip');
    expect(await strip.locator('dt').allInnerTexts()).toEqual([
      '担当する施策中項目',
      '実行課となるシート',
      '連携先',
      '関連するSDGs（導出）',
    ]);
    expect(await strip.getByText(/^[ABC] \d+件$/).allInnerTexts()).toEqual(['A 1件', 'C 1件']);
    await page.getByRole('navigation', { name: 'このページの内容' }).getByRole('link', { name: '連携先 8' }).click();
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('collaborators'));
  });

  test('lays out what is out of sight when somebody comes there, and at rest all of it', async () => {
    const { page } = await visit('/things/honjo:policy-item:5-2', { width: 360 });
    const parts = page.locator('h2, tbody > tr');
    const isLaidOut = (each: Element) => each.checkVisibility({ contentVisibilityAuto: true });
    const contents = page.getByRole('navigation', { name: 'このページの内容' });
    await contents.getByRole('link', { name: '計画段階間の変更' }).click();
    const top = () => page.locator('#changes').evaluate((part) => Math.round(part.getBoundingClientRect().top));
    // What stands above gets its size on the way there and later, and what the link leads to stays where it is read.
    await eventually(async () => expect(Math.abs((await top()) - 16)).toBeLessThanOrEqual(2));
    await eventually(async () =>
      expect((await Promise.all((await parts.all()).map((part) => part.evaluate(isLaidOut)))).every(Boolean)).toBe(
        true,
      ),
    );
    await eventually(async () => expect(Math.abs((await top()) - 16)).toBeLessThanOrEqual(2));
  });

  test('saves a table as it is shown', async () => {
    const { page } = await visit('/things/honjo:measure:5-2-3');
    const departments = page.getByRole('region', { name: /^評価回答部署/ });
    await departments.locator('summary', { hasText: '⋯' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      departments.getByRole('button', { name: 'CSV で保存' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('市民活動推進課');
  });

  test('opens sources beside the text by keyboard, and closes them to where one was', async () => {
    const at = await visit('/things/honjo:measure:5-2-3');
    const { page } = at;
    const link = page.getByRole('region', { name: /^評価回答部署/ }).getByRole('link', { name: '1 か所' });
    await link.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: '出典' });
    await drawer.getByText('132 行目').waitFor();
    await drawer.getByRole('link', { name: '市民活動推進課が「男女共同参画の推進」の評価回答部署です。' }).waitFor();
    await expectSound(at);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
  });

  test('leads from the sources beside it to the page of their document, which takes the focus', async () => {
    const at = await visit('/things/honjo:measure:5-2-3');
    const { page } = at;
    await page
      .getByRole('region', { name: /^評価回答部署/ })
      .getByRole('link', { name: '1 か所' })
      .click();
    const drawer = page.getByRole('dialog', { name: '出典' });
    await drawer.getByRole('heading', { level: 3 }).getByRole('link').click();
    await page.waitForURL('**line=132**');
    await drawer.waitFor({ state: 'hidden' });
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.id)).toBe('content'));
    expectClean(at);
  });

  test('closes the tools of a part by Escape, and where the focus leaves them', async () => {
    const { page } = await visit('/things/honjo:measure:5-2-3');
    const departments = page.getByRole('region', { name: /^評価回答部署/ });
    const opener = departments.locator('summary', { hasText: '⋯' });
    const save = departments.getByRole('button', { name: 'CSV で保存' });
    await opener.click();
    await save.focus();
    await page.keyboard.press('Escape');
    await save.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((each) => each === document.activeElement)).toBe(true);
    await opener.click();
    await page.getByRole('combobox', { name: '計画段階' }).focus();
    await save.waitFor({ state: 'hidden' });
  });

  test.each([
    ['honjo:linkage-plan:1?stage=CURRENT', '現行計画のこの部分は読み込まれていません'],
    ['honjo:initiative:1-2?stage=CURRENT', '現行計画のこの部分は読み込まれていません'],
    ['honjo:project:5-1-1?stage=ADOPTED', '確定計画のこの部分は読み込まれていません'],
    ['honjo:measure:図書館の充実?stage=DRAFT', '素案のうち読み込んだ部分にはありません'],
  ])('says that a stage was not read for %s, not that it lacks it', async (address, said) => {
    const { page } = await visit(`/things/${address}`);
    const notice = page.getByRole('note');
    await notice.getByText(said).waitFor();
    expect(await notice.innerText()).not.toMatch(/(?:計画|素案)にはありません/);
  });

  test('says of what it is linked with and of its changes that they were not read', async () => {
    const { page } = await visit('/things/sdg:1');
    const around = page.getByRole('region', { name: '周辺のつながり' });
    await around.getByText('読み込んだ範囲には、直接つながる項目はありません。').waitFor();
    await around.locator('.coverage-note').waitFor();
    await page.goto(new URL('/things/honjo:policy-item:1-3', page.url()).href);
    const changes = page.getByRole('region', { name: /^計画段階間の変更/ });
    await changes.locator('.coverage-note').waitFor();
    expect(await changes.getByRole('heading').innerText()).not.toContain('0');
  });

  test('has a dossier that says what was not read, and what a stage does not name', async () => {
    const { page } = await visit('/things/honjo:policy-item:1-3');
    const dossier = async (path: string) => page.goto(new URL(`/dossier/${path}`, page.url()).href);
    await dossier('honjo:policy-item:1-3?stage=ADOPTED');
    expect(await page.locator('.notice').innerText()).toContain('確定計画のこの部分は読み込まれていません');
    await dossier('honjo:linkage-plan:1?stage=CURRENT');
    expect(await page.locator('.notice').innerText()).toContain('現行計画のこの部分は読み込まれていません');
    await dossier('honjo:measure:5-6-3:current?stage=DRAFT');
    expect(await page.locator('.notice').innerText()).toContain('素案にはありません');
    await dossier('honjo:linkage-plan:1?stage=ADOPTED');
    expect(await page.locator('.notice').innerText()).toBe('確定計画の内容です。');
  });

  test('says that a stage lacks a thing, and leads to one that has it', async () => {
    const { page } = await visit('/things/honjo:measure:5-6-3:current?stage=DRAFT');
    const notice = page.getByRole('note');
    await notice.getByText('素案にはありません。').waitFor();
    await notice.getByRole('link', { name: '現行計画' }).click();
    await page.waitForURL('**?stage=CURRENT');
    await notice.waitFor({ state: 'detached' });
  });

  test.each([
    ['/things/honjo:policy-item:5-2@DRAFT', '**/things/honjo*policy-item*5-2?stage=DRAFT'],
    ['/graph?ids=honjo:policy-item:5-2@DRAFT', '**/graph?ids=honjo*policy-item*5-2&stage=DRAFT'],
    ['/paths?from=honjo:policy-item:5-2@DRAFT&to=sdg:17', '**/paths?from=*&to=*&stage=DRAFT'],
  ])('answers the id of a stage as that stage: %s', async (given, shown) => {
    const at = await visit(given);
    await at.page.waitForURL(shown);
    await at.page.getByRole('combobox', { name: '計画段階' }).waitFor();
    expect(await at.page.getByRole('combobox', { name: '計画段階' }).inputValue()).toBe('DRAFT');
    expectClean(at);
  });

  test('leads to the neighbours from its picture, by keyboard too', async () => {
    const { page } = await visit('/things/honjo:measure:5-2-3');
    await page.locator('.neighborhood-picture a').filter({ hasText: '市民活動推進課' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '市民活動推進課' }).waitFor();
  });

  test('shows records without a name with what they belong to', async () => {
    const at = await visit('/things/honjo:evaluation:1-9:2023');
    await at.page.getByRole('heading', { level: 1, name: /コンビニ交付の普及推進/ }).waitFor();
    expectClean(at);
  });

  test('says of an id that nothing has it', async () => {
    const { page } = await visit('/things/honjo:measure:9-9-9', { language: 'en' });
    await page.getByRole('heading', { level: 1, name: 'Nothing has this id' }).waitFor();
  });
});

describeInBrowser('things beside each other', ({ visit }) => {
  test('show what they share, and take another one by typing', async () => {
    const at = await visit('/beside?ids=honjo:department:市民活動推進課');
    const { page } = at;
    const box = page.getByRole('combobox', { name: '比べる項目を追加' });
    await box.pressSequentially('危機管理課');
    await page.locator('[role=listbox] [role=option]').first().waitFor();
    await box.press('Enter');
    await page.waitForURL('**ids=*&ids=*');
    const row = page.getByRole('row').filter({ hasText: '共通 2 件' }).first();
    await row.waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringMatching(/^11 一部未読\n5-1-1 自治会の支援共通/),
      expect.stringMatching(/^13 一部未読\n5-1-1 自治会の支援共通/),
    ]);
    await expectSoundOnAllScreens(at);
  });

  test.each(languages)('have all facts of sheets: %s', async (language) => {
    const at = await visit('/beside?ids=honjo:reform-sheet:1-9&ids=honjo:reform-sheet:1-10', { language });
    const table = at.page.locator('.beside-table');
    await table.waitFor();
    const cells = await table.getByRole('cell').allInnerTexts();
    expect(cells.filter((cell) => /undefined|null/.test(cell))).toEqual([]);
    expect(cells.filter((cell) => /\d{4}.\d{4}/.test(cell))).not.toEqual([]);
    expectClean(at);
  });

  test('say of each which stage lacks it, and show the one that has it', async () => {
    const at = await visit('/beside?ids=honjo:measure:5-6-3:current&ids=honjo:measure:5-2-3&stage=DRAFT');
    const heads = at.page.locator('.beside-table thead th');
    await heads.first().getByText('素案にはありません。').waitFor();
    expect(await heads.last().getByRole('note').count()).toBe(0);
    expectClean(at);
  });

  test('can all be taken away, also what there is not and what is of another type', async () => {
    const at = await visit('/beside?ids=honjo:department:市民活動推進課&ids=honjo:nothing:1&ids=honjo:measure:5-2-3');
    const group = at.page.getByRole('region', { name: '比べる項目' });
    for (const name of ['honjo:nothing:1 を外す', '男女共同参画の推進 を外す']) {
      await group.getByRole('button', { name }).click();
      await group.getByRole('button', { name }).waitFor({ state: 'detached' });
      expect(await group.evaluate((each) => each === document.activeElement)).toBe(true);
    }
    await eventually(async () => expect(new URL(at.page.url()).searchParams.getAll('ids')).toHaveLength(1));
    expectClean(at);
  });
});

describeInBrowser('the comparison of plans', ({ visit }) => {
  test.each(inOneWay(['/compare?item=5-6&kind=RENAMED'], languages))(
    'at %s fits narrow and wide, is accessible and stays at home: %s',
    async (address, language) => {
      const at = await visit(address, { language });
      await at.page.locator('.stage-table').first().waitFor();
      await expectSoundOnAllScreens(at);
    },
  );

  test('begins with a policy item', async () => {
    const { page } = await visit('/compare');
    await page.getByRole('region', { name: '施策中項目' }).getByRole('row').nth(1).waitFor();
  });

  test('tells what was dropped from what is only not printed', async () => {
    const { page } = await visit('/compare');
    await page.getByLabel('施策大項目を選ぶ').selectOption('5-6');
    await page.waitForURL('**/compare?item=5-6');
    await page.getByRole('link', { name: 'すべて', exact: true }).click();
    const cellsOf = (part: string, name: string) =>
      page.getByRole('region', { name: part }).getByRole('row').filter({ hasText: name }).getByRole('cell');
    for (const [part, name, cells] of [
      ['施策中項目', '職員の資質の向上', [expect.stringContaining('行政管理課'), '－ 削除', '—']],
      ['関連するSDGs', '住み続けられるまちづくりを', ['未読', 'SDG 11', '未読']],
    ] as const)
      await eventually(async () => expect(await cellsOf(part, name).allInnerTexts()).toEqual(cells));
    await page
      .getByText(/^確定計画：未読です（「なし」ではありません）/)
      .first()
      .waitFor();
  });

  test('shows only what changed, says how much else there is, and shows all on demand', async () => {
    const { page } = await visit('/compare?item=5-2');
    const measures = page.getByRole('region', { name: '施策中項目' });
    await measures.getByText('変更が記録されていないもの 1 件は表示していません。').waitFor();
    const rows = await measures.getByRole('row').count();
    await page.getByRole('link', { name: 'すべて', exact: true }).click();
    await eventually(async () => expect(await measures.getByRole('row').count()).toBe(rows + 1));
    expect(new URL(page.url()).searchParams.get('rows')).toBe('all');
  });

  test('draws what came, went and stayed, and a band opens the changes that it counts', async () => {
    const at = await visit('/compare?flow=Indicator');
    const { page } = at;
    const figure = page.getByRole('region', {
      name: /^素案で、成果指標・数値目標は7件が追加され、6件が変わり、2件がなくなった/,
    });
    await figure.getByRole('link', { name: '現行計画 → 素案、成果指標・数値目標：新規 7件' }).focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('region', { name: /^変更の一覧/ });
    await eventually(async () => expect(await list.getByRole('row').count()).toBe(1 + 7));
    expectClean(at);
  });

  test('opens a number into the changes that it counts', async () => {
    const { page } = await visit('/compare');
    await page.getByRole('link', { name: '施策中項目、順番の入替：3 件を一覧で見る' }).click();
    const list = page.getByRole('region', { name: /^変更の一覧/ });
    await eventually(async () => expect(await list.getByRole('row').count()).toBe(1 + 3));
    expect(new URL(page.url()).searchParams.get('kind')).toBe('REORDERED');
  });
});
