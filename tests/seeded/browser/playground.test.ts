import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readExample, readExamples } from '../../../src/examples/read-examples.js';
import { linkTo } from '../../../src/web/playground/client/link.js';
import { inOneWay } from '../../sampled.js';
import { describeInBrowser, eventually, expectClean, expectSound, languages, screens } from './browsing.js';

const question = {
  query: 'query Sdg($number: Int) {\n  sdgs(filter: { number: { eq: $number } }) { nodes { number name } }\n}\n',
  variables: '{\n  "number": 17\n}',
  operationName: 'Sdg',
};

/** Waits until the text of an editor, as far as it is shown, fits: Monaco writes spaces that do not break. */
const expectText = (page: Page, label: string, pattern: RegExp) =>
  eventually(async () => {
    const lines = page.getByLabel(label, { exact: true }).locator('.view-lines').filter({ visible: true });
    expect(((await lines.textContent()) ?? '').replaceAll('\u00a0', ' ')).toMatch(pattern);
  });
const expectAnswer = (page: Page, pattern: RegExp) => expectText(page, '応答', pattern);
const expectCopied = (page: Page, text: unknown) =>
  eventually(async () => expect(await page.evaluate(() => navigator.clipboard.readText())).toEqual(text));
const run = (page: Page) => page.getByRole('button', { name: /^クエリを実行/ }).click();

