import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../src/project-files.js';

const cruise = (...paths: string[]) =>
  spawnSync(
    process.execPath,
    [
      projectFile('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...paths,
    ],
    {
      cwd: projectFile('.'),
      encoding: 'utf8',
    },
  );

describe('the arrows between the folders of src', () => {
  test('a planted import against the flow is found', () => {
    const folder = mkdtempSync(projectFile('src/model/planted-'));
    try {
      writeFileSync(
        join(folder, 'planted.ts'),
        "import { load } from '../../load/load.js';\nexport const planted = load;\n",
      );
      const { status, stdout } = cruise('src/model');
      expect(stdout).toContain('model-knows-nothing');
      expect(status).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('no registry address stands in the lock file', () => {
    expect(
      execFileSync('git', ['-C', projectFile('.'), 'grep', '-c', 'lockfileVersion', '--', 'package-lock.json'], {
        encoding: 'utf8',
      }),
    ).toContain('package-lock.json');
    expect(
      spawnSync('git', ['-C', projectFile('.'), 'grep', '-n', '"resolved"', '--', 'package-lock.json'], {
        encoding: 'utf8',
      }).stdout,
    ).toBe('');
  });
});
