/**
 * `npm run test:nodes`: the fast tests on each version of Node that the project supports, on those that are named
 * (`-- 24`), or on all but the one that runs this (`-- --others`); with patterns (`-- 24 tests/http`) only the tests that
 * they name. The binaries come as packages of the npm registry, into npm's own cache.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const supported = ['20', '22', '24'];
const [current] = process.versions.node.split('.');
const given = process.argv.slice(2);
const isVersion = (argument) => /^(?:\d+|--others)$/.test(argument);
const named = given.filter(isVersion);
const patterns = given.filter((argument) => !isVersion(argument));
const others = named.includes('--others') ? supported.filter((version) => version !== current) : null;
const versions = others ?? (named.length > 0 ? named : supported);

/** The path of the program of one version; null where the registry has none for this machine. */
function nodeOf(version) {
  const args = ['exec', '--yes', `--package=node-${process.platform}-${process.arch}@${version}`, '--'];
  const { status, stdout } = spawnSync('npm', [...args, 'node', '--print', 'process.execPath'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? stdout.trim() : null;
}

const failed = versions.filter((version) => {
  const node = nodeOf(version);
  process.stderr.write(`Node ${version}: ${node ?? 'not tested, as it could not be fetched'}\n`);
  if (node === null) return false;
  return (
    spawnSync(node, ['src/bootstrap.mjs', 'test:fast', ...patterns, '--silent'], { cwd: root, stdio: 'inherit' })
      .status !== 0
  );
});
if (failed.length > 0) process.stderr.write(`The fast tests fail on Node ${failed.join(' and ')}.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
