import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from './operator-error.js';
import { projectFile } from './project-files.js';

/** The settings are everything that the environment decides, read and checked once, before anything is started. */
export interface Settings {
  /** Address the service listens on (HOST). */
  readonly host: string;
  /** Port the service listens on (PORT); 0 takes any free one. */
  readonly port: number;
  /** Absolute path of the folder for everything that outlives a run (DATA_DIR). */
  readonly dataDir: string;
  /** Whether a start has Neo4j plan what is asked first (WARM_UP); a server that is started anew all day has it off. */
  readonly warmUp: boolean;
  readonly database: DatabaseSettings;
  readonly http: HttpSettings;
}

/** How the service treats requests: what one may ask for, how many at once, and what is said about it. */
export interface HttpSettings {
  readonly logLevel: LogLevel;
  /** Whether strangers may read the schema (INTROSPECTION). */
  readonly introspection: boolean;
  /** Whether a request may ask for the statements behind its answer (EXPLAIN); by default on the loopback address only. */
  readonly explain: boolean;
  /** Origins whose pages may call the service (CORS_ORIGINS, separated by commas; * for all); none by default. */
  readonly corsOrigins: readonly string[];
  readonly limits: RequestLimits;
  /** Operations that are answered at the same time (MAX_IN_FLIGHT). */
  readonly inFlight: number;
  /** Operations that wait for that; further ones are refused at once (MAX_QUEUED). */
  readonly queued: number;
  /** Milliseconds in which an operation is answered, by an error if need be (DEADLINE, in seconds). */
  readonly deadline: number;
  /** Bytes of answers kept in memory (ANSWER_CACHE); 0 keeps none. */
  readonly answerCache: number;
  /** Milliseconds between "not ready" and the end of listening, for load balancers to notice (DRAIN_DELAY, in seconds). */
  readonly drainDelay: number;
}