describeInBrowser('the playground', ({ visit }) => {
  // The editor follows a change of the screen in its own time, so each has a visit of its own.
  test.each(inOneWay(screens, languages))('fits, is accessible and stays at home: %j, %s', async (screen, language) => {
    const at = await visit('/graphql', { language, ...screen });
    await expectSound(at);
    await at.page.locator('.gallery-entry').first().click();
    await at.page.getByText(language === 'ja' ? /往復/ : /Round trip/).waitFor();
    await at.page.getByRole('button', { name: language === 'ja' ? '詳細を開く' : 'Show details' }).click();
    await at.page.getByRole('heading', { level: 4 }).first().waitFor();
    await expectSound(at);
  });

  test('the gallery has every saved example, in the language of the page, and finds them by words', async () => {
    const { page } = await visit('/graphql');
    const saved = await readExamples();
    await eventually(async () => expect(await page.locator('.gallery-entry').count()).toBe(saved.length));
    for (const { titleJa } of saved) await page.locator('.gallery-entry', { hasText: titleJa }).first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    for (const { titleEn } of saved) await page.locator('.gallery-entry', { hasText: titleEn }).first().waitFor();
    await page.getByLabel('Filter by words').fill('no example has these words');
    await page.getByText('No example fits.').waitFor();
  });

  test('an example is opened in a tab of its own and run by one click', async () => {
    const at = await visit('/graphql');
    const example = await readExample('next-page');
    const entry = at.page
      .locator('.gallery-entry')
      .filter({ has: at.page.getByText(example?.titleJa ?? '', { exact: true }) });
    await entry.click();
    await at.page.getByText(/コスト \d/).waitFor();
    const tabs = at.page.locator('.graphiql-tab');
    await eventually(async () => expect(await tabs.allInnerTexts()).toEqual(['Municipalities', 'NextPage']));
    await expectText(at.page, '変数', /"after"/);
    await expectAnswer(at.page, /^\{\s*"data"/);
    // From another tab it leads back to its own.
    await at.page.getByRole('button', { name: 'Municipalities' }).click();
    await entry.click();
    await at.page.locator('.graphiql-tab-active', { hasText: 'NextPage' }).waitFor();
    expect(await tabs.count()).toBe(2);
    expectClean(at);
  });

  test('a link fills in its query and variables, which run, and can be copied as a link again', async () => {
    const at = await visit(linkTo(question));
    await expectText(at.page, 'クエリの編集', /query Sdg\(\$number: Int\)/);
    await expectText(at.page, '変数', /"number": 17/);
    await run(at.page);
    await at.page.getByText(/コスト \d/).waitFor();
    await expectAnswer(at.page, /"number": 17/);
    await at.page.getByRole('button', { name: 'このクエリへのリンクをコピー' }).click();
    await expectCopied(at.page, `${new URL(at.page.url()).origin}${linkTo(question)}`);
    // The address is that link as long as the tab holds this operation.
    expect(at.page.url()).toBe(`${new URL(at.page.url()).origin}${linkTo(question)}`);
    expectClean(at);
  });

  test('a link that says so runs at once, once', async () => {
    const at = await visit(`${linkTo(question)}&run`);
    await expectAnswer(at.page, /"number": 17/);
    await eventually(async () => expect(new URL(at.page.url()).searchParams.has('run')).toBe(false));
    await at.page.reload();
    await expectText(at.page, 'クエリの編集', /query Sdg\(\$number: Int\)/);
    await at.page.getByText('まだ実行していません').waitFor();
    expect(await at.page.locator('.graphiql-tab').count()).toBe(1);
    expectClean(at);
  });

  test('what an operation will cost is told before it runs, and that it would be refused', async () => {
    const at = await visit(linkTo(question));
    await at.page.getByText(/いまのクエリのコスト：[\d,]+（上限 [\d,]+）/).waitFor();
    await at.page.getByText('まだ実行していません').waitFor();
    const level = (below: string) =>
      `measures(first: 500) { nodes { departments(first: 500) { nodes { ${below} } } } }`;
    const large = { query: `{ ${level(level('name'))} }`, variables: '', operationName: null };
    const costly = await visit(linkTo(large));
    await costly.page.getByRole('alert').getByText('超えるため実行できません').waitFor();
    await costly.page.getByRole('button', { name: 'English' }).click();
    await costly.page.getByRole('alert').getByText('cannot be run').waitFor();
    expectClean(costly);
  });

  test('the lists of an answer are saved as CSV, as the operation asks for them', async () => {
    const query =
      '{ sdgs(filter: { number: { lt: 3 } }) { nodes { number name } } measures(first: 1) { nodes { code } } }';
    const at = await visit(`${linkTo({ query, variables: '', operationName: null })}&run`);
    await at.page.getByLabel('保存する一覧').selectOption('sdgs');
    const [download] = await Promise.all([
      at.page.waitForEvent('download'),
      at.page.getByRole('button', { name: 'CSV で保存' }).click(),
    ]);
    const saved = await readFile(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    expect(saved.trim().split(/\r?\n/)).toHaveLength(3);
    expect(saved).toContain('貧困');
    expectClean(at);
  });

  test('title, names of controls and tooltips follow the language', async () => {
    const at = await visit('/graphql');
    const { page } = at;
    expect(await page.title()).toBe('API プレイグラウンド — 政策グラフ');
    await page.getByRole('button', { name: /^クエリを整形/ }).hover();
    await page
      .locator('.graphiql-tooltip')
      .getByText(/^クエリを整形/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await eventually(async () => expect(await page.title()).toBe('API playground — Policy graph'));
    await page.getByRole('button', { name: 'Hide Examples', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Prettify query/ }).hover();
    await page
      .locator('.graphiql-tooltip')
      .getByText(/^Prettify query/)
      .first()
      .waitFor();
    expectClean(at);
  });

  test('each pane opens at its top, however far the one before was scrolled', async () => {
    const at = await visit('/graphql');
    const place = at.page.locator('.graphiql-plugin');
    const top = () => place.evaluate((element) => element.scrollTop);
    for (const name of [
      '「クエリ作成」を開く',
      '「ドキュメント」を開く',
      '「実行の詳細」を開く',
      '「クエリ例」を開く',
    ]) {
      await place.evaluate((element) => element.scrollTo(0, 2_000));
      await at.page.getByRole('button', { name }).click();
      await eventually(async () => expect(await top()).toBe(0));
    }
    expectClean(at);
  });

  test('what an operation took is shown: cost, times, statements to copy, and operators on demand', async () => {
    const at = await visit(linkTo(question));
    await run(at.page);
    await at.page.getByRole('button', { name: '詳細を開く' }).click();
    const pane = at.page.getByRole('region', { name: '実行の詳細' });
    await pane.getByText(/（上限 [\d,]+）/).waitFor();
    await pane.getByRole('button', { name: '文をコピー' }).first().click();
    await expectCopied(at.page, expect.stringMatching(/MATCH \(\w+:Sdg\)/));
    await pane.getByLabel(/Neo4jの演算子/).check();
    await pane
      .getByRole('rowheader', { name: /ProduceResults/ })
      .first()
      .waitFor();
    await expectAnswer(at.page, /^(?!.*"extensions")\{\s*"data"/);
    await pane.getByLabel(/extensions/).check();
    await at.page.getByLabel('応答').getByText('"extensions"').waitFor();
    expectClean(at);
  });

  test('a mistake is explained in the language of the page', async () => {
    const at = await visit(linkTo({ query: '{ nope }', variables: '', operationName: null }));
    await run(at.page);
    await at.page.getByRole('alert').getByText('項目「nope」はありません').waitFor();
    await at.page.getByRole('button', { name: 'English' }).click();
    await at.page.getByRole('alert').getByText('Cannot query field "nope"').waitFor();
    expectClean(at);
  });

  test('the query builder writes the query that is chosen in it', async () => {
    const at = await visit('/graphql');
    await at.page.getByRole('button', { name: '「クエリ作成」を開く' }).click();
    const builder = at.page.locator('.graphiql-explorer-root');
    await builder.getByText('code', { exact: true }).first().click();
    await at.page.getByLabel('クエリの編集').getByText('code', { exact: true }).waitFor();
    expectClean(at);
  });

  test('the documentation describes the schema', async () => {
    const at = await visit('/graphql');
    await at.page.getByRole('button', { name: '「ドキュメント」を開く' }).click();
    await at.page.getByRole('link', { name: 'Measure', exact: true }).click();
    await at.page.getByText('施策中項目').first().waitFor();
    expectClean(at);
  });

  test('it leads back to the explorer and to the schema map', async () => {
    const { page } = await visit('/graphql');
    expect(await page.getByRole('link', { name: 'スキーマ図' }).getAttribute('href')).toBe('/schema');
    await page.getByRole('link', { name: 'エクスプローラー' }).click();
    await page.waitForURL((address) => address.pathname === '/');
  });
});

describe('closed', () => {
  describeInBrowser(
    'a playground of a service that tells neither its schema nor how it answers',
    ({ visit }) => {
      test('says so, and runs examples all the same', async () => {
        const at = await visit('/graphql');
        await at.page.getByRole('alert').getByText('スキーマを取得できないため').waitFor();
        await at.page.locator('.gallery-entry').first().click();
        await at.page.getByText(/往復/).waitFor();
        await expectAnswer(at.page, /^\{\s*"data"/);
        await at.page.getByRole('button', { name: '詳細を開く' }).click();
        await at.page.getByText('実行の詳細の表示が許可されていません').waitFor();
        // Browsers note by themselves that the schema was refused.
        expect(at.faults.filter((fault) => !fault.includes('status of 400'))).toEqual([]);
      });
    },
    { introspection: false, explain: false },
  );
});
