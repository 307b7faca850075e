import type { CodegenConfig } from '@graphql-codegen/cli';

const explorer = 'src/web/explorer/**/*.graphql';

/** A typed operation for each one that stands in a file. */
const client = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    // Operations stay text: they are sent, shown or parsed where they are used.
    documentMode: 'string',
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    dedupeFragments: true,
    immutableTypes: true,
  },
} as const;

/** The operations of the explorer and of the dossiers, with the types of their answers. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  importExtension: '.js',
  generates: {
    'src/dossier/graphql/': { ...client, documents: 'src/dossier/operations/*.graphql' },
    'src/web/explorer/graphql/': { ...client, documents: explorer },
    'src/web/explorer/graphql/operations.json': {
      documents: explorer,
      plugins: ['./src/web/explorer/operations-plugin.cjs'],
    },
    'src/web/explorer/graphql/vocabulary.json': { plugins: ['./src/web/explorer/vocabulary-plugin.cjs'] },
  },
};

export default config;
