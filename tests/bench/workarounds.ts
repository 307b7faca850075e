import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFile } from '../../src/project-files.js';
import { programFolder } from './program.js';

/** A bet on how a version of V8, a library or the database behaves (docs/workarounds.md), and how to do without it. */
export interface Workaround {
  /** Compiled module of the service, and what is replaced in it: text that its source has as well. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** By the names that docs/workarounds.md uses. */
export const workarounds: Readonly<Record<string, Workaround>> = {
  'coalesced-reads': {
    file: 'src/graph/coalesced-reads.js',
    find: 'const atOnce = 2;',
    replace: 'const atOnce = Number.POSITIVE_INFINITY;',
  },
  'small-heap': {
    file: 'src/http/small-heap.js',
    find: '=> setFlagsFromString(',
    replace: '=> void (',
  },
  'collect-rows': {
    file: 'src/database/collect-rows.js',
    find: 'new Promise((resolve, reject) => result.subscribe(',
    replace: `result.then(({ records }) => {
      const rows = records.map(rowOf);
      for (const row of rows) check?.(row);
      return rows;
    });
    const subscribed = (result, check) => new Promise((resolve, reject) => result.subscribe(`,
  },
  'without-stack': {
    file: 'src/database/connection.js',
    find: 'Error.stackTraceLimit = 0;',
    replace: '',
  },
  'execution-schema': {
    file: 'src/api/execution-schema.js',
    find: 'const made = executionSchemas.get(whole);',
    replace: 'const made = whole;',
  },
};

/** The compiled program of the benchmark without one of the workarounds, in a folder of its own. */
export async function programWithout(name: string, { file, find, replace }: Workaround): Promise<string> {
  const folder = projectFile(`.data/bench/without-${name}`);
  await rm(folder, { recursive: true, force: true });
  await cp(programFolder, folder, { recursive: true, verbatimSymlinks: true });
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  if (!text.includes(find)) throw new Error(`expected "${find}" in ${file} as it is compiled`);
  await writeFile(
    path,
    text.replace(find, () => replace),
  );
  return folder;
}
