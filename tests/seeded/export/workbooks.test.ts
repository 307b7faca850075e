/** Tables for people, opened by a library that reads what spreadsheet programs read. */

import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { patience } from '../seeded.js';
import { type SeededService, seededService } from './service.js';

let service: SeededService;

jest.setTimeout(patience);

beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

const get = (path: string, parameters: Readonly<Record<string, string>>) =>
  fetch(`${service.url}/export/${path}?${new URLSearchParams(parameters)}`);

async function opened(path: string, parameters: Readonly<Record<string, string>>) {
  const answer = await get(path, parameters);
  if (answer.status !== 200) throw new Error(await answer.text());
  const book = new Workbook();
  await book.xlsx.load(new Uint8Array(await answer.arrayBuffer()));
  const [table, about] = book.worksheets;
  if (!table || !about) throw new Error('expected two sheets');
  const name = decodeURIComponent(answer.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '');
  return { book, table, about, name, disposition: answer.headers.get('content-disposition') ?? '' };
}

const rowsOf = (sheet: Worksheet): unknown[][] => {
  const rows: unknown[][] = [];
  sheet.eachRow((row) => rows.push([...(row.values as unknown[]).slice(1)].map((value) => value ?? null)));
  return rows;
};
const headingsOf = (sheet: Worksheet) => rowsOf(sheet)[0];
const columnOf = (sheet: Worksheet, heading: string) => {
  const [headings = [], ...rows] = rowsOf(sheet);
  const index = headings.indexOf(heading);
  if (index < 0) throw new Error(`expected ${heading} among ${headings.join(', ')}`);
  return rows.map((row) => row[index] ?? null);
};
const saidOf = (sheet: Worksheet, label: string) =>
  rowsOf(sheet)
    .filter(([first]) => first === label)
    .map(([, said]) => said);

const measures = `query ($stage: PlanStage) {
  measures(stage: $stage, filter: { sdgs: { some: { number: { eq: 17 } } }, departments: { some: { id: { eq: "honjo:department:市民活動推進課" } } } }) {
    nodes {
      id code name nameEn nameOnly stages
      policyItem { id code name nameEn satisfaction }
      departments { totalCount nodes { id name nameEn } }
      sdgs { nodes { id number name nameEn color } }
      reformSheets { nodes { id number name nameEn evaluations { id grade fiscalYear era } } }
    }
  }
}`;

test('a workbook for people has headings, values and sheets in words, and says what it is', async () => {
  const { table, about, name, disposition } = await opened('measures.xlsx', { query: measures, labels: 'ja' });
  expect(name).toMatch(/^施策中項目_SDG17_市民活動推進課_\d{4}-\d\d-\d\d\.xlsx$/);
  expect(disposition).toMatch(/filename="measures_SDG17_\d{4}-\d\d-\d\d\.xlsx"/);
  expect([table.name, about.name]).toEqual(['施策中項目', 'この表について']);
  expect(headingsOf(table)).toEqual([
    '施策中項目番号',
    '名称',
    '名称のみ判明',
    '計画段階',
    '施策大項目',
    '施策大項目 / 市民満足度',
    '評価回答部署 / 総件数',
    '評価回答部署',
    '関連するSDGs（導出）',
    '実施計画シート',
    '実施計画シート / 年度末評価',
    '出典',
  ]);
});

test('cells are numbers, codes and texts as what they are, under a header that stays, as wide as they need', async () => {
  const { table } = await opened('measures.xlsx', { query: measures, labels: 'ja' });
  expect(columnOf(table, '施策中項目番号')).toContain('5-2-3');
  expect(table.getCell('A2')).toMatchObject({ type: 3, numFmt: '@' });
  for (const heading of ['施策大項目 / 市民満足度', '評価回答部署 / 総件数'])
    for (const value of columnOf(table, heading)) expect(typeof value).toBe('number');
  expect(new Set(columnOf(table, '名称のみ判明'))).toEqual(new Set(['いいえ']));
  const row = columnOf(table, '施策中項目番号').indexOf('5-2-3');
  expect(columnOf(table, '施策大項目')[row]).toBe('5-2 人権を尊重する社会の実現');
  expect(columnOf(table, '実施計画シート')[row]).toBe('2-5 審議会等への女性委員登用の向上');
  expect(columnOf(table, '実施計画シート / 年度末評価')[row]).toBe('評価A R5');
  expect(columnOf(table, '計画段階')[row]).toBe('現行計画; 素案; 確定計画');
  expect(columnOf(table, '出典')[row]).toContain('132〜133行（現行計画・素案）');
  expect(table.views).toEqual([expect.objectContaining({ state: 'frozen', ySplit: 1 })]);
  expect(table.getRow(1).font?.bold ?? table.getCell('A1').font?.bold).toBe(true);
  const widths = Array.from({ length: table.columnCount }, (_, index) => table.getColumn(index + 1).width ?? 0);
  // Fourteen Japanese characters and a margin; the lines of the sources break.
  expect(widths[1]).toBeGreaterThanOrEqual(2 * '自治会の支援'.length + 2);
  expect(Math.max(...widths)).toBeLessThanOrEqual(60);
});

