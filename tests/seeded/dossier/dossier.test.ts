import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { projectFile } from '../../../src/project-files.js';
import { type SeededService, seededService } from '../export/service.js';
import { patience } from '../seeded.js';

let service: SeededService;

jest.setTimeout(patience);

beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

interface Entry {
  readonly label: string;
  readonly text: string;
  readonly id: string | null;
  readonly uri: string | null;
  readonly sources: readonly { readonly firstLine: number; readonly document: { readonly id: string } }[];
}
interface Dossier {
  readonly title: string;
  readonly sections: readonly {
    readonly key: string;
    readonly truncated: boolean;
    readonly entries: readonly Entry[];
  }[];
}

const query = `query ($id: ID!, $stage: PlanStage) { dossier(id: $id, stage: $stage) { title sections { key truncated
  entries { label text id: thingId uri sources { firstLine document { id } } } } } }`;

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function post<Data>(query: string, variables: object = {}): Promise<Answer<Data>> {
  const answer = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as Answer<Data>;
}

const ask = (id: string, stage: string | null = null) => post<{ dossier: Dossier | null }>(query, { id, stage });

async function sectionsOf(
  id: string,
  stage: string | null = null,
): Promise<Readonly<Record<string, readonly Entry[]>>> {
  const { data } = await ask(id, stage);
  if (!data?.dossier) throw new Error(`expected a dossier of ${id}`);
  return Object.fromEntries(data.dossier.sections.map(({ key, entries }) => [key, entries]));
}

type Rows = Record<string, string>[];
const table = (name: string): Rows => parse(readFileSync(projectFile(`seed/${name}.csv`), 'utf8'), { columns: true });

/** Targets of the links in force that start at a node. */
const targets = (name: string, from: string) =>
  table(name)
    .filter((row) => row.from === from && row.effective === 'true')
    .map((row) => row.to);
const origins = (name: string, to: string) =>
  table(name)
    .filter((row) => row.to === to && row.effective === 'true')
    .map((row) => row.from);
const sorted = (values: readonly (string | null | undefined)[]) => [...values].sort();
const ids = (entries: readonly Entry[] = []) => sorted(entries.flatMap(({ id }) => id ?? []));

test('a measure: its owners, goals, sheets and linkage plans are those of the dataset', async () => {
  const sections = await sectionsOf('honjo:measure:5-2-3');
  expect(ids(sections.owners)).toEqual(sorted(targets('measure-departments', 'honjo:measure:5-2-3')));
  expect(ids(sections.sdgs)).toEqual(sorted(targets('policy-item-sdgs', 'honjo:policy-item:5-2')));
  expect(sections.sdgs?.map(({ uri }) => uri)).toContain('http://metadata.un.org/sdg/5');
  expect(ids(sections.reformSheets)).toEqual(sorted(origins('reform-sheet-measures', 'honjo:measure:5-2-3')));
  expect(sections.reformSheets?.find(({ label }) => label === '2-5 R5年度の評価')?.text).toBe('評価A');
  expect(ids(sections.linkagePlans)).toEqual(
    sorted([
      ...origins('initiative-policy-items', 'honjo:policy-item:5-2'),
      ...origins('linkage-plan-matrix', 'honjo:policy-item:5-2'),
    ]),
  );
});

test('a policy item: its measures, plans, projects and survey are those of the dataset', async () => {
  const item = 'honjo:policy-item:5-1';
  const sections = await sectionsOf(item);
  expect(ids(sections.measures)).toEqual(sorted(origins('measure-policy-item', item)));
  expect(ids(sections.indicators)).toEqual(sorted(origins('indicator-policy-item', item)));
  expect(ids(sections.relatedPlans)).toEqual(sorted(targets('policy-item-related-plans', item)));
  expect(ids(sections.projects)).toEqual(sorted(origins('project-policy-item', item)));
  expect(sections.survey?.map(({ label }) => label)).toEqual(['2012', '2016', '2021']);
  expect(sections.changes?.length).toBe(table('change-subjects').filter(({ to }) => to === item).length);
});

test('a department and a sheet name each other', async () => {
  const department = 'honjo:department:市民活動推進課';
  const sections = await sectionsOf(department);
  expect(ids(sections.measures)).toEqual(sorted(origins('measure-departments', department)));
  const led = origins('reform-sheet-leads', department);
  expect(ids(sections.ledSheets)).toEqual(sorted(led));
  expect(led.length).toBeGreaterThan(0);
  for (const sheet of led) expect(ids((await sectionsOf(sheet ?? '')).departments)).toContain(department);
});

