import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import type { Connection, Target } from '../../../src/database/connection.js';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { projectFile } from '../../../src/project-files.js';
import { inTurn } from '../../in-turn.js';
import { thorough } from '../../sampled.js';
import { liveTarget } from '../neo4j.js';
import { datasetOf, loadDataset, migratedDatabase, olderThan } from './datasets.js';
import { dump, expectedSight, look, type Sight } from './graph-dump.js';

jest.setTimeout(240_000);

const kills = thorough ? 10 : 4;
/** A load takes longer beside other tests than the one that was timed: as often again until one is killed after its commit. */
const most = 4 * kills;
const running: ChildProcess[] = [];
let connection: Connection;
let older: Dataset;
/** What readers can see: the graph before and the graph after. */
let sights: { readonly before: Sight; readonly after: Sight };
/** The graph of one clean load into an empty database. */
let clean: readonly string[];

beforeAll(async () => {
  connection = await migratedDatabase();
  const dataset = await datasetOf(projectFile('seed'));
  older = olderThan(dataset);
  sights = { before: expectedSight(older), after: expectedSight(dataset) };
  await loadDataset(connection, dataset);
  clean = await dump(connection);
  await loadDataset(connection, older);
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

afterAll(() => connection.close());

/** Starts `load seed` in a process of its own; it has connected and is about to read the dataset. */
async function startLoading(target: Target = liveTarget()): Promise<ChildProcess> {
  const script = projectFile('tests/live/load/loading-process.ts');
  const child = spawn(
    process.execPath,
    ['--import', projectFile('tests/typescript.mjs'), script, JSON.stringify(target), projectFile('seed')],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running.push(child);
  const [line] = await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
  expect(line).toBe('begins');
  return child;
}

const ended = async (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null || (await once(child, 'exit'));

/** Which of the two graphs a sight shows whole; null where it shows both at once. */
function whichIs(sight: Sight): 'before' | 'after' | null {
  for (const which of ['before', 'after'] as const)
    if (sight.revision === sights[which].revision && sight.content === sights[which].content) return which;
  return null;
}

/** The graph once a commit that may be under way is visible as a whole. */
async function settled(): Promise<'before' | 'after'> {
  const end = Date.now() + 60_000;
  for (;;) {
    const which = whichIs(await look(connection, 'honjo'));
    if (which) return which;
    if (Date.now() > end) throw new Error('expected the graph before or the graph after, but there is another');
  }
}

/**
 * Looks again and again until told to stop, and returns what it saw, runs of one kind as one. Neo4j makes a commit visible
 * record by record, so that for a moment both graphs can be seen at once: never before the commit, never after it.
 */
async function watch(until: AbortSignal): Promise<string> {
  const seen: string[] = [];
  while (!until.aborted) {
    const which = whichIs(await look(connection, 'honjo')) ?? 'both';
    if (seen.at(-1) !== which) seen.push(which);
  }
  return seen.join(', ');
}

inTurn(2)(
  'killed at any moment, a load leaves the graph before or the graph after, and the next one ends in that of a clean run',
  async () => {
    const whole = await startLoading();
    const begin = Date.now();
    await ended(whole);
    const duration = Date.now() - begin;
    expect(await dump(connection)).toEqual(clean);

    const moments: string[] = [];
    for (let kill = 0; kill < kills || (kill < most && !moments.at(-1)?.endsWith('after')); kill++) {
      await loadDataset(connection, older);
      const child = await startLoading();
      const moment = ((kill + Math.random()) / kills) * duration;
      const stop = new AbortController();
      const watching = watch(stop.signal);
      watching.catch(() => {});
      await Promise.race([delay(moment), ended(child)]);
      child.kill('SIGKILL');
      await ended(child);
      stop.abort();
      expect(await watching).toMatch(/^(?:before)?(?:(?:^|, )both)?(?:(?:^|, )after)?$/);
      moments.push(`${Math.round(moment)} ms: ${await settled()}`);

      await loadDataset(connection, await datasetOf(projectFile('seed')));
      expect(await dump(connection)).toEqual(clean);
    }
    // Else the moments were all too early or all too late to say anything.
    expect(moments.join()).toMatch(/before.*after/);
    process.stderr.write(`killed after ${moments.join(', ')}\n`);
  },
);
