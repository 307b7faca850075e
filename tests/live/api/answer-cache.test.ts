import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/database/connection.js';
import { sendTo } from '../../http/service.js';
import { liveTarget } from '../neo4j.js';
import { patience, seededDatabase } from '../seeded.js';
import { type ServiceProcess, startServiceProcess } from './service-processes.js';

let database: Connection;
let processes: readonly ServiceProcess[];

beforeAll(async () => {
  database = await seededDatabase();
  processes = await Promise.all([startServiceProcess(liveTarget()), startServiceProcess(liveTarget())]);
}, patience);

afterAll(async () => {
  await Promise.all((processes ?? []).map((each) => each.stop()));
  await database.close();
});

interface Answer {
  readonly dataset: { readonly revision: string };
  readonly measures: { readonly nodes: readonly { readonly name: string }[] };
}

const query = '{ dataset { revision } measures(first: 500) { nodes { name } } }';

async function ask({ url }: ServiceProcess, headers: Readonly<Record<string, string>> = {}) {
  const sent = { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query }) };
  const reply = await sendTo(url, sent);
  const { dataset, measures } =
    reply.status === 200 ? (reply.json().data as Answer) : { dataset: { revision: '' }, measures: { nodes: [] } };
  return {
    status: reply.status,
    etag: reply.headers.etag,
    named: new Set([dataset.revision, ...measures.nodes.map(({ name }) => name)]),
  };
}

/** An answer that was kept. Where the database was slow to tell its revision, none is, and the next one will be. */
async function askUntilKept(each: ServiceProcess) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const answer = await ask(each);
    if (answer.etag !== undefined) return answer;
  }
  throw new Error('expected one of twenty answers to be kept');
}

/** A change of many nodes in one transaction, which names itself in each of them. */
const change = (name: string) =>
  database.write(async ({ run }) => {
    await run('MATCH (n:Measure) SET n.name = $name', { name });
    await run('MATCH (d:Dataset) SET d.revision = $name', { name });
    await run("MERGE (r:GraphRevision {name: 'graph'}) SET r.value = randomUUID()");
  });

test('what a writer has written, every replica answers with from then on, however much it had remembered', async () => {
  for (let index = 0; index < 25; index++) {
    const name = `name ${index}`;
    await change(name);
    for (const { named } of await Promise.all(processes.map((each) => ask(each))))
      expect(named).toEqual(new Set([name]));
    const kept = await Promise.all(processes.map(askUntilKept));
    expect(new Set(kept.map(({ etag }) => etag)).size).toBe(1);
    for (const { named } of kept) expect(named).toEqual(new Set([name]));
  }
});

test('a client that has an answer is told so, by any replica, until somebody writes', async () => {
  const [one, other] = processes as readonly [ServiceProcess, ServiceProcess];
  const { etag } = await askUntilKept(one);
  const conditional = { 'if-none-match': String(etag) };
  await askUntilKept(other);
  expect((await ask(other, conditional)).status).toBe(304);
  await change('another name');
  for (const each of processes)
    expect(await ask(each, conditional)).toMatchObject({ status: 200, named: new Set(['another name']) });
});
