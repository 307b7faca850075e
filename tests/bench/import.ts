/** How long the import of a large workbook takes, and how much memory. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '../../src/database/server/start.js';
import type { Progress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { workbookOf } from '../fixtures/aoba-city.js';
import { settingsFor } from './generate.js';
import { type Run, runNode } from './process-tree.js';
import { programFolder } from './program.js';
import { median } from './table.js';
import { largeWorkbook } from './workbook.js';

/** `npm run bench -- import`: a row for checking it, for importing it, and for importing it once more. */
export async function importBench(args: readonly string[], progress: Progress, signal: AbortSignal): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      projects: { type: 'string', default: '2000' },
      years: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      'cpu-profile': { type: 'string' },
    },
  });
  const folder = projectFile('.data/bench/import');
  const file = join(folder, 'workbook.xlsx');
  await mkdir(folder, { recursive: true });
  const size = { projects: Number(values.projects), years: Number(values.years) };
  await writeFile(file, await workbookOf(largeWorkbook(size)));
  const profile = values['cpu-profile'] ? ['--cpu-prof', `--cpu-prof-dir=${values['cpu-profile']}`] : [];
  const program = [...profile, join(programFolder, 'src/cli.js')];
  const measured = new Map<string, Run[]>();
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round++) {
    await rm(join(folder, 'database'), { recursive: true, force: true });
    await rm(join(folder, 'data'), { recursive: true, force: true });
    const server = await startServer(settingsFor(join(folder, 'database'), 1), { progress, signal });
    try {
      const environment = {
        NEO4J_URI: server.uri,
        NEO4J_USERNAME: server.username,
        NEO4J_PASSWORD: server.password,
        NEO4J_DATABASE: server.database ?? '',
        DATA_DIR: join(folder, 'data'),
        NODE_OPTIONS: '',
      };
      const run = async (what: string, more: readonly string[]) => {
        const result = await runNode([...program, 'import', file, ...more], environment, signal);
        measured.set(what, [...(measured.get(what) ?? []), result]);
        progress.say(
          `${what}: ${result.seconds.toFixed(1)} s, ${result.megabytes.toFixed(0)} MB; ${lastOf(result.said)}`,
        );
      };
      await run('check', ['--check']);
      await run('import', []);
      await run('import again, unchanged', []);
    } finally {
      await server.stop();
    }
  }
  const rows = [...measured].map(([what, runs]) => {
    const seconds = runs.map((run) => run.seconds);
    const most = Math.max(...runs.map(({ megabytes }) => megabytes));
    return `| ${what} | ${median(seconds).toFixed(1)} | ${Math.max(...seconds).toFixed(1)} | ${most.toFixed(0)} |`;
  });
  process.stdout.write(
    [
      `${size.projects} projects, ${size.years} years, ${rounds} rounds; memory of the command and all it starts, without the database`,
      '',
      '| | s, median | s, most | MB, most |',
      '| --- | ---: | ---: | ---: |',
      ...rows,
      '',
    ].join('\n'),
  );
}

const lastOf = (said: string): string => said.trim().split('\n').at(-1) ?? '';
