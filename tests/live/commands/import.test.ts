import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { importCommand, loadCitiesAtStart, readWorkbook } from '../../../src/commands/import.js';
import { loadCommand } from '../../../src/commands/load.js';
import type { Connection } from '../../../src/database/connection.js';
import { OperatorError } from '../../../src/operator-error.js';
import { silentProgress } from '../../../src/progress.js';
import { aobaCity, edited, type FixtureBook, workbookOf } from '../../fixtures/aoba-city.js';
import { greenCity } from '../../fixtures/green-city.js';
import { hikariCity, hikariMap } from '../../fixtures/hikari-city.js';
import { ask } from '../../seeded/analysis/ask.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { migratedDatabase } from '../load/datasets.js';

const temporaryFolder = temporaryFolders();
interface Told {
  readonly coverage: { readonly state: string };
}
interface Read {
  readonly totalCount: number;
  readonly coverage?: object;
}
interface Listed extends Told {
  readonly nodes?: readonly { readonly code: string; readonly measures: Told; readonly reformSheets: Told }[];
}

let connection: Connection;
let dataDir: string;

beforeAll(async () => {
  connection = await migratedDatabase();
  await loadCommand(connection, greenCity.dataset, silentProgress);
});

beforeEach(async () => {
  dataDir = await temporaryFolder();
  await connection.run("MATCH (n) WHERE n.municipality IN ['aoba', 'hikari'] DETACH DELETE n");
});

afterAll(() => connection?.close());

/** Imports a workbook and gives what was said. */
async function imported(
  sheets: FixtureBook,
  { allowRemovals = false, mapping }: { readonly allowRemovals?: boolean; readonly mapping?: string } = {},
): Promise<string> {
  const said: string[] = [];
  const progress = { ...silentProgress, say: (line: string) => said.push(line) };
  const file = join(dataDir, 'plan.xlsx');
  await writeFile(file, await workbookOf(sheets));
  const map = mapping === undefined ? undefined : join(dataDir, 'map.yaml');
  if (map !== undefined) await writeFile(map, mapping ?? '');
  const sound = await readWorkbook(file, progress, { map, dataDir });
  await importCommand(connection, sound, file, dataDir, progress, { map, allowRemovals });
  return said.join('\n');
}

async function start(): Promise<string> {
  const said: string[] = [];
  await loadCitiesAtStart(connection, dataDir, { ...silentProgress, say: (line) => said.push(line) });
  return said.join('\n');
}

/** Nodes and links of a city in the graph. */
async function held(municipality: string) {
  const [row] = await connection.read<{ nodes: number; links: number }>(
    `MATCH (n:Node {municipality: $municipality})
     RETURN toFloat(count(n)) AS nodes, toFloat(sum(COUNT { (n)-->(:Node) })) AS links`,
    { municipality },
  );
  return row;
}

test('what an imported city lists is told as known, and what its workbook does not speak of as not read', async () => {
  await imported(aobaCity);
  const { policyItems, reformSheets } = await ask<Record<'policyItems' | 'reformSheets', Listed>>(
    connection,
    `{
      policyItems(municipality: "aoba") {
        coverage { state }
        nodes { code measures { coverage { state } } reformSheets { totalCount coverage { state } } }
      }
      reformSheets(municipality: "aoba") { totalCount coverage { state } }
    }`,
  );
  expect(policyItems.coverage.state).toBe('COMPLETE');
  const told = policyItems.nodes?.map(({ code, measures, reformSheets: sheets }) => [
    code,
    measures.coverage.state,
    sheets,
  ]);
  expect(told).toEqual(
    ['1-1', '1-2', '2-1'].map((code) => [code, 'COMPLETE', { totalCount: 0, coverage: { state: 'NOT_READ' } }]),
  );
  expect(reformSheets).toEqual({ totalCount: 0, coverage: { state: 'NOT_READ' } });
});

