import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFile } from '../../src/project-files.js';
import type { BenchDatabase } from './generate.js';
import type { Asked } from './load-generator.js';
import { countObjects, firstDifference, normalForm } from './normal-form.js';
import {
  askedCities,
  type Contestant,
  type Operation,
  type PageStart,
  pageStartQuery,
  readOperation,
  variablesOf,
} from './operations.js';
import { type Child, startChild } from './processes.js';
import { programFolder } from './program.js';

/** A server under test. */
export interface Server {
  readonly contestant: Contestant;
  readonly child: Child;
  readonly port: number;
}

/** Everything that runs while one graph is measured. */
export interface Contest {
  readonly database: BenchDatabase;
  readonly client: Child;
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  /** City number → where the page of `middle` starts. */
  readonly pageStarts: ReadonlyMap<number, PageStart>;
  stop(): Promise<void>;
}

const compiled = (file: string, folder = programFolder) => join(folder, 'tests/bench', file);

/** Milliseconds until a contestant serves: this service has the database plan its statements before. */
const startTimeout = 900_000;

/** Starts a process for each contestant, maybe from a program in a folder of its own, and one that asks them. */
export async function startContest(
  database: BenchDatabase,
  names: readonly Contestant[],
  operationNames: readonly string[],
  profileFolder: string | null,
  folders: readonly string[] = [],
): Promise<Contest> {
  const operations = await Promise.all(operationNames.map(readOperation));
  const client = startChild(compiled('load-generator.js'), { profileFolder: null });
  const children = names.map((name, index) =>
    startChild(compiled(`contestants/${name}.js`, folders[index]), { profileFolder }),
  );
  const stop = async () => void (await Promise.all([client, ...children].map((child) => child.stop())));
  try {
    const { uri, username, password, database: name } = database.server;
    const given = {
      target: { uri, username, password, database: name },
      typeDefs: await readFile(projectFile('tests/bench/peer-types.graphql'), 'utf8'),
      statements: Object.fromEntries(
        operations.flatMap(({ folder, texts }) => (texts.bare ? [[folder, texts.bare]] : [])),
      ),
    };
    const servers: Server[] = [];
    for (const [index, contestant] of names.entries()) {
      const child = children[index] as Child;
      servers.push({ contestant, child, port: await child.ask<number>('start', given, startTimeout) });
    }
    const pageStarts = new Map<number, PageStart>();
    const ours = servers.find(({ contestant }) => contestant === 'ours');
    if (operationNames.includes('middle')) {
      if (!ours) throw new Error('expected "ours" among the contestants of "middle": its cursors are asked for first');
      for (const city of askedCities(database.cities)) pageStarts.set(city, await pageStart(client, ours, city));
    }
    return { database, client, servers, operations, pageStarts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is sent to a server for an operation: one body per city. */
export function askedOf({ database, pageStarts }: Contest, { contestant, port }: Server, operation: Operation): Asked {
  const { folder, cached, texts } = operation;
  const bodies = askedCities(database.cities).map((city) => {
    const start = pageStarts.get(city) ?? { cursor: '', sheetId: '', year: 0, id: '' };
    const variables = variablesOf(folder, city, contestant, start);
    return JSON.stringify(contestant === 'bare' ? variables : { query: texts[contestant], variables });
  });
  const path = contestant === 'bare' ? `/${folder}` : '/graphql';
  return { port, path, headers: cached ? {} : { 'x-no-cache': '1' }, bodies };
}

async function pageStart(client: Child, { port }: Server, city: number): Promise<PageStart> {
  const { code } = variablesOf('middle', city, 'peer', { cursor: '', sheetId: '', year: 0, id: '' });
  const body = JSON.stringify({ query: pageStartQuery, variables: { code } });
  const asked: Asked = { port, path: '/graphql', headers: {}, bodies: [body] };
  const [text] = await client.ask<readonly string[]>('answers', asked);
  const { annualGoals } = dataOf('ours', text ?? '') as {
    readonly annualGoals: {
      readonly pageInfo: { readonly endCursor: string };
      readonly nodes: readonly { id: string; fiscalYear: number; sheet: { id: string } }[];
    };
  };
  const last = annualGoals.nodes.at(-1);
  if (!last) throw new Error(`expected annual goals before the page of city ${city}, but there are none`);
  return { cursor: annualGoals.pageInfo.endCursor, sheetId: last.sheet.id, year: last.fiscalYear, id: last.id };
}

function dataOf(contestant: Contestant, text: string): unknown {
  const answer = JSON.parse(text);
  if (contestant === 'bare') return answer;
  if (answer.errors || !answer.data)
    throw new Error(`expected data from ${contestant}, but got: ${text.slice(0, 2_000)}`);
  return answer.data;
}

/** The answers of every server to an operation, as texts, after they were found to say the same. */
export async function compareAnswers(
  contest: Contest,
  operation: Operation,
): Promise<ReadonlyMap<Contestant, readonly string[]>> {
  const texts = new Map<Contestant, readonly string[]>();
  let reference: { readonly contestant: Contestant; readonly forms: readonly unknown[] } | null = null;
  for (const server of contest.servers) {
    const { contestant } = server;
    if (operation.texts[contestant] === undefined) continue;
    const answers = await contest.client.ask<readonly string[]>('answers', askedOf(contest, server, operation));
    const forms = answers.map((text) => normalForm(dataOf(contestant, text)));
    // What only the service is asked is no list of nodes, and not to be brought into the form of one.
    const alone = operation.texts.bare === undefined;
    const empty = forms.findIndex((form, index) =>
      alone ? (answers[index] ?? '').length < 60 : countObjects(form) < 2,
    );
    if (empty !== -1)
      throw new Error(
        `${operation.name}: expected something, but ${contestant} found: ${answers[empty]?.slice(0, 500)}`,
      );
    if (reference) {
      const difference = firstDifference(reference.forms, forms);
      if (difference)
        throw new Error(
          `${operation.name}: expected the same answer from ${reference.contestant} and ${contestant}, but got ${difference}`,
        );
    }
    reference ??= { contestant, forms };
    texts.set(contestant, answers);
  }
  return texts;
}
