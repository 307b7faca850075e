import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { unlessMissing } from '../../file-errors.js';
import type { Progress } from '../../progress.js';
import type { EmbeddedDatabaseSettings } from '../../settings.js';
import type { Target } from '../connection.js';
import type { FolderInUse } from './lock.js';
import { identityIn, isRunning, type ProcessIdentity } from './process-identity.js';

/** What `process.json` in a server's home says: its process, and where it answers if others may use it. */
export interface ServerNote extends ProcessIdentity {
  readonly uri?: string;
}

/** The server of the process that has a data folder, with that process; null once the process has ended. */
export async function runningServer(
  { dataDir, startTimeout }: EmbeddedDatabaseSettings,
  inUse: FolderInUse,
  { progress, signal }: { readonly progress: Progress; readonly signal?: AbortSignal },
): Promise<Target | null> {
  const home = join(dataDir, 'neo4j');
  const end = performance.now() + startTimeout;
  let isSaid = false;
  while (await isRunning(inUse.holder)) {
    signal?.throwIfAborted();
    const uri = await offeredUri(join(home, 'process.json'));
    const password = (await unlessMissing(readFile(join(home, 'password'), 'utf8')))?.trim();
    if (uri && password) return { uri, username: 'neo4j', password, database: 'neo4j' };
    if (performance.now() > end) throw inUse;
    const { pid } = inUse.holder;
    if (!isSaid)
      progress.say(
        `データフォルダー ${dataDir} は別のプロセス（番号 ${pid}）が使用中です。その Neo4j が使えるようになるか、プロセスが終わるまで待ちます。\n` +
          `The data folder ${dataDir} is in use by process ${pid}; waiting for its Neo4j, or for its end.`,
      );
    isSaid = true;
    await delay(250);
  }
  return null;
}

/** Where the server of a note listens; null while none runs that others may use. */
async function offeredUri(note: string): Promise<string | null> {
  const server = identityIn((await unlessMissing(readFile(note, 'utf8'))) ?? '');
  return typeof server?.uri === 'string' && (await isRunning(server)) ? server.uri : null;
}
