import { writeFile } from 'node:fs/promises';
import { isInterfaceType, isObjectType, printSchema } from 'graphql';
import { schema } from '../api/schema.js';
import { mappingSchema, schemaFile } from '../ingest/workbook/mapping/json-schema.js';
import { nodes } from '../model/model.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';

/** The public schema as the file `schema/schema.graphql` has it. */
export const printedSchema = (): string =>
  `# Generated from src/model by \`npm run schema\`: edit the model, not this file.\n\n${printSchema(schema())}\n`;

/**
 * What the pages need to know of the node types and the schema does not say, as the file `schema/model.json` has it.
 * `key` is the property that a node is looked up by, where that is not its name.
 */
export const printedModel = (): string => {
  const types = nodes.map(({ name, plural, idWord, entity, staged, global, listed, lookup }) => [
    name,
    {
      plural,
      idWord,
      entity,
      staged,
      global,
      listed,
      key: Object.keys(lookup ?? {}).find((key) => key !== 'name') ?? null,
    },
  ]);
  return printed(Object.fromEntries(types));
};

/**
 * What clients that keep objects by their id are to be told, as the file `schema/client-cache.json` has it: the types of
 * each interface, and the types without an id, which belong to the object that holds them.
 */
export const printedClientCache = (): string => {
  const types = Object.values(schema().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const possible = types.filter(isInterfaceType).map((type) => [
    type.name,
    schema()
      .getPossibleTypes(type)
      .map(({ name }) => name),
  ]);
  const withoutId = types
    .filter(isObjectType)
    .filter((type) => type !== schema().getQueryType() && !type.getFields().id)
    .map(({ name }) => name);
  return printed({ possibleTypes: Object.fromEntries(possible), typesWithoutId: withoutId });
};

/** By which editors complete mapping files, as the file `schema/mapping.schema.json` has it. */
export const printedMappingSchema = (): string => printed(mappingSchema());

const printed = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes what is generated from the model and the template beside the examples, so that clients and reviews see every change. */
export async function schemaCommand(progress: Progress): Promise<void> {
  const written = {
    'schema/schema.graphql': printedSchema(),
    'schema/model.json': printedModel(),
    'schema/client-cache.json': printedClientCache(),
    [schemaFile]: printedMappingSchema(),
  };
  for (const [file, text] of Object.entries(written)) {
    const path = projectFile(file);
    await writeFile(path, text);
    progress.say(`Written: ${path}`);
  }
}
