import assert from 'node:assert/strict';
import fc, { type Arbitrary } from 'fast-check';
import type { ExecutionResult } from 'graphql';
import { maximumPageSize } from '../../../src/graph/page.js';
import { fieldsOf, nodes } from '../../../src/model/model.js';
import { Oracle } from './answers.js';
import { Cursors } from './cursors.js';
import { Inputs } from './inputs.js';
import { inSomeWay, leaf, orNull } from './leaves.js';
import { type Entry, type Given, item, type Operation, type Selection } from './operation.js';
import { Pools } from './pools.js';
import { print } from './print.js';
import { parsed, type Variables } from './service.js';
import type { World } from './world.js';

/** A list, at the root or below a node, and how many pages it is walked in. */
export interface Walk {
  readonly type: string;
  /** The node that it hangs on; null at the root. */
  readonly parent: { readonly type: string; readonly id: string } | null;
  readonly field: string;
  readonly arguments: readonly Entry[];
  readonly pages: number;
}

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string | null>> &
    Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
}

const plain = (names: readonly string[]): Selection => names.map((name) => item(name, [], null));
const only = (value: string | number, way: 'literal' | 'variable'): Given => ({
  kind: 'leaf',
  values: [value, value],
  way,
});

const shown: Selection = [
  item('nodes', [], plain(['id'])),
  item('pageInfo', [], plain(['startCursor', 'endCursor', 'hasNextPage', 'hasPreviousPage'])),
];

/** The operation that asks for one page, and the field to which its cursor belongs. */
function pageOf({ parent, field, arguments: args }: Walk, page: readonly Entry[]) {
  const list = item(field, [...args, ...page], shown);
  const on = (type: string): Selection => [{ kind: 'fragment', on: type, named: false, below: [list], guard: null }];
  const operation: Operation = {
    fields: [parent ? item('node', [['id', only(parent.id, 'literal')]], on(parent.type)) : list],
  };
  return { list, operation };
}

const pageIn = ({ data }: ExecutionResult, { parent, field }: Walk): Page =>
  (parent ? (data?.node as Record<string, unknown>) : data)?.[field] as Page;

/** Lists of every type, some of them below a node that has at least two there. */
export function walks(world: World): Arbitrary<Walk> {
  const inputs = new Inputs(new Pools(world));
  const places = nodes.flatMap((node) => [
    ...(node.listed ? [{ type: node.name, parent: null, field: node.plural }] : []),
    ...Object.entries(fieldsOf(node)).flatMap(([field, declaration]) => {
      if (declaration.kind !== 'relationship' || declaration.shape !== 'connection') return [];
      const lists = world.ofType(node.name).filter((thing) => world.targets(thing, declaration, null).length > 1);
      const parents = lists.slice(0, 3).map(({ row }) => ({ type: node.name, id: row.id }));
      return parents.map((parent) => ({ type: declaration.target, parent, field }));
    }),
  ]);
  return fc.constantFrom(...places).chain((place) =>
    fc
      .record({
        filter: orNull(inputs.filter(place.type, 1)),
        filtered: fc.nat(2).map((number) => number === 0),
        orderBy: inputs.orderBy(place.type),
        stage: inSomeWay(leaf(fc.constantFrom('CURRENT', 'DRAFT', 'ADOPTED')), ['literal', 'variable']),
        staged: fc.nat(3).map((number) => number === 0),
        pages: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ filter, filtered, orderBy, stage, staged, pages }) => ({
        ...place,
        pages,
        arguments: [
          ...(filtered ? [['filter', filter] as const] : []),
          ['orderBy', orderBy] as const,
          ...(staged ? [['stage', stage] as const] : []),
        ],
      })),
  );
}

/** Answers an operation, without an error. */
type Ask = (text: string, variables: Variables) => Promise<ExecutionResult>;

/** All nodes of a list, page by page; each page starts where the one before says. */
async function walked(
  ask: Ask,
  walk: Walk,
  { size, most, backward }: { readonly size: number; readonly most: number; readonly backward: boolean },
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let cursor: string | null = null, left = most; left > 0; left--) {
    const page: Entry[] = [[backward ? 'last' : 'first', only(size, 'variable')]];
    if (cursor) page.push([backward ? 'before' : 'after', { kind: 'cursor', pick: 0, way: 'variable' }]);
    const { list, operation } = pageOf(walk, page);
    const { text, variables } = print(operation, new Map([[list, cursor ? [cursor] : []]]));
    const answer = await ask(text, variables[0]);
    if (answer.errors) throw answer.errors[0];
    const { nodes: rows, pageInfo } = pageIn(answer, walk);
    const ids = rows.map(({ id }) => id);
    found.splice(backward ? 0 : found.length, 0, ...ids);
    assert.equal(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage, cursor !== null);
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return found;
  }
  throw new Error(`expected an end after ${most} pages of ${size}, but got another page`);
}

/** The oracle, whose marks are cursors of its own. */
function asOracle(world: World, walk: Walk): Ask {
  const cursors = new Cursors();
  const oracle = new Oracle(world, cursors);
  return async (text, variables) => {
    const answer = await oracle.answer(parsed(text), variables);
    const { endCursor } = pageIn(answer, walk).pageInfo;
    if (endCursor !== null) cursors.note(endCursor, endCursor);
    return answer;
  };
}

/** Makes sure that the pages of a list make up the whole as the oracle knows it, forwards and backwards. */
export async function walkBothWays(ask: Ask, world: World, walk: Walk): Promise<void> {
  const whole = await walked(asOracle(world, walk), walk, {
    size: maximumPageSize,
    most: Number.POSITIVE_INFINITY,
    backward: false,
  });
  const size = Math.min(maximumPageSize, Math.max(1, Math.ceil(whole.length / walk.pages)));
  const most = Math.ceil(whole.length / size) + 2;
  for (const backward of [false, true]) assert.deepEqual(await walked(ask, walk, { size, most, backward }), whole);
}
