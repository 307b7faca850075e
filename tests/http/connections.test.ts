import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { trustedProxies } from '../../src/client-address.js';
import { createListener, type ListenerOptions } from '../../src/http/listener.js';

let server: Server;
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A listener whose answers are of that many bytes. */
async function listen(options: Partial<ListenerOptions> = {}, bytes = 2) {
  server = createListener(
    (request, response) => void request.resume().once('end', () => response.end(Buffer.alloc(bytes, 32))),
    {
      connections: { maximum: 100, perAddress: 100 },
      isProxy: trustedProxies([]),
      ...options,
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function open(localAddress = '127.0.0.1'): Socket {
  const { port } = server.address() as AddressInfo;
  // Half open: it does not end its side when the server ends its own.
  const socket = connect({ port, host: '127.0.0.1', localAddress, allowHalfOpen: true });
  socket.on('error', () => {});
  sockets.push(socket);
  return socket;
}

const connections = () => new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));

/** Waits until the server has that many connections; fails with how many there are. */
async function expectConnections(count: number, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while ((await connections()) !== count && performance.now() < end) await delay(20);
  expect(await connections()).toBe(count);
}

const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 102000\r\n\r\n';

describe('a connection that got its last word is closed, though its client does not close it', () => {
  test.each([
    ['a body that does not come', `${head}${' '.repeat(100_000)}`, /^HTTP\/1\.1 408 /],
    ['a head that does not come', 'POST / HTTP/1.1\r\nHost:', /^HTTP\/1\.1 408 /],
    ['what is no HTTP', 'nonsense\r\n\r\n', /^HTTP\/1\.1 400 /],
  ])('%s', async (_name, sent, answer) => {
    await listen({ requestTimeout: 300 });
    const several = Array.from({ length: 20 }, () => open());
    for (const socket of several) socket.write(sent);
    for (const answered of await Promise.all(several.map((socket) => text(socket)))) expect(answered).toMatch(answer);
    await expectConnections(0, 5_000);
  });
});

describe('connections are limited', () => {
  const closed = (socket: Socket) => new Promise<boolean>((resolve) => socket.once('close', () => resolve(true)));

  test('in all', async () => {
    await listen({ connections: { maximum: 2, perAddress: 100 } });
    const [first, second] = [open(), open('127.0.0.2')];
    await expectConnections(2, 5_000);
    const third = open('127.0.0.3');
    third.resume();
    third.end();
    expect(await closed(third)).toBe(true);
    first?.destroy();
    await expectConnections(1, 5_000);
    const fourth = open('127.0.0.3');
    fourth.end('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(await text(fourth)).toMatch(/^HTTP\/1\.1 200 /);
    second?.destroy();
  });

  test('from one address, which leaves the others theirs', async () => {
    await listen({ connections: { maximum: 100, perAddress: 3 } });
    for (let count = 0; count < 10; count++) open().resume();
    await expectConnections(3, 5_000);
    const other = open('127.0.0.2');
    other.end('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(await text(other)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('but not from a trusted proxy', async () => {
    await listen({ connections: { maximum: 100, perAddress: 3 }, isProxy: trustedProxies(['127.0.0.0/31']) });
    for (let count = 0; count < 10; count++) open();
    await expectConnections(10, 5_000);
  });
});

test('a client that takes a large answer too slowly is cut off; one that takes it is not', async () => {
  const bytes = 8_000_000;
  await listen({ slowestReader: { bytesPerSecond: 2_000_000, grace: 200 } }, bytes);
  const slow = open();
  slow.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  slow.pause();
  await expectConnections(1, 5_000);
  await expectConnections(0, 10_000);
  const quick = open();
  quick.end('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect((await text(quick)).length).toBeGreaterThan(bytes);
});