test('the second sheet has the question in words, its conditions, the data, the documents and an address', async () => {
  const { about, table } = await opened('measures.xlsx', {
    query: measures,
    labels: 'ja',
    variables: '{"stage":"DRAFT"}',
  });
  const { datasets } = await answerTo('{ datasets { revision } }');
  expect(saidOf(about, '問い')).toEqual([
    '施策中項目の一覧、計画段階：素案、関連するSDGs（導出） / 番号：17、評価回答部署：市民活動推進課',
  ]);
  expect(saidOf(about, '条件')).toEqual([
    '計画段階：素案',
    '関連するSDGs（導出） / 番号：17',
    '評価回答部署：市民活動推進課',
  ]);
  expect(saidOf(about, '行数')).toEqual([table.rowCount - 1]);
  expect(saidOf(about, 'データの版')).toEqual([(datasets as { revision: string }[])[0]?.revision]);
  expect(saidOf(about, '作成日')).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  expect(saidOf(about, '出典文書')).toEqual(['総合振興計画後期基本計画（素案）について 5. 市民生活分野']);
  expect(saidOf(about, '収録範囲')).toHaveLength(1);
  const [address] = saidOf(about, 'この表のアドレス');
  const again = await fetch(String(address));
  expect(again.status).toBe(200);
  expect(again.headers.get('content-disposition')).toContain('measures_SDG17');
});

test('in English it is English, by names where there are any', async () => {
  const { table, about, name } = await opened('measures.xlsx', { query: measures, labels: 'en' });
  expect(name).toMatch(/^Measures_SDG17_Citizen_Activity_Promotion_Division_/);
  expect(headingsOf(table)?.slice(0, 5)).toEqual(['Code', 'Name', 'Name only', 'Stages', 'Policy item']);
  expect(columnOf(table, 'Departments')).toContain('Citizen Activity Promotion Division');
  expect(columnOf(table, 'SDGs (derived)').join()).toContain('17 Partnerships for the Goals');
  expect(saidOf(about, 'Question')).toEqual([
    'List: Measures, SDGs (derived) / Number: 17, Departments: Citizen Activity Promotion Division',
  ]);
});

test('a count of what was not read is told beside the list, whose rows are all there', async () => {
  const goals = (fields: string) => `{ sdgs { nodes { number name ${fields} } } }`;
  const told = async (query: string, parameters: Readonly<Record<string, string>> = {}) => {
    const { table, about } = await opened('sdgs.xlsx', { query, labels: 'ja', ...parameters });
    return { headings: headingsOf(table), said: String(saidOf(about, '収録範囲')) };
  };
  const plain = await told(goals(''));
  expect(plain.said).toContain('読み込んだ文書がすべてを挙げています');
  const asked = 'coverage(fields: ["measures"]) { field coverage { state } }';
  const counted = await told(goals(`measures { totalCount } ${asked}`));
  expect(counted.said).not.toContain('読み込んだ文書がすべてを挙げています');
  expect(counted.said).toMatch(/次の列には未読または一部未読の行があり.*施策中項目/);
  expect(counted.headings).toHaveLength((plain.headings?.length ?? 0) + 1);
  const left = await told(goals('measures { totalCount }'), { columns: 'number,name' });
  expect(left.said).toContain('読み込んだ文書がすべてを挙げています');
});

test('what was not read of the nodes of links is told beside them', async () => {
  const { about } = await opened('sdg.policyItems.xlsx', {
    query:
      '{ sdg(number: 17) { policyItems { edges { node { code name measures { totalCount } indicators { totalCount } } } } } }',
    labels: 'en',
  });
  expect(String(saidOf(about, 'Coverage'))).not.toContain('list all of it');
});