/** What one request may hold; anything beyond is refused, and but for `answer` before it costs anything. */
export interface RequestLimits {
  /** Bytes of a body, after decompression too (MAX_BODY). */
  readonly body: number;
  /** Lexical tokens of a document (MAX_TOKENS). */
  readonly tokens: number;
  /** Levels of an operation (MAX_DEPTH); a connection with its edges and nodes is one. */
  readonly depth: number;
  /** Aliases and repeated fields of an operation (MAX_ALIASES). */
  readonly aliases: number;
  /** Directives of an operation (MAX_DIRECTIVES). */
  readonly directives: number;
  /** Nodes that an answer may hold, worked out from page sizes before it runs (MAX_COST). */
  readonly cost: number;
  /** Characters that an operation may read of the graph, roughly (MAX_ANSWER). */
  readonly answer: number;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** From which weight on something is logged (LOG_LEVEL); every operation is one line of `info`. */
export type LogLevel = (typeof logLevels)[number];

export type DatabaseSettings = RemoteDatabaseSettings | EmbeddedDatabaseSettings;

/** A Neo4j that somebody else runs: NEO4J_URI and its companions. */
export interface RemoteDatabaseSettings {
  readonly kind: 'remote';
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  /** Null is the user's home database. */
  readonly database: string | null;
}

/** The Neo4j that this project runs itself, as its own child, when NEO4J_URI is unset. */
export interface EmbeddedDatabaseSettings {
  readonly kind: 'embedded';
  readonly dataDir: string;
  /** Where the jars of all versions lie, one folder each; kept apart so that several data folders can share them. */
  readonly jarsDir: string;
  /** Null picks a free port at every start. */
  readonly boltPort: number | null;
  readonly heapInitial: string;
  readonly heapMax: string;
  readonly pageCache: string;
  /** What one transaction may hold in memory. */
  readonly transactionMemory: string;
  /** Further options for Java, after those that the server needs. */
  readonly javaOptions: readonly string[];
  /** JAVA_HOME; null takes `java` from the PATH. */
  readonly javaHome: string | null;
  /** Milliseconds until Bolt must answer. */
  readonly startTimeout: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const uriSchemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];

/** Reads the settings from environment variables; an unset or empty variable has its default. Names every wrong value. */
export function readSettings(environment: Environment): Settings {
  const reader = new SettingsReader(environment);
  const dataDir = readDataDir(environment);
  const host = reader.text('HOST') ?? '127.0.0.1';
  const settings: Settings = {
    host,
    port: reader.port('PORT', { lowest: 0 }) ?? 4000,
    dataDir,
    warmUp: reader.choice('WARM_UP', ['on', 'off']) !== 'off',
    database: reader.text('NEO4J_URI') === null ? embedded(reader, dataDir) : remote(reader),
    http: http(reader, host),
  };
  reader.complain();
  return settings;
}

/** The data folder alone, for a command that needs nothing else: what is wrong with the rest is not its business. */
export const readDataDir = (environment: Environment): string =>
  resolve(new SettingsReader(environment).text('DATA_DIR') ?? projectFile('.data'));

function remote(reader: SettingsReader): RemoteDatabaseSettings {
  return {
    kind: 'remote',
    uri: reader.uri('NEO4J_URI'),
    username: reader.text('NEO4J_USERNAME') ?? 'neo4j',
    password: reader.secret('NEO4J_PASSWORD', 'NEO4J_PASSWORD_FILE'),
    database: reader.text('NEO4J_DATABASE'),
  };
}

function embedded(reader: SettingsReader, dataDir: string): EmbeddedDatabaseSettings {
  return {
    kind: 'embedded',
    dataDir,
    jarsDir: resolve(dataDir, 'neo4j'),
    boltPort: reader.port('NEO4J_BOLT_PORT', { lowest: 1 }),
    heapInitial: reader.size('NEO4J_HEAP_INITIAL') ?? '512m',
    heapMax: reader.size('NEO4J_HEAP_MAX') ?? '1g',
    pageCache: reader.size('NEO4J_PAGE_CACHE') ?? '256m',
    transactionMemory: reader.size('NEO4J_TRANSACTION_MEMORY') ?? '128m',
    javaOptions: reader.text('NEO4J_JAVA_OPTIONS')?.split(/\s+/) ?? [],
    javaHome: reader.text('JAVA_HOME'),
    startTimeout: (reader.seconds('NEO4J_START_TIMEOUT') ?? 120) * 1000,
  };
}

const isLoopback = (host: string) => /^(?:localhost|127\.|::1$|\[::1\]$)/.test(host);

function http(reader: SettingsReader, host: string): HttpSettings {
  return {
    logLevel: reader.choice('LOG_LEVEL', logLevels) ?? 'info',
    introspection: reader.choice('INTROSPECTION', ['on', 'off']) !== 'off',
    explain: (reader.choice('EXPLAIN', ['on', 'off']) ?? (isLoopback(host) ? 'on' : 'off')) === 'on',
    corsOrigins: reader.list('CORS_ORIGINS'),
    limits: {
      body: reader.bytes('MAX_BODY') ?? 100 * 1024,
      tokens: reader.whole('MAX_TOKENS', 1, 1_000_000) ?? 1_000,
      depth: reader.whole('MAX_DEPTH', 1, 1_000) ?? 12,
      aliases: reader.whole('MAX_ALIASES', 0, 100_000) ?? 30,
      directives: reader.whole('MAX_DIRECTIVES', 0, 100_000) ?? 20,
      cost: reader.whole('MAX_COST', 1, 1_000_000_000) ?? 100_000,
      answer: reader.bytes('MAX_ANSWER') ?? 4 * 2 ** 20,
    },
    inFlight: reader.whole('MAX_IN_FLIGHT', 1, 100_000) ?? 200,
    queued: reader.whole('MAX_QUEUED', 0, 100_000) ?? 100,
    deadline: (reader.seconds('DEADLINE') ?? 5) * 1000,
    answerCache: reader.bytesOrNone('ANSWER_CACHE') ?? 32 * 2 ** 20,
    drainDelay: (reader.whole('DRAIN_DELAY', 0, 3_600) ?? 0) * 1000,
  };
}

/** Reads single variables and collects what is wrong with them. */
class SettingsReader {
  readonly #environment: Environment;
  readonly #troubles: { readonly messageJa: string; readonly message: string }[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  complain(): void {
    if (this.#troubles.length > 0) throw OperatorError.of(this.#troubles);
  }

