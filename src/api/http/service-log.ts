import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../../settings.js';

/** An error as the log has it: no properties beyond these, because drivers put statements and values into theirs. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** How long a line may wait for others, so that many are written at once. */
const flushEvery = 100;

/** Standard output, written to without waiting. What is left is written when the process ends. */
function standardOutput(): DestinationStream {
  const stream = pino.destination({ fd: 1, sync: false, minLength: 4096 });
  setInterval(() => stream.flush(), flushEvery).unref();
  return stream;
}

/** The log of the service: one JSON object a line, on standard output if not told otherwise. */
export function serviceLog(level: LogLevel, destination: DestinationStream = standardOutput()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    destination,
  );
}
