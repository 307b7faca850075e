import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import express from 'express';
import fc from 'fast-check';
import { pino } from 'pino';
import { downloadAs, inTurn, sendPieces } from '../../../src/http/routes/sending.js';
import { Admission } from '../../../src/operation/admission.js';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server that sends these pieces; its log lines. */
async function serving(pieces: () => AsyncIterable<string>): Promise<{ readonly url: string; readonly log: string[] }> {
  const log: string[] = [];
  const app = express();
  app.get('/', async (_request, response) =>
    sendPieces(response, pieces(), pino({}, { write: (line) => void log.push(line) })),
  );
  const started = createServer(app);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(started.address() as AddressInfo).port}/`, log };
}

test('pieces are made only as the client takes them, and no more once it has hung up', async () => {
  let made = 0;
  let over: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const { url, log } = await serving(async function* () {
    try {
      for (; made < 10_000; made++) yield 'x'.repeat(16_384);
    } finally {
      over();
    }
  });
  const sent = request(url, { agent: false });
  const began = new Promise<void>((resolve) => sent.once('response', (response) => response.pause() && resolve()));
  sent.end();
  await began;
  // Until nothing more is made: what the sockets hold is full.
  for (let before = -1, quiet = 0; quiet < 200; before = made) {
    await turn();
    quiet = made === before ? quiet + 1 : 0;
  }
  expect(made).toBeLessThan(5_000);
  sent.on('error', () => {});
  sent.destroy();
  await ended;
  expect(log).toEqual([]);
});

test('a download that cannot be completed is broken off, and the log says why', async () => {
  const { url, log } = await serving(async function* () {
    yield 'x'.repeat(100);
    throw new Error('the graph was loaded meanwhile');
  });
  await expect(fetch(url).then((answer) => answer.text())).rejects.toThrow();
  expect(log.join()).toContain('the graph was loaded meanwhile');
});

test('any name can be that of a download, and is told in characters that a header holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const header = downloadAs(name, name);
      expect(header).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.!~%-]*$/);
      expect(decodeURIComponent(header.slice(header.indexOf("''") + 2))).toBe(name);
    }),
  );
});

test('downloads take turns for their pieces, and one whose client does not take them holds nobody', async () => {
  const made: string[] = [];
  async function* pieces(name: string) {
    for (let count = 0; count < 3; count++) {
      made.push(name);
      yield name;
    }
  }
  const downloads = inTurn(new Admission({ inFlight: 1, perClient: 1, queued: 10, patience: 60_000, rate: 0 }));
  const never = new AbortController().signal;
  const open = (name: string) => downloads(pieces(name), { address: name, gone: never })[Symbol.asyncIterator]();
  const stuck = open('x');
  await stuck.next();
  const all = async (name: string) => {
    const download = open(name);
    while (!(await download.next()).done);
  };
  await Promise.all([all('a'), all('b')]);
  expect(made.join('')).toBe('xababab');
});
