import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DatabaseError } from '../../src/database/database-error.js';
import { leadTime } from '../../src/ingest/load/announcement.js';
import { type FakeGraph, fakeGraph, type Service, startService } from './service.js';

let graph: FakeGraph;
let service: Service;
/** What commits: the parts of the graph that statements see, and the revision. */
let parts: { datasets: string; municipalities: string };

const query = '{ datasets { loadedAt } again: datasets { revision } }';
const headersOf = {
  'an answer that may be kept': {},
  'an answer that is read anew': { 'x-no-cache': '1' },
  'an answer with an account of its statements': { 'x-explain': '1' },
};

beforeEach(async () => {
  parts = { datasets: 'before', municipalities: 'before' };
  graph = fakeGraph(() => [{ municipality: 'green', revision: parts.datasets, loadedAt: parts.municipalities }]);
  service = await startService(graph, { explain: true });
  // What earlier requests have made known.
  await service.post('{ datasets { revision } }');
  graph.statements.length = 0;
});

afterEach(() => service.stop());

/** Says that a load is about to commit, as long before as loads do. */
async function announce(): Promise<void> {
  graph.announced = true;
  await new Promise((resolve) => setTimeout(resolve, leadTime));
}

/** Another graph, as a whole. */
function commit(name: string): void {
  parts = { datasets: name, municipalities: name };
  graph.revision = name;
}

/** Answers statements one after another, with something that happens before each. */
function answers(...happenings: readonly (() => void)[]): void {
  let count = 0;
  graph.answer = () => {
    happenings[count++]?.();
    return [{ municipality: 'green', revision: parts.datasets, loadedAt: parts.municipalities }];
  };
}

const nothing = () => {};

describe.each(Object.entries(headersOf))('%s', (_, headers) => {
  test('is read once more where a load commits between its statements', async () => {
    answers(nothing, () => commit('after'));
    await announce();
    const { status, json } = await service.post(query, {}, headers);
    expect([status, json().data]).toEqual([200, { datasets: [{ loadedAt: 'after' }], again: [{ revision: 'after' }] }]);
    expect(graph.statements).toHaveLength(4);
  });

  test('is read once more where it fails for what a load has committed in part', async () => {
    answers(() => {
      commit('after');
      throw new Error('expected every ReformSheet in the graph to have number, but one has none');
    });
    await announce();
    const { status, json } = await service.post(query, {}, headers);
    expect([status, json().errors]).toEqual([200, undefined]);
    expect(service.log.at(-1)).toMatchObject({ level: 'info', code: 'OK' });
  });

  test('waits for the commit of an announced load that it may have seen in part', async () => {
    await announce();
    // Half of it is visible, and the revision not yet.
    answers(nothing, () => {
      parts = { datasets: 'after', municipalities: 'before' };
      graph.committing = ['t1'];
      setTimeout(() => {
        commit('after');
        graph.committing = [];
      }, 50);
    });
    const { status, json } = await service.post(query, {}, headers);
    expect([status, json().data]).toEqual([200, { datasets: [{ loadedAt: 'after' }], again: [{ revision: 'after' }] }]);
  });

  test('is read once where a load is announced that does not commit', async () => {
    await announce();
    expect((await service.post(query, {}, headers)).status).toBe(200);
    expect(graph.statements).toHaveLength(2);
  });

  test('is refused as overloaded, and never an internal error, where one load commits after another', async () => {
    let count = 0;
    graph.answer = () => {
      commit(`load ${++count}`);
      throw new Error('expected every ReformSheet in the graph to have number, but one has none');
    };
    await announce();
    const { status, headers: answered, json } = await service.post(query, {}, headers);
    expect([status, answered['retry-after']]).toEqual([503, '1']);
    expect(json().errors).toEqual([
      {
        message: 'Data is being loaded; try again shortly.',
        extensions: { code: 'OVERLOADED', messageJa: expect.stringContaining('読み込んで') },
      },
    ]);
  });

  test('that fails while nothing changes is an error, and read once', async () => {
    graph.answer = () => {
      throw new Error('a mistake of the service');
    };
    expect((await service.post('{ datasets { revision } }', {}, { ...headers, 'x-no-cache': '1' })).status).toBe(500);
    graph.answer = () => {
      throw new DatabaseError('unavailable', 'away', { retryable: true });
    };
    expect((await service.post('{ datasets { revision } }', {}, { ...headers, 'x-no-cache': '1' })).status).toBe(503);
    expect(graph.statements).toHaveLength(2);
  });
});

test('an answer is read once more where a whole load passes while it is read', async () => {
  let count = 0;
  graph.answer = async () => {
    if (++count === 2) {
      await announce();
      commit('after');
      graph.announced = false;
    }
    return [{ municipality: 'green', revision: parts.datasets, loadedAt: parts.municipalities }];
  };
  expect((await service.post(query, {}, { 'x-no-cache': '1' })).json().data).toEqual({
    datasets: [{ loadedAt: 'after' }],
    again: [{ revision: 'after' }],
  });
});

test('answers cost no statement of their own while no load is announced', async () => {
  const [reads, begun] = [graph.revisionReads, performance.now()];
  for (let count = 0; count < 20; count++) await service.post(query, {}, { 'x-no-cache': '1' });
  expect(graph.statements).toHaveLength(40);
  // One in a tenth of a second, whatever there is to answer.
  expect(graph.revisionReads - reads).toBeLessThanOrEqual(1 + (performance.now() - begun) / 100);
});
