import type { Connection } from '../../../src/database/connection.js';
import { patience, seededDatabase } from '../seeded.js';
import { answer, ask } from './ask.js';
import { type SeedRow, table } from './seed-tables.js';

// biome-ignore lint/suspicious/noExplicitAny: the operations have many shapes
type Any = any;

interface Found {
  readonly changes: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly kind: string;
      readonly field: string | null;
      readonly before: string | null;
      readonly after: string | null;
      readonly subject: { readonly __typename: string; readonly id: string };
    }[];
  };
}

interface SetChange {
  readonly before: string;
  readonly after: string;
  readonly beforeParts: readonly string[];
  readonly afterParts: readonly string[];
  readonly addedParts: readonly string[];
  readonly removedParts: readonly string[];
}

const changes = table('changes');
const subjectOf = new Map(table('change-subjects').map(({ from = '', to = '' }) => [from, to]));
const subject = ({ id = '' }: SeedRow) => subjectOf.get(id) ?? '';
const ids = (rows: readonly SeedRow[]) => rows.map(({ id }) => id).sort();

const allKinds = '[ADDED, REMOVED, RENAMED, REVISED, REORDERED, MOVED, UNCHANGED]';

const list = (given: string) =>
  `{ changes(${given}, first: 500) { totalCount nodes { id kind field before after subject { __typename id } } } }`;

let connection: Connection;

beforeAll(async () => {
  connection = await seededDatabase();
}, patience);

afterAll(() => connection?.close());

const found = async (given: string) => (await ask<Found>(connection, list(given))).changes;

describe('changes between two stages', () => {
  test.each([
    ['CURRENT', 'DRAFT'],
    ['DRAFT', 'ADOPTED'],
  ])('from %s to %s are those of the files', async (from, to) => {
    const { totalCount, nodes } = await found(`from: ${from}, to: ${to}`);
    const expected = changes.filter(
      ({ from_stage, to_stage, kind }) => from_stage === from && to_stage === to && kind !== 'UNCHANGED',
    );
    expect(nodes.map(({ id }) => id).sort()).toEqual(ids(expected));
    expect(totalCount).toBe(expected.length);
  });

  test('without stages are all that are recorded', async () => {
    expect((await found(`kinds: ${allKinds}`)).totalCount).toBe(changes.length);
  });

  test('of both steps together leave out "unchanged" where the other step changed it', async () => {
    const { nodes } = await found(`from: CURRENT, to: ADOPTED, kinds: ${allKinds}`);
    const revised = changes.filter(({ kind }) => kind !== 'UNCHANGED');
    const contradicted = ({ kind, from_stage, field, id = '' }: SeedRow) =>
      kind === 'UNCHANGED' &&
      revised.some(
        (other) =>
          other.from_stage !== from_stage &&
          subject(other) === subject({ id }) &&
          (field === '' || other.field === '' || other.field === field),
      );
    expect(changes.filter(contradicted).length).toBeGreaterThan(0);
    expect(nodes.map(({ id }) => id).sort()).toEqual(ids(changes.filter((change) => !contradicted(change))));
  });

  test('can be asked for by kind, type and field', async () => {
    const { nodes } = await found(
      'from: CURRENT, to: DRAFT, kinds: [REVISED], types: [MEASURE], fields: ["departments"]',
    );
    expect(nodes.map(({ subject: { id } }) => id).sort()).toEqual(['honjo:measure:6-3-3', 'honjo:measure:6-4-1']);
    expect((await found('types: [LINKAGE_PLAN, INITIATIVE]')).nodes.map(({ id }) => id).sort()).toEqual(
      ids(changes.filter(({ id = '' }) => /:(linkage-plan|initiative):/.test(subject({ id })))),
    );
  });
});

