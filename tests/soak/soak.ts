import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, Target } from '../../src/database/connection.js';
import type { Progress } from '../../src/progress.js';
import type { Sent } from '../http/service.js';
import { type Request, requests } from './requests.js';
import { type Numbers, startServiceProcess } from './service.js';
import { type Block, blocksOfLargest } from './worst.js';

export interface SoakOptions {
  /** A database that holds a graph to ask about. */
  readonly connection: Connection;
  readonly target: Target;
  /** An empty folder for the compiled service. */
  readonly folder: string;
  readonly minutes: number;
  readonly distinctOperations: number;
  /** Milliseconds that a single request may hold up the event loop: what takes longer is measured again. */
  readonly block?: number;
  /** How often each of the largest requests is sent. */
  readonly repeats?: number;
  /** Without what a service asks itself at its start, which takes a minute. */
  readonly isCold?: boolean;
  /** Told once a minute how far it is. */
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** What a soak has seen. Memory is in megabytes, time in milliseconds. */
export interface SoakReport {
  readonly minutes: number;
  readonly requests: number;
  readonly distinctOperations: number;
  /** How many answers of each status; those of clients that hung up apart. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that had another status than is right for their request, and were not the service being busy. */
  readonly wrong: readonly string[];
  readonly memory: {
    readonly start: number;
    readonly underLoad: number;
    /** After the largest requests, one after another. */
    readonly end: number;
    readonly heap: number;
  };
  /** The longest gap of the event loop in each second under load, the collector's and the machine's included. */
  readonly gaps: { readonly median: number; readonly p99: number; readonly most: number };
  readonly collections: Numbers['collections'];
  readonly largest: readonly Block[];
  readonly ended: number | string;
}

/** What must hold: megabytes of resident memory, milliseconds that a single request may hold up the event loop. */
const targets = { resident: 300, block: 50 } as const;

const clients = 16;
/** How often somebody writes, so that nothing that is kept holds for longer. */
const writeEvery = 5_000;

/** Runs the service as a process of its own under mixed load, for so many minutes; then asks the largest of single requests. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const {
    connection,
    target,
    folder,
    minutes,
    distinctOperations,
    block = targets.block,
    repeats = 5,
    isCold = false,
    progress,
    signal,
  } = options;
  const service = await startServiceProcess(folder, target, isCold);
  try {
    const samples: Numbers[] = [await service.numbers()];
    const statuses: Record<string, number> = {};
    const wrong: string[] = [];
    const mix = requests(distinctOperations);
    const agent = new Agent({ keepAlive: true, maxSockets: clients });
    const begun = Date.now();
    const end = begun + minutes * 60_000;
    const goesOn = () => Date.now() < end && !signal?.aborted;
    let sent = 0;

    const client = async () => {
      while (goesOn()) {
        const next: Request = mix.next().value;
        const status = await statusOf(agent, service.url, next);
        sent++;
        statuses[status] = (statuses[status] ?? 0) + 1;
        const fine = next.right.includes(Number(status)) || ['503', '504', hungUp].includes(status);
        if (!fine && wrong.length < 10) wrong.push(`${status}: ${String(next.sent.body).slice(0, 200)}`);
      }
    };
    const distinct = () => Math.min(distinctOperations, Math.floor(sent / 2));
    const peak = () => Math.max(...samples.map(({ resident }) => resident));
    const watch = async () => {
      for (let told = begun; goesOn(); ) {
        await delay(1_000);
        samples.push(await service.numbers());
        if (Date.now() - told < 60_000) continue;
        told = Date.now();
        progress.say(
          `  ${Math.round((told - begun) / 60_000)} min: ${sent} requests, ${distinct()} distinct operations, ${peak().toFixed(0)} MB at most`,
        );
      }
    };
    const write = async () => {
      while (goesOn()) {
        await delay(Math.min(writeEvery, Math.max(1, end - Date.now())));
        await connection.run("MATCH (r:GraphRevision {name: 'graph'}) SET r.value = randomUUID()");
      }
    };
    await Promise.all([...Array.from({ length: clients }, client), watch(), write()]);
    agent.destroy();
    const underLoad = peak();

    // What the service asks itself when nobody else does is no request's doing.
    await service.warm;
    const largest = await blocksOfLargest(service, block, repeats);
    samples.push(await service.numbers());
    const gaps = samples
      .slice(1, -1)
      .map(({ longestGap }) => longestGap)
      .sort((one, other) => one - other);
    const at = (share: number) => gaps[Math.floor(share * (gaps.length - 1))] ?? 0;
    const last = samples.at(-1) as Numbers;
    return {
      minutes: (Date.now() - begun) / 60_000,
      requests: sent,
      distinctOperations: distinct(),
      statuses,
      wrong,
      memory: {
        start: samples[0]?.resident ?? 0,
        underLoad,
        end: last.resident,
        heap: last.heap,
      },
      gaps: { median: at(0.5), p99: at(0.99), most: at(1) },
      collections: last.collections,
      largest,
      ended: await service.stop(),
    };
  } finally {
    await service.stop();
  }
}

const hungUp = 'hung up';

function statusOf(agent: Agent, url: string, { sent, hangUpAfter }: Request): Promise<string> {
  const { method = 'POST', path = '/graphql', headers = {}, body } = sent as Sent & { readonly body?: string };
  return new Promise((resolve) => {
    const call = httpRequest(`${url}${path}`, { method, headers, agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(String(response.statusCode)));
      response.once('error', () => resolve(hungUp));
    });
    call.once('error', (error: NodeJS.ErrnoException) =>
      resolve(hangUpAfter === undefined && error.code !== 'ECONNRESET' ? String(error.code) : hungUp),
    );
    call.end(body);
    if (hangUpAfter !== undefined) setTimeout(() => call.destroy(), hangUpAfter);
  });
}

/** What of a report misses its target; empty where all is well. */
export function misses(
  { memory, largest, wrong, ended }: SoakReport,
  block: number = targets.block,
): readonly string[] {
  return [
    ...Object.entries({ 'under load': memory.underLoad, 'at the end': memory.end }).flatMap(([when, resident]) =>
      resident < targets.resident
        ? []
        : [`expected less than ${targets.resident} MB ${when}, but had ${resident.toFixed(0)}`],
    ),
    ...largest
      .filter(({ median }) => !(median <= block))
      .map(
        ({ request, median }) =>
          `expected ${request} to block for at most ${block} ms, but it did for ${median.toFixed(0)}`,
      ),
    ...largest.flatMap(({ request, failed }) =>
      failed === null ? [] : [`expected an answer to ${request}, but got: ${failed}`],
    ),
    ...wrong.map((each) => `expected another status: ${each}`),
    ...(ended === 0 ? [] : [`expected the service to end by itself, but it ended with ${ended}`]),
  ];
}

/** A report as a person reads it. */
export function formatReport(report: SoakReport): string {
  const { requests: sent, memory, gaps, collections, largest } = report;
  const whole = (value: number) => value.toFixed(0);
  return [
    `${report.minutes.toFixed(1)} min, ${sent} requests (${whole(sent / report.minutes / 60)}/s), ${report.distinctOperations} distinct operations, answers ${JSON.stringify(report.statuses)}`,
    `memory (RSS): ${whole(memory.start)} MB at the start, ${whole(memory.underLoad)} at most under load, ${whole(memory.end)} at the end; heap in use ${whole(memory.heap)}; after the largest of single requests ${whole(Math.max(...largest.map(({ resident }) => resident)))}`,
    `event loop under load, longest gap of each second, the machine's included: median ${whole(gaps.median)} ms, 99 % ${whole(gaps.p99)}, most ${whole(gaps.most)}; collections over 10 ms ${collections.over10}, over 100 ms ${collections.over100}`,
    'one request at a time, longest work at a stretch (least / median / most of several):',
    ...largest.map(
      ({ request, status, answerBytes, least, median, most }) =>
        `  ${request.padEnd(34)} ${status} ${whole(answerBytes / 1024).padStart(6)} kB ${whole(least).padStart(5)} ${whole(median).padStart(5)} ${whole(most).padStart(5)} ms`,
    ),
  ].join('\n');
}
