/**
 * Adds a node type to a copy of the project, as `docs/development.md` says ("Add a node type"), and meets it wherever the
 * types of the model are met: its declaration and its tables are all that was written for it.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Parser } from 'n3';
import type { Browser, Page } from 'playwright-core';
import { trialDeclarations, trialTables } from '../fixtures/trial-type.js';
import { sendTo } from '../http/service.js';
import { retried } from '../retried.js';
import { executable, launchBrowser } from '../seeded/browser/chromium.js';
import { temporaryFolders } from '../temporary-folder.js';
import { freshDatabase } from './neo4j.js';
import { copyOfProject, edit, freePorts, runInCopy, startInCopy } from './project-copy.js';
import { patience } from './seeded.js';

jest.setTimeout(240_000);
const temporaryFolder = temporaryFolders();
const hall = 'midorino:facility:3';
const measure = 'midorino:measure:3-1-1';
let service: ChildProcess;
let url: string;

/** Declares the type, its edge type and the field at the edge's other end. */
async function declareIn(copy: string): Promise<void> {
  const model = join(copy, 'src/model');
  await writeFile(join(model, 'nodes/facility.ts'), await trialDeclarations());
  await edit(join(model, 'nodes/index.ts'), /import \* as linkage/, "import { Facility } from './facility.js';\n$&");
  await edit(join(model, 'nodes/index.ts'), /\n\} satisfies/, '\n  Facility,$&');
  await edit(join(model, 'edges.ts'), /import /, "import { USES } from './nodes/facility.js';\n$&");
  await edit(join(model, 'edges.ts'), /\n\} satisfies/, '\n  USES,$&');
  await edit(
    join(model, 'nodes/plan.ts'),
    /\n {4}nameOnly: flag/,
    "\n    facilities: connection('Facility', out('USES'), 'Facilities that it uses.', '利用施設'),$&",
  );
}

beforeAll(async () => {
  await (await freshDatabase()).close();
  const copy = await copyOfProject(await temporaryFolder());
  await declareIn(copy);
  for (const [name, table] of Object.entries(trialTables)) await writeFile(join(copy, 'seed', name), table);
  const fromSources = ['--import', './tests/typescript.mjs', 'src/cli.ts'];
  await runInCopy(copy, process.execPath, ...fromSources, 'schema');
  await runInCopy(copy, 'npm', 'run', '--silent', 'build:pages');
  const port = await freePorts();
  url = `http://127.0.0.1:${port}`;
  service = startInCopy(copy, port, 'src/cli.ts', 'start');
  await retried(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { within: 2 * patience });
});

afterAll(async () => {
  if (!service || service.exitCode !== null) return;
  service.kill('SIGTERM');
  await once(service, 'exit');
});

const json = { 'content-type': 'application/json' };

async function ask(query: string) {
  const answer = await sendTo(url, { headers: json, body: JSON.stringify({ query }) });
  return answer.json();
}

async function download(path: string): Promise<string> {
  const response = await fetch(`${url}${path}`, { headers: { 'apollo-require-preflight': '1' } });
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
}

test('its list, its look-up and its relationship answer with filters, orders, facets and sources', async () => {
  const answer = await ask(`{
    all: facilities(orderBy: [{ capacity: DESC }]) { totalCount nodes { id name nameEn number capacity stages } }
    natural: facilities { nodes { number } facets(by: MEASURES) { value count } }
    filtered: facilities(filter: { capacity: { lt: 100 }, measures: { none: { code: { eq: "3-1-1" } } } }) { nodes { name } }
    facility(number: 3) { measures { totalCount edges { sources { stage firstLine document { id } } node { id } } } }
    measures(filter: { facilities: { some: { number: { eq: 3 } } } }) {
      nodes { id facilities(orderBy: [{ name: ASC }]) { totalCount nodes { name } } }
    }
    node(id: "${hall}") { __typename ... on Entity { name } }
  }`);
  expect(answer).toEqual({
    data: {
      all: {
        totalCount: 2,
        nodes: [
          { id: hall, name: 'みどり会館', nameEn: 'Midori Hall', number: 3, capacity: 200, stages: ['DRAFT'] },
          expect.objectContaining({ name: 'みどり図書館', number: 10, capacity: 80 }),
        ],
      },
      natural: {
        nodes: [{ number: 3 }, { number: 10 }],
        facets: [
          { value: measure, count: 1 },
          { value: null, count: 1 },
        ],
      },
      filtered: { nodes: [{ name: 'みどり図書館' }] },
      facility: {
        measures: {
          totalCount: 1,
          edges: [
            {
              sources: [
                { stage: 'DRAFT', firstLine: 57, document: { id: 'midorino:source-document:review-sheets-3' } },
              ],
              node: { id: measure },
            },
          ],
        },
      },
      measures: { nodes: [{ id: measure, facilities: { totalCount: 1, nodes: [{ name: 'みどり会館' }] } }] },
      node: { __typename: 'Facility', name: 'みどり会館' },
    },
  });
});

test('it is found by its name, its number and its English name, and names of a column are resolved to it', async () => {
  const found = (query: string) => `search(query: "${query}", types: [FACILITY]) { nodes { id } }`;
  const { data } = await ask(`{
    name: ${found('みどり会館')}
    number: ${found('Facility 3')}
    english: ${found('midori hall')}
    any: search(query: "みどり会館") { nodes { id } }
    resolveNames(names: ["みどり会館", "みどり図書館"], types: [FACILITY]) { best { node { name } } }
  }`);
  const first = { nodes: [{ id: hall }] };
  expect(data).toMatchObject({ name: first, number: first, english: first, any: first });
  expect(data).toMatchObject({
    resolveNames: [{ best: { node: { name: 'みどり会館' } } }, { best: { node: { name: 'みどり図書館' } } }],
  });
});

