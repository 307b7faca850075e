/** This service as it is served to everybody. */
import { pino } from 'pino';
import { startServer } from '../../../src/api/server.js';
import { connect, type Target } from '../../../src/database/connection.js';
import { answerQuestions, usage } from '../processes.js';

answerQuestions({
  start: async ({ target }: { readonly target: Target }) => {
    const log = pino({ level: 'warn' });
    const { url } = await startServer({ connection: connect(target), host: '127.0.0.1', port: 0, log });
    return Number(new URL(url).port);
  },
  usage,
});
