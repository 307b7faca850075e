import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { readInSlices } from '../../src/database/read-in-slices.js';

const slice = 2 ** 18;

test('a large answer comes whole and in order, and others have their turn after each quarter of a megabyte', async () => {
  readInSlices();
  const sent = Buffer.from(Uint32Array.from({ length: slice * 2 }, (_, place) => place).buffer);
  const server = createServer((peer) => peer.end(sent)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const got: Buffer[] = [];
  let longest = 0;
  let inTurn = 0;
  let turn = 0;
  const count = () => {
    turn++;
    inTurn = 0;
    if (!socket.closed) setImmediate(count);
  };
  count();
  socket.once('connect', () =>
    socket.on('data', (bytes) => {
      got.push(bytes);
      inTurn += bytes.length;
      longest = Math.max(longest, inTurn);
    }),
  );
  await once(socket, 'close');
  server.close();
  expect(Buffer.concat(got).equals(sent)).toBe(true);
  // What came in the read that filled the slice, and one read that was under way.
  expect(longest).toBeLessThan(slice + 2 * 2 ** 16);
  expect(turn).toBeGreaterThanOrEqual(sent.length / (slice + 2 * 2 ** 16));
});
