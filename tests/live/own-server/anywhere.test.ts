/** Whatever a shell's umask and wherever the folders lie, all commands work, and what is secret stays so. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { installServer } from '../../../src/database/server/install.js';
import { silentProgress } from '../../../src/progress.js';
import { dataFolder } from '../../chaos/place.js';
import { endOf, nothingLeft, type Program, ready, startProgram } from '../../chaos/program.js';
import { compile } from '../../compile.js';
import { aobaCity, workbookOf } from '../../fixtures/aoba-city.js';
import { copyReviewed, greenCity } from '../../fixtures/green-city.js';
import { sampled } from '../../sampled.js';
import { temporaryFolders } from '../../temporary-folder.js';
import { testServerSettings } from '../server-settings.js';

jest.setTimeout(300_000);

const temporaryFolder = temporaryFolders();
let folder: string;
let program: string;
let jars: string;
const started: Program[] = [];

beforeAll(async () => {
  folder = join(await temporaryFolder(), '計画 と 部署');
  program = await compile(join(folder, 'プログラム 1'));
  jars = dirname(await installServer({ jarsDir: testServerSettings(folder).jarsDir, progress: silentProgress }));
});

afterAll(async () => {
  for (const { kill } of started) kill('SIGKILL');
  await nothingLeft(folder);
});

/** The permissions of a file or folder, as chmod takes them. */
const permissions = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

/** The files below a folder that hold a text, but for those of the database itself, whose folder nobody else may enter. */
async function filesWith(text: string, path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = files.map(async (file) => !file.includes('/neo4j/data/') && (await readFile(file)).includes(text));
  const isFound = await Promise.all(found);
  return files.filter((_, index) => isFound[index]);
}

/** The umask of many systems, 022, is that of all other tests. */
test.each(sampled(['077', '027', '000'], 1))(
  'with the umask %s, in folders with blanks and Japanese names',
  async (umask) => {
    const own = join(folder, `マスク ${umask}`);
    await mkdir(own);
    const dataDir = await dataFolder({ folder: own, jars }, 'データ 置場');
    const mask = join(own, 'umask.mjs');
    await writeFile(mask, `process.umask(0o${umask});\n`);
    const run = (...command: readonly string[]) => {
      const { javaOptions } = testServerSettings(dataDir);
      const environment = {
        DATA_DIR: dataDir,
        PORT: '0',
        NEO4J_URI: '',
        NEO4J_JAVA_OPTIONS: javaOptions.join(' '),
        NODE_OPTIONS: `--import=${new URL(`file://${mask}`).href}`,
      };
      started.push(startProgram(program, command, environment));
      return started.at(-1) as Program;
    };
    const done = async (...command: readonly string[]) => {
      const ran = run(...command);
      expect({ command, how: await endOf(ran), said: ran.said.join('\n') }).toMatchObject({ how: 0 });
    };
    const workbook = join(own, '計画 青葉.xlsx');
    await writeFile(workbook, await workbookOf(aobaCity));
    const reviewed = await copyReviewed(join(own, '決定'));
    const backup = join(own, '控え 1.backup');

    const service = run('start');
    await ready(service);
    await done('load', greenCity.dataset);
    await done('import', workbook, '--report');
    await done('backup', backup);
    await done('restore', backup);
    await done('doctor');
    await done('extract', greenCity.documents, '--output', join(own, '読取 結果'), '--reviewed', reviewed);

    expect(await permissions(backup)).toBe('600');
    expect(await permissions(join(dataDir, 'neo4j', 'password'))).toBe('600');
    expect(await permissions(join(dataDir, 'neo4j'))).toBe('700');
    const password = await readFile(join(dataDir, 'neo4j', 'password'), 'utf8');
    expect(await filesWith(password, own)).toEqual([join(dataDir, 'neo4j', 'password')]);
    expect(started.flatMap(({ said }) => said).filter((line) => line.includes(password))).toEqual([]);

    service.kill('SIGTERM');
    expect(await endOf(service)).toBe(0);
  },
);
