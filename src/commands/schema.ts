import { writeFile } from 'node:fs/promises';
import { printSchema } from 'graphql';
import { schema } from '../api/schema.js';
import type { Progress } from '../progress.js';
import { projectFile } from '../project-files.js';

/** The public schema as the file `schema/schema.graphql` has it. */
export const printedSchema = (): string =>
  `# Generated from src/model by \`npm run schema\`: edit the model, not this file.\n\n${printSchema(schema())}\n`;

/** Writes the generated schema beside the examples, so that clients and reviews see every change. */
export async function schemaCommand(progress: Progress): Promise<void> {
  const path = projectFile('schema/schema.graphql');
  await writeFile(path, printedSchema());
  progress.say(`Written: ${path}`);
}
