/** No list, count or table is empty without a word: at every stage it is said to be all that there is, or what was not read. */

import { unreachable } from '../../../src/analysis/cross-tab.js';
import {
  Countable,
  type CountableName,
  Dimension,
  type DimensionName,
} from '../../../src/analysis/cross-tab-dimensions.js';
import { schema } from '../../../src/api/schema.js';
import { exportedOperation } from '../../../src/export/exported-operation.js';
import { openTable } from '../../../src/export/open-table.js';
import { identifying } from '../../../src/graph/wanted-values.js';
import { groupBy } from '../../../src/group-by.js';
import { stages } from '../../../src/model/enums.js';
import { edgeOfType, fieldsOf, findNode, nodes, relationshipsOf } from '../../../src/model/model.js';
import { sampled } from '../../sampled.js';
import { table } from '../analysis/seed-tables.js';
import { asking } from '../asking.js';

const asked = asking();

const coverage = 'coverage { state missing { type field count ids } note noteEn }';
/** Neo4j plans each list of each of them for a second: without a stage, and at one that is another each day. */
const views = [null, ...sampled(stages, 1)];
const dimensions = Object.keys(Dimension.values) as DimensionName[];
const types = nodes.filter(({ listed, metadata }) => listed && !metadata);

interface Coverage {
  readonly state: string;
  readonly missing: readonly { readonly count: number; readonly ids: readonly string[] }[];
  readonly note: string;
  readonly noteEn: string;
}

/** What a coverage says beside its state, where it says too little. */
const saysTooLittle = ({ state, missing, note, noteEn }: Coverage): boolean =>
  note === '' ||
  noteEn === '' ||
  (state === 'COMPLETE'
    ? missing.length > 0
    : missing.length === 0 || missing.some(({ count, ids }) => count < 1 || ids.length < 1));

/** Statements as the tables of the dataset have them: "thing field" to the stages and roles. */
const subjects = new Map(table('coverage-statement-subjects').map(({ from, to }) => [from, to]));
const statements = table('coverage-statements').map(({ id, field, role, stage }) => ({
  key: `${subjects.get(id)} ${field}`,
  role,
  stage,
}));
const byKey = groupBy(statements, ({ key }) => key);

describe.each(views)('at the stage %s', (stage) => {
  test.each(types.map(({ plural }) => plural))(
    '%s and all that hangs on them',
    async (plural) => {
      const node = types.find((type) => type.plural === plural);
      if (!node) throw new Error(`expected a type with the list ${plural}`);
      const connections = relationshipsOf(node).filter(([, { shape }]) => shape === 'connection');
      const counts = connections.map(([field]) => `${field}(first: 0) { totalCount ${coverage} }`).join(' ');
      const given = stage === null ? 'first: 100' : `first: 100, stage: ${stage}`;
      const { list } = await asked(
        `{ list: ${plural}(${given}) { totalCount ${coverage} nodes { thingId coverage { field ${coverage} } ${counts} } } }`,
      );
      expect(saysTooLittle(list.coverage)).toBe(false);
      for (const thing of list.nodes) {
        for (const { coverage } of thing.coverage) expect(saysTooLittle(coverage)).toBe(false);
        for (const [field, { path, target }] of connections) {
          const [step, ...more] = path;
          const said = byKey.get(`${thing.thingId} ${field}`) ?? [];
          const state = thing[field].coverage.state;
          // A thing says the same of its field as the list that the field is.
          expect([
            field,
            thing.coverage.find((each: { field: string }) => each.field === field)?.coverage.state,
          ]).toEqual([field, state]);
          if (more.length > 0 || !step || said.length === 0 || said.some(({ role }) => role !== '')) continue;
          const isStaged = edgeOfType(step.edge).staged || findNode(target)?.staged;
          const isListed = said.some(
            (each) => !isStaged || stage === null || each.stage === '' || each.stage === stage,
          );
          expect([thing.thingId, field, state === 'COMPLETE']).toEqual([thing.thingId, field, isListed]);
        }
      }
    },
    120_000,
  );
});

test.each(views)(
  'a list that is empty because of a wrong name or id says so at the stage %s',
  async (stage) => {
    const at = stage === null ? '' : `, stage: ${stage}`;
    for (const node of types) {
      const conditions = [...(fieldsOf(node).name?.kind === 'property' ? ['name'] : []), 'id'];
      const lists = conditions.map(
        (name) =>
          `${name}: ${node.plural}(filter: { ${name}: { eq: "誤った値" } }${at}) { totalCount coverage { note noteEn unknownValues { path value } } }`,
      );
      const found = await asked(`{ ${lists.join(' ')} }`);
      for (const name of conditions) {
        expect([node.plural, found[name].totalCount, found[name].coverage.unknownValues]).toEqual([
          ...[node.plural, 0],
          [{ path: name, value: '誤った値' }],
        ]);
        for (const note of [found[name].coverage.note, found[name].coverage.noteEn]) expect(note).toContain('誤った値');
      }
    }
  },
  240_000,
);

