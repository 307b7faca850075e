import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import neo4j, { type ProfiledPlan } from 'neo4j-driver';
import { loadCommand } from '../../../src/commands/load.js';
import type { Connection } from '../../../src/database/connection.js';
import type { Dataset, NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { derivedEdgesOf } from '../../../src/ingest/load/derived-edges.js';
import { readLoadStatements } from '../../../src/ingest/load/statements.js';
import type { EdgeName, NodeName } from '../../../src/model/declaration.js';
import { derivedEdges, edges, nodes } from '../../../src/model/model.js';
import { OperatorError } from '../../../src/operator-error.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { greenCity } from '../../fixtures/green-city.js';
import { editedDataset } from '../../ingest/dataset/edited-dataset.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { liveTarget } from '../neo4j.js';
import { datasetOf, loadDataset, migratedDatabase, ofCity } from './datasets.js';
import { dump, expectedSight, look } from './graph-dump.js';

jest.setTimeout(120_000);

const temporaryFolder = temporaryFolders();
let connection: Connection;
let midorino: Dataset;

beforeAll(async () => {
  connection = await migratedDatabase();
  midorino = await datasetOf(greenCity.dataset);
});

afterAll(() => connection.close());

/** Each test begins with Midorino loaded into an empty graph. */
beforeEach(async () => {
  await connection.run('MATCH (n) WHERE n:Node OR n:SearchEntry OR n:Dataset DETACH DELETE n');
  await loadDataset(connection, midorino);
});

async function graphRevision(): Promise<string> {
  const rows = await connection.read<{ value: string }>('MATCH (r:GraphRevision) RETURN r.value AS value');
  expect(rows).toEqual([{ value: expect.any(String) }]);
  return String(rows[0]?.value);
}

/** The lines of the graph that one dump has and another has not. */
const difference = (before: readonly string[], after: readonly string[]) => ({
  gone: before.filter((line) => !after.includes(line)),
  come: after.filter((line) => !before.includes(line)),
});

const withNodes = (
  dataset: Dataset,
  type: string,
  change: (rows: readonly NodeRow[]) => readonly NodeRow[],
): Dataset => ({
  ...dataset,
  nodes: new Map([...dataset.nodes].map(([name, rows]) => [name, name === type ? change(rows) : rows])),
});

describe('A loaded dataset', () => {
  test('gives a node that became of another type the labels of that type only', async () => {
    const scopes = midorino.nodes.get('SupportingScope') ?? [];
    const departments = [...(midorino.nodes.get('Department') ?? []), ...scopes];
    const nodes = new Map([...midorino.nodes, ['SupportingScope', []], ['Department', departments]] as const);
    await loadDataset(connection, { ...midorino, nodes });
    const rows = await connection.read(
      'MATCH (n:Node {id: $id}) UNWIND labels(n) AS label RETURN label ORDER BY label',
      {
        id: scopes[0]?.id,
      },
    );
    expect(rows).toEqual([{ label: 'Department' }, { label: 'Entity' }, { label: 'Node' }]);
  });

  test('has an entry for search beside what has a name and beside nothing else, whatever comes, goes or loses its name', async () => {
    const ids = async (label: string) =>
      (await connection.read<{ id: string }>(`MATCH (n:${label}) RETURN n.id AS id ORDER BY id`)).map(({ id }) => id);
    const scopes = midorino.nodes.get('SupportingScope') ?? [];
    const withoutNames = new Map([...midorino.nodes, ['SupportingScope', []], ['Evaluation', scopes]] as const);
    const without = withNodes(midorino, 'SupportingScope', () => []);
    const counts: number[] = [];
    for (const dataset of [midorino, { ...midorino, nodes: withoutNames }, midorino, without]) {
      const kept = new Set([...dataset.nodes.values()].flat().map(({ id }) => id));
      const edges = [...dataset.edges].map(
        ([type, rows]) => [type, rows.filter(({ from, to }) => kept.has(from) && kept.has(to))] as const,
      );
      await loadDataset(connection, { ...dataset, edges: new Map(edges) });
      expect(await ids('SearchEntry')).toEqual(await ids('Entity'));
      counts.push((await ids('SearchEntry')).length);
    }
    const [all = 0] = counts;
    expect(counts).toEqual([all, all - scopes.length, all, all - scopes.length]);
    expect(scopes.length).toBeGreaterThan(0);
  });

  test('is in the graph row by row: as many nodes and edges of each type as its table has rows, and those that follow from them', async () => {
    const counted = await connection.read<{ type: string; count: number }>(
      `MATCH (n:Node) RETURN [label IN labels(n) WHERE NOT label IN ['Node', 'Entity']][0] AS type, count(n) AS count
       UNION ALL MATCH (:Node)-[r]->(:Node) RETURN type(r) AS type, count(r) AS count`,
    );
    const rows = [...midorino.nodes, ...midorino.edges, ...derivedEdgesOf(midorino)].filter(
      ([, table]) => table.length > 0,
    );
    expect(new Map(counted.map(({ type, count }) => [type, count]))).toEqual(
      new Map(rows.map(([type, table]) => [type, table.length])),
    );
  });

  test('gives every node its label, and every edge the ends of its type', async () => {
    const labels = await connection.read<{ labels: string[] }>('MATCH (n:Node) RETURN DISTINCT labels(n) AS labels');
    for (const { labels: found } of labels) {
      const declared = nodes.find(({ name }) => found.includes(name));
      expect([...found].sort()).toEqual([declared?.name, 'Node', ...(declared?.entity ? ['Entity'] : [])].sort());
    }
    const ends = await connection.read<{ type: string; from: string[]; to: string[] }>(
      'MATCH (a:Node)-[r]->(b:Node) RETURN DISTINCT type(r) AS type, labels(a) AS from, labels(b) AS to',
    );
    for (const { type, from, to } of ends) {
      const declared = [...edges, ...derivedEdges].find((edge) => edge.type === type);
      expect([from, to]).toEqual([expect.arrayContaining([declared?.from]), expect.arrayContaining([declared?.to])]);
    }
  });

  test('stores whole numbers as integers and decimals as decimals', async () => {
    const [types] = await connection.read(
      `MATCH (s:SurveyResult {id: 'midorino:survey-result:3-2:2021'}), (r:ReformSheet {id: 'midorino:reform-sheet:1-1'})
       RETURN valueType(s.year) AS year, valueType(s.satisfaction) AS satisfaction,
         valueType(r.planChangeFiscalYears) AS years`,
    );
    expect(types).toEqual({
      year: 'INTEGER NOT NULL',
      satisfaction: 'FLOAT NOT NULL',
      years: 'LIST<INTEGER NOT NULL> NOT NULL',
    });
  });

  test('is what a reader sees, under its revision', async () => {
    expect(await look(connection, 'midorino')).toEqual(expectedSight(midorino));
  });
});

describe('Loading', () => {
  test('the same dataset again writes nothing at all, not even the time', async () => {
    const before = await connection.read('MATCH (d:Dataset|GraphRevision) RETURN properties(d) AS d');
    const dumped = await dump(connection);
    expect(await loadDataset(connection, midorino)).toMatchObject({ written: 0, removed: 0 });
    expect(await dump(connection)).toEqual(dumped);
    expect(await connection.read('MATCH (d:Dataset|GraphRevision) RETURN properties(d) AS d')).toEqual(before);
  });

  test('gives the graph a revision that it never had, whatever is written', async () => {
    const writes = [
      () =>
        loadDataset(
          connection,
          withNodes(midorino, 'Evaluation', () => []),
        ),
      () => loadDataset(connection, midorino),
      async () => {
        await connection.run('MATCH (n:Evaluation) WITH n LIMIT 1 DETACH DELETE n');
        await loadDataset(connection, midorino);
      },
      () => loadDataset(connection, ofCity(midorino, 'aozora')),
    ];
    const seen = new Set([await graphRevision()]);
    for (const write of writes) {
      await write();
      seen.add(await graphRevision());
    }
    expect(seen.size).toBe(1 + writes.length);
  });

  test('writes an edge without a look at the many others of the node to which it leads', async () => {
    await connection.run(
      "MATCH (goal:Node {id: 'sdg:17'}) UNWIND range(1, 500) AS n CREATE (:Elsewhere {n: n})-[:TOUCHES]->(goal)",
    );
    const { uri, username, password } = liveTarget();
    const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
    try {
      const text = `PROFILE ${(await readLoadStatements(projectFile('cypher/load')))['create-edges']}`;
      const rows = [{ from: 'midorino:municipality:990019', type: 'TOUCHES', to: 'sdg:17', properties: {} }];
      const { summary } = await driver.executeQuery(text, { rows });
      const most = (plan: ProfiledPlan): number => Math.max(plan.dbHits, ...plan.children.map(most));
      expect(summary.counters.updates().relationshipsCreated).toBe(1);
      expect(most(summary.profile as ProfiledPlan)).toBeLessThan(20);
    } finally {
      await driver.close();
      await connection.run('MATCH (n:Elsewhere) DETACH DELETE n');
    }
  });

  test('an edit changes just that, and the revision', async () => {
    const before = await dump(connection);
    const edited = withNodes(midorino, 'Evaluation', (rows) =>
      rows.map((row) => (row.id.endsWith('1-2:2023') ? { ...row, values: { ...row.values, grade: 'C' } } : row)),
    );
    expect(await loadDataset(connection, edited)).toMatchObject({ written: 1, removed: 0 });
    const { gone, come } = difference(before, await dump(connection));
    expect(gone.map((line) => /"(?:grade|revision)":"[^"]*"/.exec(line)?.[0])).toHaveLength(2);
    expect(come).toHaveLength(2);
    expect(come.join()).toContain('"grade":"C"');
    expect(await look(connection, 'midorino')).toEqual(expectedSight(edited));
  });

  test.each([
    ['a property of a node', "MATCH (n {id: $measure}) SET n.name = '手で直した名称'", 1],
    ['a property that the dataset does not know', 'MATCH (n {id: $measure}) SET n.rank = 0.5', 1],
    // It, and the edges at it (two of them from coverage statements), which go and come with it.
    ['an id', 'MATCH (n:Node {id: $measure}) REMOVE n.id', 2 * (1 + 7)],
    ['a label', 'MATCH (n:Node {id: $measure}) REMOVE n:Measure SET n:Department', 1],
    ['a property of an edge', "MATCH (:Node {id: $measure})-[r]->() SET r.sources = ['nowhere 1 1']", 3],
    ['an edge that was lost', 'MATCH (:Node {id: $measure})-[r]->() DELETE r', 3],
    ['an edge that nobody printed', 'MATCH (n:Node {id: $measure}) CREATE (n)-[:TOUCHES]->(n)', 1],
    ['an edge that is there twice', 'MATCH (n {id: $measure})-[:PART_OF]->(o) CREATE (n)-[:PART_OF]->(o)', 3],
    ['what search looks in', "MATCH (e:SearchEntry {id: $measure}) SET e.searchText = 'x'", 1],
    ['an entry for search that was lost', 'MATCH (e:SearchEntry {id: $measure}) DELETE e', 1],
    ['a goal that all share', "MATCH (n:Sdg {number: 3}) SET n.name = 'x'", 1],
  ])('mends what somebody changed by hand, and nothing else: %s', async (_, change, changes) => {
    const clean = await dump(connection);
    await connection.run(change, { measure: 'midorino:measure:3-1-1' });
    expect(await dump(connection)).not.toEqual(clean);
    const { written, removed } = await loadDataset(connection, midorino);
    expect(written + removed).toBe(changes);
    expect(await dump(connection)).toEqual(clean);
  });

  test('names what somebody changed by hand before it is replaced, beside what the dataset changes', async () => {
    await connection.run("MATCH (n {id: 'midorino:measure:3-1-2'}) SET n.name = '手で直した名称'");
    await connection.run("MATCH (n {id: 'midorino:evaluation:1-1:2023'}) DETACH DELETE n");
    const folder = await editedDataset(await temporaryFolder(), [
      { file: 'departments.csv', row: 2, column: 'name_en', value: 'Division of Schools' },
    ]);
    const said: string[] = [];
    await loadCommand(connection, folder, { ...silentProgress, say: (line) => said.push(line) });
    const lines = said.join('\n').split('\n');
    expect(lines).toContain('手で変更された次の行を置き換えます — This load replaces rows that were changed by hand:');
    expect(lines).toContain('  measures.csv 3-1-2 手で直した名称: name 手で直した名称 → 里山の手入れと見守り');
    expect(lines).toContain('  evaluations.csv 1-1:2023: 手で削除 deleted by hand');
    expect(lines.filter((line) => line.startsWith('  departments.csv'))).toEqual([
      expect.stringContaining('変更 changed 1/'),
    ]);
  });

  test('a property that vanished from a row is removed from its node', async () => {
    const edited = withNodes(midorino, 'Measure', (rows) =>
      rows.map((row) => ({ ...row, values: { ...row.values, name_en: null } })),
    );
    await loadDataset(connection, edited);
    expect(await connection.read('MATCH (m:Measure) WHERE m.nameEn IS NOT NULL RETURN m.id')).toEqual([]);
  });

  test('rows that vanished are removed, nodes with all their edges', async () => {
    const fewer: Dataset = {
      nodes: new Map([...midorino.nodes].filter(([type]) => type !== 'Evaluation' && type !== 'Project')),
      edges: new Map([...midorino.edges].filter(([type]) => !['EVALUATES', 'PROJECT_OF', 'TOUCHES'].includes(type))),
    };
    const ids = new Set([...fewer.nodes.values()].flat().map(({ id }) => id));
    const whole: Dataset = {
      ...fewer,
      edges: new Map(
        [...fewer.edges].map(([type, rows]) => [type, rows.filter(({ from, to }) => ids.has(from) && ids.has(to))]),
      ),
    };
    const { removed } = await loadDataset(connection, whole);
    expect(removed).toBeGreaterThan(20);
    expect(await look(connection, 'midorino')).toEqual(expectedSight(whole));

    await loadDataset(connection, midorino);
    expect(await look(connection, 'midorino')).toEqual(expectedSight(midorino));
  });

  test('a node that got another id takes its edges along', async () => {
    const renamed = JSON.parse(
      JSON.stringify([[...midorino.nodes], [...midorino.edges]]).replaceAll(
        'midorino:reform-sheet:2-2',
        'midorino:reform-sheet:2-3',
      ),
    ) as [[NodeName, NodeRow[]][], [EdgeName, never[]][]];
    const other: Dataset = { nodes: new Map(renamed[0]), edges: new Map(renamed[1]) };
    await loadDataset(connection, other);
    expect(await look(connection, 'midorino')).toEqual(expectedSight(other));
  });

  test('takes over what was left of its city: nodes that are of no city, with their edges, and entries without their things', async () => {
    await connection.run("MATCH (n:PolicyItem {municipality: 'midorino'}) REMOVE n.municipality");
    await connection.run("MATCH (n:Node {municipality: 'midorino'}) DETACH DELETE n");
    await connection.run("MATCH (d:Dataset {municipality: 'midorino'}) DELETE d");
    const [left] = await connection.read<{ items: number; links: number; entries: number }>(
      `RETURN COUNT { (i:PolicyItem) WHERE i.municipality IS NULL } AS items,
         COUNT { (i:PolicyItem)-->(:Sdg) WHERE i.municipality IS NULL } AS links,
         COUNT { (e:SearchEntry {searchScope: 'midorino'}) WHERE NOT EXISTS { (:Node {id: e.id}) } } AS entries`,
    );
    for (const count of Object.values(left ?? {})) expect(count).toBeGreaterThan(0);
    await loadDataset(connection, midorino);
    expect(await look(connection, 'midorino')).toEqual(expectedSight(midorino));
  });

  test('what somebody else keeps in the same database stays as it is', async () => {
    await connection.run("CREATE (:Note {text: 'mine'})-[:ABOUT]->(:Thing {name: 'x'})");
    await loadDataset(
      connection,
      withNodes(midorino, 'Sdg', (rows) => rows),
    );
    expect(await connection.read('MATCH (n:Note)-[:ABOUT]->(t:Thing) RETURN n.text AS text, t.name AS name')).toEqual([
      { text: 'mine', name: 'x' },
    ]);
    await connection.run('MATCH (n) WHERE n:Note OR n:Thing DETACH DELETE n');
  });
});

describe('Two cities', () => {
  const lines = async (key: string) =>
    (await dump(connection)).filter((line) => line.includes(`"${key}:`) || line.includes(`"municipality":"${key}"`));

  test('do not touch each other, whatever happens to one of them', async () => {
    const aozora = ofCity(midorino, 'aozora');
    await loadDataset(connection, aozora);
    const other = await lines('aozora');
    expect(other.length).toBe((await lines('midorino')).length);

    await loadDataset(
      connection,
      withNodes(midorino, 'Measure', (rows) => rows.map((row) => ({ ...row, effective: false }))),
    );
    expect(await lines('aozora')).toEqual(other);
    await loadDataset(connection, {
      nodes: new Map([['Municipality', midorino.nodes.get('Municipality') ?? []]]),
      edges: new Map(),
    });
    expect(await lines('aozora')).toEqual(other);
    expect((await lines('midorino')).length).toBeLessThan(5);
  });

  test('share the goals: 17 nodes, with edges from both', async () => {
    await loadDataset(connection, ofCity(midorino, 'aozora'));
    expect(
      await connection.read(
        `MATCH (s:Sdg) OPTIONAL MATCH (s)<-[:TOUCHES]-(i)
         RETURN count(DISTINCT s) AS goals, count(DISTINCT i.municipality) AS cities, count(i) AS links`,
      ),
    ).toEqual([{ goals: 17, cities: 2, links: 16 }]);
  });

  test('do not share a local-government code', async () => {
    const before = await dump(connection);
    const renamed = JSON.parse(
      JSON.stringify([[...midorino.nodes], [...midorino.edges]]).replaceAll('midorino', 'midori'),
    );
    const error = await loadDataset(connection, { nodes: new Map(renamed[0]), edges: new Map(renamed[1]) }).catch(
      (thrown) => thrown,
    );
    expect(error).toBeInstanceOf(OperatorError);
    expect(error.message).toContain('the local-government code 990019 is already that of midorino.');
    expect(await dump(connection)).toEqual(before);
  });

  test('each have a revision of their own', async () => {
    const aozora = ofCity(midorino, 'aozora');
    const { revision } = await loadDataset(connection, aozora);
    expect(
      await connection.read('MATCH (d:Dataset) RETURN d.municipality AS city, d.revision AS revision ORDER BY city'),
    ).toEqual([
      { city: 'aozora', revision },
      { city: 'midorino', revision: expectedSight(midorino).revision },
    ]);
  });
});

describe('A broken dataset', () => {
  test.each([
    ['an unknown reference', { file: 'policy-item-sdgs.csv', row: 4, column: 'to', value: 'sdg:18' }],
    ['a duplicate id', { file: 'evaluations.csv', row: 3, column: 'id', value: 'midorino:evaluation:1-1:2023' }],
    ['a wrong type', { file: 'annual-goals.csv', row: 3, column: 'fiscal_year', value: 'R6' }],
    ['a missing column', { file: 'evaluations.csv', find: 'grade,', replace: '' }],
    ['a goal that it renames for all', { file: 'sdgs.csv', row: 12, column: 'name', value: '住み続けられる町' }],
  ])('with %s writes nothing', async (_, edit) => {
    const before = await dump(connection);
    const folder = await editedDataset(await temporaryFolder(), [
      edit,
      { file: 'measures.csv', find: '里山の手入れ', replace: '別の名称' },
    ]);
    const error = await loadCommand(connection, folder, silentProgress).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error.message).toContain(edit.file);
    expect(await dump(connection)).toEqual(before);
  });
});

describe('A load that would remove much', () => {
  const folderWith = async (...files: readonly string[]) => {
    const folder = await temporaryFolder();
    for (const file of files) await cp(join(greenCity.dataset, file), join(folder, file));
    return folder;
  };
  const load = (folder: string, allowRemovals: boolean, say: (line: string) => void = () => {}) =>
    loadCommand(connection, folder, { ...silentProgress, say }, { origin: 'named', giveWay: false, allowRemovals });

  test('says what it would do, is refused, and leaves the graph and its revision as they were', async () => {
    const folder = await folderWith('municipalities.csv');
    const before = [await dump(connection), await graphRevision()];
    const said: string[] = [];
    const error = await load(folder, false, (line) => said.push(line)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(OperatorError);
    expect(error.message).toMatch(/would remove \d+ of the \d+ rows of midorino/);
    expect(error.message).toContain('measures.csv');
    expect(said.join('\n')).toMatch(/ {2}measures\.csv: 削除 removed (\d+)\/\1 \(3-1-1 /);
    expect([await dump(connection), await graphRevision()]).toEqual(before);
  });

  test('is carried out where removals are allowed', async () => {
    const folder = await folderWith('municipalities.csv');
    expect((await load(folder, true)).removed).toBeGreaterThan(100);
    expect(await connection.read("MATCH (n:Node {municipality: 'midorino'}) RETURN count(n) AS count")).toEqual([
      { count: 1 },
    ]);
  });
});

describe('Loads at the same time', () => {
  test('of one dataset end in one graph, written once', async () => {
    const edited = withNodes(midorino, 'Measure', (rows) => rows.map((row) => ({ ...row, stages: [] })));
    const results = await Promise.all([1, 2, 3].map(() => loadDataset(connection, edited)));
    expect(results.filter(({ written }) => written > 0)).toHaveLength(1);
    expect(await look(connection, 'midorino')).toEqual(expectedSight(edited));
  });

  test('into an empty graph as well', async () => {
    await connection.run('MATCH (n) WHERE n:Node OR n:SearchEntry OR n:Dataset DETACH DELETE n');
    await Promise.all([1, 2, 3].map(() => loadDataset(connection, midorino)));
    expect(await look(connection, 'midorino')).toEqual(expectedSight(midorino));
  });

  test('of two datasets end in one of the two, whole', async () => {
    const one = withNodes(midorino, 'Measure', (rows) => rows.map((row) => ({ ...row, stages: [] })));
    const other = withNodes(midorino, 'Department', (rows) => rows.map((row) => ({ ...row, sources: [] })));
    await Promise.all([loadDataset(connection, one), loadDataset(connection, other)]);
    expect([expectedSight(one), expectedSight(other)]).toContainEqual(await look(connection, 'midorino'));
  });

  test('of two cities end with both, although they write the same goals', async () => {
    const aozora = withNodes(ofCity(midorino, 'aozora'), 'Sdg', (rows) =>
      rows.map((row) => ({ ...row, values: { ...row.values, summary: 'x' } })),
    );
    await Promise.all([loadDataset(connection, aozora), loadDataset(connection, ofCity(midorino, 'kazeno'))]);
    const [counts] = await connection.read(
      "MATCH (n:Node) RETURN count(CASE WHEN n.municipality = 'aozora' THEN 1 END) AS a, count(CASE WHEN n.municipality = 'kazeno' THEN 1 END) AS k",
    );
    const own = [...midorino.nodes.values()].flat().length - 17;
    expect(counts).toEqual({ a: own, k: own });
  });
});

test('the committed dataset loads in one go, and its counts are those of its tables', async () => {
  const seed = await datasetOf(projectFile('seed'));
  await loadDataset(connection, seed);
  const [row] = await connection.read<{ nodes: number; edges: number }>(
    `MATCH (n:Node) WHERE n.municipality = 'honjo' OR n:Sdg WITH count(n) AS nodes
     MATCH (a:Node {municipality: 'honjo'})-[r]->(:Node) RETURN nodes, count(r) AS edges`,
  );
  const rows = (tables: ReadonlyMap<string, readonly unknown[]>) => [...tables.values()].flat().length;
  expect(row).toEqual({ nodes: rows(seed.nodes), edges: rows(seed.edges) + rows(derivedEdgesOf(seed)) });
});