test('projects, costs and yearly values of an imported city answer; where no document has them, they were not read', async () => {
  await imported(aobaCity);
  const answer = await ask<Record<string, unknown>>(
    connection,
    `{
      project: node(id: "aoba:project:0101") {
        ... on Project {
          code
          expenditureFunction
          policyItem { code }
          measure { code }
          departments { nodes { name } coverage { state } }
          sdgs { nodes { number } }
          costs { fiscalYear era budget settled sources { firstLine cells document { title fileDate checksum } } }
        }
      }
      outside: projects(municipality: "aoba", filter: { not: { policyItem: {} } }) { nodes { name } }
      welfare: projects(municipality: "aoba", filter: { expenditureFunction: { eq: WELFARE } }) {
        totalCount
        coverage { state }
      }
      large: costs(municipality: "aoba", filter: { budget: { gte: 100000000 } }) { nodes { budget project { name } } }
      indicator: node(id: "aoba:indicator:K-1") {
        ... on Indicator { observations { fiscalYear planned { value unit } actual { text value } } }
      }
      elsewhere: projects(municipality: "midorino", first: 1, filter: { expenditureFunction: { eq: WELFARE } }) {
        coverage { state }
      }
      others: projects(municipality: "midorino", first: 1) {
        nodes { measure { code } costs { budget } coverage(fields: ["costs", "departments", "measure"]) { field coverage { state } } }
      }
    }`,
  );
  expect(answer).toEqual({
    project: {
      code: '0101',
      expenditureFunction: 'WELFARE',
      policyItem: { code: '1-1' },
      measure: { code: '1-1-1' },
      departments: { nodes: [{ name: '企画課' }, { name: '子ども未来課' }], coverage: { state: 'COMPLETE' } },
      sdgs: { nodes: [{ number: 4 }, { number: 11 }] },
      costs: [
        {
          fiscalYear: 2023,
          era: 'R5',
          budget: 12_000_000,
          settled: 11_500_000,
          sources: [
            {
              firstLine: 3,
              cells: 'B3:D3',
              document: {
                title: '第3次あおば市総合計画（plan.xlsx「事業費」）',
                fileDate: '2026-03-31',
                checksum: createHash('sha256')
                  .update(await workbookOf(aobaCity))
                  .digest('hex'),
              },
            },
          ],
        },
        expect.objectContaining({ fiscalYear: 2024, era: 'R6', budget: 120_000_000, settled: null }),
      ],
    },
    outside: { nodes: [{ name: '庁舎の管理' }] },
    welfare: { totalCount: 2, coverage: { state: 'COMPLETE' } },
    large: { nodes: [{ budget: 120_000_000, project: { name: '保育所建設事業' } }] },
    indicator: {
      observations: [
        { fiscalYear: 2023, planned: { value: 1000, unit: '人' }, actual: { text: '９８０人', value: 980 } },
        { fiscalYear: 2024, planned: { value: 800, unit: '人' }, actual: null },
      ],
    },
    elsewhere: { coverage: { state: 'NOT_READ' } },
    others: {
      nodes: [
        {
          measure: null,
          costs: [],
          coverage: ['measure', 'departments', 'costs'].map((field) => ({ field, coverage: { state: 'NOT_READ' } })),
        },
      ],
    },
  });
});

test('evaluations of an imported city answer by subject, step and direction, with what their grades mean', async () => {
  await imported(aobaCity);
  const answer = await ask<Record<string, unknown>>(
    connection,
    `{
      measure(code: "2-1-1", municipality: "aoba") {
        evaluations { fiscalYear step mark grade direction comment level { mark meaning rank } }
      }
      shrinking: evaluations(municipality: "aoba", filter: { direction: { eq: SHRINK } }) {
        nodes { stepName directionName measure { code } project { code } sheet { number } }
      }
      municipality(code: "990027") { scale { mark rank } }
      others: evaluations(municipality: "midorino", first: 1) { nodes { grade mark sheet { number } measure { code } } }
    }`,
  );
  expect(answer).toEqual({
    measure: {
      evaluations: [
        {
          ...{ fiscalYear: 2023, step: 'SELF', mark: 'B', grade: null, direction: 'EXPAND' },
          ...{ comment: '受診しやすい日を増やす', level: { mark: 'B', meaning: '目標に届かなかった', rank: 2 } },
        },
        {
          ...{ fiscalYear: 2023, step: 'EXTERNAL', mark: '概ね妥当', grade: null, direction: 'SHRINK' },
          ...{ comment: null, level: { mark: '概ね妥当', meaning: null, rank: null } },
        },
      ],
    },
    shrinking: {
      nodes: [
        {
          ...{ stepName: '外部評価', directionName: '見直し（縮小）' },
          ...{ measure: { code: '2-1-1' }, project: null, sheet: null },
        },
      ],
    },
    municipality: {
      scale: [
        { mark: 'A', rank: 1 },
        { mark: 'B', rank: 2 },
        { mark: '概ね妥当', rank: null },
      ],
    },
    others: { nodes: [{ grade: 'B', mark: 'B', sheet: { number: '1-1' }, measure: null }] },
  });
});

