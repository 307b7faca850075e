import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Connection, connect, integer } from '../../src/database/connection.js';
import { ensureIndexes } from '../../src/database/indexes.js';
import { migrate } from '../../src/database/migrations.js';
import { type EmbeddedServer, startServer } from '../../src/database/server/start.js';
import type { Dataset } from '../../src/ingest/dataset/dataset.js';
import { withoutPlaces } from '../../src/ingest/dataset/located-dataset.js';
import { formatProblem } from '../../src/ingest/dataset/problems.js';
import { readDataset } from '../../src/ingest/dataset/read.js';
import { graphRows } from '../../src/ingest/load/graph-rows.js';
import { modelIndexes } from '../../src/model/indexes.js';
import type { Progress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { readSettings } from '../../src/settings.js';
import { cityOf, cloneCity } from './cities.js';
import { wholePlan } from './whole-plan.js';

/** Cities per transaction: some ten thousand rows. */
const citiesPerTransaction = 5;
/** To be raised when the generator writes something else from the same dataset. */
const generatorVersion = 2;

/** A running Neo4j with a number of synthetic cities. */
export interface BenchDatabase {
  readonly server: EmbeddedServer;
  readonly cities: number;
  readonly nodes: number;
  readonly edges: number;
  /** Seconds that writing took; null where the graph was there already. */
  readonly loadSeconds: number | null;
  close(): Promise<void>;
}

/** How much of its plan the documents of a city cover: as much as those in seed/, or all of it. */
export const coverages = ['seed', 'whole'] as const;
export type Coverage = (typeof coverages)[number];

/** Opens the graph of so many cities in a data folder of its own, and writes it first where it is not there yet. */
export async function openCities(
  cities: number,
  coverage: Coverage,
  progress: Progress,
  signal: AbortSignal,
): Promise<BenchDatabase> {
  const seed = await readTemplate();
  const template = coverage === 'whole' ? wholePlan(seed) : seed;
  const folder = projectFile(`.data/bench/${cities}${coverage === 'whole' ? '-whole' : ''}`);
  const stampFile = join(folder, 'generated-from');
  const stamp = stampOf(template, cities);
  const reusable = existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp;
  if (!reusable) await rm(folder, { recursive: true, force: true });

  return openDatabase({ folder, cities, progress, signal }, async (connection) => {
    if (reusable) return null;
    const started = performance.now();
    await write(connection, template, cities, progress, signal);
    const loadSeconds = (performance.now() - started) / 1000;
    await writeFile(stampFile, stamp);
    return loadSeconds;
  });
}

/** The dataset of which cities are clones. */
export async function readTemplate(): Promise<Dataset> {
  const { dataset, problems } = await readDataset(projectFile('seed'));
  if (problems.length > 0) throw new Error(`expected a dataset in seed/, but got: ${problems.map(formatProblem)[0]}`);
  return withoutPlaces(dataset);
}

/** Where a database lies, and how many cities it will have. */
interface BenchFolder {
  readonly folder: string;
  readonly cities: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Opens the database in a folder with all that a graph needs, and fills it; `fill` tells the seconds that it took. */
export async function openDatabase(
  { folder, cities, progress, signal }: BenchFolder,
  fill: (connection: Connection) => Promise<number | null>,
): Promise<BenchDatabase> {
  const server = await startServer(settingsFor(folder, cities), { progress, signal });
  const connection = connect(server);
  try {
    await migrate(connection, projectFile('cypher/migrations'), { progress, signal });
    await ensureIndexes(connection, modelIndexes);
    const loadSeconds = await fill(connection);
    const [counts] = await connection.read<{ nodes: number; edges: number }>(
      'RETURN COUNT { (:Node) } AS nodes, COUNT { ()-->() } AS edges',
    );
    if (!counts?.nodes) throw new Error(`expected a graph in ${folder}, but it is empty: remove the folder`);
    return { server, cities, ...counts, loadSeconds, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await connection.close();
  }
}

/** The settings of a database in a folder of its own. The page cache grows with the graph, so that every scale is measured from memory; the jars are the project's own. */
export function settingsFor(folder: string, cities: number) {
  const { DATA_DIR, JAVA_HOME } = process.env;
  const { database: projects } = readSettings({ DATA_DIR, JAVA_HOME });
  const { database } = readSettings({
    DATA_DIR: folder,
    JAVA_HOME,
    NEO4J_PAGE_CACHE: `${Math.max(256, 2 * cities)}m`,
  });
  if (database.kind !== 'embedded' || projects.kind !== 'embedded') throw new Error('expected embedded settings');
  return { ...database, jarsDir: projects.jarsDir };
}

/** What a graph was written from; later migrations are applied to the graph that is there. */
function stampOf(template: Dataset, cities: number): string {
  const { revision } = graphRows(cloneCity(template, 1), integer);
  const content = JSON.stringify([generatorVersion, revision()]);
  return `${cities} cities ${createHash('sha256').update(content).digest('hex').slice(0, 24)}\n`;
}

async function write(
  connection: Connection,
  template: Dataset,
  cities: number,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const bar = progress.begin('generate', cities);
  try {
    let writing: Promise<unknown> = Promise.resolve();
    for (let first = 1; first <= cities; first += citiesPerTransaction) {
      signal.throwIfAborted();
      const last = Math.min(cities, first + citiesPerTransaction - 1);
      const rows = rowsOf(template, first, last);
      // The next cities are cloned while the database writes these.
      await writing;
      writing = writeRows(connection, rows).then(() => bar.reach(last));
      writing.catch(() => {});
    }
    await writing;
  } finally {
    bar.end();
  }
}

/** A node as a statement writes it, with its entry for search. */
interface WrittenNode {
  readonly properties: object;
  readonly search: object | null;
}

/** An edge as a statement writes it. */
interface WrittenEdge {
  readonly from: string;
  readonly to: string;
  readonly properties: object;
}

interface Rows {
  readonly nodes: ReadonlyMap<string, readonly WrittenNode[]>;
  readonly edges: ReadonlyMap<string, readonly WrittenEdge[]>;
  readonly datasets: readonly { readonly municipality: string; readonly revision: string }[];
}

/** Nodes by their labels and edges by their type, as one statement can write them. */
export function rowsOf(template: Dataset, first: number, last: number): Rows {
  const nodes = new Map<string, WrittenNode[]>();
  const edges = new Map<string, WrittenEdge[]>();
  const datasets: { municipality: string; revision: string }[] = [];
  const add = <Row>(groups: Map<string, Row[]>, name: string, row: Row) => {
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  };
  for (let number = first; number <= last; number++) {
    const rows = graphRows(cloneCity(template, number), integer);
    for (const node of rows.nodes) {
      if (node.shared && number > 1) continue;
      add(nodes, node.labels.join(':'), node.content());
    }
    for (const edge of rows.edges) add(edges, edge.type, { from: edge.from, to: edge.to, ...edge.content() });
    datasets.push({ municipality: cityOf(number).key, revision: rows.revision() });
  }
  return { nodes, edges, datasets };
}

/** Writes rows with the least that a driver has to do, in one transaction; at most so many by one statement. */
export async function writeRows(
  connection: Connection,
  { nodes, edges, datasets }: Rows,
  batchSize = Number.POSITIVE_INFINITY,
): Promise<void> {
  await connection.write(
    async ({ run }) => {
      const inBatches = async (statement: string, rows: readonly unknown[]) => {
        for (let start = 0; start < rows.length; start += batchSize)
          await run(`UNWIND $rows AS row ${statement}`, { rows: rows.slice(start, start + batchSize) });
      };
      for (const [labels, rows] of nodes)
        await inBatches(
          `CREATE (n:${labels}) SET n = row`,
          rows.map(({ properties }) => properties),
        );
      const entries = [...nodes.values()].flat().flatMap(({ search }) => (search ? [search] : []));
      await inBatches('CREATE (e:SearchEntry) SET e = row', entries);
      for (const [type, rows] of edges)
        await inBatches(
          `MATCH (from:Node {id: row.from}) MATCH (to:Node {id: row.to})
           CREATE (from)-[r:${type}]->(to) SET r = row.properties`,
          rows.map(({ from, to, properties }) => ({ from, to, properties })),
        );
      const loadedAt = new Date(0).toISOString();
      await inBatches(
        'CREATE (d:Dataset) SET d = row',
        datasets.map((dataset) => ({ ...dataset, loadedAt })),
      );
    },
    { timeout: 120_000 },
  );
}
