import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectFile } from '../src/project-files.js';
import { withoutTypes } from './without-types.mjs';

/**
 * Compiles the service into a folder beside links to what it reads; its program. In a second, where `tsc`, by which
 * `npm start` does the same, takes ten.
 */
export async function compile(folder: string): Promise<string> {
  const dist = join(folder, 'dist');
  const sources = (await readdir(projectFile('src'), { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('web/'),
  );
  await Promise.all(
    sources.map(async (file) => {
      const compiled = join(dist, file.replace(/\.ts$/, '.js'));
      await mkdir(dirname(compiled), { recursive: true });
      await writeFile(compiled, await withoutTypes(join(projectFile('src'), file)));
    }),
  );
  const own = new Set(['dist', '.data', '.git']);
  for (const entry of await readdir(projectFile('')))
    if (!own.has(entry)) await symlink(projectFile(entry), join(folder, entry));
  return join(dist, 'cli.js');
}
