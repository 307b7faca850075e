/** Valid operations at random, as the generators of the oracle make them, sent over HTTP. */
import fc, { type Arbitrary } from 'fast-check';
import { nodes } from '../../src/model/model.js';
import { Inputs } from '../graph/oracle/inputs.js';
import { type Entry, type Given, item, type Operation } from '../graph/oracle/operation.js';
import { Pools } from '../graph/oracle/pools.js';
import { type Answering, Request } from '../graph/oracle/request.js';
import { Operations } from '../graph/oracle/selections.js';
import { type Walk, walkBothWays, walks } from '../graph/oracle/walks.js';
import type { World } from '../graph/oracle/world.js';
import { ask, type Transport, transports } from './ask.js';
import { forms } from './forms.js';

/** Cases of one kind: how they are made, and what must hold for each. */
export interface Kind<Case> {
  readonly cases: Arbitrary<Case>;
  readonly holds: (one: Case) => Promise<void>;
}

/** What a case is made of stays its own business; see `kindOf`. */
export type AnyKind = Kind<unknown>;

/** A kind whose cases only it can tell. */
export const kindOf = <Case>({ cases, holds }: Kind<Case>): AnyKind => ({
  cases,
  holds: (one) => holds(one as Case),
});

/** The kinds of valid operations and how much of each is tried, for a service that holds a world. */
export function validKinds(url: string, world: World): Readonly<Record<string, AnyKind & { readonly weight: number }>> {
  const pools = new Pools(world);
  const operations = new Operations(pools);
  const by =
    (transport: Transport): Answering<{ answer: Awaited<ReturnType<typeof ask>> }> =>
    ({ text, variables }) =>
    async (request) => ({ answer: await ask(url, text, variables[request], transport) });
  const compare = async (request: Request, transport: Transport) => {
    await request.compareAnswers(by(transport), world);
  };
  const formed = fc
    .tuple(operations.any(), fc.constantFrom(...Object.values(forms)))
    .map(([operation, form]) => new Request(form(operation)));
  return {
    operations: {
      weight: 6,
      ...kindOf({
        cases: operations.any().map((operation) => new Request(operation)),
        holds: (request) => compare(request, 'post'),
      }),
    },
    'the same in other forms': {
      weight: 2,
      ...kindOf({
        cases: fc.tuple(formed, fc.constantFrom(...(Object.keys(transports) as Transport[]))),
        holds: ([request, transport]) => compare(request, transport),
      }),
    },
    pages: {
      weight: 1,
      ...kindOf<Walk>({
        cases: walks(world),
        holds: (walk) => walkBothWays((text, variables) => ask(url, text, variables), world, walk),
      }),
    },
    sets: {
      weight: 1,
      ...kindOf({
        cases: sets(new Inputs(pools)),
        holds: async (request) => {
          const [served] = await request.compareAnswers(by('post'), world);
          addUp((served?.answer.data ?? {}) as Readonly<Record<string, Count>>);
        },
      }),
    },
  };
}

interface Count {
  readonly totalCount: number;
}

/** Lists of a type: those that fit a filter, another one, both, either; those that fit it not, and all of the two. */
function sets(inputs: Inputs): Arbitrary<Request> {
  const listed = nodes.filter((node) => node.listed);
  const object = (name: string, value: Given): Given => ({ kind: 'object', entries: [[name, value]], way: 'literal' });
  const list = (...items: readonly Given[]): Given => ({ kind: 'list', items, bare: false, way: 'literal' });
  return fc.constantFrom(...listed).chain(({ name, plural }) => {
    // One that is null is no filter at all, and one by being in force looks at more than others.
    const filter = inputs
      .filter(name, 1)
      .filter((given) => given.kind === 'object' && !JSON.stringify(given).includes('"effective"'))
      .map((given) => ({ ...given, way: 'literal' }) as Given);
    return fc.tuple(filter, filter).map(([one, other]) => {
      const filters = [
        one,
        other,
        object('and', list(one, other)),
        object('or', list(one, other)),
        object('not', one),
        object('or', list(one, object('not', one))),
      ];
      const fields = filters.map((given) => ({
        ...item(plural, [['filter', given]] satisfies Entry[], [item('totalCount', [], null)]),
        alias: true,
      }));
      return new Request({ fields } satisfies Operation);
    });
  });
}

function addUp(data: Readonly<Record<string, Count>>): void {
  const [one, other, both, either, not, all] = Object.values(data).map(({ totalCount }) => totalCount);
  if (one === undefined) return;
  const sums = [one + Number(other) - Number(both) - Number(either), one + Number(not) - Number(all)];
  if (sums.some((sum) => sum !== 0))
    throw new Error(`expected A + B = both + either and A + not A = all, but got: ${Object.values(data)}`);
}
