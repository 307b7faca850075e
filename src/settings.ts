import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isNetwork } from './client-address.js';
import { codeOf } from './file-errors.js';
import { hostnameOf, isLoopback } from './loopback.js';
import { OperatorError } from './operator-error.js';
import { projectFile } from './project-files.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings are everything that the environment decides, read and checked once, before anything is started.
 * An unset or empty variable has its default. Names every wrong value.
 */
export function readSettings(environment: Environment) {
  const reader = new SettingsReader(environment);
  const dataDir = readDataDir(environment);
  const host = reader.text('HOST') ?? '127.0.0.1';
  const settings = {
    /** Address the service listens on. */
    host,
    /** Port the service listens on; 0 takes any free one. */
    port: reader.whole('PORT', 0, highestPort, 4000),
    /** Absolute path of the folder for everything that outlives a run. */
    dataDir,
    /** Whether a start has Neo4j plan what is asked first; a server that is started anew all day has it off. */
    warmUp: reader.isOn('WARM_UP', true),
    database: reader.text('NEO4J_URI') === null ? embeddedDatabase(reader, dataDir) : remoteDatabase(reader),
    http: http(reader, host),
  };
  reader.complain();
  return settings;
}

export type Settings = Readonly<ReturnType<typeof readSettings>>;
export type DatabaseSettings = RemoteDatabaseSettings | EmbeddedDatabaseSettings;

/** The data folder alone, for a command that needs nothing else: what is wrong with the rest is not its business. */
export const readDataDir = (environment: Environment): string =>
  resolve(new SettingsReader(environment).text('DATA_DIR') ?? projectFile('.data'));

const highestPort = 65_535;
const uriSchemes = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** A Neo4j that somebody else runs: NEO4J_URI and its companions. */
const remoteDatabase = (reader: SettingsReader) => ({
  kind: 'remote' as const,
  uri: reader.uri('NEO4J_URI'),
  username: reader.text('NEO4J_USERNAME') ?? 'neo4j',
  password: reader.secret('NEO4J_PASSWORD', 'NEO4J_PASSWORD_FILE'),
  /** Null is the user's home database. */
  database: reader.text('NEO4J_DATABASE'),
  timeout: databaseTimeout(reader, 0),
});

/**
 * Milliseconds that the database may leave unanswered, at the start or later, before the service ends; null, or 0 in the
 * variable, which is in seconds, is for ever.
 */
const databaseTimeout = (reader: SettingsReader, byDefault: number) =>
  reader.whole('DATABASE_TIMEOUT', 0, 1_000_000, byDefault) * 1000 || null;

export type RemoteDatabaseSettings = Readonly<ReturnType<typeof remoteDatabase>>;

/** The Neo4j that this project runs itself, as its own child, when NEO4J_URI is unset. */
const embeddedDatabase = (reader: SettingsReader, dataDir: string) => ({
  kind: 'embedded' as const,
  dataDir,
  /** Where the jars of all versions lie, one folder each; kept apart so that several data folders can share them. */
  jarsDir: resolve(dataDir, 'neo4j'),
  /** Null picks a free port at every start. */
  boltPort: reader.whole('NEO4J_BOLT_PORT', 1, highestPort, null),
  heapInitial: reader.size('NEO4J_HEAP_INITIAL', '512m'),
  heapMax: reader.size('NEO4J_HEAP_MAX', '1g'),
  pageCache: reader.size('NEO4J_PAGE_CACHE', '256m'),
  /** What one transaction may hold in memory. A load is one: at its commit each row takes 5 kB. */
  transactionMemory: reader.size('NEO4J_TRANSACTION_MEMORY', '640m'),
  /** Further options for Java, after those that the server needs. */
  javaOptions: reader.words('NEO4J_JAVA_OPTIONS', /\s+/),
  /** Null takes `java` from the PATH. */
  javaHome: reader.text('JAVA_HOME'),
  /** Milliseconds until Bolt must answer; the variable is in seconds. */
  startTimeout: reader.whole('NEO4J_START_TIMEOUT', 1, 3_600, 120) * 1000,
  timeout: databaseTimeout(reader, 600),
});

export type EmbeddedDatabaseSettings = Readonly<ReturnType<typeof embeddedDatabase>>;