test.each(views)(
  'what things are known by is never told to be unknown at the stage %s',
  async (stage) => {
    const at = stage === null ? '' : `, stage: ${stage}`;
    for (const node of types) {
      const fields = fieldsOf(node);
      const known = [...identifying].filter((name) => fields[name]?.kind === 'property');
      const { [node.plural]: list } = await asked(
        `{ ${node.plural}(first: 500${at}) { nodes { ${known.join(' ')} } } }`,
      );
      for (const name of known) {
        // biome-ignore lint/suspicious/noExplicitAny: the types have many shapes
        const values = list.nodes.flatMap((thing: any) => thing[name] ?? []);
        if (values.length === 0) continue;
        const filter = `{ ${name}: { in: ${JSON.stringify(values)} } }`;
        const { [node.plural]: found } = await asked(
          `{ ${node.plural}(filter: ${filter}${at}) { totalCount coverage { unknownValues { path value } } } }`,
        );
        expect([node.plural, name, found.totalCount > 0, found.coverage.unknownValues]).toEqual([
          ...[node.plural, name],
          ...[true, []],
        ]);
      }
    }
  },
  240_000,
);

/** The counts of each list as a table has them, for programs. */
test.each(views)(
  'tables of lists have no 0 for what was not read at the stage %s',
  async (stage) => {
    for (const node of types) {
      const connections = relationshipsOf(node).filter(([, { shape }]) => shape === 'connection');
      const [first, ...others] = connections.map(([field]) => field);
      if (first === undefined) continue;
      const given = stage === null ? 'first: 20' : `first: 20, stage: ${stage}`;
      const counts = [first, ...others].map((field) => `${field}(first: 0) { totalCount }`).join(' ');
      const query = `{ ${node.plural}(${given}) { nodes { thingId ${counts} } } }`;
      const read = exportedOperation(schema(), { query, operationName: null, variables: {} }, [node.plural], 10_000);
      if (!read) throw new Error('expected a list that can be exported');
      const table = await openTable(read, {
        ask: (document, variables) => asked(document, variables),
        ...{ query, variables: {}, maximumRows: 100, language: 'en' },
        making: { chosen: null, readable: null },
      });
      const told = `coverage { field coverage { state } } ${counts}`;
      const { list } = await asked(`{ list: ${node.plural}(${given}) { nodes { thingId ${told} } } }`);
      const rows: unknown[] = [];
      for await (const page of table.pages) rows.push(...page.map((row) => table.columns.map(({ cell }) => cell(row))));
      const expected = (
        list.nodes as readonly (Readonly<Record<string, { readonly totalCount: number }>> & {
          readonly thingId: string;
          readonly coverage: readonly { readonly field: string; readonly coverage: { readonly state: string } }[];
        })[]
      ).map((thing) => [
        thing.thingId,
        ...[first, ...others].map((field) => {
          const state = thing.coverage.find((each) => each.field === field)?.coverage.state;
          const count = thing[field]?.totalCount;
          return count === 0 && state !== 'COMPLETE' ? null : count;
        }),
      ]);
      expect([node.plural, rows]).toEqual([node.plural, expected]);
    }
  },
  240_000,
);

/** Every table, in a few days, each at one of the views in turn: Neo4j plans each for half a second. */
const tables = (Object.keys(Countable.values) as CountableName[])
  .flatMap((counted) =>
    dimensions.flatMap((rows) =>
      dimensions.filter((columns) => rows < columns).map((columns) => ({ counted, rows, columns })),
    ),
  )
  .filter((each) => !unreachable({ ...each, municipalities: null, stage: null, filter: null }));

interface Header {
  readonly key: string;
  readonly total: number;
  readonly emptyState: string;
  readonly noneState: string | null;
}

test('cross tables are empty where there is none, or say what was not read', async () => {
  for (const [index, { counted, rows, columns }] of sampled([...tables.entries()], 60)) {
    const stage = views[index % views.length];
    const { crossTab } = await asked(
      `{ crossTab(rows: ${rows}, columns: ${columns}, count: ${counted}${stage ? `, stage: ${stage}` : ''}) {
        cells { row column count } rows { key total emptyState noneState } columns { key total emptyState noneState } ${coverage}
      } }`,
    );
    const isSilent = crossTab.cells.length === 0 && crossTab.coverage.state === 'COMPLETE';
    const isWhole = crossTab.coverage.state === 'COMPLETE';
    const headers: readonly Header[] = [...crossTab.rows, ...crossTab.columns];
    // Where all was read every cell is known; where a part was not, some are not, or only headers lack.
    const isAgreed = !isWhole || headers.every(({ emptyState }) => emptyState === 'COMPLETE');
    const isNoneTold = headers.every(({ key, noneState }) => (key === 'none') === (noneState !== null));
    const isNoneKnown = !isWhole || headers.every(({ noneState }) => noneState === null || noneState === 'COMPLETE');
    expect([rows, columns, counted, stage, saysTooLittle(crossTab.coverage), isSilent]).toEqual([
      ...[rows, columns, counted, stage],
      ...[false, false],
    ]);
    expect([rows, columns, counted, stage, isAgreed, isNoneTold, isNoneKnown]).toEqual([
      ...[rows, columns, counted, stage],
      ...[true, true, true],
    ]);
  }
}, 240_000);

