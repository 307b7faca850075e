import { type DestinationStream, type Logger, pino } from 'pino';
import { DatabaseError } from '../database/database-error.js';
import type { LogLevel } from '../settings.js';

/**
 * An error as the log has it: no properties beyond these, because drivers put statements and values into theirs. Where in
 * the program the database was missed is of no use, and while it is away there is a line for every request.
 */
function describeError(error: unknown, placed = true): unknown {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const stack = placed && !(error instanceof DatabaseError && error.retryable);
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    ...(stack ? { stack: error.stack } : {}),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, stack) }),
  };
}

/** How long a line may wait for others, so that many are written at once. */
const flushEvery = 100;

/** A file, by default standard output, written to without waiting. What is left is written when the process ends. */
export function logFile(dest: string | number = 1): DestinationStream {
  const stream = pino.destination({ dest, sync: false, minLength: 4096 });
  setInterval(() => stream.flush(), flushEvery).unref();
  return stream;
}

/** The log of the service: one JSON object a line, on standard output if not told otherwise. */
export function serviceLog(level: LogLevel, destination: DestinationStream = logFile()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error) },
    },
    destination,
  );
}