/** The names that requests may use for the service; null for any. On a loopback address its own, and those that are set. */
function hosts(reader: SettingsReader, host: string): readonly string[] | null {
  const given = reader.words('ALLOWED_HOSTS', /\s*,\s*/).map((name) => name.toLowerCase());
  if (given.includes('*') || (given.length === 0 && !isLoopback(host))) return null;
  const own = isLoopback(host) ? ['localhost', '127.0.0.1', '[::1]', hostnameOf(host) ?? host] : [];
  return [...new Set([...own, ...given])];
}

/** How the service treats requests: what one may ask for, how many at once, and what is said about it. */
const http = (reader: SettingsReader, host: string) => ({
  /** From which level on something is logged; every operation is one line of `info`. */
  logLevel: reader.choice('LOG_LEVEL', logLevels, 'info'),
  /** Whether strangers may read the schema. */
  introspection: reader.isOn('INTROSPECTION', true),
  /** Whether a request may ask for the statements behind its answer; by default on the loopback address only. */
  explain: reader.isOn('EXPLAIN', isLoopback(host)),
  /** Origins whose pages may call the service, separated by commas; * for all, none by default. */
  corsOrigins: reader.words('CORS_ORIGINS', /\s*,\s*/),
  /** Origins of pages in which figures may stand, separated by commas; * for all, none by default. */
  embedOrigins: reader.origins('EMBED_ORIGINS'),
  hosts: hosts(reader, host),
  /** What pages say of the service at their foot; null says nothing. */
  site: {
    /** Who runs it. */
    operator: reader.text('OPERATOR'),
    /** The terms of use of what it shows, by name. */
    licence: reader.text('LICENCE'),
    /** Where errors are reported: a page or an address of mail. */
    contact: reader.link('CONTACT'),
  },
  limits: requestLimits(reader),
  connections: {
    /** Connections at the same time; further ones are closed. */
    maximum: reader.whole('MAX_CONNECTIONS', 1, 1_000_000, 1_000),
    /** Those from one address. */
    perAddress: reader.whole('MAX_CONNECTIONS_PER_ADDRESS', 1, 1_000_000, 200),
  },
  /** Addresses or networks of proxies that tell the address of their client in `x-forwarded-for`, separated by commas. */
  trustedProxies: reader.networks('TRUSTED_PROXIES'),
  /** Operations that are answered at the same time. */
  inFlight: reader.whole('MAX_IN_FLIGHT', 1, 100_000, 200),
  /** Those of one client, by its address or account, while other clients are there too. */
  perClient: reader.whole('MAX_IN_FLIGHT_PER_CLIENT', 1, 100_000, 2),
  /** Operations of one client that wait for that; further ones are refused at once. */
  queued: reader.whole('MAX_QUEUED', 0, 100_000, 100),
  /** Operations that one client may begin in a second, on average over five; 0 for any number. */
  rate: reader.whole('MAX_RATE_PER_CLIENT', 0, 100_000, 0),
  /** Milliseconds in which an operation is answered, by an error if need be; the variable is in seconds. */
  deadline: reader.whole('DEADLINE', 1, 3_600, 5) * 1000,
  /** Bytes of answers kept in memory; 0 keeps none. */
  answerCache: reader.text('ANSWER_CACHE') === '0' ? 0 : reader.bytes('ANSWER_CACHE', '32m'),
  /**
   * Milliseconds between "not ready" and the end of listening, for load balancers to notice; the variable is in seconds.
   */
  drainDelay: reader.whole('DRAIN_DELAY', 0, 3_600, 0) * 1000,
});

export type HttpSettings = Readonly<ReturnType<typeof http>>;

/** What one request may hold; anything beyond is refused, and but for `answer` before it costs anything. */
const requestLimits = (reader: SettingsReader) => ({
  /** Bytes of a body, after decompression too. */
  body: reader.bytes('MAX_BODY', '100k'),
  /** Lexical tokens of a document. */
  tokens: reader.whole('MAX_TOKENS', 1, 1_000_000, 1_000),
  /** Levels of an operation; a connection with its edges and nodes is one. */
  depth: reader.whole('MAX_DEPTH', 1, 1_000, 12),
  /** Aliases and repeated fields of an operation. */
  aliases: reader.whole('MAX_ALIASES', 0, 100_000, 30),
  /** Directives of an operation. */
  directives: reader.whole('MAX_DIRECTIVES', 0, 100_000, 20),
  /** Nodes that an answer may hold, worked out from page sizes before it runs. */
  cost: reader.whole('MAX_COST', 1, 1_000_000_000, 100_000),
  /** Characters that an operation may read of the graph, roughly, and that its answer may have. */
  answer: reader.bytes('MAX_ANSWER', '4m'),
});