test('what was not read is empty in CSV, null in JSON Lines and said in cells of a workbook, at every level', async () => {
  const query = `{ policyItems(stage: ADOPTED, orderBy: [{ code: ASC }]) { nodes {
    code sdgs { totalCount nodes { number name } } measures { totalCount edges { node { code departments { totalCount } } } } } } }`;
  const lines = (await (await get('policyItems.jsonl', { query })).text()).trim().split('\n');
  const [notRead, ...others] = lines.map((line) => JSON.parse(line));
  expect(notRead).toEqual({
    code: '1-1',
    sdgs: { totalCount: null, nodes: null },
    measures: { totalCount: null, edges: null },
  });
  const read = others.find(({ code }) => code === '5-1');
  expect(read).toMatchObject({ code: '5-1', sdgs: { totalCount: null, nodes: null }, measures: { totalCount: 4 } });
  expect(read.measures.edges[0]).toEqual({ node: { code: '5-1-1', departments: { totalCount: null } } });
  const csv = parse(await (await get('policyItems.csv', { query })).text(), { bom: true }) as string[][];
  expect(csv[1]).toEqual(['1-1', '', '', '', '', '', '']);
  expect(csv.find(([code]) => code === '5-1')).toEqual([
    '5-1',
    '',
    '',
    '',
    '4',
    '5-1-1; 5-1-2; 5-1-3; 5-1-4',
    '; ; ; ',
  ]);
  const { table, about } = await opened('policyItems.xlsx', { query, labels: 'ja' });
  expect(rowsOf(table)[1]?.slice(0, 4)).toEqual(['1-1', '未読', '未読', '未読']);
  expect(String(saidOf(about, '収録範囲'))).toMatch(/関連するSDGs.*施策中項目 \/ 評価回答部署/);
  const text = await (await get('policyItems.csv', { query, labels: 'ja' })).text();
  expect(text).not.toContain('未読');
});

const sheets =
  '{ reformSheets(first: 3) { nodes { number name annualGoals { fiscalYear era text value } evaluations { fiscalYear grade } } } }';

test('the years of a series are rows, with all series of a year in one, or columns', async () => {
  const rows = await opened('reformSheets.xlsx', { query: sheets, labels: 'ja', series: 'rows' });
  expect(headingsOf(rows.table)?.slice(0, 6)).toEqual([
    'シート番号',
    '名称',
    '年度',
    '各年度達成目標 / 目標',
    '各年度達成目標 / 数値',
    '年度末評価',
  ]);
  const [, first] = rowsOf(rows.table);
  expect(first?.slice(2, 6)).toEqual([2023, expect.any(String), 80, '評価B']);
  expect(columnOf(rows.table, '年度').slice(0, 5)).toEqual([2023, 2024, 2025, 2026, 2027]);
  // As pages ask for it: with the columns that they show.
  const chosen = await opened('reformSheets.xlsx', {
    ...{ query: sheets, labels: 'ja', series: 'rows' },
    ...{ columns: 'number,evaluations', sources: 'false' },
  });
  expect(headingsOf(chosen.table)).toEqual(['シート番号', '年度', '年度末評価']);

  const columns = await opened('reformSheets.xlsx', { query: sheets, labels: 'ja', series: 'columns' });
  expect(columnOf(columns.table, '各年度達成目標 / 2025年度 / 数値')).toEqual([80, null, 20]);
  expect(columnOf(columns.table, '年度末評価 / 2023年度')).toEqual(['評価B', '評価B', '評価A']);
});

test('columns are chosen by their paths, in that order, in words and by response paths', async () => {
  const chosen = { query: measures, columns: 'departments,code' };
  const { table } = await opened('measures.xlsx', { ...chosen, labels: 'ja', sources: 'false' });
  expect(headingsOf(table)).toEqual(['評価回答部署 / 総件数', '評価回答部署', '施策中項目番号']);
  const csv = await (await get('measures.csv', chosen)).text();
  expect(csv.slice(0, csv.indexOf('\r'))).toBe(
    'departments.totalCount,departments.nodes.id,departments.nodes.name,departments.nodes.nameEn,code',
  );
  const wrong = await get('measures.csv', { ...chosen, columns: 'nothing' });
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain('departments.name');
});

test('a CSV for people keeps codes from becoming dates, unless it is for a program', async () => {
  const rows = async (more: object) => {
    const text = await (await get('measures.csv', { query: measures, labels: 'ja', ...more })).text();
    return parse(text, { columns: true }) as Record<string, string>[];
  };
  expect((await rows({})).map((row) => row.施策中項目番号)).toContain('="5-2-3"');
  expect((await rows({ codes: 'plain' })).map((row) => row.施策中項目番号)).toContain('5-2-3');
  expect((await rows({ labels: 'api' })).map((row) => row.code)).toContain('5-2-3');
});

