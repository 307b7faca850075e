/**
 * `npm run test:nodes`: the fast tests on each version of Node that the project supports, or on those that are named
 * (`npm run test:nodes -- 24`). The binaries come as packages of the npm registry, into npm's own cache.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const supported = ['20', '22', '24'];
const versions = process.argv.length > 2 ? process.argv.slice(2) : supported;

/** The path of the program of one version. */
function nodeOf(version) {
  const args = ['exec', '--yes', `--package=node-${process.platform}-${process.arch}@${version}`, '--'];
  const { status, stdout } = spawnSync('npm', [...args, 'node', '--print', 'process.execPath'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`Node ${version} could not be fetched for ${process.platform} ${process.arch}.`);
  return stdout.trim();
}

const failed = versions.filter((version) => {
  const node = nodeOf(version);
  process.stderr.write(`Node ${version}: ${node}\n`);
  return spawnSync(node, ['src/bootstrap.mjs', 'test:fast', '--silent'], { cwd: root, stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) process.stderr.write(`The fast tests fail on Node ${failed.join(' and ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