test('a goal, a field, a plan and an initiative have the policy items of the dataset, with measures and departments', async () => {
  const goal = await sectionsOf('sdg:17');
  const touching = origins('policy-item-sdgs', 'sdg:17');
  expect(ids(goal.policyItems)).toEqual(sorted(touching));
  expect(ids(goal.measures)).toEqual(sorted(touching.flatMap((item) => origins('measure-policy-item', item ?? ''))));
  expect(ids(goal.owners)).toContain('honjo:department:市民活動推進課');
  expect(goal.goal?.[0]?.uri).toBe('http://metadata.un.org/sdg/17');

  const field = await sectionsOf('honjo:policy-field:5');
  expect(ids(field.policyItems)).toEqual(sorted(origins('policy-item-field', 'honjo:policy-field:5')));

  const plan = await sectionsOf('honjo:linkage-plan:1');
  const initiatives = origins('initiative-linkage-plan', 'honjo:linkage-plan:1');
  expect(ids(plan.initiatives)).toEqual(sorted(initiatives));
  expect(ids(plan.matrix)).toEqual(sorted(targets('linkage-plan-matrix', 'honjo:linkage-plan:1')));
  expect(ids(plan.indicators)).toEqual(sorted(origins('indicator-linkage-plan', 'honjo:linkage-plan:1')));
  const [first = ''] = sorted(initiatives);
  expect(ids((await sectionsOf(String(first))).policyItems)).toEqual(
    sorted(targets('initiative-policy-items', String(first))),
  );
});

test('a document says what it is and what the extraction remarked about its lines', async () => {
  const document = 'honjo:source-document:adopted-plan';
  const sections = await sectionsOf(document);
  expect(sections.document?.map(({ label }) => label)).toEqual([
    '表題',
    '種別',
    '発行者',
    '行数',
    '読み込んだファイルのSHA-256',
  ]);
  expect(sections.issues?.length ?? 0).toBe(origins('extraction-issue-document', document).length);
});

test('a document has the facts that were read from it, in the order of its lines', async () => {
  const document = 'honjo:source-document:adopted-plan';
  const { data } = await post<{
    node: { citedBy: { totalCount: number; nodes: { firstLine: number; sentence: string }[] } };
  }>(
    'query ($id: ID!) { node(id: $id) { ... on SourceDocument { citedBy(first: 500) { totalCount nodes { firstLine sentence } } } } }',
    { id: document },
  );
  const { totalCount = 0, nodes = [] } = data?.node.citedBy ?? {};
  const { facts } = await sectionsOf(document);
  expect(facts?.map(({ text }) => text)).toEqual(nodes.map(({ sentence }) => sentence));
  expect(facts?.map(({ sources }) => sources[0]?.firstLine)).toEqual(nodes.map(({ firstLine }) => firstLine));
  expect(facts?.length).toBe(Math.min(500, totalCount));
  expect(totalCount).toBeGreaterThan(0);
});

test('a department has its partners, with what they share in which roles', async () => {
  const department = 'honjo:department:市民活動推進課';
  const { partners } = await sectionsOf(department);
  const { data } = await post<{
    department: { collaborators: { measureCount: number; sheetCount: number; partner: { id: string } }[] };
  }>(`{ department(name: "市民活動推進課") { collaborators { measureCount sheetCount partner { id } } } }`);
  const expected = data?.department.collaborators ?? [];
  expect(expected.length).toBeGreaterThan(0);
  expect(ids(partners)).toEqual(sorted(expected.map(({ partner }) => partner.id)));
  for (const { partner, measureCount, sheetCount } of expected)
    expect(partners?.find(({ id }) => id === partner.id)?.text).toMatch(
      new RegExp(`^施策中項目 ${measureCount} 件、実施計画シート ${sheetCount} 件：.+（.+–.+）`),
    );
  expect(partners?.every(({ sources }) => sources.length > 0)).toBe(true);
});

test('a page says its day, the revision of its data and its address, for whoever has it on paper', async () => {
  const html = await (await fetch(`${service.url}/dossier/honjo:measure:5-2-3?lang=en`)).text();
  const [row] = await service.connection.read<{ revision: string }>('MATCH (d:Dataset) RETURN d.revision AS revision');
  expect(html).toContain(`<dt>Revision of the data</dt><dd>${row?.revision}</dd>`);
  expect(html).toContain(`<dt>Address</dt><dd>${service.url}/dossier/honjo:measure:5-2-3?lang=en</dd>`);
  expect(html).toMatch(/<dt>Date<\/dt><dd>\d{4}-\d\d-\d\d<\/dd>/);
});

