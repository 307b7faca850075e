import JestRunner from 'jest-runner';

/**
 * First what can run beside each other: the fast tests, and those that only read the seeded graph. Then the live ones, one
 * after another, as they share one database and change it; in the order of their paths, so that neighbours find what they
 * both need loaded already.
 */
export default class Runner extends JestRunner {
  async runTests(tests, watcher, options) {
    const live = tests.filter(({ context }) => context.config.displayName.name === 'live');
    const others = tests.filter((test) => !live.includes(test));
    if (others.length > 0) await super.runTests(others, watcher, options);
    live.sort((a, b) => (a.path < b.path ? -1 : 1));
    if (live.length > 0) await super.runTests(live, watcher, { ...options, serial: true });
  }
}
