import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectFile } from '../../src/project-files.js';

interface Rule {
  readonly name: string;
  readonly from: { readonly path?: string };
  readonly to: { readonly pathNot?: string };
}

const { forbidden } = createRequire(import.meta.url)(projectFile('.dependency-cruiser.cjs')) as { forbidden: Rule[] };
const layerRules = forbidden.filter(({ name }) => name.endsWith('-imports-what-it-may'));
const folderOf = ({ from }: Rule) => String(from.path).slice(1, -1);
const folders = layerRules.map(folderOf);

/** A file of each folder that another one could import. */
const sampleOf = new Map(
  folders.map((folder) => {
    const names = readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' }).sort();
    const sample = names.find((name) => /\.tsx?$/.test(name) && !/\.d\.ts$/.test(name));
    if (!sample) throw new Error(`expected a TypeScript file in ${folder}`);
    return [folder, `${folder}/${sample}`];
  }),
);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function violationsIn(folder: string): readonly Violation[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      projectFile('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('what the folders of src may import', () => {
  /** A copy, since other checks read `src` meanwhile. */
  const copy = mkdtempSync(join(tmpdir(), 'policy-graph-layers-'));
  let found: readonly Violation[] = [];

  /** In each folder a file that imports one of every folder that its rule does not allow. */
  const forbiddenFor = (rule: Rule) => {
    const allowed = new RegExp(String(rule.to.pathNot));
    return folders.filter((folder) => !allowed.test(String(sampleOf.get(folder))));
  };

  beforeAll(() => {
    cpSync(projectFile('src'), join(copy, 'src'), { recursive: true });
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(projectFile(file), join(copy, file));
    for (const rule of layerRules) {
      const lines = forbiddenFor(rule).map((folder) => {
        const path = relative(join(projectFile('.'), folderOf(rule)), projectFile(String(sampleOf.get(folder))));
        return `import '${path.replace(/\.tsx?$/, '.js')}';\n`;
      });
      writeFileSync(join(copy, folderOf(rule), 'planted.ts'), lines.join(''));
    }
    found = violationsIn(copy);
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  test.each(layerRules)('$name: each planted import of another folder is found', (rule) => {
    const expected = forbiddenFor(rule);
    expect(expected).not.toEqual([]);
    const reported = found.filter(({ from, rule: { name } }) => name === rule.name && from.endsWith('/planted.ts'));
    expect(reported.map(({ to }) => to).sort()).toEqual(expected.map((folder) => sampleOf.get(folder)).sort());
  });

  test('nothing but what was planted is found', () => {
    expect(found.filter(({ from }) => !from.endsWith('/planted.ts'))).toEqual([]);
  });

  test('every folder has a rule', () => {
    const present = readdirSync(projectFile('src')).filter((name) =>
      statSync(projectFile(`src/${name}`)).isDirectory(),
    );
    for (const name of present) expect(folders.some((folder) => `${folder}/`.startsWith(`src/${name}/`))).toBe(true);
  });
});

test('no registry address stands in the lock file', () => {
  const grep = (text: string) =>
    spawnSync('git', ['-C', projectFile('.'), 'grep', '-n', text, '--', 'package-lock.json'], { encoding: 'utf8' });
  expect(grep('lockfileVersion').stdout).not.toBe('');
  expect(grep('"resolved"').stdout).toBe('');
});
