import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { projectFile } from '../src/project-files.js';
import { withoutTypes } from './without-types.mjs';

/**
 * Compiles the service into a folder beside links to what it reads; its program. In a second, where `tsc`, by which
 * `npm start` does the same, takes ten. Source maps are files of their own, as those of `tsc` are: inline ones cost the
 * service 50 MB.
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
      const { code, map } = await withoutTypes(join(projectFile('src'), file), 'apart');
      await writeFile(`${compiled}.map`, String(map));
      await writeFile(compiled, `${code}\n//# sourceMappingURL=${basename(compiled)}.map\n`);
    }),
  );
  const own = new Set(['dist', '.data', '.git']);
  for (const entry of await readdir(projectFile('')))
    if (!own.has(entry)) await symlink(projectFile(entry), join(folder, entry));
  return join(dist, 'cli.js');
}
