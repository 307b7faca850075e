/** The limit: the statement an expert writes for each operation, over the driver, behind the least of HTTP. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Driver } from 'neo4j-driver';
import type { Target } from '../../../src/database/connection.js';
import { answerQuestions, usage } from '../processes.js';
import { type Timing, timedLoops } from '../timed-loops.js';
import { openDriver } from './driver.js';

interface Start {
  readonly target: Target;
  /** Operation → statement. */
  readonly statements: Readonly<Record<string, string>>;
}

/** The same without HTTP, in this process. */
interface Direct {
  readonly operation: string;
  readonly bodies: readonly string[];
  readonly clients: number;
  readonly milliseconds: number;
}

let driver: Driver;
let statements: Readonly<Record<string, string>> = {};

/**
 * One statement. The columns of its record are the answer; a column `name[]` is a list with an entry per record, which
 * the driver reads faster than one long record.
 */
async function run(operation: string, variables: Record<string, unknown>): Promise<unknown> {
  const session = driver.session({ defaultAccessMode: 'READ', database: 'neo4j' });
  const { records } = await session.run(statements[operation] ?? '', variables);
  session.close().catch(() => {});
  const column = records[0]?.keys[0];
  if (typeof column !== 'string' || !column.endsWith('[]')) return records[0]?.toObject();
  return { [column.slice(0, -2)]: records.map((record) => record.get(0)) };
}

async function start(given: Start): Promise<number> {
  driver = openDriver(given.target);
  statements = given.statements;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      try {
        const answer = await run(request.url?.slice(1) ?? '', JSON.parse(Buffer.concat(chunks).toString('utf8')));
        const body = Buffer.from(JSON.stringify(answer));
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
      } catch (error) {
        response.writeHead(500).end(String(error));
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function direct({ operation, bodies, clients, milliseconds }: Direct): Promise<Timing> {
  const variables = bodies.map((body) => JSON.parse(body) as Record<string, unknown>);
  return timedLoops(clients, milliseconds, async (turn) => {
    await run(operation, variables[turn % variables.length] ?? {});
  });
}

answerQuestions({ start, direct, usage });
