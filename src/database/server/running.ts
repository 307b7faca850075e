import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';
import type { Target } from '../connection.js';
import { identityIn, isRunning, type ProcessIdentity } from './process-identity.js';

/** What `process.json` in a server's home says: its process, and where it answers if others may use it. */
export interface ServerNote extends ProcessIdentity {
  readonly uri?: string;
}

/** The server that another process runs in a data folder and that others may use; null while there is none. */
export async function runningServer(dataDir: string): Promise<Target | null> {
  const home = join(dataDir, 'neo4j');
  const uri = await offeredUri(join(home, 'process.json'));
  const password = (await unlessMissing(readFile(join(home, 'password'), 'utf8')))?.trim();
  return uri && password ? { uri, username: 'neo4j', password, database: 'neo4j' } : null;
}

/** Where the server of a note answers; null while none runs that others may use. */
async function offeredUri(note: string): Promise<string | null> {
  const server = identityIn((await unlessMissing(readFile(note, 'utf8'))) ?? '');
  return typeof server?.uri === 'string' && (await isRunning(server)) ? server.uri : null;
}
