/** This service as it is served to everybody, its log included; only that nobody reads it. */

import { planStatements } from '../../../src/commands/warm-up.js';
import { connect, type Target } from '../../../src/database/connection.js';
import { startServer } from '../../../src/http/server.js';
import { logFile, serviceLog } from '../../../src/http/service-log.js';
import { keepHeapSmall } from '../../../src/http/small-heap.js';
import { readSettings } from '../../../src/settings.js';
import { answerQuestions, usage } from '../processes.js';

answerQuestions({
  start: async ({ target }: { readonly target: Target }) => {
    keepHeapSmall();
    // The first plan of a statement takes seconds on a busy machine, which is not what is measured.
    const { http } = readSettings({ DEADLINE: '60' });
    const connection = connect(target);
    await planStatements(connection, new AbortController().signal);
    const { url } = await startServer({
      connection,
      steps: true,
      host: '127.0.0.1',
      port: 0,
      settings: http,
      log: serviceLog(http.logLevel, logFile('/dev/null')),
    });
    return Number(new URL(url).port);
  },
  usage,
});
