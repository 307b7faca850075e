import { setTimeout as delay } from 'node:timers/promises';
import { OperatorError } from '../operator-error.js';
import type { Progress } from '../progress.js';
import { connect, type Target } from './connection.js';
import { DatabaseError, needsRestart } from './database-error.js';

/** Asks a database regularly whether it answers, for as long as a program uses it. */
export interface Heartbeat {
  /** Whether it answered when it was asked last. */
  readonly answers: () => boolean;
  /** Settles when it has not answered for as long as it may. */
  readonly lost: Promise<OperatorError>;
  stop(): Promise<void>;
}

/** How to watch a database. */
export interface HeartbeatOptions {
  readonly progress: Progress;
  /** Milliseconds without an answer after which the database counts as lost; null for never. */
  readonly timeout: number | null;
  /** Ends a server that runs and is of no use, to be started again; false where none runs. */
  readonly restart?: () => boolean;
}

/** Milliseconds between two questions. */
const interval = 1_000;
/** Milliseconds that an answer may take: a silent database is known before a call gives up waiting for a free connection. */
const answerTimeout = 1_800;
/** Milliseconds of silence after which it is reported first; then after twice as long each time. */
const firstReport = 10_000;

/** What was heard: an error, too, comes from a database that answers, unless it says that there is none to be asked. */
const heard = (error: unknown): 'answer' | 'silence' | 'failure' => {
  if (needsRestart(error)) return 'failure';
  return error instanceof DatabaseError && ['unavailable', 'timeout'].includes(error.kind) ? 'silence' : 'answer';
};

/** Watches a database over a connection of its own: those of the pool may all be waiting for it. */
export function startHeartbeat(target: Target, { progress, timeout, restart }: HeartbeatOptions): Heartbeat {
  const connection = connect(target);
  const stopping = new AbortController();
  const { signal } = stopping;
  let isAnswering = true;

  const untilLost = async (): Promise<OperatorError> => {
    let answered = performance.now();
    let nextReport = firstReport;
    for (;;) {
      const is = await connection.read('RETURN 1', {}, { timeout: answerTimeout }).then(() => 'answer' as const, heard);
      isAnswering = is === 'answer';
      signal.throwIfAborted();
      const silent = performance.now() - answered;
      const seconds = Math.round(silent / 1000);
      if (isAnswering) {
        if (nextReport > firstReport) progress.say('データベースが再び応答しています。\nThe database answers again.');
        answered = performance.now();
        nextReport = firstReport;
      } else if (is === 'failure' && restart?.()) {
        progress.say(
          'データベースが処理を続けられない状態になったため、終了させて起動し直します。\nThe database has failed and cannot go on; ending it, to start it again.',
        );
      } else if (timeout !== null && silent > timeout) {
        if (!restart?.()) return lostAfter(seconds);
        progress.say(
          `データベースが ${seconds} 秒間応答しないため、終了させて起動し直します。\nThe database has not answered for ${seconds} s; ending it, to start it again.`,
        );
        answered = performance.now();
      } else if (silent > nextReport) {
        nextReport = 2 * silent;
        progress.say(
          `データベースが ${seconds} 秒間応答していません。応答を待っています。\nThe database has not answered for ${seconds} s; waiting for it.`,
        );
      }
      await delay(interval, undefined, { signal });
    }
  };

  const lost = new Promise<OperatorError>((resolve, reject) => {
    untilLost().then(resolve, (error: unknown) => {
      if (!signal.aborted) reject(error);
    });
  });
  return {
    answers: () => isAnswering,
    lost,
    stop: async () => {
      stopping.abort();
      await connection.close();
    },
  };
}

function lostAfter(seconds: number): OperatorError {
  return new OperatorError(
    `データベースが ${seconds} 秒間応答しないため、終了します。データベースの状態を確認してください（待つ時間は DATABASE_TIMEOUT で変更できます）。`,
    `The database has not answered for ${seconds} s, so this ends. Check the database (DATABASE_TIMEOUT says how long it is waited for).`,
  );
}
