import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { OperatorError } from '../src/operator-error.js';
import { projectFile } from '../src/project-files.js';
import { readDataDir, readSettings } from '../src/settings.js';
import { temporaryFolders } from './temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** The English sentences about wrong values. */
function troubles(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof OperatorError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('without any variable the service is on loopback with its own database in .data', () => {
  expect(readSettings({})).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    dataDir: projectFile('.data'),
    database: {
      kind: 'embedded',
      dataDir: projectFile('.data'),
      boltPort: null,
      heapMax: '1g',
      transactionMemory: '640m',
    },
  });
});

test('the data folder alone is read whatever is wrong with the rest', () => {
  expect(readDataDir({ DATA_DIR: '/a/b', PORT: 'many', NEO4J_URI: 'nowhere' })).toBe('/a/b');
  expect(readDataDir({ DATA_DIR: ' ' })).toBe(projectFile('.data'));
});

test('further options for Java are words between blanks', () => {
  expect(readSettings({ NEO4J_JAVA_OPTIONS: ' -Xlog:gc  -XX:+UseSerialGC ' }).database).toMatchObject({
    javaOptions: ['-Xlog:gc', '-XX:+UseSerialGC'],
  });
});

test('an empty variable counts as unset', () => {
  expect(readSettings({ NEO4J_URI: '', PORT: ' ', DATA_DIR: '' })).toEqual(readSettings({}));
});

test('NEO4J_URI and its companions name a database of somebody else', () => {
  const environment = { NEO4J_URI: 'neo4j+s://example.org', NEO4J_PASSWORD: ' secret ', NEO4J_DATABASE: 'policies' };
  expect(readSettings(environment).database).toEqual({
    kind: 'remote',
    uri: 'neo4j+s://example.org',
    username: 'neo4j',
    password: ' secret ',
    database: 'policies',
    timeout: null,
  });
});

test('the password can come from a file, whose last line break does not belong to it', async () => {
  const file = join(await temporaryFolder(), 'password');
  await writeFile(file, 'from a file\n');
  const { database } = readSettings({ NEO4J_URI: 'bolt://example.org:7687', NEO4J_PASSWORD_FILE: file });
  expect(database).toMatchObject({ password: 'from a file' });
});

test('what requests may do has limits that can be set', () => {
  expect(readSettings({}).http).toMatchObject({
    logLevel: 'info',
    introspection: true,
    corsOrigins: [],
    embedOrigins: [],
    site: { operator: null, licence: null, contact: null },
    limits: { body: 102_400, tokens: 1_000, depth: 12, aliases: 30, directives: 20, cost: 100_000, answer: 4_194_304 },
    connections: { maximum: 1_000, perAddress: 200 },
    trustedProxies: [],
    inFlight: 200,
    perClient: 2,
    rate: 0,
    queued: 100,
    deadline: 5_000,
    answerCache: 33_554_432,
    drainDelay: 0,
  });
  const environment = { LOG_LEVEL: 'WARN', INTROSPECTION: 'off', CORS_ORIGINS: 'https://a.example, https://b.example' };
  const sizes = { MAX_BODY: '1m', MAX_ALIASES: '0', DEADLINE: '10', ANSWER_CACHE: '0', DRAIN_DELAY: '3' };
  expect(readSettings({ ...environment, ...sizes }).http).toMatchObject({
    logLevel: 'warn',
    introspection: false,
    corsOrigins: ['https://a.example', 'https://b.example'],
    limits: { body: 1_048_576, aliases: 0 },
    deadline: 10_000,
    answerCache: 0,
    drainDelay: 3_000,
  });
});

