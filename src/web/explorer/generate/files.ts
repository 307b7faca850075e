import type { CodegenConfig } from '@graphql-codegen/cli';
import { concatAST, type DocumentNode, type GraphQLSchema, Kind, parse, print, separateOperations } from 'graphql';
import { vocabularyOf } from '../../../labels/vocabulary.js';
import { documentsModule } from './documents.js';
import { pageOperations, stageOperations } from './operations.js';
import { type Model, type PlannedType, plannedTypes } from './page-types.js';

/** What is generated, from the schema and the documents written by hand. */
export interface Generated {
  /** What the schema calls things. */
  readonly vocabulary: string;
  /** The pages of node types and their operations by name, each with the fragments that it needs, as a module. */
  readonly pages: string;
}

/** Generates all of it; the model is that of `schema/model.json`. */
export function generated(schema: GraphQLSchema, written: DocumentNode, model: Model): Generated {
  const types = plannedTypes(schema, model);
  const fragments = written.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const names = new Set(fragments.map((fragment) => ('name' in fragment ? (fragment.name?.value ?? '') : '')));
  const ofPages = parse(`${pageOperations(schema, model, types, names)}\n${stageOperations(names)}`);
  const operations = separateOperations(concatAST([ofPages, { kind: Kind.DOCUMENT, definitions: fragments }]));
  const texts = Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, print(operation)]));
  return {
    vocabulary: JSON.stringify(vocabularyOf(schema, isNamedOnPages)),
    pages: [
      "import type { PageType } from '../pages/types/page-type.js';",
      `export const pageTypes: readonly PageType[] = ${JSON.stringify(types.map(shown))};`,
      `export const pageOperations: Readonly<Record<string, string>> = ${JSON.stringify(texts)};`,
    ].join('\n'),
  };
}

/** Connections and their edges are called by what they list. */
const isNamedOnPages = (type: string) => !/(?:Connection|Edge)$/.test(type) && type !== 'Query';

/** Without what only the operations are made of. */
const shown = ({ reads: _reads, crossTab: _crossTab, ...type }: PlannedType) => type;

const names: Readonly<Record<string, keyof Generated>> = {
  'vocabulary.json': 'vocabulary',
  'pages.ts': 'pages',
};

/**
 * The files that are generated of `documents` into a folder, for the configuration of GraphQL Code Generator. `read` reads a
 * file of the project.
 */
export function files(
  folder: string,
  documents: string[],
  model: Model,
  read: (file: string) => string,
): CodegenConfig['generates'] {
  type Plugin = (schema: GraphQLSchema, files: readonly { readonly document?: DocumentNode }[]) => string;
  const ofSchema = Object.entries(names).map(([name, part]): readonly [string, Plugin] => [
    name,
    (schema, files) => generated(schema, concatAST(files.flatMap(({ document }) => document ?? [])), model)[part],
  ]);
  const plugins: readonly (readonly [string, Plugin])[] = [...ofSchema, ['documents.ts', () => documentsModule(read)]];
  return Object.fromEntries(
    plugins.map(([name, plugin]) => {
      const preset: Exclude<CodegenConfig['generates'][string], readonly unknown[]>['preset'] = {
        buildGeneratesSection: async (options) => [
          { ...options, filename: options.baseOutputDir, pluginMap: { own: { plugin } }, plugins: [{ own: {} }] },
        ],
      };
      return [`${folder}${name}`, { documents, preset }];
    }),
  );
}
