import { statSync } from 'node:fs';
import JestRunner from 'jest-runner';

const inBrowser = ({ path }) => path.includes('/tests/seeded/browser/');
const withServersOfTheirOwn = ({ path }) => path.includes('/tests/live/own-server/');

/**
 * First the fast tests, then those that only read the seeded graph. Then those in a browser, the largest first, beside
 * those that start a Neo4j of their own and mostly wait for it. Then the other live ones in as many lanes as there are
 * databases that they may change: the longest first, the others in the order of their paths, so that neighbours find what
 * they both need loaded.
 */
export default class Runner extends JestRunner {
  async runTests(tests, watcher, options) {
    const live = tests.filter(isOf('live'));
    const waiting = live.filter(withServersOfTheirOwn);
    const beside = [...inOrder(waiting), ...largestFirst(tests.filter(inBrowser))];
    const alone = inOrder(live.filter((test) => !waiting.includes(test)));
    const seeded = tests.filter((test) => isOf('seeded')(test) && !inBrowser(test));
    const reading = [...tests.filter(isOf('fast')), ...inOrder(seeded)];
    const { maxWorkers } = this._globalConfig;
    const run = async (together, workers) => {
      if (together.length === 0) return;
      this._globalConfig = { ...this._globalConfig, maxWorkers: workers };
      await super.runTests(together, watcher, { ...options, serial: options.serial || workers === 1 });
    };
    await run(reading, maxWorkers);
    // They leave a third of two processors idle: a browser waits for a page, a start for a database.
    await run(beside, maxWorkers === 1 ? 1 : Math.ceil(maxWorkers * 1.5));
    // With more workers than databases, two would change the same one.
    if (alone.length > 0)
      await run(longestFirst(alone), Math.min(maxWorkers, JSON.parse(process.env.LIVE_NEO4J).length));
  }
}

const isOf =
  (project) =>
  ({ context }) =>
    context.config.displayName.name === project;
const isSoak = ({ path }) => path.endsWith('/soak.test.ts');
const longestFirst = (tests) => [...tests.filter(isSoak), ...tests.filter((test) => !isSoak(test))];
const largestFirst = (tests) => tests.sort((a, b) => statSync(b.path).size - statSync(a.path).size);
const inOrder = (tests) => tests.sort((a, b) => (a.path < b.path ? -1 : 1));
