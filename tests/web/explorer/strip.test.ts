import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, isObjectType, Kind, parse, type SelectionSetNode } from 'graphql';
import { projectFile } from '../../../src/project-files.js';
import { pageOperations } from '../../../src/web/explorer/generate/operations.js';
import { plannedPages } from './planned-pages.js';

const read = (name: string) => readFileSync(projectFile(`schema/${name}`), 'utf8');
const schema = buildSchema(read('schema.graphql'));
const types = plannedPages();
const operations = parse(pageOperations(schema, JSON.parse(read('model.json')), types, new Set()));

/** The fields of a node that an operation about one reads. */
function fieldsRead(operation: string): readonly string[] {
  const found = operations.definitions.find((each) => 'name' in each && each.name?.value === operation);
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`expected the operation ${operation}`);
  const fieldsOf = (selections: SelectionSetNode | undefined, depth: number): readonly string[] =>
    (selections?.selections ?? []).flatMap((each) => {
      if (each.kind === Kind.INLINE_FRAGMENT) return fieldsOf(each.selectionSet, depth);
      if (each.kind !== Kind.FIELD) return [];
      return depth === 0 ? fieldsOf(each.selectionSet, 1) : [each.name.value];
    });
  return fieldsOf(found.selectionSet, 0);
}

/** What the facts of the strip that are more than a field read beside it. */
const alsoRead: Readonly<Record<string, readonly string[]>> = {
  'Department.collaborators': ['collaboratorCount'],
  'ReformSheet.startFiscalYear': ['startEra', 'targetFiscalYear', 'targetEra'],
};

const strips = types.filter(({ strip, besideOperation }) => strip.length > 0 && besideOperation);

describe('the strip', () => {
  test.each(strips.map((type) => [type.name, type] as const))(
    'of %s has all that it shows, in both languages, on its page and beside others',
    (name, { strip, factsOperation, besideOperation }) => {
      const type = schema.getType(name);
      const all = isObjectType(type) ? type.getFields() : {};
      const needed = strip.flatMap(({ field }) => [
        field,
        ...[`${field}Ja`, `${field}En`].filter((each) => each in all),
        ...(alsoRead[`${name}.${field}`] ?? []),
      ]);
      expect(fieldsRead(factsOperation)).toEqual(expect.arrayContaining(needed));
      expect(fieldsRead(besideOperation ?? '')).toEqual(expect.arrayContaining(needed));
    },
  );
});
