/** Other ways to write the same operation, each to be answered as the oracle says. */
import type { Entry, FieldItem, Given, Operation, Selection } from '../graph/oracle/operation.js';

type Rewrite = (operation: Operation) => Operation;

const everyField = (selection: Selection, rewrite: (item: FieldItem) => FieldItem): Selection =>
  selection.map((item) => {
    const below = item.below && everyField(item.below, rewrite);
    return item.kind === 'field' ? rewrite({ ...item, below }) : { ...item, below: below ?? [] };
  });

/** A value written into the document; one that is not given stays a variable without a value. */
function literal(given: Given): Given {
  const way = 'way' in given && given.way === 'absent' ? 'absent' : 'literal';
  if (given.kind === 'object')
    return { ...given, way, entries: given.entries.map(([name, value]): Entry => [name, literal(value)]) };
  if (given.kind === 'list') return { ...given, way, items: given.items.map(literal) };
  return { ...given, way } as Given;
}

/** A value by a variable, with all that is in it. */
function variable(given: Given): Given {
  if (given.kind === 'object' || given.kind === 'list' || given.kind === 'leaf')
    return given.way === 'absent' ? given : { ...given, way: 'variable' };
  return { ...given, way: 'variable' };
}

const withValues =
  (change: (given: Given) => Given): Rewrite =>
  ({ fields }) => ({
    fields: everyField(fields, (item) => ({
      ...item,
      arguments: item.arguments.map(([name, value]): Entry => [name, change(value)]),
    })),
  });

export const forms: Readonly<Record<string, Rewrite>> = {
  'as it is': (operation) => operation,
  'all values as literals': withValues(literal),
  'all values by variables': withValues(variable),
  'an alias on every field': ({ fields }) => ({
    fields: everyField(fields, (item) => ({ ...item, alias: item.name !== '__typename' })),
  }),
  'a fragment around every selection': ({ fields }) => ({
    fields: inFragment(
      everyField(fields, (item) => ({ ...item, below: item.below && inFragment(item.below) })),
      'Query',
    ),
  }),
};

const inFragment = (below: Selection, on: string | null = null): Selection => [
  { kind: 'fragment', on, named: on !== null, below, guard: null },
];
