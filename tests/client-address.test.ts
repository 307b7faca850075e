import { expect, test } from '@jest/globals';
import { clientAddress, isNetwork, trustedProxies } from '../src/client-address.js';

const addressOf = (peer: string, forwarded: string | undefined, proxies: readonly string[]) =>
  clientAddress(
    { socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } } as never,
    trustedProxies(proxies),
  );

test.each([
  ['203.0.113.5', undefined, [], '203.0.113.5'],
  ['::ffff:203.0.113.5', undefined, [], '203.0.113.5'],
  ['203.0.113.5', '198.51.100.1', [], '203.0.113.5'],
  ['10.0.0.1', '198.51.100.1', ['10.0.0.1'], '198.51.100.1'],
  ['::ffff:10.0.0.1', '198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
  // What a client wrote itself stands before what the proxy saw.
  ['10.0.0.1', '1.1.1.1, 198.51.100.1', ['10.0.0.0/8'], '198.51.100.1'],
  ['10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', ['10.0.0.0/8'], '198.51.100.1'],
  ['10.0.0.1', 'nonsense', ['10.0.0.0/8'], '10.0.0.1'],
  ['10.0.0.1', undefined, ['10.0.0.0/8'], '10.0.0.1'],
  ['fd00::1', '2001:db8::7', ['fd00::/8'], '2001:db8::7'],
])('%s with %s behind %j is %s', (peer, forwarded, proxies, address) => {
  expect(addressOf(peer, forwarded, proxies)).toBe(address);
});

test.each([
  ['10.0.0.1', true],
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/8/8', false],
  ['localhost', false],
  ['', false],
])('%s is an address or a network: %s', (text, expected) => {
  expect(isNetwork(text)).toBe(expected);
});
