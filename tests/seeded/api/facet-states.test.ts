/** What has no value of a facet has none, or was not read for it; so it is with the empty cells of tables of two facets. */

import { stages } from '../../../src/model/enums.js';
import { choiceName, facetsOf } from '../../../src/model/facets.js';
import { nodes, relationshipsOf } from '../../../src/model/model.js';
import { sampled } from '../../sampled.js';
import { asking } from '../asking.js';

const asked = asking();

/** Neo4j plans each facet of each list for a second: some lists each day, without a stage and at one. */
const views = [null, ...sampled(stages, 1)];
const types = sampled(
  nodes.filter(({ listed, metadata }) => listed && !metadata),
  8,
);

interface Facet {
  readonly value: string | null;
  readonly count: number;
  readonly noneState: string | null;
}

interface Thing {
  readonly coverage: readonly { readonly field: string; readonly coverage: { readonly state: string } }[];
  readonly [field: string]: unknown;
}

const inTens = (names: readonly string[]) =>
  Array.from({ length: Math.ceil(names.length / 10) }, (_, index) => names.slice(10 * index, 10 * index + 10));

/** Of all, as of each. */
const commonly = (states: readonly string[]) => (new Set(states).size === 1 ? states[0] : 'PARTIAL');

test.each(views)(
  'of what has no value of a facet each thing says the same at the stage %s',
  async (stage) => {
    for (const node of types) {
      const given = stage === null ? '' : `(stage: ${stage})`;
      const facets = [...facetsOf(node).keys()];
      // No more aliases than an operation may have.
      const answers = inTens(facets).map((names) => {
        const counts = names.map((name) => `${name}: facets(by: ${name}) { value count noneState emptyState }`);
        const covers = names.map((name) => `of${name}: coverage(by: ${name}) { state }`);
        return asked(`{ list: ${node.plural}${given} { ${[...counts, ...covers].join(' ')} } }`);
      });
      const list = Object.assign({}, ...(await Promise.all(answers)).map((answer) => answer.list));
      const lists = relationshipsOf(node).filter(([field]) => facets.includes(choiceName(field)));
      const has = lists.map(
        ([field, { shape }]) => `${field} { ${shape === 'connection' ? 'totalCount' : '__typename'} }`,
      );
      const page = `first: 500${stage === null ? '' : `, stage: ${stage}`}`;
      const { things } = await asked(
        `{ things: ${node.plural}(${page}) { nodes { coverage { field coverage { state } } ${has.join(' ')} } } }`,
      );
      for (const name of facets) {
        const values = list[name] as readonly (Facet & { readonly emptyState: string | null })[];
        const isTold = values.every((each) => (each.value === null) === (each.noneState !== null));
        const isNoTable = values.every(({ emptyState }) => emptyState === null);
        const none = values.find(({ value }) => value === null);
        const isAgreed = list[`of${name}`].state !== 'COMPLETE' || (none?.noneState ?? 'COMPLETE') === 'COMPLETE';
        expect([node.plural, name, isTold, isNoTable, isAgreed]).toEqual([node.plural, name, true, true, true]);
      }
      for (const [field] of lists) {
        const isEmpty = (thing: Thing) => {
          const found = thing[field] as { totalCount?: number; length?: number } | null;
          return found === null || found.totalCount === 0 || found.length === 0;
        };
        const without = (things.nodes as readonly Thing[]).filter(isEmpty);
        const none = (list[choiceName(field)] as readonly Facet[]).find(({ value }) => value === null);
        const told = without.map(({ coverage }) => coverage.find((each) => each.field === field)?.coverage.state);
        // What was read in part has none as little as what was not read.
        const states = told.map((state) => (state === 'COMPLETE' ? state : 'NOT_READ'));
        expect([node.plural, field, none?.count ?? 0, none?.noneState ?? null]).toEqual([
          ...[node.plural, field, without.length],
          without.length === 0 ? null : commonly(states),
        ]);
      }
    }
  },
  240_000,
);

const heads = 'rows { value count emptyState noneState } columns { value count emptyState noneState }';

interface Head extends Facet {
  readonly emptyState: string;
}

test('tables of two facets say of their empty cells what cross tables say', async () => {
  for (const stage of [null, ...stages]) {
    const at = stage === null ? '' : `stage: ${stage}`;
    const { crossTab, policyItems } = await asked(`{
      crossTab(count: POLICY_ITEMS, rows: POLICY_FIELD, columns: SDG ${at}) {
        rows { key total emptyState noneState } columns { key total emptyState noneState }
      }
      policyItems${at && `(${at})`} { crossTab(rows: FIELD, columns: SDGS) { ${heads} cells { count } coverage { state } } }
    }`);
    for (const side of ['rows', 'columns'] as const) {
      const expected = crossTab[side].map(({ key, total, ...states }: { key: string; total: number }) => [
        ...[key === 'none' ? null : key, total],
        states,
      ]);
      const found = policyItems.crossTab[side].map(({ value, count, ...states }: Head) => [value, count, states]);
      const inOrder = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort();
      expect([stage, side, inOrder(found)]).toEqual([stage, side, inOrder(expected)]);
    }
  }
});

test('of lists below a node, of several stages and of filters it is told of what they hold', async () => {
  const found = await asked(`{
    read: policyField(number: 5) { policyItems(stage: DRAFT) { facets(by: SDGS) { value noneState } crossTab(rows: MEASURES, columns: SDGS) { ${heads} } } }
    notRead: policyField(number: 1) { policyItems(stage: DRAFT) { facets(by: SDGS) { value count noneState } } }
    both: policyItems(stages: [DRAFT, ADOPTED], filter: { field: { number: { eq: 5 } } }) { facets(by: LINKAGE_PLANS) { value noneState } }
    some: policyItems(filter: { sdgs: { count: { eq: 0 } } }) { facets(by: SDGS) { value count noneState } }
  }`);
  const { facets, crossTab } = found.read.policyItems;
  expect(facets.filter(({ value, noneState }: Facet) => value === null || noneState !== null)).toEqual([]);
  const states = [...crossTab.rows, ...crossTab.columns].map(({ emptyState }: Head) => emptyState);
  expect(new Set(states)).toEqual(new Set(['COMPLETE']));
  expect(found.notRead.policyItems.facets).toEqual([{ value: null, count: 7, noneState: 'NOT_READ' }]);
  expect(found.both.facets).toContainEqual({ value: null, noneState: 'COMPLETE' });
  expect(found.some.facets).toEqual([{ value: null, count: 27, noneState: 'NOT_READ' }]);
});
