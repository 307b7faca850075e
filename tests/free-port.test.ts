import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort } from '../src/free-port.js';

test('a wanted port that is taken is refused with its number; without a wish there is always one', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await expect(freePort('127.0.0.1', port, 'PORT')).rejects.toThrow(`Port ${port} is in use`);
  expect(await freePort('127.0.0.1', 0, 'PORT')).not.toBe(port);
  await new Promise((resolve) => server.close(resolve));
  expect(await freePort('127.0.0.1', port, 'PORT')).toBe(port);
});
