/** The process of the client that asks for as much as it can, until it is told to stop. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setPriority } from 'node:os';
import { attacks } from './attacks.js';
import { answerQuestions } from './processes.js';

export interface Begin {
  readonly port: number;
  readonly attack: string;
  readonly connections: number;
}

// It stands for a machine of its own: what it takes of this one should not count.
setPriority(19);
const statuses = new Map<number, number>();
let going = false;
let loops: Promise<unknown> = Promise.resolve();

function begin({ port, attack, connections }: Begin): void {
  const next = attacks[attack];
  if (!next) throw new Error(`expected one of ${Object.keys(attacks).join(', ')}, but got: ${attack}`);
  statuses.clear();
  going = true;
  let turn = 0;
  // Each address of the loopback network is another client to the service.
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const loop = async () => {
    while (going) {
      const { path, body } = next(turn++);
      const status = await send({ port, agent, path, localAddress: '127.0.0.2' }, body).catch(() => 0);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  loops = Promise.all(Array.from({ length: connections }, loop)).finally(() => agent.destroy());
}

async function send(options: object, body?: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-no-cache': '1' };
  const sent = request({ host: '127.0.0.1', ...options, headers, method: body === undefined ? 'GET' : 'POST' });
  sent.end(body);
  const [response] = await once(sent, 'response');
  response.resume();
  await once(response, 'close');
  return response.statusCode;
}

/** How many answers there were of each status; 0 where there was none. */
async function end(): Promise<readonly (readonly [number, number])[]> {
  going = false;
  await loops;
  return [...statuses];
}

answerQuestions({ begin, end });
