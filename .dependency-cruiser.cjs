/** The arrows between the stations: see the picture in README.md. A violation is planted in tests/contracts. */
const only = (name, comment, technology, folder) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${folder}/` },
  to: { path: `^node_modules/${technology}` },
});
const apart = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: `^src/(?:${to})/` },
});

module.exports = {
  forbidden: [
    apart(
      'model-knows-nothing',
      'The vocabulary is read by everything and reads nothing.',
      'model',
      'documents|dataset|extract|load|database|graph|api|commands',
    ),
    apart(
      'documents-know-documents',
      'Parsers know what documents look like, not what becomes of it.',
      'documents',
      'dataset|extract|load|database|graph|api|commands',
    ),
    apart(
      'dataset-knows-the-model',
      'The dataset is a waist: neither documents nor graph.',
      'dataset',
      'documents|extract|load|database|graph|api|commands',
    ),
    apart('extract-is-offline', 'Extraction ends at the dataset.', 'extract', 'load|database|graph|api|commands'),
    apart(
      'load-is-no-api',
      'Loading starts at the dataset and ends in the graph.',
      'load',
      'documents|extract|graph|api|commands',
    ),
    apart(
      'database-knows-no-domain',
      'The door to Neo4j carries anything.',
      'database',
      'model|documents|dataset|extract|load|graph|api|commands',
    ),
    apart(
      'graph-knows-no-transport',
      'The engine is told how to read and who asks by its caller.',
      'graph',
      'documents|dataset|extract|load|database|api|commands',
    ),
    apart(
      'export-writes-files',
      'Exports are told how to ask; who serves them is not their business.',
      'export',
      'documents|dataset|extract|load|database|api|commands',
    ),
    apart(
      'dossier-is-told',
      'A dossier is made of an answer; who asks is not its business.',
      'dossier',
      'documents|dataset|extract|load|database|api|commands|export',
    ),
    apart('api-is-online', 'The API starts at the graph.', 'api', 'documents|extract|load|commands'),
    apart(
      'pages-ask-the-api',
      'The explorer and the playground have no other way to the data than the public API.',
      '(?:explorer|playground)',
      'model|documents|dataset|extract|load|database|graph|analysis|export|dossier|api|commands',
    ),
    only('one-door-to-neo4j', 'Only src/database talks to the driver.', 'neo4j-driver', 'database'),
    only('one-door-to-dataloader', 'Only the engine batches.', 'dataloader', 'graph'),
    only('one-door-to-http', 'Only src/api serves.', '(?:@apollo|express|type-graphql)', 'api'),
    {
      name: 'no-circles',
      comment: 'Files do not need each other in a circle; the compiler does, as selections do.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/graph/(?:projection|list|sources|filter)' },
      to: { circular: true, viaOnly: { pathNot: '^src/graph/' } },
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
