/**
 * What each folder of `src` may import, beside itself and the files that lie directly in `src`. Whatever is not named here
 * is refused; `tests/contracts/layers.test.ts` plants a violation for each folder.
 */
const layers = {
  model: [],
  'ingest/documents': ['model'],
  'ingest/dataset': ['model'],
  'ingest/workbook': ['model', 'ingest/documents', 'ingest/dataset'],
  'ingest/extract': ['model', 'ingest/documents', 'ingest/dataset'],
  database: [],
  backup: ['database'],
  'ingest/load': ['model', 'ingest/dataset', 'database'],
  graph: ['model'],
  analysis: ['model', 'graph'],
  labels: [],
  dossier: ['model', 'labels'],
  export: ['model', 'graph', 'analysis', 'labels'],
  examples: [],
  api: ['model', 'database', 'graph', 'analysis', 'dossier'],
  operation: ['database', 'graph', 'analysis', 'api'],
  http: ['model', 'database', 'graph', 'analysis', 'labels', 'dossier', 'export', 'examples', 'api', 'operation'],
  commands: [
    'model',
    'ingest/documents',
    'ingest/dataset',
    'ingest/extract',
    'ingest/workbook',
    'ingest/load',
    'database',
    'backup',
    'graph',
    'dossier',
    'examples',
    'api',
    'operation',
    'http',
  ],
  'web/explorer': ['labels'],
  'web/playground': ['web/explorer', 'examples'],
};

/** Each of these libraries is used by these folders only. */
const doors = {
  'neo4j-driver': ['database'],
  dataloader: ['graph'],
  'type-graphql': ['api'],
  express: ['http'],
  '@apollo': ['operation', 'http'],
  '@cj-tech-master/excelts': ['ingest/workbook'],
};

const alternatives = (names) => names.map((name) => name.replaceAll('/', '\\/')).join('|');

/** The pages ask the public API and nothing else (the labels are of its schema), so they may not read the files of `src` either. */
const rootFiles = (folder) => (folder.startsWith('web/') ? '' : '|^src/[^/]+$');

const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-imports-what-it-may`,
  comment: `src/${folder} may import ${allowed.join(', ') || 'no other folder'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: `^src/(?:${alternatives([folder, ...allowed])})/${rootFiles(folder)}` },
}));

const doorRules = Object.entries(doors).map(([library, folders]) => ({
  name: `one-door-to-${library.replace('@', '')}`,
  comment: `Only ${folders.map((folder) => `src/${folder}`).join(' and ')} may use ${library}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(?:${alternatives(folders)})/` },
  to: { path: `^node_modules/${library}` },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    ...doorRules,
    {
      name: 'every-folder-has-a-layer',
      comment: 'A new folder says in .dependency-cruiser.cjs what it may import.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(?:${alternatives(Object.keys(layers))})/` },
      to: {},
    },
    {
      name: 'root-files-import-root-files',
      comment: 'What every folder may read reads no folder itself; the command line puts the parts together.',
      severity: 'error',
      from: { path: '^src/[^/]+$', pathNot: '^src/cli\\.ts$' },
      to: { path: '^src/[^/]+/' },
    },
    {
      name: 'no-circles',
      comment: 'Files do not import each other in a circle; the compiler does, as selections do.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:graph/(?:projection|list|sources|filter)|model/)' },
      to: { circular: true, viaOnly: { pathNot: '^src/graph/' } },
    },
    {
      name: 'no-circles-in-the-model',
      comment: 'Declarations name each other, so their types do; no file of the model runs before what it imports.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '(?:\\.mjs$|^src/cli\\.ts$)' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
};