test.each([
  'honjo:measure:5-2-3',
  'honjo:policy-item:6-2',
  'honjo:department:財政課',
  'honjo:reform-sheet:1-9',
  'honjo:policy-field:5',
  'honjo:linkage-plan:1',
])('%s: every line says where it was read, but for the summary, which is this service’s own', async (id) => {
  const { data } = await ask(id);
  const lines = data?.dossier?.sections.flatMap(({ entries }) => entries) ?? [];
  expect(lines.length).toBeGreaterThan(3);
  const without = lines.filter(({ label, sources }) => sources.length === 0 && label !== '要約');
  expect(without).toEqual([]);
  expect(data?.dossier?.sections.every(({ truncated }) => !truncated)).toBe(true);
});

test('at a stage a dossier has what that stage prints', async () => {
  const adopted = await sectionsOf('honjo:measure:5-2-3', 'ADOPTED');
  // Of both it was not read: sections without a line, that say so.
  expect(adopted.owners).toEqual([]);
  expect(adopted.sdgs).toEqual([]);
});

test('what is no longer in force is shown as the last stage had it, with its links, and the page says so', async () => {
  const id = 'honjo:measure:5-6-3:current';
  const sections = await sectionsOf(id);
  expect(sections).toEqual(await sectionsOf(id, 'CURRENT'));
  expect(sections.owners?.length).toBeGreaterThan(0);
  const html = await (await fetch(`${service.url}/dossier/${id}?lang=en`)).text();
  expect(html).toContain('No longer in force. Shown as the current plan has it');
});

test('what has no dossier is null, or refused where it never has one', async () => {
  expect((await ask('honjo:measure:9-9-9')).data?.dossier).toBeNull();
  expect((await ask('nothing')).data?.dossier).toBeNull();
  expect((await ask('honjo:reform-field:1')).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('the page is Japanese, English where that is asked for, and 404 in both for what is unknown', async () => {
  const page = async (path: string) => fetch(`${service.url}/dossier/${path}`);
  const japanese = await page('honjo:measure:5-2-3');
  expect(japanese.status).toBe(200);
  expect(japanese.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const html = await japanese.text();
  expect(html).toContain('<html lang="ja">');
  expect(html).toContain('5-2-3 男女共同参画の推進');
  expect(html).toMatch(/<li id="document-2">\[2\] <span>総合振興計画後期基本計画 第5章から第7章<\/span>/);
  expect(html).toContain('<a href="#document-2">[2]</a> 156–158行（確定計画）');
  expect(html).toContain('href="/things/honjo:measure:5-2-3"');
  expect(await (await page('honjo:measure:5-2-3?lang=en')).text()).toContain('5-2-3 Promotion of Gender Equality');
  const unknown = await page('honjo:measure:9-9-9');
  expect(unknown.status).toBe(404);
  const words = await unknown.text();
  expect(words).toContain('この識別子の項目はありません。');
  expect(words).toContain('There is nothing with this id.');
  expect(await (await page('honjo:measure:9-9-9?lang=en')).text()).toContain('<html lang="en">');
  expect((await page('honjo:reform-field:1')).status).toBe(400);
  expect((await page('honjo:measure:5-2-3?stage=LATER')).status).toBe(400);
});

test('a section says what was not read, also where it has no line, and none is left out but what is none', async () => {
  const asked = `query ($id: ID!, $stage: PlanStage) { dossier(id: $id, stage: $stage) {
    sections { key entries { label } coverage { state note missing { type field ids } } } } }`;
  const answer = await fetch(`${service.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: asked, variables: { id: 'honjo:policy-item:1-3', stage: 'ADOPTED' } }),
  });
  const { data } = (await answer.json()) as {
    data: {
      dossier: {
        sections: { key: string; entries: object[]; coverage: { state: string; note: string; missing: object[] } }[];
      };
    };
  };
  const states = Object.fromEntries(data.dossier.sections.map(({ key, coverage }) => [key, coverage.state]));
  // Of chapters 1 to 4 of the adopted plan no more than names was read.
  expect(states).toMatchObject({
    identity: 'COMPLETE',
    sdgs: 'NOT_READ',
    indicators: 'NOT_READ',
    projects: 'NOT_READ',
  });
  const sdgs = data.dossier.sections.find(({ key }) => key === 'sdgs');
  expect(sdgs).toMatchObject({
    entries: [],
    coverage: { missing: [{ type: 'PolicyItem', field: 'sdgs', ids: ['honjo:policy-item:1-3'] }] },
  });
  expect(sdgs?.coverage.note).toContain('未読');
});