describe('changes agree with the views of the stages', () => {
  const at = async (ids: readonly string[], stage: string) => {
    const names = ids.map(
      (id, place) => `_${place}: node(id: ${JSON.stringify(`${id}@${stage}`)}) { ... on Entity { name stages } }`,
    );
    const nodes = await ask<Record<string, { name: string; stages: string[] }>>(connection, `{ ${names.join(' ')} }`);
    return ids.map((_, place) => nodes[`_${place}`]);
  };

  test.each([
    ['CURRENT', 'DRAFT'],
    ['DRAFT', 'ADOPTED'],
    ['CURRENT', 'ADOPTED'],
  ])('what is added or removed from %s to %s is seen at one of them only', async (from, to) => {
    const { nodes } = await found(`from: ${from}, to: ${to}, kinds: [ADDED, REMOVED]`);
    const whole = nodes.filter(({ field }) => field === null);
    expect(whole.length).toBeGreaterThan(0);
    const seen = await at(
      whole.map(({ subject: { id } }) => id),
      to,
    );
    // A thing whose document of the later stage lists none of its kind is told by the step that speaks of it.
    for (const [place, { id, kind }] of whole.entries()) {
      const stages = seen[place]?.stages ?? [];
      const [start, end] = id.includes(':CURRENT-DRAFT:') ? ['CURRENT', 'DRAFT'] : ['DRAFT', 'ADOPTED'];
      expect({ id, before: stages.includes(start), after: stages.includes(end) }).toEqual({
        id,
        before: kind === 'REMOVED',
        after: kind === 'ADDED',
      });
    }
  });

  test.each([
    ['CURRENT', 'DRAFT'],
    ['DRAFT', 'ADOPTED'],
  ])('what is renamed from %s to %s has those names there', async (from, to) => {
    const { nodes } = await found(`from: ${from}, to: ${to}, kinds: [RENAMED]`);
    expect(nodes.length).toBeGreaterThan(0);
    const subjects = nodes.map(({ subject: { id } }) => id);
    const [before, after] = [await at(subjects, from), await at(subjects, to)];
    for (const [place, change] of nodes.entries())
      expect({ id: change.id, before: before[place]?.name, after: after[place]?.name }).toEqual({
        id: change.id,
        before: change.before,
        after: change.after,
      });
  });
});

test('stages in the wrong order are refused in both languages', async () => {
  const { errors } = await answer(connection, '{ changes(from: ADOPTED, to: DRAFT) { totalCount } }');
  expect(errors[0]?.originalError).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('ADOPTED and DRAFT'),
    messageJa: expect.stringContaining('ADOPTED、DRAFT'),
  });
});

test('lists what is unchanged behind all that has changed, unless another order is asked for', async () => {
  const kindsIn = async (given: string) => {
    const { changes } = await ask<{ changes: { nodes: readonly { kind: string }[] } }>(
      connection,
      `{ changes(from: CURRENT, to: DRAFT, first: 500, kinds: ${allKinds}${given}) { nodes { kind } } }`,
    );
    return changes.nodes.map(({ kind }) => kind === 'UNCHANGED');
  };
  const usual = await kindsIn('');
  expect(usual).toContain(true);
  expect(usual).toEqual([...usual].sort((a, b) => Number(a) - Number(b)));
  const filtered = await ask<{ changes: { totalCount: number; nodes: { kind: string }[] } }>(
    connection,
    '{ changes(from: CURRENT, to: DRAFT, first: 500, filter: { not: { not: { kind: { eq: UNCHANGED } } } }) { totalCount nodes { kind } } }',
  );
  expect(filtered.changes.totalCount).toBeGreaterThan(0);
  expect(new Set(filtered.changes.nodes.map(({ kind }) => kind))).toEqual(new Set(['UNCHANGED']));
  expect((await kindsIn(', orderBy: [{ kind: DESC }]'))[0]).toBe(true);
});

