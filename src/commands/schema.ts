import { writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { schema } from '../api/schema.js';
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
  return `${JSON.stringify(Object.fromEntries(types), null, 2)}\n`;
};

/** Writes what is generated from the model beside the examples, so that clients and reviews see every change. */
export async function schemaCommand(progress: Progress): Promise<void> {
  const written = { 'schema/schema.graphql': printedSchema(), 'schema/model.json': printedModel() };
  for (const [file, text] of Object.entries(written)) {
    const path = projectFile(file);
    await writeFile(path, text);
    progress.say(`Written: ${path}`);
  }
}