const folder = () => join(dataDir, 'cities', 'aoba');
/** What the folder of the city counts as holding: what a refused import gathered in it counts for nothing. */
const tables = async () =>
  Promise.all(
    (await readdir(folder()))
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map(async (name) => [name, await readFile(join(folder(), name), 'utf8')]),
  );

test('a city comes in from its workbook beside the others, and once more changes nothing', async () => {
  const other = await held('midorino');
  const said = await imported(aobaCity);
  expect(said).toContain('The graph holds nothing of aoba yet');
  expect(said).toMatch(/Loaded .*plan\.xlsx: \d+ written, 0 removed/);
  expect(await held('midorino')).toEqual(other);
  const [before, files] = [await held('aoba'), await tables()];
  expect(before?.nodes).toBeGreaterThan(20);
  expect(await imported(aobaCity)).toContain('The graph holds this dataset already');
  expect([await held('aoba'), await tables()]).toEqual([before, files]);
});

test('what another workbook of the city changes is said; removing much is refused, and leaves graph and folder', async () => {
  // What hangs on measures would be left without them, which is another mistake.
  const { 事務事業: _projects, 事業費: _costs, 評価: _evaluations, ...plan } = aobaCity;
  await imported(plan);
  const [before, files] = [await held('aoba'), await tables()];
  const less = { ...edited(plan, '指標', { C5: null }), 取組: { rows: [['コード', '名称']] } };
  const error = await imported(less).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect(error.message).toContain('measures.csv (4)');
  expect(error.message).not.toContain('not in the folder');
  expect(error.message).toContain('plan.xlsx --allow-removals');
  expect([await held('aoba'), await tables()]).toEqual([before, files]);
  expect(await imported(less, { allowRemovals: true })).toMatch(/measures\.csv: 削除 removed 4\/4/);
  expect(existsSync(join(folder(), 'measures.csv'))).toBe(false);
});

test('what was read from a row of a sheet says its cells, by the document, by the link and in a dossier', async () => {
  await imported(aobaCity);
  const { document } = await ask<{ document: { citedBy: { nodes: { cells: string | null }[] } } }>(
    connection,
    `{
      document: node(id: "aoba:source-document:workbook-measures") {
        ... on SourceDocument { citedBy(firstLine: 2, lastLine: 2) { nodes { cells } } }
      }
    }`,
  );
  expect(new Set(document.citedBy.nodes.map(({ cells }) => cells))).toEqual(new Set(['A2:B2', 'C2', 'D2', 'E2']));
  const { measure } = await ask<{ measure: object }>(
    connection,
    '{ measure(code: "1-1-1", municipality: "aoba") { departments { edges { sources { firstLine lastLine cells } } } } }',
  );
  expect(measure).toEqual({ departments: { edges: [{ sources: [{ firstLine: 2, lastLine: 2, cells: 'D2' }] }] } });
  const { dossier } = await ask<{ dossier: { sections: { entries: { sources: { cells: string }[] }[] }[] } }>(
    connection,
    '{ dossier(id: "aoba:measure:1-1-1") { sections { entries { sources { cells } } } } }',
  );
  const cited = dossier.sections.flatMap(({ entries }) => entries.flatMap(({ sources }) => sources));
  expect(cited).toEqual(expect.arrayContaining([{ cells: 'A2:B2' }, { cells: 'D2' }]));
});

test('a workbook of other headings comes in by its mapping, and its facts name its own sheets', async () => {
  await imported(hikariCity, { mapping: hikariMap });
  const { measure } = await ask<{ measure: { name: string; sources: { document: { title: string } }[] } }>(
    connection,
    `{ measure(code: "1-2-1", municipality: "hikari") { name sources { document { title } firstLine cells } } }`,
  );
  expect(measure).toEqual({
    name: '見守り',
    sources: [{ document: { title: 'ひかり市総合計画（plan.xlsx「体系表」）' }, firstLine: 7, cells: 'C7:D7' }],
  });
  const again = await imported(hikariCity, { mapping: hikariMap });
  expect(again).toContain('The graph holds this dataset already');
  expect(again).toContain('取組: 新規 0、変更 0、変更なし 4、削除 0');
  const emptied = [...'ABCDEFG'].flatMap((letter) => [3, 4, 5].map((row) => [`${letter}${row}`, null] as const));
  const fewer = edited(hikariCity, '成果指標一覧', Object.fromEntries(emptied));
  const error = await imported(fewer, { mapping: hikariMap }).catch((thrown) => thrown);
  expect(error.message).toMatch(/plan\.xlsx --map .*map\.yaml --allow-removals/);
});

