import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { NodeRow } from '../../../src/ingest/dataset/dataset.js';
import { DatasetBuilder, type Origin } from '../../../src/ingest/extract/builder.js';
import { type Scope, scopeOf } from '../../../src/ingest/extract/scope.js';
import { type Stage, stages } from '../../../src/model/enums.js';

const city = 'x:municipality:1';
const item = 'x:policy-item:1-1';
const measure = 'x:measure:1-1-1';

const origin = <At extends Stage | null>(stage: At, first = 1, document = 'd'): Origin & { stage: At } => ({
  stage,
  document,
  lines: { first, last: first },
});

const measures = scopeOf(item, 'measures');
const outcomes = scopeOf(item, 'indicators', 'OUTCOME');
const statuses = scopeOf(item, 'indicators', 'STATUS');
const plansOf = (code: string) => scopeOf(`x:policy-item:${code}`, 'relatedPlans');

/** A builder in which a scope is spoken for by some stages and its measure asserted by others. */
function measureOf(spoken: readonly Stage[], asserted: readonly Stage[], scopes: readonly Scope[] = [measures]) {
  const builder = new DatasetBuilder();
  for (const stage of spoken) builder.speaks(measures, origin(stage));
  for (const stage of asserted) builder.node('Measure', measure, { name: 'A' }, origin(stage), scopes);
  return builder.build().nodes.get('Measure')?.[0];
}

