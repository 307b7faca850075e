import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '../../file-errors.js';

/** What a server printed and logged during one run. */
export interface ServerLog {
  /** The file to which Java prints. */
  readonly consoleFile: string;
  /** The last lines since this was read, and where the rest is. */
  tail(): Promise<string>;
  /** What went wrong, where it is known what to do about it. */
  cause(): Promise<KnownCause | null>;
}

/** What a person can do something about. */
export type KnownCause =
  | 'disk full'
  | 'too few files'
  | 'heap too small'
  | 'data of another version'
  | 'data not opened';

const lines = 12;

/** In order: the first that fits decides, as the last one is what follows from the others too. */
const causes: readonly (readonly [cause: KnownCause, pattern: RegExp])[] = [
  ['disk full', /No space left on device|Disk quota exceeded/],
  // All jars are there, as they were compared with their checksums: one that is not found could not be opened.
  ['too few files', /Too many open files|java\.lang\.ClassNotFoundException/],
  ['heap too small', /java\.lang\.OutOfMemoryError|Java heap space/],
  [
    'data of another version',
    /StoreUpgrader|UnexpectedUpgrading|StoreVersion\w*Exception|Unknown store version|not supported store|UnableToMigrate|UnsupportedLogVersion/,
  ],
  [
    'data not opened',
    /Failed to start '?Database|Unable to start '?Database|DatabaseStartAbort|StoreFailure|UnderlyingStorage|InvalidRecordException|MetadataMismatch|NotCurrentlyReadable|Tree\w*Inconsisten|UnableToReadTransactionLog|Error performing recovery|StoreFileChannel|corrupt/i,
  ],
];

/** The log of a server that is about to be started in its home folder. */
export async function readServerLog(home: string): Promise<ServerLog> {
  const [consoleFile, logFile, debugFile] = ['console.log', 'neo4j.log', 'debug.log'].map((name) =>
    join(home, 'logs', name),
  ) as [string, string, string];
  const since = async (file: string) => {
    const { length } = await contentOf(file);
    return async () => (await contentOf(file)).subarray(length).toString();
  };
  const [logged, debugged] = [await since(logFile), await since(debugFile)];
  const printed = async () => (await contentOf(consoleFile)).toString();
  return {
    consoleFile,
    tail: async () => {
      // Of a chain of exceptions the last is the first that happened.
      const reasons = (await debugged()).split('\n').filter((line) => line.startsWith('Caused by: '));
      return [
        ...messageLines(await printed()).slice(-lines),
        ...messageLines(await logged()).slice(-lines),
        ...reasons.slice(-1),
        `(${join(home, 'logs')})`,
      ].join('\n');
    },
    cause: async () => {
      const messages = messageLines([await printed(), await logged(), await debugged()].join('\n')).join('\n');
      return causes.find(([, pattern]) => pattern.test(messages))?.[0] ?? null;
    },
  };
}

/** The lines of what a Java program said, without the frames of its stack traces. */
export function messageLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !/^\s+(at |\.\.\. )/.test(line));
}

const contentOf = async (file: string): Promise<Buffer> => (await unlessMissing(readFile(file))) ?? Buffer.alloc(0);
