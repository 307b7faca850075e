import { readFile } from 'node:fs/promises';
import { askedOf, type Contest, compareAnswers, type Server } from './contest.js';
import type { Asked, Load } from './load-generator.js';
import type { Contestant, Operation } from './operations.js';
import type { Usage } from './processes.js';
import type { Timing } from './timed-loops.js';

/** What one contestant did with one operation in one round. Times in milliseconds. */
export interface Sample {
  /** Latency at one client. */
  readonly p50: number;
  readonly p99: number;
  /** Requests per second at sixteen clients. */
  readonly rate: number;
  /** CPU of the server and of the database per request at sixteen clients; null where it cannot be told. */
  readonly serverCpu: number | null;
  readonly databaseCpu: number | null;
}

/** "driver" is the bare statement without HTTP. */
export type Measured = Contestant | 'driver';

export interface OperationResult {
  readonly operation: string;
  /** Bytes of one answer of the service. */
  readonly bytes: number;
  readonly rounds: readonly Round[];
}

export type Round = Readonly<Partial<Record<Measured, Sample>>>;

export interface MeasureOptions {
  readonly seconds: number;
  readonly signal: AbortSignal;
}

const manyClients = 16;
/** How long a load may take beyond its time before it counts as hanging. */
const margin = 30_000;

/** An operation whose answers were compared: what each server is asked, and what it answers. */
export interface Trial {
  readonly operation: Operation;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly server: Server;
  readonly asked: Asked;
  readonly expected: readonly string[];
}

/** Compares what all servers answer to an operation; a difference is an error. */
export async function tryOperation(contest: Contest, operation: Operation): Promise<Trial> {
  const answers = await compareAnswers(contest, operation);
  // Only the service has an answer cache; the statement has nothing to say about it.
  const servers = contest.servers.filter(
    ({ contestant }) => operation.texts[contestant] !== undefined && (!operation.cached || contestant !== 'bare'),
  );
  const entries = servers.map((server) => ({
    server,
    asked: askedOf(contest, server, operation),
    expected: answers.get(server.contestant) ?? [],
  }));
  return { operation, entries };
}

const load = ({ client }: Contest, { asked, expected }: Entry, clients: number, milliseconds: number) =>
  client.ask<Timing>('load', { ...asked, expected, clients, milliseconds } satisfies Load, milliseconds + margin);

/** Asks everything of everybody for a while, twice: compilers and caches of all processes settle before the first round. */
export async function warmUp(
  contest: Contest,
  trials: readonly Trial[],
  { seconds, signal }: MeasureOptions,
): Promise<void> {
  for (const trial of [...trials, ...trials])
    for (const entry of trial.entries) {
      signal.throwIfAborted();
      await load(contest, entry, 4, seconds * 1000);
    }
}

/** One round of an operation: all servers in turn, of which another one begins each round. */
export async function measureRound(
  contest: Contest,
  { operation, entries }: Trial,
  round: number,
  { seconds, signal }: MeasureOptions,
): Promise<Round> {
  const milliseconds = seconds * 1000;
  const direct = ({ server, asked }: Entry, clients: number) => {
    const content = { operation: operation.folder, bodies: asked.bodies, clients, milliseconds };
    return server.child.ask<Timing>('direct', content, milliseconds + margin);
  };
  const sample = async (entry: Entry, run: (clients: number) => Promise<Timing>): Promise<Sample> => {
    const alone = await run(1);
    const before = await cpu(contest, entry.server);
    const { rate, count } = await run(manyClients);
    const after = await cpu(contest, entry.server);
    return {
      p50: alone.p50,
      p99: alone.p99,
      rate,
      serverCpu: (after.server - before.server) / count,
      databaseCpu:
        after.database === null || before.database === null ? null : (after.database - before.database) / count,
    };
  };

  const result: Partial<Record<Measured, Sample>> = {};
  for (let turn = 0; turn < entries.length; turn++) {
    signal.throwIfAborted();
    const entry = entries[(round + turn) % entries.length] as Entry;
    const { contestant } = entry.server;
    result[contestant] = await sample(entry, (clients) => load(contest, entry, clients, milliseconds));
    if (contestant === 'bare') result.driver = await sample(entry, (clients) => direct(entry, clients));
  }
  return result;
}

/** What came of the rounds of an operation. */
export function resultOf({ operation, entries }: Trial, rounds: readonly Round[]): OperationResult {
  return { operation: operation.name, bytes: Buffer.byteLength(entries[0]?.expected[0] ?? ''), rounds };
}

async function cpu({ database }: Contest, { child }: Server) {
  const { cpuMilliseconds } = await child.ask<Usage>('usage');
  return { server: cpuMilliseconds, database: await processCpu(database.server.process().pid) };
}

/** Milliseconds of CPU that a process has used; null where the system does not tell. */
async function processCpu(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // Fields 14 and 15, in hundredths of a second; the second field is in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory of every contestant's process, in MB. */
export async function memoryOf({ servers }: Contest): Promise<ReadonlyMap<Contestant, number>> {
  const entries = servers.map(
    async ({ contestant, child }) => [contestant, (await child.ask<Usage>('usage')).megabytes] as const,
  );
  return new Map(await Promise.all(entries));
}
