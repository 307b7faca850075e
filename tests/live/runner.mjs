import JestRunner from 'jest-runner';

const inBrowser = ({ path }) => path.includes('/tests/seeded/browser/');

/**
 * First what can run beside each other: the fast tests, and those that only read the seeded graph. Then those in a browser,
 * which need both processors for themselves, and the live ones, one after another, as they share one database and change
 * it; in the order of their paths, so that neighbours find what they both need loaded already.
 */
export default class Runner extends JestRunner {
  async runTests(tests, watcher, options) {
    const live = inOrder(tests.filter(({ context }) => context.config.displayName.name === 'live'));
    const browser = inOrder(tests.filter(inBrowser));
    const others = tests.filter((test) => !live.includes(test) && !browser.includes(test));
    if (others.length > 0) await super.runTests(others, watcher, options);
    for (const alone of [browser, live])
      if (alone.length > 0) await super.runTests(alone, watcher, { ...options, serial: true });
  }
}

const inOrder = (tests) => tests.sort((a, b) => (a.path < b.path ? -1 : 1));
