import type { CodegenConfig } from '@graphql-codegen/cli';

/** The typed client of the explorer: a document and its types for each operation in a file beside the page that asks it. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'src/explorer/**/*.graphql',
  generates: {
    'src/explorer/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        // Operations stay text: the explorer sends and shows them, it never walks their trees.
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        dedupeFragments: true,
        immutableTypes: true,
      },
    },
    'src/explorer/graphql/operations.json': { plugins: ['./src/explorer/operations-plugin.cjs'] },
    'src/explorer/graphql/vocabulary.json': { plugins: ['./src/explorer/vocabulary-plugin.cjs'] },
  },
};

export default config;