test('paths lead to it in sentences, and it is a neighbour', async () => {
  const { data } = await ask(`{
    paths(from: "${hall}", to: "midorino:department:緑地課") {
      paths { hops { relationship direction sentence } nodes { id } }
    }
    neighborhood(ids: ["${measure}"], types: [FACILITY]) {
      nodes { thingId type distance }
      edges { type fromThingId toThingId sentence }
    }
  }`);
  expect(data).toMatchObject({
    paths: {
      paths: expect.arrayContaining([
        {
          hops: [
            expect.objectContaining({
              relationship: 'USES',
              sentence: '「遊歩道の整備」は「みどり会館」を利用します。',
            }),
            expect.objectContaining({ relationship: 'OWNED_BY' }),
          ],
          nodes: [{ id: hall }, { id: measure }, { id: 'midorino:department:緑地課' }],
        },
      ]),
    },
    neighborhood: {
      nodes: expect.arrayContaining([{ thingId: hall, type: 'Facility', distance: 1 }]),
      edges: [
        {
          type: 'USES',
          fromThingId: measure,
          toThingId: hall,
          sentence: '「遊歩道の整備」は「みどり会館」を利用します。',
        },
      ],
    },
  });
});

test('it is exported as a table, as linked data and as a graph', async () => {
  const query = encodeURIComponent('{ facilities { nodes { name capacity measures { nodes { code } } } } }');
  expect((await download(`/export/facilities.csv?query=${query}`)).replace('\ufeff', '').split(/\r?\n/)).toEqual([
    'name,capacity,measures.nodes.code',
    'みどり会館,200,3-1-1',
    'みどり図書館,80,',
    '',
  ]);
  expect(await download(`/export/facilities.jsonl?query=${query}`)).toContain('みどり図書館');

  const quads = new Parser().parse(await download('/export/graph.ttl'));
  const triples = quads.map(({ subject, predicate, object }) => [subject, predicate, object].map(({ value }) => value));
  const subject = `urn:policy-graph:${hall}`;
  const about = triples
    .filter(([one]) => one === subject)
    .map(([, predicate = '', value]) => [predicate.replace(/^.*[#/:]/, ''), value]);
  expect(about).toEqual(
    expect.arrayContaining([
      ['type', expect.stringMatching(/Facility$/)],
      ['label', 'みどり会館'],
      ['capacity', '200'],
    ]),
  );
  expect(triples).toContainEqual([`urn:policy-graph:${measure}`, expect.stringMatching(/uses$/), subject]);
  expect(await download(`/export/graph.jsonld?ids=${hall}&depth=1`)).toContain('みどり会館');
  expect(await download('/export/graph.graphml')).toMatch(/みどり会館[\s\S]*USES/);
});

const inBrowser = executable ? describe : describe.skip;

inBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(() => browser.close());

  /** Opens a page in Japanese and waits until it holds the texts. */
  async function open(path: string, ...texts: readonly string[]): Promise<Page> {
    const context = await browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce' });
    // Nothing is planned yet, and other tests may share the machine.
    context.setDefaultTimeout(2 * patience);
    const page = await context.newPage();
    await page.goto(url + path);
    for (const text of texts) await page.getByText(text).first().waitFor();
    return page;
  }

  test('it has a list, with its columns, and one of its values chosen', async () => {
    const page = await open('/lists/facilities', '公共施設');
    await page.getByRole('columnheader', { name: '定員' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'みどり会館' });
    await row.getByText('200').waitFor();
    await row.getByRole('link', { name: 'みどり会館' }).click();
    await page.getByRole('heading', { level: 1, name: /みどり会館/ }).waitFor();
  });

  test('it has a page, with its facts, its relationships and a picture of its neighbours', async () => {
    const page = await open(`/things/${hall}`, '定員');
    const measures = page.getByRole('region', { name: /^利用する施策/ });
    await measures
      .getByRole('link', { name: /遊歩道の整備/ })
      .first()
      .waitFor();
    await page.locator('.neighborhood-picture a').filter({ hasText: '遊歩道の整備' }).waitFor();
    const user = await open(`/things/${measure}`);
    await user
      .getByRole('region', { name: /^利用施設/ })
      .getByRole('link', { name: /みどり会館/ })
      .waitFor();
  });

  test('it is among what search finds, what paths lead to, and the types of the schema', async () => {
    await open('/search?q=みどり会館', 'みどり会館');
    await open(`/paths?from=${hall}&to=midorino:department:緑地課`, '「遊歩道の整備」は「みどり会館」を利用します。');
    await open('/schema?type=Facility', '定員', 'MeasureConnection!');
  });

  test('it is drawn in the graph, with its relationship', async () => {
    const page = await open(`/graph?ids=${measure}`);
    await page.locator('.canvas canvas').first().waitFor();
    await page.getByLabel(/^公共施設 \d/).waitFor();
    await page.getByRole('link', { name: '図と表' }).click();
    const table = page.getByRole('table', { name: '関係の一覧' });
    await table
      .getByRole('row')
      .filter({ hasText: 'みどり会館' })
      .filter({ hasText: '利用する施設' })
      .first()
      .waitFor();
    const whole = await open('/graph?view=whole');
    await whole.getByLabel(/^公共施設 \d/).waitFor();
  });
});
