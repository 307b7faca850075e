import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { projectFile } from '../../../src/project-files.js';
import { sendTo } from '../../api/http/service.js';
import { liveTarget } from '../neo4j.js';
import { patience, seededDatabase } from '../seeded.js';

interface Process {
  readonly url: string;
  readonly child: ChildProcess;
}

let database: Connection;
let processes: readonly Process[];

/** The service in a process of its own, on the shared database. */
function startProcess(): Promise<Process> {
  const { uri, username, password, database: name } = liveTarget();
  const child = spawn(
    process.execPath,
    ['--import', projectFile('tests/typescript.mjs'), projectFile('tests/live/api/service-process.ts')],
    {
      env: { ...process.env, LIVE_NEO4J: JSON.stringify({ uri, username, password, database: name }) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
    createInterface({ input: child.stdout }).once('line', (url) => resolve({ url, child }));
  });
}

beforeAll(async () => {
  database = await seededDatabase();
  processes = await Promise.all([startProcess(), startProcess()]);
}, patience);

afterAll(async () => {
  for (const { child } of processes ?? []) child.kill('SIGTERM');
  await database.close();
});

interface Answer {
  readonly dataset: { readonly revision: string };
  readonly measures: { readonly nodes: readonly { readonly name: string }[] };
}

const query = '{ dataset { revision } measures(first: 500) { nodes { name } } }';

async function ask({ url }: Process, headers: Readonly<Record<string, string>> = {}) {
  const sent = { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) };
  const reply = await sendTo(url, sent);
  if (reply.status !== 200) return { ...reply, revisions: new Set() };
  const { dataset, measures } = reply.json().data as Answer;
  return { ...reply, revisions: new Set([dataset.revision, ...measures.nodes.map(({ name }) => name)]) };
}

/** A change of many nodes in one transaction, which names itself in each of them, and then in the revision. */
const change = (revision: string) =>
  database.write(async ({ run }) => {
    await run('MATCH (d:Dataset) SET d.loading = true REMOVE d.loading');
    await run('MATCH (n:Measure) SET n.name = $revision', { revision });
    const now = new Date().toISOString();
    await run('MATCH (d:Dataset) SET d.revision = $revision, d.loadedAt = $now', { revision, now });
  });

test('what a writer has written, every process answers with from then on, however much it had remembered', async () => {
  for (let index = 0; index < 40; index++) {
    const revision = `revision ${index}`;
    await change(revision);
    const first = await Promise.all(processes.map((each) => ask(each)));
    for (const { revisions } of first) expect(revisions).toEqual(new Set([revision]));
    const again = await Promise.all(processes.map((each) => ask(each)));
    expect(new Set(again.map(({ headers }) => headers.etag)).size).toBe(1);
    const etag = String(again[0]?.headers.etag);
    for (const each of processes) expect((await ask(each, { 'if-none-match': etag })).status).toBe(304);
  }
}, 60_000);
