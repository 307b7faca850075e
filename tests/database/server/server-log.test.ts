import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readServerLog } from '../../../src/database/server/server-log.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();

test.each([
  [
    'data of another version',
    `ERROR Failed to start Neo4j on 127.0.0.1:7474.
Caused by: java.lang.RuntimeException: org.neo4j.kernel.impl.transaction.log.entry.UnsupportedLogVersionException: Log file contains entries with prefix 26
Caused by: org.neo4j.graphdb.DatabaseShutdownException: This database is shutdown.
ERROR Failed to start 'DatabaseId{00000000[system]}' database.`,
  ],
  ['disk full', 'Caused by: java.io.IOException: No space left on device\nCaused by: StoreFailureException'],
  ['data not opened', "ERROR Failed to start 'DatabaseId{00000000[neo4j]}' database."],
  [null, 'INFO VM Arguments: [-XX:+ExitOnOutOfMemoryError]\n\tat org.neo4j.io.fs.StoreFileChannel.write'],
])('the cause %p is read from what Neo4j logs, of this start only', async (cause, lines) => {
  const home = await temporaryFolder();
  await mkdir(join(home, 'logs'));
  const file = join(home, 'logs', 'debug.log');
  await writeFile(file, 'Caused by: java.lang.OutOfMemoryError: of the start before\n');
  const log = await readServerLog(home);
  await appendFile(file, lines);
  expect(await log.cause()).toBe(cause);
});
