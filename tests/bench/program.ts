import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { projectFile } from '../../src/project-files.js';

/** Where the compiled processes of the benchmark lie, in the same tree as their sources. */
export const programFolder = projectFile('.data/bench/program');

const apart = new Set(['.data', '.git', 'dist', 'node_modules', 'src', 'tests']);

/**
 * Compiles the service and the benchmark's own processes. They run as plain JavaScript: a module hook in them would be
 * a thread and a compiler more in the memory that is measured. Everything that is no TypeScript is linked beside it.
 */
export async function compileProgram(): Promise<void> {
  await rm(programFolder, { recursive: true, force: true });
  const compiler = projectFile('node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', projectFile('tests/bench/tsconfig.json')]).catch(
    (error: { stdout?: string }) => {
      throw new Error(`expected src and tests/bench to compile, but got:\n${error.stdout ?? error}`, { cause: error });
    },
  );
  for (const entry of await readdir(projectFile('')))
    if (!apart.has(entry)) await symlink(projectFile(entry), join(programFolder, entry));
  for (const file of await readdir(projectFile('src'), { recursive: true })) {
    const place = join(programFolder, 'src', file);
    // Folders have no ending, and the compiler has made those it needs.
    if (['', '.ts'].includes(extname(file))) continue;
    await mkdir(dirname(place), { recursive: true });
    await symlink(projectFile(join('src', file)), place);
  }
}