describe('A fact is effective', () => {
  test.each([
    [
      'when the latest stage that speaks for it asserts it',
      ['CURRENT', 'DRAFT', 'ADOPTED'],
      ['DRAFT', 'ADOPTED'],
      true,
    ],
    ['when no later stage speaks for it', ['CURRENT', 'DRAFT'], ['CURRENT', 'DRAFT'], true],
    ['when nobody speaks for it', [], ['CURRENT'], true],
    ['even when an earlier stage lacked it', ['CURRENT', 'DRAFT'], ['DRAFT'], true],
  ] as const)('%s', (_, spoken, asserted, effective) => {
    expect(measureOf(spoken, asserted)?.effective).toBe(effective);
  });

  test.each([
    ['the latest stage that speaks for it leaves it out', ['CURRENT', 'DRAFT'], ['CURRENT']],
    [
      'a later stage dropped it after an earlier one had kept it',
      ['CURRENT', 'DRAFT', 'ADOPTED'],
      ['CURRENT', 'DRAFT'],
    ],
  ] as const)('but not when %s', (_, spoken, asserted) => {
    expect(measureOf(spoken, asserted)?.effective).toBe(false);
  });

  test('when it belongs to no scope, whoever speaks', () => {
    expect(measureOf(['ADOPTED'], ['CURRENT'], [])?.effective).toBe(true);
  });

  test('and what a document speaks for is a statement of the dataset, with its lines', () => {
    const builder = new DatasetBuilder();
    builder.node('PolicyItem', item, { name: 'I', code: '1-1' }, origin('DRAFT'));
    builder.speaks(measures, origin('DRAFT', 7));
    builder.speaks(outcomes, origin('ADOPTED', 9, 'e'));
    builder.covers(scopeOf(item, 'reformSheets'), origin(null, 3));
    const { nodes, edges } = builder.build();
    expect(nodes.get('CoverageStatement')?.map(({ id, values, sources }) => ({ id, ...values, sources }))).toEqual([
      {
        id: 'x:coverage-statement:policy-item:1-1:measures:DRAFT',
        field: 'measures',
        role: null,
        stage: 'DRAFT',
        sources: [{ stage: 'DRAFT', document: 'd', firstLine: 7, lastLine: 7, cells: null }],
      },
      {
        id: 'x:coverage-statement:policy-item:1-1:indicators:OUTCOME:ADOPTED',
        field: 'indicators',
        role: 'OUTCOME',
        stage: 'ADOPTED',
        sources: [{ stage: 'ADOPTED', document: 'e', firstLine: 9, lastLine: 9, cells: null }],
      },
      {
        id: 'x:coverage-statement:policy-item:1-1:reformSheets',
        field: 'reformSheets',
        role: null,
        stage: null,
        sources: [{ stage: null, document: 'd', firstLine: 3, lastLine: 3, cells: null }],
      },
    ]);
    expect(edges.get('COVERAGE_OF')?.map(({ to }) => to)).toEqual([item, item, item]);
  });

  /** An indicator with two roles, of which the adopted plan lists outcomes only. */
  function indicatorOf(roles: Partial<Record<Stage, readonly Scope[]>>) {
    const builder = new DatasetBuilder();
    for (const stage of stages) builder.speaks(outcomes, origin(stage));
    for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(statuses, origin(stage));
    for (const stage of stages)
      if (roles[stage]) builder.node('Indicator', 'x:indicator:1-1:A', { name: 'A' }, origin(stage), roles[stage]);
    return builder.build().nodes.get('Indicator')?.[0];
  }

  test('when one of its scopes keeps it, although another dropped it', () => {
    const indicator = indicatorOf({ CURRENT: [outcomes], DRAFT: [outcomes, statuses] });
    expect(indicator?.effective).toBe(true);
  });

  test('but not when the latest stages assert it in other scopes than those for which they are the latest', () => {
    const indicator = indicatorOf({ CURRENT: [statuses], DRAFT: [outcomes] });
    expect(indicator).toMatchObject({ stages: ['CURRENT', 'DRAFT'], effective: false });
  });

  test('when one policy item takes it up, although another dropped it', () => {
    const builder = new DatasetBuilder();
    for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(plansOf('1-1'), origin(stage));
    for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(plansOf('1-2'), origin(stage));
    builder.node('RelatedPlan', 'x:related-plan:A', { name: 'A' }, origin('CURRENT'), [plansOf('1-1')]);
    builder.node('RelatedPlan', 'x:related-plan:A', { name: 'A' }, origin('DRAFT'), [plansOf('1-2')]);
    expect(builder.build().nodes.get('RelatedPlan')?.[0]?.effective).toBe(true);
  });

  test('as an edge of the plan only where both its ends are', () => {
    const builder = new DatasetBuilder();
    for (const stage of ['CURRENT', 'DRAFT'] as const) builder.speaks(measures, origin(stage));
    builder.node('PolicyItem', item, { name: 'I', code: '1-1' }, origin('DRAFT'));
    builder.node('Measure', measure, { name: 'A' }, origin('CURRENT'), [measures]);
    builder.edge('PART_OF', measure, item, origin('CURRENT'));
    expect(builder.build().edges.get('PART_OF')?.[0]).toMatchObject({ stages: ['CURRENT'], effective: false });
  });
});

