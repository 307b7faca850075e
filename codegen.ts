import { readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { files } from './src/web/explorer/generate/files.js';
import { namedWithCode } from './src/web/explorer/generate/operations.js';

const read = (file: string) => readFileSync(file, 'utf8');
const model = JSON.parse(read('schema/model.json'));
const explorer = ['src/web/explorer/**/*.graphql', namedWithCode(model)];

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
    scalars: { Date: 'string' },
    dedupeFragments: true,
    immutableTypes: true,
  },
} as const;

/** The operations of the explorer and of the dossiers, with the types of their answers, and the pages of node types. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  importExtension: '.js',
  // Fields in the order of the model, which is the order of the pages by default.
  config: { sort: false },
  generates: {
    'src/dossier/graphql/': { ...client, documents: 'src/dossier/operations/*.graphql' },
    'src/web/explorer/graphql/': { ...client, documents: explorer },
    ...files('src/web/explorer/graphql/', explorer, model, read),
  },
};

export default config;