test('a start brings a city back that the graph lost, and leaves alone one that it holds', async () => {
  await imported(aobaCity);
  const before = await held('aoba');
  expect(await start()).toBe('');
  await connection.run("MATCH (n) WHERE n.municipality = 'aoba' DETACH DELETE n");
  expect(await start()).toMatch(/Loaded .*cities.aoba: \d+ written, 0 removed/);
  expect(await held('aoba')).toEqual(before);
  await connection.run("MATCH (m:Measure {id: 'aoba:measure:1-1-1'}) SET m.name = '手で直した名称'");
  expect(await start()).toBe('');
});

test('a start says what is wrong with the folder of a city, and goes on', async () => {
  await imported(aobaCity);
  await connection.run("MATCH (n) WHERE n.municipality = 'aoba' DETACH DELETE n");
  await rm(join(folder(), 'departments.csv'));
  const said = await start();
  expect(said).toContain('departments.csv: expected the file that datapackage.json lists, but it is missing');
  expect((await held('aoba'))?.nodes).toBe(0);
});

test('departments of an imported city answer by day and by line, and what nobody read of them is not told as none', async () => {
  await imported(aobaCity);
  const on = (day: string, city: string) =>
    `departments(municipality: "${city}", asOf: "${day}", orderBy: [{ name: ASC }]) { nodes { name } coverage { state } }`;
  const { unread, all, ...others } = await ask<{
    readonly unread: Read;
    readonly all: Read & { readonly nodes: readonly Record<'units' | 'successors', Told>[] };
  }>(
    connection,
    `{
      before: ${on('2023-03-31', 'aoba')}
      after: ${on('2023-04-01', 'aoba')}
      department(municipality: "aoba", name: "子ども未来課") {
        id
        validFrom
        formation
        parent { name }
        ancestors { nodes { name } coverage { state } }
        lineage(orderBy: [{ validFrom: ASC }]) {
          edges { derived sources { firstLine } node { name validTo ending } }
          coverage { state }
        }
        successors { totalCount coverage { state } }
      }
      byLine: measures(
        municipality: "aoba"
        filter: { departments: { some: { lineage: { some: { name: { eq: "児童課" } } } } } }
      ) { nodes { code } }
      below: department(municipality: "aoba", name: "福祉部") { descendants(orderBy: [{ name: ASC }]) { nodes { name } } }
      measure(municipality: "aoba", code: "1-1-1") {
        supportingDepartments { nodes { name } coverage { state } }
        ownSdgs { totalCount coverage { state } }
        policyItem { responsibleDepartments { nodes { name } } }
      }
      unread: departments(municipality: "midorino", asOf: "2023-04-01") { totalCount coverage { missing { field } } }
      all: departments(municipality: "midorino") { totalCount nodes { units { coverage { state } } successors { coverage { state } } } }
    }`,
  );
  const named = (...names: readonly string[]) => ({ nodes: names.map((name) => ({ name })) });
  const [complete, notRead] = ['COMPLETE', 'NOT_READ'].map((state) => ({ coverage: { state } }));
  expect(others).toEqual({
    // Of two departments nothing says when they began.
    before: { ...named('企画課', '健康・福祉課', '児童課', '福祉部'), coverage: { state: 'PARTIAL' } },
    after: { ...named('企画課', '健康・福祉課', '子ども未来課', '福祉部'), coverage: { state: 'PARTIAL' } },
    department: {
      id: 'aoba:department:子ども未来課',
      validFrom: '2023-04-01',
      formation: 'RENAMED',
      parent: { name: '福祉部' },
      ancestors: { ...named('福祉部'), ...complete },
      lineage: {
        edges: [
          { derived: true, sources: [], node: { name: '児童課', validTo: '2023-03-31', ending: 'RENAMED' } },
          { derived: true, sources: [], node: { name: '子ども未来課', validTo: null, ending: null } },
        ],
        ...complete,
      },
      successors: { totalCount: 0, ...complete },
    },
    byLine: { nodes: [{ code: '1-1-1' }, { code: '1-1-2' }, { code: '1-2-1' }] },
    below: { descendants: named('健康・福祉課', '児童課', '子ども未来課') },
    measure: {
      supportingDepartments: { ...named('企画課'), ...complete },
      ownSdgs: { totalCount: 0, ...notRead },
      policyItem: { responsibleDepartments: named('子ども未来課') },
    },
  });
  // What has no days counts as there on any day, and the coverage names what nobody read.
  expect(unread.totalCount).toBe(all.totalCount);
  expect(unread.coverage).toEqual({ missing: expect.arrayContaining([{ field: 'validFrom' }, { field: 'validTo' }]) });
  for (const { units, successors } of all.nodes)
    expect([units.coverage.state, successors.coverage.state]).toEqual(['NOT_READ', 'NOT_READ']);
});

