import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of the benchmark, which answers questions one after another. */
export interface Child {
  readonly pid: number;
  /** Fails when there is no answer within the milliseconds (60 s). */
  ask<Answer>(question: string, content?: unknown, timeout?: number): Promise<Answer>;
  stop(): Promise<void>;
}

interface Question {
  readonly id: number;
  readonly question: string;
  readonly content: unknown;
}

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

export interface ChildOptions {
  /** Folder that receives a CPU profile when the process ends; null for none. */
  readonly profileFolder: string | null;
}

/** Starts a compiled module as a process of its own. It ends by itself when this process is gone. */
export function startChild(file: string, { profileFolder }: ChildOptions): Child {
  const child = fork(file, [], {
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : [],
    serialization: 'advanced',
    // In a group of its own: Ctrl-C reaches only the benchmark, which then stops its processes in order.
    detached: true,
  });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let asked = 0;
  let ended: string | null = null;
  child.on('message', (message) => {
    const { id, answer, error } = message as Reply;
    const place = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) place?.resolve(answer as never);
    else place?.reject(new Error(error));
  });
  const exit = once(child, 'exit').then(([code, signal]) => {
    ended = `${file} ended with ${signal ?? code}`;
    for (const { reject } of waiting.values()) reject(new Error(ended));
    waiting.clear();
  });
  return {
    pid: child.pid ?? 0,
    ask: (question, content, timeout = 60_000) => {
      const id = ++asked;
      let timer: NodeJS.Timeout;
      return new Promise<never>((resolve, reject) => {
        if (ended) return reject(new Error(ended));
        waiting.set(id, { resolve, reject });
        timer = setTimeout(
          () => reject(new Error(`expected ${file} to answer "${question}" within ${timeout} ms`)),
          timeout,
        );
        child.send({ id, question, content } satisfies Question);
      }).finally(() => clearTimeout(timer));
    },
    stop: async () => {
      // Asked kindly it writes its profile; a process that hangs is killed.
      if (child.connected) child.disconnect();
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await exit;
      clearTimeout(timer);
    },
  };
}

type Answers = Readonly<Record<string, (content: never) => unknown>>;

/** In such a process: answers the questions of its parent, and ends when the parent lets go of it. */
export function answerQuestions(answers: Answers): void {
  process.once('disconnect', () => process.exit(0));
  process.on('message', async (message) => {
    const { id, question, content } = message as Question;
    try {
      const answer = answers[question];
      if (!answer) throw new Error(`expected one of ${Object.keys(answers).join(', ')}, but was asked: ${question}`);
      process.send?.({ id, answer: await answer(content as never) } satisfies Reply);
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

/** What a process has used so far: resident memory now, and CPU since it started. */
export interface Usage {
  readonly megabytes: number;
  readonly cpuMilliseconds: number;
}

export const usage = (): Usage => {
  const { user, system } = process.cpuUsage();
  return { megabytes: process.memoryUsage.rss() / 2 ** 20, cpuMilliseconds: (user + system) / 1000 };
};
