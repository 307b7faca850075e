import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkBackup, headerOf, storedFile, writeBackup } from '../../src/backup/backup-file.js';
import { OperatorError } from '../../src/operator-error.js';
import { temporaryFolders } from '../temporary-folder.js';

const temporaryFolder = temporaryFolders();
let path: string;

beforeAll(async () => {
  path = join(await temporaryFolder(), 'graph.backup');
});

/** What is said of a file that is no sound backup. */
async function refusal(content: string | Uint8Array): Promise<OperatorError> {
  await writeFile(path, content);
  const error = await checkBackup(path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return error as OperatorError;
}

const header = JSON.stringify({ header: headerOf('r', 1) });

test.each(['null', '5', '[]', '{"header":null}', '{"header":{"format":"policy-graph backup"}}', '{"foo":1}'])(
  'a file that begins with %s is told to be no backup',
  async (line) => {
    expect((await refusal(gzipSync(`${line}\n`))).message).toMatch(/is not whole, or damaged: it/);
  },
);

test.each(['null', '5', '{"node":5}', '{"node":[1,["A"],[5]]}', '{"file":null}', '{"file":["a",1]}', '{"foo":1}'])(
  'a line that is %s is told to be none of a backup',
  async (line) => {
    const { message, messageJa } = await refusal(gzipSync(`${header}\n${line}\n`));
    expect(message).toContain('is not whole, or damaged: a line of it is neither a file nor a part of a graph');
    expect(messageJa).toContain('別のバックアップを使ってください');
  },
);

test.each([
  '{"end":null}',
  '{"end":5}',
  '{"end":{"counts":null}}',
  `{"end":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
])('an end that says other than what was read is told', async (line) => {
  expect((await refusal(gzipSync(`${header}\n${line}\n`))).message).toContain('its counts or its checksum are others');
});

test('a link to itself and a pipe are told', async () => {
  const folder = await temporaryFolder();
  await symlink('loop', join(folder, 'loop'));
  await expect(checkBackup(join(folder, 'loop'))).rejects.toThrow(/cannot be read \(ELOOP\)/);
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  await expect(checkBackup(join(folder, 'pipe'))).rejects.toThrow(/it is no file/);
});

const line = fc.oneof(
  fc.json(),
  fc.constant(header),
  fc
    .tuple(fc.constantFrom('header', 'file', 'node', 'relationship', 'end'), fc.jsonValue())
    .map(([kind, value]) => JSON.stringify({ [kind]: value })),
);
const whole = fc.array(line, { maxLength: 5 }).map((lines) => gzipSync([header, ...lines, ''].join('\n')));
const anything = fc.array(line, { maxLength: 5 }).map((lines) => gzipSync(lines.join('\n')));
const cut = fc.tuple(whole, fc.nat(80)).map(([bytes, length]) => bytes.subarray(0, -length - 1));
const changed = fc.tuple(whole, fc.nat(), fc.integer({ min: 1, max: 255 })).map(([bytes, at, by]) => {
  const place = 10 + (at % (bytes.length - 10));
  return Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ by : byte)));
});

test('whatever lines and bytes a file has, what is wrong with it is said in a sentence', async () => {
  const files = fc.oneof(whole, anything, cut, changed, fc.uint8Array({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(files, async (content) => {
      const { message, messageJa } = await refusal(content);
      expect(message).not.toMatch(/TypeError|\n\s+at /);
      expect(messageJa).toMatch(/[ぁ-ん]/);
    }),
    { numRuns: 300 },
  );
});

test('texts and bytes come back as they were', async () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.oneof(fc.string(), fc.uint8Array()));
  await fc.assert(
    fc.asyncProperty(files, async (named) => {
      const all = Object.entries(named).map(([name, content]) => [name, Buffer.from(content as string)] as const);
      async function* content() {
        for (const [name, bytes] of all) yield { file: storedFile(name, bytes) };
      }
      await writeBackup(path, headerOf(null, 0), content(), async () => {});
      expect((await checkBackup(path)).files).toEqual(new Map(all));
    }),
    { numRuns: 50 },
  );
});
