import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';

/** What a server printed and logged during one run. */
export interface ServerLog {
  /** The file to which Java prints. */
  readonly consoleFile: string;
  /** The last lines since this was read, and where the rest is. */
  tail(): Promise<string>;
}

const lines = 12;

/** The log of a server that is about to be started in its home folder. */
export async function readServerLog(home: string): Promise<ServerLog> {
  const consoleFile = join(home, 'logs', 'console.log');
  const logFile = join(home, 'logs', 'neo4j.log');
  const { length: earlier } = await contentOf(logFile);
  return {
    consoleFile,
    tail: async () => {
      const logged = (await contentOf(logFile)).subarray(earlier).toString();
      const printed = (await contentOf(consoleFile)).toString();
      return [
        ...messageLines(printed).slice(-lines),
        ...messageLines(logged).slice(-lines),
        `(${join(home, 'logs')})`,
      ].join('\n');
    },
  };
}

/** The lines of what a Java program said, without the frames of its stack traces. */
export function messageLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !/^\s+(at |\.\.\. )/.test(line));
}

const contentOf = async (file: string): Promise<Buffer> => (await unlessMissing(readFile(file))) ?? Buffer.alloc(0);