  text(name: string): string | null {
    const value = this.#environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  port(name: string, { lowest }: { readonly lowest: number }): number | null {
    return this.#number(name, lowest, 65_535);
  }

  seconds(name: string): number | null {
    return this.#number(name, 1, 3_600);
  }

  whole(name: string, lowest: number, highest: number): number | null {
    return this.#number(name, lowest, highest);
  }

  /** One of a few words. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | null {
    const value = this.text(name);
    if (value === null) return null;
    const word = words.find((each) => each === value.toLowerCase());
    if (word === undefined) this.#wrong(name, value, words.join('、'), words.join(', '));
    return word ?? null;
  }

  /** Words between commas. */
  list(name: string): readonly string[] {
    const words = (this.text(name) ?? '').split(',').map((word) => word.trim());
    return words.filter((word) => word !== '');
  }

  /** As `bytes`, of what can be left out: 0 is a size too. */
  bytesOrNone(name: string): number | null {
    return this.text(name) === '0' ? 0 : this.bytes(name);
  }

  /** A size in bytes. */
  bytes(name: string): number | null {
    const size = this.size(name);
    const match = /^(\d+)([kmg])$/i.exec(size ?? '');
    return match ? Number(match[1]) * 1024 ** ('kmg'.indexOf(String(match[2]).toLowerCase()) + 1) : null;
  }

  size(name: string): string | null {
    const value = this.text(name);
    if (value !== null && !/^[1-9]\d*[kmg]$/i.test(value)) {
      this.#wrong(name, value, '512m や 1g のような大きさ', 'a size such as 512m or 1g');
    }
    return value;
  }

  uri(name: string): string {
    const value = this.text(name) ?? '';
    const parsed = URL.canParse(value) ? new URL(value) : null;
    const scheme = parsed?.protocol.slice(0, -1) ?? '';
    if (!uriSchemes.includes(scheme) || parsed?.hostname === '') {
      // The value may hold a password that somebody put there, so it is not repeated.
      this.#wrong(
        name,
        null,
        `neo4j://ホスト:7687 の形（${uriSchemes.join('、')}）`,
        `neo4j://host:7687 (${uriSchemes.join(', ')})`,
      );
    } else if (parsed?.username || parsed?.password) {
      this.#wrong(
        name,
        null,
        '利用者名とパスワードを含まない URI（NEO4J_USERNAME と NEO4J_PASSWORD を使う）',
        'a URI without credentials (use NEO4J_USERNAME and NEO4J_PASSWORD)',
      );
    }
    return value;
  }

  /** A secret from a variable or from the file that another variable names; never repeated in a message. */
  secret(name: string, fileName: string): string {
    const value = this.#environment[name] || null;
    const file = this.text(fileName);
    if (value !== null && file !== null) {
      this.#troubles.push({
        messageJa: `${name} と ${fileName} はどちらか一方だけを設定してください。`,
        message: `Set only one of ${name} and ${fileName}.`,
      });
    } else if (file !== null) {
      return this.#secretFile(fileName, file);
    } else if (value === null) {
      this.#troubles.push({
        messageJa: `NEO4J_URI を使うときは ${name} か ${fileName} が必要です。`,
        message: `With NEO4J_URI set, ${name} or ${fileName} is needed.`,
      });
    }
    return value ?? '';
  }

  #secretFile(name: string, file: string): string {
    try {
      // Editors and `echo` end a file with a line break that is not part of the secret.
      const secret = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      if (secret !== '') return secret;
      this.#wrong(name, file, '空でないファイル', 'a file that is not empty');
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      this.#wrong(name, `${file} (${reason})`, '読めるファイル', 'a file that can be read');
    }
    return '';
  }

  #number(name: string, lowest: number, highest: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number;
    this.#wrong(name, value, `${lowest}〜${highest} の整数`, `a whole number from ${lowest} to ${highest}`);
    return null;
  }

  #wrong(name: string, value: string | null, expectedJa: string, expected: string): void {
    const [isJa, is] = value === null ? ['', ''] : [`（現在の値: ${value}）`, `, but is ${value}`];
    this.#troubles.push({
      messageJa: `${name} には${expectedJa}を指定してください${isJa}。`,
      message: `${name} must be ${expected}${is}.`,
    });
  }
}
