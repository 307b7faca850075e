import { once } from 'node:events';
import { pino } from 'pino';
import { startServer } from '../api/server.js';
import { OperatorError } from '../operator-error.js';
import { defaultDataset, loadCommand } from './load.js';
import type { Serve } from './start.js';

/** Loads the dataset into the open database, then serves until told to stop. */
export const loadAndServe: Serve = async ({ database, settings, progress, signal }) => {
  await loadCommand(database.connection, defaultDataset(settings.dataDir), progress);
  signal.throwIfAborted();
  const { host, port } = settings;
  // Warnings and errors only while a person looks at the terminal; the service's log goes to standard output as JSON.
  const log = pino({ level: 'warn' });
  const server = await startServer({ connection: database.connection, host, port, log }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      throw new OperatorError(
        `ポート ${port} は使用中です。PORT に別の番号を指定してください。`,
        `Port ${port} is in use: set PORT to another one.`,
        { cause: error },
      );
    },
  );
  progress.say(`Ready: ${server.url}/graphql`);
  try {
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await server.stop();
  }
};
