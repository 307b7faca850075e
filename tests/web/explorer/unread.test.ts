import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, type OperationDefinitionNode, parse, visit } from 'graphql';
import { projectFile } from '../../../src/project-files.js';
import { pageOperations } from '../../../src/web/explorer/generate/operations.js';
import type { ShownField } from '../../../src/web/explorer/pages/types/page-type.js';
import { stateOfCell } from '../../../src/web/explorer/pages/types/unread-state.js';
import { plannedPages } from './planned-pages.js';

const read = (name: string) => readFileSync(projectFile(`schema/${name}`), 'utf8');
const types = plannedPages();
const model = JSON.parse(read('model.json'));
const operations = parse(pageOperations(buildSchema(read('schema.graphql')), model, types, new Set())).definitions;

/** The fields of which an operation asks the coverage. */
function coveredIn(name: string): ReadonlySet<string> {
  const operation = operations.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION && each.name?.value === name,
  );
  if (!operation) throw new Error(`expected the operation ${name}`);
  const covered = new Set<string>();
  visit(operation, {
    Field: ({ name: { value }, arguments: given = [] }) => {
      const fields = value === 'coverage' ? given.find((each) => each.name.value === 'fields')?.value : undefined;
      if (fields?.kind === Kind.LIST)
        for (const field of fields.values) if (field.kind === Kind.STRING) covered.add(field.value);
    },
  });
  return covered;
}

/** The fields of nodes that are counted; what is said of the reading itself is no node. */
const counted = (fields: readonly ShownField[]) =>
  fields.flatMap(({ kind, field, type }) => (kind === 'count' && type in model ? [field] : []));

describe('what counts', () => {
  const lists = types.flatMap(({ name, list }) => (list ? [[name, list] as const] : []));

  test.each(lists)('of the list of %s is asked with how far it was read', (_name, { operation, columns }) => {
    expect([...coveredIn(operation)]).toEqual(expect.arrayContaining(counted(columns)));
  });

  const byName = new Map(types.map((type) => [type.name, type]));
  const links = types.flatMap(({ name, relations }) =>
    relations.flatMap(({ operation, field, target }) => {
      const row = byName.get(target);
      return row?.entity ? [[`${name}.${field}`, operation, row] as const] : [];
    }),
  );

  test.each(links)('in the table of %s is asked with how far it was read', (_name, operation, { row }) => {
    expect([...coveredIn(operation)]).toEqual(expect.arrayContaining(counted(row)));
  });
});

describe('a cell', () => {
  const row = (state: string) => ({
    coverage: [
      { field: 'departments', coverage: { state: 'COMPLETE' } },
      { field: 'measures', coverage: { state } },
    ],
  });

  test.each([
    [0, 'COMPLETE', 'COMPLETE'],
    [0, 'PARTIAL', 'PARTIAL'],
    [0, 'NOT_READ', 'NOT_READ'],
    [null, 'NOT_READ', 'NOT_READ'],
    [3, 'PARTIAL', 'COMPLETE'],
  ])('with %p of what is %s is taken for %s', (value, state, taken) => {
    expect(stateOfCell(row(state), 'measures', value)).toBe(taken);
    expect(stateOfCell(row(state), 'departments', value)).toBe('COMPLETE');
  });

  test('has none where the operation does not ask how far it was read', () => {
    expect(stateOfCell({}, 'measures', 0)).toBe('COMPLETE');
  });
});