describe('a wrong value is refused with one sentence that names the variable and what it must be', () => {
  test.each([
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, but is 70000.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be trace, debug, info, warn, error, fatal, silent, but is loud.'],
    [
      { EMBED_ORIGINS: 'https://a.example, https://b.example/x; script-src *' },
      'EMBED_ORIGINS must be origins such as https://host, or *, but is https://b.example/x; script-src *.',
    ],
    [
      { CONTACT: 'javascript:alert(1)' },
      'CONTACT must be an address that begins with https:// or mailto:, but is javascript:alert(1).',
    ],
    [{ MAX_DEPTH: '0' }, 'MAX_DEPTH must be a whole number from 1 to 1000, but is 0.'],
    [{ MAX_BODY: 'much' }, 'MAX_BODY must be a size such as 512m or 1g, but is much.'],
    [{ MAX_ANSWER: '0' }, 'MAX_ANSWER must be a size such as 512m or 1g, but is 0.'],
    [
      { TRUSTED_PROXIES: '10.0.0.0/8, localhost' },
      'TRUSTED_PROXIES must be IP addresses or networks such as 10.0.0.0/8, but is localhost.',
    ],
    [{ PORT: '4e3' }, 'PORT must be a whole number from 0 to 65535, but is 4e3.'],
    [{ NEO4J_BOLT_PORT: '0' }, 'NEO4J_BOLT_PORT must be a whole number from 1 to 65535, but is 0.'],
    [{ NEO4J_HEAP_MAX: '1 gigabyte' }, 'NEO4J_HEAP_MAX must be a size such as 512m or 1g, but is 1 gigabyte.'],
    [
      { NEO4J_URI: 'http://example.org', NEO4J_PASSWORD: 'x' },
      'NEO4J_URI must be neo4j://host:7687 (bolt, bolt+s, bolt+ssc, neo4j, neo4j+s, neo4j+ssc).',
    ],
    [{ NEO4J_URI: 'bolt://example.org' }, 'With NEO4J_URI set, NEO4J_PASSWORD or NEO4J_PASSWORD_FILE is needed.'],
    [
      { NEO4J_URI: 'bolt://example.org', NEO4J_PASSWORD: 'x', NEO4J_PASSWORD_FILE: 'y' },
      'Set only one of NEO4J_PASSWORD and NEO4J_PASSWORD_FILE.',
    ],
    [
      { NEO4J_URI: 'bolt://example.org', NEO4J_PASSWORD_FILE: 'no-such-file' },
      'NEO4J_PASSWORD_FILE must be a file that can be read, but is no-such-file (ENOENT).',
    ],
  ])('%j', (environment, sentence) => {
    expect(troubles(environment)).toEqual([sentence]);
  });

  test('all of them at once, in both languages', () => {
    const wrong = { PORT: 'http', NEO4J_HEAP_MAX: '0m' };
    expect(troubles(wrong)).toHaveLength(2);
    expect(() => readSettings(wrong)).toThrow(
      expect.objectContaining({ messageJa: expect.stringMatching(/^PORT には.*。\nNEO4J_HEAP_MAX には.*。$/) }),
    );
  });

  test('a password within the URI is refused and not repeated', () => {
    const [sentence] = troubles({ NEO4J_URI: 'bolt://neo4j:hunter2@example.org', NEO4J_PASSWORD: 'x' });
    expect(sentence).toContain('without credentials');
    expect(sentence).not.toContain('hunter2');
  });
});

test.each([
  ['127.0.0.1', []],
  ['localhost', []],
  ['::1', []],
  ['[::1]', []],
  ['0:0:0:0:0:0:0:1', []],
  ['::1%lo', []],
  ['127.1', []],
  ['127.0.0.2', ['127.0.0.2']],
  ['::ffff:127.0.0.1', ['[::ffff:7f00:1]']],
])('on the loopback address %s the service goes by its own names only', (HOST, more) => {
  const { hosts, explain } = readSettings({ HOST }).http;
  expect(hosts).toEqual(['localhost', '127.0.0.1', '[::1]', ...more]);
  expect(explain).toBe(true);
});

test.each(['0.0.0.0', '::', '10.0.0.1', '::ffff:10.0.0.1', '127.example.jp', 'plans.example.jp', 'no host'])(
  'on %s, which others reach, it goes by any name',
  (HOST) => {
    const { hosts, explain } = readSettings({ HOST }).http;
    expect(hosts).toBeNull();
    expect(explain).toBe(false);
  },
);