describe('The value of a column', () => {
  const named = (names: Partial<Record<Stage, string>>) => {
    const builder = new DatasetBuilder();
    for (const stage of stages)
      if (names[stage]) builder.node('Measure', measure, { name: names[stage] }, origin(stage));
    return builder.build().nodes.get('Measure')?.[0]?.values;
  };

  test('is that of the latest stage, and other stages keep theirs', () => {
    expect(named({ CURRENT: 'A', DRAFT: 'B', ADOPTED: 'C' })).toEqual({
      name: 'C',
      'name@CURRENT': 'A',
      'name@DRAFT': 'B',
    });
  });

  test('is kept once where the stages agree', () => {
    expect(named({ CURRENT: 'A', DRAFT: 'A', ADOPTED: 'A' })).toEqual({ name: 'A' });
  });

  test('that only an earlier stage states holds on', () => {
    const builder = new DatasetBuilder();
    builder.node('Measure', measure, { name: 'A', number: 3 }, origin('CURRENT'));
    builder.node('Measure', measure, { name: 'B' }, origin('DRAFT'));
    expect(builder.build().nodes.get('Measure')?.[0]?.values).toEqual({ name: 'B', number: 3, 'name@CURRENT': 'A' });
  });

  test('that a stage states as absent is absent, and the stage before keeps its own', () => {
    const builder = new DatasetBuilder();
    builder.node('Measure', measure, { number: 3 }, origin('CURRENT'));
    builder.node('Measure', measure, { number: null }, origin('DRAFT'));
    expect(builder.build().nodes.get('Measure')?.[0]?.values).toEqual({ number: null, 'number@CURRENT': 3 });
  });

  test('that was settled wins over what the stages say, which then shows as theirs', () => {
    const builder = new DatasetBuilder();
    builder.node('Indicator', 'x:indicator:1-1:A', { roles: ['OUTCOME'] }, origin('ADOPTED'));
    builder.settle('Indicator', 'x:indicator:1-1:A', { roles: ['OUTCOME', 'STATUS'] });
    expect(builder.build().nodes.get('Indicator')?.[0]?.values).toEqual({
      roles: ['OUTCOME', 'STATUS'],
      'roles@ADOPTED': ['OUTCOME'],
    });
  });

  test('that a later document leaves open is not lost', () => {
    const builder = new DatasetBuilder();
    builder.node('PolicyItem', item, { name: 'A' }, origin('DRAFT'));
    builder.node('PolicyItem', item, { name: undefined }, origin('DRAFT', 9));
    expect(builder.build().nodes.get('PolicyItem')?.[0]?.values).toEqual({ name: 'A' });
  });
});

describe('Sources', () => {
  test('stand in the order of the planning cycle, those outside it first, each once', () => {
    const builder = new DatasetBuilder();
    for (const place of [
      origin('ADOPTED'),
      origin('CURRENT', 7),
      origin('CURRENT', 3),
      origin(null, 5),
      origin('CURRENT', 3),
    ])
      builder.node('Department', 'x:department:A', { name: 'A' }, place);
    const [row] = builder.build().nodes.get('Department') ?? [];
    expect(row?.sources.map(({ stage, firstLine }) => [stage, firstLine])).toEqual([
      [null, 5],
      ['CURRENT', 3],
      ['CURRENT', 7],
      ['ADOPTED', 1],
    ]);
    expect(row?.stages).toEqual(['CURRENT', 'ADOPTED']);
  });

  test('without an origin there is none', () => {
    const builder = new DatasetBuilder();
    builder.node('Municipality', city, { key: 'x', code: '1' }, null);
    expect(builder.build().nodes.get('Municipality')?.[0]).toMatchObject({ stages: [], effective: true, sources: [] });
  });
});

test('an edge to a thing that nobody asserts is taken out, with its sources', () => {
  const builder = new DatasetBuilder();
  builder.node('PolicyItem', item, { name: 'I', code: '1-1' }, origin('DRAFT'));
  builder.node('Measure', measure, { name: 'A' }, origin('DRAFT'));
  builder.edge('PART_OF', measure, item, origin('DRAFT'));
  builder.edge('PART_OF', measure, 'x:policy-item:9-9', origin('DRAFT', 7));
  expect(builder.takeUnresolved()).toMatchObject([
    { type: 'PART_OF', to: 'x:policy-item:9-9', sources: [{ firstLine: 7 }] },
  ]);
  expect(builder.build().edges.get('PART_OF')).toHaveLength(1);
  expect(builder.takeUnresolved()).toEqual([]);
});

describe('A mistake of the extraction is refused', () => {
  test('a column that the type does not have', () => {
    expect(() => new DatasetBuilder().node('Measure', measure, { colour: 'red' }, null)).toThrow(
      'expected a column of Measure, but got: colour',
    );
  });

  test('a type that the model does not have', () => {
    // @ts-expect-error Bridge is no node type.
    expect(() => new DatasetBuilder().node('Bridge', 'x:bridge:1', {}, null)).toThrow('Bridge');
  });

  test('settling what nobody asserted', () => {
    expect(() => new DatasetBuilder().settle('Measure', measure, {})).toThrow(measure);
  });
});