test('a list below a thing, a cross table and what has no lines of its own are tables for people, too', async () => {
  const below = await opened('department.measures.xlsx', {
    query:
      '{ department(name: "市民活動推進課") { measures { edges { stages sources { stage firstLine lastLine document { name } } node { code name } } } } }',
    labels: 'ja',
  });
  expect(below.name).toMatch(/^担当する施策中項目_市民活動推進課_/);
  expect(headingsOf(below.table)).toEqual(['計画段階', '出典', '施策中項目番号', '名称']);
  expect(saidOf(below.about, '出典文書').length).toBeGreaterThan(0);
  const derived = await opened('measure.sdgs.xlsx', {
    query: '{ measure(code: "5-2-3") { sdgs { edges { node { number name } } } } }',
    labels: 'ja',
  });
  expect(headingsOf(derived.table)).toEqual(['番号', '名称', '導出の経路', '出典']);
  expect(new Set(columnOf(derived.table, '導出の経路'))).toEqual(new Set(['5-2 人権を尊重する社会の実現']));
  expect(columnOf(derived.table, '出典').every((lines) => /\d行/.test(String(lines)))).toBe(true);
  const crossed = await opened('crossTab.xlsx', {
    query: '{ crossTab(rows: REFORM_FIELD, columns: GRADE, count: REFORM_SHEETS) { note } }',
    labels: 'ja',
  });
  expect(crossed.name).toMatch(/^集計表_/);
  expect(headingsOf(crossed.table)?.[0]).toBe('項目');
  expect(saidOf(crossed.about, '収録範囲')).toEqual([expect.stringMatching(/^網羅 /)]);
  const unread = await opened('crossTab.xlsx', {
    query: '{ crossTab(rows: POLICY_FIELD, columns: SDG, count: MEASURES, stage: ADOPTED) { note } }',
    labels: 'ja',
  });
  expect(saidOf(unread.about, '収録範囲')).toEqual([expect.stringMatching(/^(?!網羅)./)]);
  expect(headingsOf(unread.table)).toEqual(['項目', '未読', '計（重複を除く）']);
  const gaps = await opened('gaps.xlsx', {
    query:
      '{ gaps(kinds: [SHEET_WITHOUT_GRADE]) { nodes { kind reason reasonEn subject { __typename id name ... on ReformSheet { number } } } } }',
    labels: 'ja',
  });
  expect(headingsOf(gaps.table)).toEqual(['種類', '理由', '対象', '出典']);
  expect(columnOf(gaps.table, '対象')[0]).toMatch(/^\d-\d+ ./);
});

test('a cross table has no number where it was not read, 0 where there is none, and says so', async () => {
  const query = '{ crossTab(rows: POLICY_FIELD, columns: SDG, count: POLICY_ITEMS) { note } }';
  const { table, about } = await opened('crossTab.xlsx', { query, labels: 'ja' });
  const [headings = [], ...rows] = rowsOf(table);
  expect(headings.slice(-2)).toEqual(['未読', '計（重複を除く）']);
  // Of the chapters 1 to 4 no goal was read.
  for (const row of rows.slice(0, 4)) expect(row.slice(1, -2).every((cell) => cell === null)).toBe(true);
  for (const row of rows.slice(4, 6)) expect(row.slice(1, -1).every((cell) => typeof cell === 'number')).toBe(true);
  expect(rows.slice(4, 6).flat()).toContain(0);
  expect(String(saidOf(about, '収録範囲'))).toContain('空欄は、未読のため件数が分からない');
  const csv = await (await get('crossTab.csv', { query })).text();
  const lines = (parse(csv.replace(/^\ufeff/, '')) as string[][]).slice(1);
  expect(lines.map((line) => line.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell || null)))).toEqual(rows);
  const read = await opened('crossTab.xlsx', {
    query: '{ crossTab(rows: REFORM_FIELD, columns: GRADE, count: REFORM_SHEETS) { note } }',
    labels: 'ja',
  });
  expect(rowsOf(read.table).flat()).not.toContain(null);
  expect(String(saidOf(read.about, '収録範囲'))).not.toContain('空欄');
});

test.each([
  ['measures.csv', { labels: 'fr' }],
  ['measures.jsonl', { labels: 'ja' }],
  ['measures.csv', { series: 'rows' }],
  ['measures.xlsx', { labels: 'ja', codes: 'plain' }],
  ['measures.xlsx', { labels: 'ja', series: 'rows' }],
])('%s with %j is refused, as it would be overlooked', async (path, parameters) => {
  const answer = await get(path, { query: '{ measures { nodes { code } } }', ...parameters });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

test('JSON Lines has the labels of the API, which may be asked for by name', async () => {
  const query = '{ measures(first: 1) { nodes { code } } }';
  const [plain, named] = await Promise.all([
    get('measures.jsonl', { query }).then((answer) => answer.text()),
    get('measures.jsonl', { query, labels: 'api' }).then((answer) => answer.text()),
  ]);
  expect(named).toBe(plain);
});

const answerTo = async (query: string) => {
  const answer = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
};
