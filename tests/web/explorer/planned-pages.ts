import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { projectFile } from '../../../src/project-files.js';
import { type PlannedType, plannedTypes } from '../../../src/web/explorer/generate/page-types.js';

const read = (name: string) => readFileSync(projectFile(`schema/${name}`), 'utf8');

/** The pages of the committed schema. */
export const plannedPages = (): readonly PlannedType[] =>
  plannedTypes(buildSchema(read('schema.graphql')), JSON.parse(read('model.json')));