/** One thing that a document can say about two measures of one policy item and their department. */
type Said =
  | { readonly kind: 'speaks'; readonly scope: string; readonly stage: Stage }
  | { readonly kind: 'node'; readonly id: string; readonly stage: Stage; readonly line: number; readonly scope: string }
  | {
      readonly kind: 'edge';
      readonly from: string;
      readonly stage: Stage;
      readonly line: number;
      readonly scope: string;
    };

const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    kind: fc.constant('speaks' as const),
    scope: fc.constantFrom('a', 'b'),
    stage: fc.constantFrom(...stages),
  }),
  fc.record({
    kind: fc.constant('node' as const),
    id: fc.constantFrom('x:measure:1-1-1', 'x:measure:1-1-2'),
    stage: fc.constantFrom(...stages),
    line: fc.integer({ min: 1, max: 4 }),
    scope: fc.constantFrom('a', 'b'),
  }),
  fc.record({
    kind: fc.constant('edge' as const),
    from: fc.constantFrom('x:measure:1-1-1', 'x:measure:1-1-2'),
    stage: fc.constantFrom(...stages),
    line: fc.integer({ min: 1, max: 4 }),
    scope: fc.constantFrom('a', 'b'),
  }),
);

/** What a builder makes of it, in an order of its own. The value of a name depends on the stage only. */
function build(all: readonly Said[]) {
  const builder = new DatasetBuilder();
  for (const one of all)
    if (one.kind === 'speaks') builder.speaks(scopeOf(item, one.scope), origin(one.stage));
    else if (one.kind === 'node')
      builder.node('Measure', one.id, { name: `${one.id} ${one.stage}` }, origin(one.stage, one.line), [
        scopeOf(item, one.scope),
      ]);
    else
      builder.edge('OWNED_BY', one.from, 'x:department:A', origin(one.stage, one.line), {
        scopes: [scopeOf(item, one.scope)],
      });
  const { nodes, edges } = builder.build();
  const byId = <Row>(rows: readonly Row[] | undefined, key: (row: Row) => string) =>
    [...(rows ?? [])].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return {
    nodes: byId(nodes.get('Measure'), ({ id }: NodeRow) => id),
    edges: byId(edges.get('OWNED_BY'), ({ from }) => from),
  };
}

test('stages, effectiveness, values and sources do not depend on the order in which documents are read', () => {
  fc.assert(
    fc.property(
      fc
        .array(said, { maxLength: 20 })
        .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(build(shuffled)).toEqual(build(all));
      },
    ),
  );
});

test('no stage is made up: a fact has the stages that assert it, and its sources say which', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 20 }), (all) => {
      for (const { id, stages: found, sources } of build(all).nodes) {
        const asserted = all.filter((one) => one.kind === 'node' && one.id === id).map(({ stage }) => stage);
        expect(found).toEqual(stages.filter((stage) => asserted.includes(stage)));
        expect(new Set(sources.map(({ stage }) => stage))).toEqual(new Set(found));
      }
    }),
  );
});

test('a fact holds when, in one of its scopes, the latest stage that speaks for that scope asserts it', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 20 }), (all) => {
      for (const { id, effective } of build(all).nodes) {
        const holds = ['a', 'b'].flatMap((scope) => {
          const asserting = all.flatMap((one) =>
            one.kind === 'node' && one.id === id && one.scope === scope ? one.stage : [],
          );
          const speaking = all.flatMap((one) => (one.kind === 'speaks' && one.scope === scope ? one.stage : []));
          const latest = stages.findLast((stage) => speaking.includes(stage));
          return asserting.length > 0 && latest ? [asserting.includes(latest)] : [];
        });
        expect(effective).toBe(holds.length === 0 || holds.includes(true));
      }
    }),
    { numRuns: 500 },
  );
});
