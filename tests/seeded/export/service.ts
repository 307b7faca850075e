import { request } from 'node:http';
import type { Connection } from '../../../src/database/connection.js';
import { type RunningServer, startServer } from '../../../src/http/server.js';
import { serviceLog } from '../../../src/http/service-log.js';
import { readSettings } from '../../../src/settings.js';
import { patience, seededDatabase } from '../seeded.js';

export interface SeededService extends RunningServer {
  readonly connection: Connection;
}

/** A service over the committed dataset; `stop` closes its connection too. */
export async function seededService(): Promise<SeededService> {
  const connection = await seededDatabase();
  // A statement that Neo4j has not planned yet takes seconds on a busy machine.
  const settings = { ...readSettings({}).http, deadline: patience };
  const server = await startServer({ connection, host: '127.0.0.1', port: 0, settings, log: serviceLog('silent') });
  return {
    url: server.url,
    connection,
    stop: async () => {
      await server.stop();
      await connection.close();
    },
  };
}

/** Asks for something and hangs up after so many bytes; how many came. */
export function hangUpAfter(url: string, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent: false }, (response) => {
      let came = 0;
      response.on('data', (chunk: Buffer) => {
        came += chunk.length;
        if (came < bytes) return;
        sent.destroy();
        resolve(came);
      });
      response.once('error', () => resolve(came));
    });
    sent.once('error', reject);
    sent.end();
  });
}
