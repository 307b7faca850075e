/** How much longer a client waits while another one asks for as much as it can. */
import { mkdir, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startServer } from '../../src/database/server/start.js';
import type { Progress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { startServiceProcess } from '../soak/service.js';
import type { Begin } from './attacker.js';
import { attacks } from './attacks.js';
import { settingsFor } from './generate.js';
import { startChild } from './processes.js';
import { programFolder } from './program.js';

/** What the other client asks, ten times a second each. */
const usual = [
  '{ measures(first: 2) { totalCount nodes { name departments { nodes { name } } } } }',
  '{ departments(first: 20) { nodes { name } } }',
  '{ policyFields { nodes { number name policyItems { nodes { code name } } } } }',
].map((query) => JSON.stringify({ query }));
const perSecond = 10 * usual.length;

/** Requests of the other client under way at the same time. */
const connections = 16;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** What came of one request: milliseconds from when it was due, and whether it was refused or given up. */
interface Wait {
  readonly taken: number;
  readonly failed: boolean;
}

/** Asks at a steady pace, whatever is still under way. */
async function waits(port: number, agent: Agent, seconds: number): Promise<readonly Wait[]> {
  const started = performance.now();
  const asked = Array.from({ length: seconds * perSecond }, async (_, index) => {
    const due = started + (index * 1000) / perSecond;
    await delay(due - performance.now());
    const headers = { 'content-type': 'application/json', 'x-no-cache': '1' };
    const sent = request({ host: '127.0.0.1', port, agent, path: '/graphql', method: 'POST', headers });
    const answer = new Promise<string>((resolve, reject) => {
      sent.once('error', reject);
      sent.once('response', (response) => text(response).then(resolve, reject));
    });
    sent.end(usual[index % usual.length]);
    const failed = !(await answer).startsWith('{"data":');
    return { taken: performance.now() - due, failed };
  });
  return Promise.all(asked);
}

/** `npm run bench -- others`: prints a row for each attack. */
export async function othersBench(args: readonly string[], progress: Progress, signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '4' },
      attacks: { type: 'string', default: Object.keys(attacks).join(',') },
    },
  });
  const [seconds, rounds, names] = [Number(values.seconds), Number(values.rounds), values.attacks.split(',')];
  const folder = projectFile('.data/bench/others');
  const server = await startServer(settingsFor(join(folder, 'database'), 1), { progress, signal });
  const attacker = startChild(join(programFolder, 'tests/bench/attacker.js'), { profileFolder: null });
  try {
    const program = join(folder, 'program');
    await rm(program, { recursive: true, force: true });
    await mkdir(program, { recursive: true });
    const service = await startServiceProcess(program, server);
    const agent = new Agent({ keepAlive: true });
    try {
      await service.warm;
      const port = Number(new URL(service.url).port);
      const under = (attack: string) => ({ attack, idle: [] as Wait[], busy: [] as Wait[], longest: 0, answers: '' });
      const results = names.map(under);
      await waits(port, agent, 3 * seconds);
      for (const { attack } of results) {
        await attacker.ask('begin', { port, attack, connections } satisfies Begin);
        await waits(port, agent, 2);
        await attacker.ask('end');
      }
      const bar = progress.begin('measure', rounds * names.length);
      for (let round = 0; round < rounds; round++)
        for (const [index, result] of results.entries()) {
          signal.throwIfAborted();
          // What the last attack left behind ends first.
          await delay(1_000);
          result.idle.push(...(await waits(port, agent, seconds)));
          await attacker.ask('begin', { port, attack: result.attack, connections } satisfies Begin);
          await delay(1_000);
          await service.numbers();
          result.busy.push(...(await waits(port, agent, seconds)));
          result.longest = Math.max(result.longest, (await service.numbers()).longestWork);
          const statuses = await attacker.ask<readonly (readonly [number, number])[]>('end');
          result.answers = statuses.map(([status, count]) => `${count} × ${status}`).join(', ');
          bar.reach(round * names.length + index + 1);
        }
      bar.end();
      process.stdout.write(
        `A client with ${perSecond} small requests a second, p50 / p99 in ms, alone and beside one that has ${connections} requests under way all the time, and the longest that the service's thread worked at a stretch; ${rounds} turns of ${seconds} s\n\n` +
          '| the other client | alone | beside it | p50 | p99 | longest work | failed | answers to it in the last turn |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n',
      );
      for (const { attack, idle, busy, longest, answers } of results) {
        const times = [idle, busy].map((all) => all.map(({ taken }) => taken));
        const [a, b] = times.map((all) => [quantile(all, 0.5), quantile(all, 0.99)] as const);
        const failures = [idle, busy].map((all) => all.filter(({ failed }) => failed).length);
        if (!a || !b) continue;
        const figures = (pair: readonly number[]) => pair.map((value) => value.toFixed(1)).join(' / ');
        process.stdout.write(
          `| ${attack} | ${figures(a)} | ${figures(b)} | ${(b[0] / a[0]).toFixed(1)}× | ${(b[1] / a[1]).toFixed(1)}× | ${longest.toFixed(0)} | ${failures.join(' / ')} | ${answers} |\n`,
        );
      }
    } finally {
      agent.destroy();
      await service.stop();
    }
  } finally {
    await attacker.stop();
    await server.stop();
  }
}
