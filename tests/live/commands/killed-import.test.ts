import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { cityDataset } from '../../../src/commands/data-folders.js';
import { finishImports } from '../../../src/commands/finish-imports.js';
import { importCommand, loadCitiesAtStart, readWorkbook } from '../../../src/commands/import.js';
import { loadCommand } from '../../../src/commands/load.js';
import type { Connection } from '../../../src/database/connection.js';
import { readWholeDataset } from '../../../src/ingest/dataset/read.js';
import { isReport } from '../../../src/ingest/workbook/write-report.js';
import { silentProgress } from '../../../src/progress.js';
import { importMoments, workbooks } from '../../chaos/imports.js';
import { remote } from '../../chaos/place.js';
import { endOf } from '../../chaos/program.js';
import { killedAt } from '../../chaos/strikes.js';
import { compile } from '../../compile.js';
import { aobaCity, workbookOf } from '../../fixtures/aoba-city.js';
import { greenCity } from '../../fixtures/green-city.js';
import { retried } from '../../retried.js';
import { sampled } from '../../sampled.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { migratedDatabase, removeCity } from '../load/datasets.js';
import { dump } from '../load/graph-dump.js';
import { liveTarget } from '../neo4j.js';
import { type Passage, proxyTo } from '../proxy.js';
import { programs } from '../struck-programs.js';

jest.setTimeout(240_000);

const temporaryFolder = temporaryFolders();
const { start, endAt } = programs();
let connection: Connection;
let proxy: Passage;
let program: string;
let dataDir: string;
let file: string;
let report: string;

beforeAll(async () => {
  connection = await migratedDatabase();
  await loadCommand(connection, greenCity.dataset, silentProgress);
  proxy = await proxyTo(liveTarget());
  program = await compile(join(await temporaryFolder(), 'program'));
});

beforeEach(async () => {
  dataDir = await temporaryFolder();
  file = join(dataDir, 'plan.xlsx');
  report = join(dataDir, 'plan.report.xlsx');
  await removeCity(connection, 'aoba');
});

afterAll(async () => {
  await proxy?.close();
  await connection?.close();
});

/** Imports a workbook with a report, in this process and to its end. */
async function imported(sheets: typeof aobaCity): Promise<void> {
  await writeFile(file, await workbookOf(sheets));
  const sound = await readWorkbook(file, silentProgress, { dataDir, report: true });
  await importCommand(connection, sound, file, dataDir, silentProgress, { allowRemovals: true });
}

/** The tables that the folder of the city counts as holding, once a reader has finished what was begun. */
async function tables(): Promise<readonly (readonly [string, string])[]> {
  const folder = cityDataset(dataDir, 'aoba');
  const { problems } = await readWholeDataset(folder);
  expect(problems).toEqual([]);
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  return Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const));
}

const started = (step?: string) => {
  const environment = {
    ...remote(proxy.target),
    DATA_DIR: dataDir,
    ...(step === undefined ? {} : killedAt(step)),
  };
  return start(program, ['import', file, '--report', '--allow-removals'], environment);
};

test.each(sampled(Object.entries(importMoments), 4))(
  'killed when it %s, an import leaves the city before or after it, no report, and nothing in the way',
  async (_, point) => {
    await imported(workbooks.after);
    const [graphAfter, tablesAfter] = [await dump(connection), await tables()];
    await imported(aobaCity);
    const [graphBefore, tablesBefore] = [await dump(connection), await tables()];
    expect(graphBefore).not.toEqual(graphAfter);
    expect(existsSync(report)).toBe(true);
    await writeFile(file, await workbookOf(workbooks.after));

    if ('step' in point) {
      const struck = started(point.step);
      expect({ how: await endOf(struck), said: struck.said.join('\n') }).toMatchObject({ how: 'SIGKILL' });
    } else expect((await endAt(proxy, point.message, 'SIGKILL', () => started())).how).toBe('SIGKILL');

    expect(existsSync(report)).toBe(false);
    const graph = await retried(async () => {
      const now = await dump(connection);
      expect([graphBefore, graphAfter]).toContainEqual(now);
      return now;
    });
    // As a start does, which finishes what was begun, brings back what the graph lacks, and leaves what it holds.
    await finishImports(connection, dataDir, silentProgress);
    await loadCitiesAtStart(connection, dataDir, silentProgress);
    expect(await dump(connection)).toEqual(graph);
    const isAfter = isDeepStrictEqual(graph, graphAfter);
    expect(await tables()).toEqual(isAfter ? tablesAfter : tablesBefore);
    expect((await readdir(cityDataset(dataDir, 'aoba'))).filter((name) => name.startsWith('.'))).toEqual([]);

    const next = started();
    expect({ how: await endOf(next), said: next.said.join('\n') }).toMatchObject({ how: 0 });
    expect([await dump(connection), await tables()]).toEqual([graphAfter, tablesAfter]);
    expect((await readdir(dataDir)).sort()).toEqual(['cities', 'plan.report.xlsx', 'plan.xlsx']);
    expect(await isReport(await readFile(report))).toBe(true);
    expect(await readdir(join(dataDir, 'cities'))).toEqual(['aoba']);
  },
);

test('killed at its first import, a city is not there or whole after the next start', async () => {
  for (const [step, hasLoaded] of [
    ['writeFile .draft/ 12', false],
    ['rename .incoming', true],
    ['rename .complete/ 10', true],
  ] as const) {
    await removeCity(connection, 'aoba');
    dataDir = await temporaryFolder();
    file = join(dataDir, 'plan.xlsx');
    await writeFile(file, await workbookOf(aobaCity));
    const struck = started(step);
    expect(await endOf(struck)).toBe('SIGKILL');
    await finishImports(connection, dataDir, silentProgress);
    const names = await readdir(dataDir);
    expect({ step, names }).toEqual({ step, names: hasLoaded ? ['cities', 'plan.xlsx'] : ['plan.xlsx'] });
    // A database that was lost besides: only a dataset that is whole comes back from the folder.
    await removeCity(connection, 'aoba');
    await loadCitiesAtStart(connection, dataDir, silentProgress);
    const [row] = await connection.read<{ nodes: number }>(
      "MATCH (n:Node) WHERE n.municipality = 'aoba' RETURN toFloat(count(n)) AS nodes",
    );
    if (hasLoaded) expect(row?.nodes).toBeGreaterThan(20);
    else expect(row?.nodes).toBe(0);
    expect(await endOf(started())).toBe(0);
  }
});