export type RequestLimits = Readonly<ReturnType<typeof requestLimits>>;

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
    return this.#environment[name]?.trim() || null;
  }

  words(name: string, separator: RegExp): readonly string[] {
    return (this.text(name) ?? '').split(separator).filter((word) => word !== '');
  }

  /** Addresses, or networks such as 10.0.0.0/8. */
  networks(name: string): readonly string[] {
    const networks = this.words(name, /\s*,\s*/);
    const wrong = networks.find((network) => !isNetwork(network));
    if (wrong !== undefined)
      this.#wrong(
        name,
        wrong,
        'カンマ区切りのIPアドレスかネットワーク（10.0.0.0/8など）',
        'IP addresses or networks such as 10.0.0.0/8',
      );
    return wrong === undefined ? networks : [];
  }

  whole<Default extends number | null>(name: string, lowest: number, highest: number, byDefault: Default) {
    const value = this.text(name);
    if (value === null) return byDefault;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= lowest && number <= highest) return number;
    this.#wrong(name, value, `${lowest}〜${highest} の整数`, `a whole number from ${lowest} to ${highest}`);
    return byDefault;
  }

  /** One of a few words. */
  choice<Word extends string>(name: string, words: readonly Word[], byDefault: Word): Word {
    const value = this.text(name);
    const word = words.find((each) => each === value?.toLowerCase());
    if (value !== null && !word) this.#wrong(name, value, words.join('、'), words.join(', '));
    return word ?? byDefault;
  }

  isOn(name: string, byDefault: boolean): boolean {
    return this.choice(name, ['on', 'off'], byDefault ? 'on' : 'off') === 'on';
  }

  /** A size as Java takes it. */
  size(name: string, byDefault: string): string {
    const value = this.text(name) ?? byDefault;
    if (/^[1-9]\d*[kmg]$/i.test(value)) return value;
    this.#wrong(name, value, '512m や 1g のような大きさ', 'a size such as 512m or 1g');
    return byDefault;
  }

  /** The same in bytes. */
  bytes(name: string, byDefault: string): number {
    const size = this.size(name, byDefault).toLowerCase();
    return Number(size.slice(0, -1)) * 1024 ** (1 + 'kmg'.indexOf(size.slice(-1)));
  }

  /** Origins, each as browsers write them; * is any. They become a part of a header. */
  origins(name: string): readonly string[] {
    const origins = this.words(name, /\s*,\s*/);
    const wrong = origins.find(
      (origin) => origin !== '*' && !(URL.canParse(origin) && new URL(origin).origin === origin),
    );
    if (wrong === undefined) return origins;
    this.#wrong(name, wrong, 'https://ホスト の形、または *', 'origins such as https://host, or *');
    return [];
  }

  /** A page, or an address of mail, that people may follow. */
  link(name: string): string | null {
    const value = this.text(name);
    if (value === null || /^mailto:[^@\s]+@[^@\s]+$/.test(value)) return value;
    if (/^https?:\/\//.test(value) && URL.canParse(value)) return value;
    this.#wrong(
      name,
      value,
      'https:// または mailto: で始まるアドレス',
      'an address that begins with https:// or mailto:',
    );
    return null;
  }

  /** An address of a database. It may hold a password that somebody put there, so it is not repeated in a message. */
  uri(name: string): string {
    const value = this.text(name) ?? '';
    const parsed = URL.canParse(value) ? new URL(value) : null;
    if (!parsed?.hostname || !uriSchemes.includes(parsed.protocol.slice(0, -1))) {
      const [listJa, list] = [uriSchemes.join('、'), uriSchemes.join(', ')];
      this.#wrong(name, null, `neo4j://ホスト:7687 の形（${listJa}）`, `neo4j://host:7687 (${list})`);
    } else if (parsed.username || parsed.password) {
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
      this.#wrong(name, `${file} (${codeOf(error)})`, '読めるファイル', 'a file that can be read');
    }
    return '';
  }

  #wrong(name: string, value: string | null, expectedJa: string, expected: string): void {
    const [isJa, is] = value === null ? ['', ''] : [`（現在の値: ${value}）`, `, but is ${value}`];
    this.#troubles.push({
      messageJa: `${name} には${expectedJa}を指定してください${isJa}。`,
      message: `${name} must be ${expected}${is}.`,
    });
  }
}