describe('changes by their things', () => {
  test('are those whose subject fits', async () => {
    const { nodes } = await found('filter: { subject: { type: { eq: MEASURE }, name: { contains: "協働" } } }');
    const all = (await found('types: [MEASURE]')).nodes;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.length).toBeLessThan(all.length);
    expect(nodes.every(({ subject: { __typename } }) => __typename === 'Measure')).toBe(true);
  });

  test('are those that point to a thing', async () => {
    const pointing = table('change-references');
    const { nodes } = await found('filter: { pointsTo: {} }');
    expect(nodes.map(({ id }) => id).sort()).toEqual(pointing.map(({ from }) => from).sort());
  });

  test('divide by the type of what changed and by what of it changed, which add up', async () => {
    const { changes: divided } = await ask<{
      changes: {
        totalCount: number;
        types: { value: string; label: string; count: number }[];
        fields: { value: string | null; count: number }[];
        both: { rows: unknown[]; columns: unknown[]; cells: { row: string; column: string | null; count: number }[] };
      };
    }>(
      connection,
      `{ changes { totalCount types: facets(by: SUBJECT_TYPE) { value label count } fields: facets(by: FIELD) { value count }
        both: crossTab(rows: SUBJECT_TYPE, columns: FIELD) { rows { value } columns { value } cells { row column count } } } }`,
    );
    const sum = (parts: readonly { readonly count: number }[]) => parts.reduce((total, { count }) => total + count, 0);
    expect(divided.types.find(({ value }) => value === 'POLICY_ITEM')?.label).toBe('施策大項目');
    expect(sum(divided.types)).toBe(divided.totalCount);
    expect(sum(divided.fields)).toBe(divided.totalCount);
    expect(sum(divided.both.cells)).toBe(divided.totalCount);
    expect([divided.both.rows, divided.both.columns].map(({ length }) => length)).toEqual([
      divided.types.length,
      divided.fields.length,
    ]);
  });
});

describe('changes', () => {
  test('leave out what is stated to be unchanged, and count things beside records', async () => {
    const { changes: all } = await ask<{
      changes: { totalCount: number; subjectCount: number; nodes: { kind: string; subject: { id: string } }[] };
    }>(connection, '{ changes(first: 500) { totalCount subjectCount nodes { kind subject { id } } } }');
    const changed = changes.filter(({ kind }) => kind !== 'UNCHANGED');
    expect(all.totalCount).toBe(changed.length);
    expect(all.nodes.map(({ kind }) => kind)).not.toContain('UNCHANGED');
    expect(all.subjectCount).toBe(new Set(changed.map(subject)).size);
    expect(all.subjectCount).toBe(new Set(all.nodes.map((each) => each.subject.id)).size);
  });

  test('of a set tell what came and what went, part by part', async () => {
    const { changes: found } = await ask<{
      changes: { nodes: SetChange[] };
    }>(
      connection,
      '{ changes(fields: ["departments"]) { nodes { before after beforeParts afterParts addedParts removedParts } } }',
    );
    expect(found.nodes.length).toBeGreaterThan(0);
    for (const { before, after, beforeParts, afterParts, addedParts, removedParts } of found.nodes) {
      expect([beforeParts.join('、'), afterParts.join('、')]).toEqual([before, after]);
      const kept = beforeParts.filter((part) => !removedParts.includes(part));
      expect([...kept, ...addedParts].sort()).toEqual([...afterParts].sort());
    }
    expect(found.nodes.some(({ addedParts }) => addedParts.includes('文化財保護課'))).toBe(true);
  });
});

test('counts of changes in filters and orders leave out what is UNCHANGED', async () => {
  const { told, filtered, ordered } = await ask<Any>(
    connection,
    `{
    told: policyItems(first: 100) { nodes { id changes { kind } } }
    filtered: policyItems(first: 100, filter: { changes: { count: { gte: 2 } } }) { nodes { id } }
    ordered: policyItems(first: 1, orderBy: [{ changes: { count: DESC } }]) { nodes { id } }
  }`,
  );
  const countOf = ({ changes }: Any) => changes.filter(({ kind }: Any) => kind !== 'UNCHANGED').length;
  expect(told.nodes.some(({ changes }: Any) => changes.some(({ kind }: Any) => kind === 'UNCHANGED'))).toBe(true);
  const most = Math.max(...told.nodes.map(countOf));
  expect(filtered.nodes.map(({ id }: Any) => id)).toEqual(
    told.nodes.filter((node: Any) => countOf(node) >= 2).map(({ id }: Any) => id),
  );
  expect(countOf(told.nodes.find(({ id }: Any) => id === ordered.nodes[0].id))).toBe(most);
});