/** Who of the imported city works with whom, and who works on the same things apart. */
const network = (department: string) =>
  ask<{
    collaborations: {
      collaborations: readonly {
        department: { name: string };
        partner: { name: string };
        weight: number;
        measureCount: number;
        policyItemCount: number;
        roles: readonly object[];
        sources: readonly object[];
      }[];
    };
    gaps: {
      totalCount: number;
      nodes: readonly { subject: { name: string }; other: { name: string }; related: readonly { id: string }[] }[];
      coverage: { state: string; missing: readonly { type: string; field: string; count: number }[] };
    };
    dossier: { sections: readonly { key: string; entries: readonly { label: string; text: string }[] }[] };
  }>(
    connection,
    `{
      collaborations(municipality: "aoba") {
        collaborations {
          department { name } partner { name } weight measureCount policyItemCount
          roles { role partnerRole count } sources { firstLine }
        }
      }
      gaps(municipality: "aoba", kinds: [DEPARTMENTS_APART]) {
        totalCount
        nodes { subject { ... on Department { name } } other { ... on Department { name } } related { id: thingId } }
        coverage { state missing { type field count } }
      }
      dossier(id: "aoba:department:${department}") { sections { key entries { label text } } }
    }`,
  );

test('who supports a measure, or answers for a policy item, is among those who work together', async () => {
  // The one measure that two of the departments have in common is the one that one of them supports.
  const sheets = edited(edited(aobaCity, '取組', { D4: '企画課' }), '施策', { D6: '健康・福祉課、子ども未来課' });
  await imported(sheets);
  const { collaborations, gaps, dossier } = await network('子ども未来課');
  expect(collaborations.collaborations).toHaveLength(3);
  const pairs = new Map(
    collaborations.collaborations.map(({ department, partner, ...pair }) => [
      [department.name, partner.name].sort().join(' '),
      pair,
    ]),
  );
  const pairOf = (...names: readonly string[]) => pairs.get([...names].sort().join(' '));
  expect(pairOf('企画課', '子ども未来課')).toMatchObject({ weight: 1, measureCount: 1, policyItemCount: 0 });
  expect(JSON.stringify(pairOf('企画課', '子ども未来課')?.roles)).toContain('MEASURE_SUPPORTED_BY');
  expect(pairOf('健康・福祉課', '子ども未来課')).toMatchObject({
    weight: 2,
    measureCount: 1,
    policyItemCount: 1,
    roles: expect.arrayContaining([{ role: 'ITEM_OWNED_BY', partnerRole: 'ITEM_OWNED_BY', count: 1 }]),
  });
  for (const { sources } of pairs.values()) expect(sources.length).toBeGreaterThan(0);
  expect(gaps.totalCount).toBe(0);
  const partners = dossier.sections.find(({ key }) => key === 'partners')?.entries ?? [];
  expect(Object.fromEntries(partners.map(({ label, text }) => [label, text.split('：')[0]]))).toEqual({
    企画課: '施策中項目 1 件、実施計画シート 0 件',
    '健康・福祉課': '施策中項目 1 件、施策大項目 1 件、実施計画シート 0 件',
  });
});

test('departments of an imported city are apart where none of that joins them, and what was not read is told', async () => {
  const ownerOnly = edited(aobaCity, '取組', { D4: '企画課', E2: null });
  await imported(ownerOnly);
  const { gaps } = await network('企画課');
  // 企画課 answers for the measures of 1-2 and for one of 2-1, which touch the goals that 1-1 touches.
  expect(gaps.nodes.map(({ subject, other }) => [subject.name, other.name].sort())).toEqual([
    ['企画課', '子ども未来課'].sort(),
  ]);
  expect(gaps.nodes[0]?.related.map(({ id }) => id)).toEqual(['sdg:3', 'sdg:4']);
  const missing = gaps.coverage.missing.map(({ type, field }) => `${type}.${field}`);
  // No workbook with an empty column says that nobody supports a measure; but who answers for each item is told.
  expect(missing).not.toContain('Measure.supportingDepartments');
  expect(missing).not.toContain('PolicyItem.responsibleDepartments');
});
