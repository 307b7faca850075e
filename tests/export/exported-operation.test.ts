import { expect, test } from '@jest/globals';
import { getNamedType, isObjectType, parse, print, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { asPosted, crossTabDocument, firstPage, listDocument, nextPage } from '../../src/export/export-documents.js';
import { exportedOperation } from '../../src/export/exported-operation.js';

const read = (query: string, path = 'measures', variables = {}, operationName: string | null = null) =>
  exportedOperation(schema(), { query, operationName, variables }, path.split('.'), 1000);

function reading(...given: Parameters<typeof read>) {
  const found = read(...given);
  if (!found) throw new Error('expected a list that can be exported');
  return found;
}

const mistakes = (text: string) => validate(schema(), parse(text)).map(({ message }) => message);
const oneLine = (text: string) => print(parse(text)).replace(/\s+/g, ' ').trim();

test('an operation that says how many rows it wants is asked as it is', () => {
  for (const given of ['first: 3', 'last: 3', 'before: "x"'])
    expect(read(`{ measures(${given}) { totalCount } }`)?.bounded).toBe(true);
  for (const given of ['first: null', 'after: "x"', 'stage: DRAFT'])
    expect(read(`{ measures(${given}) { totalCount } }`)?.bounded).toBe(false);
});

test('a variable decides with its value, and its default where it has none', () => {
  const query = 'query ($n: Int) { measures(first: $n) { totalCount } }';
  expect(read(query, 'measures', { n: 5 })?.bounded).toBe(true);
  expect(read(query, 'measures', { n: null })?.bounded).toBe(false);
  expect(read(query)?.bounded).toBe(false);
  expect(read('query ($n: Int = 2) { measures(first: $n) { totalCount } }')?.bounded).toBe(true);
});

test('the documents of its pages are valid, and ask for the next page behind a cursor', () => {
  const query = `query Some($n: Int, $start: String, $stage: PlanStage) {
    list: measures(first: $n, after: $start, stage: $stage) { nodes { ...code } }
  } fragment code on Measure { code }`;
  const operation = reading(query, 'list', { start: 'x' });
  for (const text of [firstPage(operation, 500), nextPage(operation, 50)]) expect(mistakes(text)).toEqual([]);
  expect(nextPage(operation, 50)).toContain('measures(stage: $stage, first: 50, after: $cursorOfExport)');
  expect(firstPage(operation, 500)).toContain('after: $start');
});

test('of an operation only what lies on the path is asked, through fragments, without what only the rest needed', () => {
  const query = `query Page($id: ID!, $n: Int, $type: [EntityType!]) {
    node(id: $id) { id ...OfMeasure ... on Department { measures { nodes { code } } } }
    likeness(id: $id, types: $type) { totalCount }
  }
  fragment OfMeasure on Measure { name departments(first: $n) { nodes { ...Named } } sdgs { nodes { ...Goal } } }
  fragment Named on Department { name }
  fragment Goal on Sdg { number }`;
  const operation = reading(query, 'node.departments', { n: 3 });
  expect(operation.bounded).toBe(true);
  expect(oneLine(asPosted(operation))).toBe(
    oneLine(`query Page($id: ID!, $n: Int) {
      node(id: $id) { ... on Measure { departments(first: $n) { nodes { ...Named } } } }
    } fragment Named on Department { name }`),
  );
  expect(mistakes(firstPage(operation, 500))).toEqual([]);
});

test('a list that is asked for below several types is one, wherever it is mentioned', () => {
  const query = `{ node(id: "x") {
    ... on Measure { departments { nodes { name } } } ... on PolicyItem { departments { nodes { name code: id } } } } }`;
  const operation = reading(query, 'node.departments');
  expect(mistakes(nextPage(operation, 50))).toEqual([]);
  expect(nextPage(operation, 50).match(/after: \$cursorOfExport/g)).toHaveLength(2);
});

test('two lists of one field are told apart by their aliases', () => {
  const query = '{ now: measures { nodes { code } } then: measures(stage: ADOPTED) { nodes { code name } } }';
  expect(oneLine(asPosted(reading(query, 'then')))).toBe('{ then: measures(stage: ADOPTED) { nodes { code name } } }');
  expect(read(query, 'measures')).toBeNull();
});

test('a list of objects and a cross table are asked whether they were cut', () => {
  const network = reading('{ collaborations { collaborations { weight } } }', 'collaborations.collaborations');
  expect(network.rowsOf).toBe('list');
  expect(oneLine(listDocument(network, [], false))).toContain('cutOfExport: truncated');
  expect(mistakes(listDocument(network, [], false))).toEqual([]);
  const progress = reading('{ progress { goals { change } indicators { target } } }', 'progress.goals');
  expect(oneLine(listDocument(progress, [], false))).toBe('{ progress { goals { change } } }');
  const table = reading('{ crossTab(rows: SDG, columns: DEPARTMENT, count: MEASURES) { note } }', 'crossTab');
  expect(table.rowsOf).toBe('crossTab');
  expect(mistakes(crossTabDocument(table, []))).toEqual([]);
});

test('what is no list, lies below a list, was skipped or is not there cannot be exported', () => {
  for (const [query, path] of [
    ['{ measures { totalCount } }', 'departments'],
    ['{ measure(code: "1") { name } }', 'measure'],
    ['{ measure(code: "1") { aliases } }', 'measure.aliases'],
    ['{ nodes(ids: ["x"]) { ... on Measure { departments { totalCount } } } }', 'nodes.departments'],
    ['{ measures { nodes { departments { nodes { name } } } } }', 'measures.nodes.departments'],
    ['{ nothing { nodes } }', 'nothing'],
    ['{ measures @skip(if: true) { totalCount } }', 'measures'],
    ['mutation { measures { totalCount } }', 'measures'],
    ['{ measures {', 'measures'],
    ['{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', 'measures'],
    ['query A { measures { totalCount } } query B { measures { totalCount } }', 'measures'],
  ] as const)
    expect(read(query, path)).toBeNull();
  const named = 'query A { measures { totalCount } } query B { sdgs { totalCount } }';
  expect(reading(named, 'sdgs', {}, 'B').path).toEqual(['sdgs']);
});

test('fragments that spread each other twice end before they have grown', () => {
  const fragments = Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
  const query = `{ ...f0 } ${fragments.join(' ')} fragment f40 on Query { measures { totalCount } }`;
  expect(read(query)).toBeNull();
});

test('every connection of the schema takes the arguments of pages', () => {
  const fields = Object.values(schema().getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()));
  const connections = fields.filter(({ type }) => /Connection$/.test(getNamedType(type).name));
  expect(connections.length).toBeGreaterThan(50);
  for (const { name, args } of connections)
    expect([name, ...args.map((each) => each.name)]).toEqual(expect.arrayContaining(['first', 'after']));
});
