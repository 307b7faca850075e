import type { CodegenConfig } from '@graphql-codegen/cli';

/** The typed client of the explorer: a document and its types for each operation in a file beside the page that asks it. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'src/web/explorer/**/*.graphql',
  generates: {
    'src/web/explorer/graphql/': {
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
    'src/web/explorer/graphql/operations.json': { plugins: ['./src/web/explorer/operations-plugin.cjs'] },
    'src/web/explorer/graphql/vocabulary.json': { plugins: ['./src/web/explorer/vocabulary-plugin.cjs'] },
  },
};

export default config;