/** What stands in a row or column in the tables of the dataset, by what is said of the field that leads to the other side. */
test.each(['CURRENT', 'DRAFT', 'ADOPTED'])(
  'cells of policy items by goal go by what was read of each at %s',
  async (stage) => {
    const { crossTab, policyItems } = await asked(`{
    crossTab(rows: POLICY_ITEM, columns: SDG, count: POLICY_ITEMS, stage: ${stage}) {
      rows { key emptyState } columns { key noneState } cells { row column count }
    }
    policyItems(stage: ${stage}, first: 100) { nodes { thingId sdgs { totalCount coverage { state } } } }
  }`);
    const listed = (thingId: string) =>
      (byKey.get(`${thingId} sdgs`) ?? []).some((said) => said.stage === '' || said.stage === stage);
    const states = new Map(crossTab.rows.map(({ key, emptyState }: Header) => [key, emptyState]));
    for (const { thingId, sdgs } of policyItems.nodes) {
      expect([thingId, states.get(thingId)]).toEqual([thingId, listed(thingId) ? 'COMPLETE' : 'NOT_READ']);
      expect([thingId, sdgs.coverage.state]).toEqual([thingId, states.get(thingId)]);
    }
    const without = policyItems.nodes.filter(({ sdgs }: { sdgs: { totalCount: number } }) => sdgs.totalCount === 0);
    const none = crossTab.columns.find(({ key }: Header) => key === 'none');
    // At no stage is it said of an item whose goals were read that it touches none.
    expect([without.length > 0, none?.noneState]).toEqual([none !== undefined, none && 'NOT_READ']);
  },
);

test('the whole picture says of each field for how many things it is listed, and by which documents', async () => {
  const { coverage } = await asked(
    `{ coverage(stage: ADOPTED) { types { type count coverage { state } } fields { type field count listed coverage { state missing { count } } documents { id } } } }`,
  );
  const of = (type: string, field: string) =>
    coverage.fields.find((each: { type: string; field: string }) => each.type === type && each.field === field);
  expect(of('PolicyItem', 'measures')).toEqual({
    ...{ type: 'PolicyItem', field: 'measures', count: 38, listed: 11 },
    coverage: { state: 'PARTIAL', missing: [{ count: 27 }] },
    documents: [{ id: 'honjo:source-document:adopted-plan' }],
  });
  expect(of('PolicyItem', 'sdgs')).toMatchObject({ listed: 0, coverage: { state: 'NOT_READ' }, documents: [] });
  // Nothing is known of what was not read; where some things are known, that is a part.
  for (const { type, count, coverage: told } of coverage.types)
    if (told.state === 'NOT_READ') expect([type, count]).toEqual([type, 0]);
  expect(coverage.types).toContainEqual({ type: 'Department', count: 43, coverage: { state: 'PARTIAL' } });
  for (const {
    count,
    listed,
    coverage: { missing },
  } of coverage.fields)
    expect(listed + (missing[0]?.count ?? 0)).toBe(count);
});

test('paths, neighbourhoods, gaps, changes and searches say it too', async () => {
  const found = await asked(`{
    paths(from: "sdg:1", to: "honjo:measure:5-1-1", through: [TOUCHES]) { outcome ${coverage} }
    neighborhood(ids: ["sdg:1"], through: [TOUCHES]) { edges { id } ${coverage} }
    gaps(kinds: [SDG_UNTOUCHED]) { totalCount ${coverage} }
    changes(from: DRAFT, to: ADOPTED) { totalCount ${coverage} }
    search(query: "存在しない施策") { totalCount ${coverage} }
  }`);
  for (const each of Object.values<{ coverage: Coverage }>(found)) {
    expect(saysTooLittle(each.coverage)).toBe(false);
    expect(each.coverage.state).toBe('PARTIAL');
  }
});

test('collaborations, progress and likeness say it too', async () => {
  const asItStands = await asked(`{
    collaborations { ${coverage} }
    progress { indicatorCoverage { state } goalCoverage { state } }
    likeness(id: "honjo:policy-item:5-1") { ${coverage} }
    department(name: "市民課") { collaboratorCoverage { state } }
  }`);
  // The sheets of every field were read, and the chapters 5 and 6 of the plan.
  expect(asItStands.progress).toEqual({ indicatorCoverage: { state: 'PARTIAL' }, goalCoverage: { state: 'COMPLETE' } });
  expect(asItStands.department.collaboratorCoverage.state).toBe('PARTIAL');
  for (const each of [asItStands.collaborations, asItStands.likeness]) {
    expect(saysTooLittle(each.coverage)).toBe(false);
    expect(each.coverage.state).toBe('PARTIAL');
  }
  const { sheets, measures } = await asked(`{
    sheets: collaborations(roles: [LED_BY, SUPPORTED_BY]) { ${coverage} }
    measures: collaborations(roles: [OWNED_BY], stage: CURRENT) { totalCount ${coverage} }
  }`);
  expect(sheets.coverage.state).toBe('COMPLETE');
  expect(measures.coverage.state).not.toBe('COMPLETE');
});
