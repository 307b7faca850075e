import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { installServer, parseChecksums, serverVersion } from '../../../src/database/server/install.js';
import { silentProgress } from '../../../src/progress.js';
import { projectFile } from '../../../src/project-files.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const checksums = new Map([
  ['kernel-1.jar', sha256('kernel')],
  ['bolt-1.jar', sha256('bolt')],
]);

/** Stands for Maven: notes its arguments and does the n-th of the given things at its n-th run. */
const fakeMaven = `
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const [notes, ...runs] = process.argv.slice(2, process.argv.indexOf('-B'));
const number = existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\\n').length : 0;
appendFileSync(notes, process.argv.slice(2).join(' ') + '\\n');
const folder = process.argv.at(-1).replace('-DoutputDirectory=', '');
mkdirSync(folder, { recursive: true });
const jars = { whole: ['kernel', 'bolt'], damaged: ['kernel', 'bo'], incomplete: ['kernel'], fails: ['kernel'] };
for (const [index, content] of jars[runs[number]].entries()) {
  const name = ['kernel-1.jar', 'bolt-1.jar'][index];
  writeFileSync(folder + '/' + name, content);
  console.log('[INFO] Downloaded from central: registry/' + name + ' (1 kB at 1 kB/s)');
}
if (runs[number] === 'fails') { console.log('[ERROR] no route'); process.exit(1); }
`;

let jarsDir: string;
let notes: string;
let script: string;

beforeEach(async () => {
  const folder = await temporaryFolder();
  jarsDir = join(folder, 'neo4j');
  notes = join(folder, 'notes');
  script = join(folder, 'maven.mjs');
  await writeFile(script, fakeMaven);
});

const install = (...runs: readonly string[]) =>
  installServer({ jarsDir, progress: silentProgress, maven: [process.execPath, script, notes, ...runs], checksums });

const mavenRuns = async () => (await readFile(notes, 'utf8')).trim().split('\n');
const version = () => readFile(projectFile('src/database/server/pom.xml'), 'utf8').then(serverVersion);

test('the jars get their place when all are there, and are not fetched again', async () => {
  const place = await install('whole');
  expect(place).toBe(join(jarsDir, await version(), 'lib'));
  expect(await readdir(place)).toEqual(['bolt-1.jar', 'kernel-1.jar']);
  expect(await install()).toBe(place);
  expect(await mavenRuns()).toHaveLength(1);
  expect(await readdir(join(jarsDir, await version()))).toEqual(['lib']);
});

test('several servers that start at once fetch them once', async () => {
  const places = await Promise.all([install('whole'), install('whole'), install('whole')]);
  expect(new Set(places)).toEqual(new Set([join(jarsDir, await version(), 'lib')]));
  expect(await mavenRuns()).toHaveLength(1);
});

test('an installation that failed is not the end of the next', async () => {
  const failing = install('fails', 'fails', 'whole');
  const next = install('fails', 'fails', 'whole');
  await expect(failing).rejects.toThrow('could not be fetched');
  expect(await readdir(await next)).toHaveLength(2);
});

test.each(['damaged', 'incomplete'])('a %s download is repeated once, and not from the same store', async (first) => {
  await install(first, 'whole');
  const [one, two] = await mavenRuns();
  expect(one).not.toContain('maven.repo.local');
  expect(two).toContain('maven.repo.local');
});

test('a failure of Maven is repeated once, from what it has already', async () => {
  await install('fails', 'whole');
  expect((await mavenRuns())[1]).not.toContain('maven.repo.local');
});

test.each(['fails', 'damaged'])('when the download is %s twice it is said, and no half place remains', async (what) => {
  await expect(install(what, what)).rejects.toMatchObject({
    message: expect.stringMatching(/Neo4j could not be fetched.*\n.*(no route|bolt-1\.jar)/s),
    messageJa: expect.stringContaining('取得できませんでした'),
  });
  expect(await readdir(join(jarsDir, await version()))).toEqual([]);
});

test('a place that lost a jar is filled again', async () => {
  const place = join(jarsDir, await version(), 'lib');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'kernel-1.jar'), 'kernel');
  await install('whole');
  expect(await readdir(place)).toHaveLength(2);
});

test('a jar that is damaged is fetched again', async () => {
  const place = await install('whole');
  await writeFile(join(place, 'bolt-1.jar'), 'bo');
  await install('', 'whole');
  expect(await readFile(join(place, 'bolt-1.jar'), 'utf8')).toBe('bolt');
});

test('what a killed installation left is removed', async () => {
  const left = join(jarsDir, await version(), 'arriving-99999999', 'lib');
  await mkdir(left, { recursive: true });
  await install('whole');
  expect(await readdir(join(jarsDir, await version()))).toEqual(['lib']);
});

test('a Maven that is not there is said with the command that installs it', async () => {
  const without = installServer({ jarsDir, progress: silentProgress, maven: ['no-such-maven'], checksums });
  await expect(without).rejects.toThrow(/Maven .* was not found.*apt-get install/);
});

describe('the committed list', () => {
  test('has the checksum of every jar, among them Neo4j of the version in pom.xml', async () => {
    const list = parseChecksums(await readFile(projectFile('src/database/server/jars.sha256'), 'utf8'));
    expect(list.size).toBe(213);
    expect([...list.keys()]).toContain(`neo4j-${await version()}.jar`);
  });

  test('is refused with the line that is not as it should be', () => {
    expect(() => parseChecksums('abc  x.jar')).toThrow('but got "abc  x.jar"');
  });
});
