import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Whether an address is that of a proxy whose `x-forwarded-for` is believed. */
export type TrustedProxies = (address: string) => boolean;

/** An address as it is compared: IPv4 without the prefix that it has on a socket for both. */
export const plainAddress = (address = ''): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** `networks` are addresses, or networks such as 10.0.0.0/8. */
export function trustedProxies(networks: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return (address) => networks.length > 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** True for what `trustedProxies` understands. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  return family !== 0 && rest.length === 0 && (prefix === undefined || isPrefix(prefix, family === 6 ? 128 : 32));
}

const isPrefix = (text: string, longest: number) => /^\d{1,3}$/.test(text) && Number(text) <= longest;

/**
 * The address of the client that sends a request: of its connection or, behind trusted proxies, the last one that the
 * first of them saw. What comes before it in `x-forwarded-for` anybody can have written.
 */
export function clientAddress(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  isProxy: TrustedProxies,
) {
  const peer = plainAddress(socket.remoteAddress);
  if (!isProxy(peer)) return peer;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => plainAddress(address.trim()))
    .filter((address) => isIP(address) !== 0);
  return forwarded.findLast((address) => !isProxy(address)) ?? forwarded[0] ?? peer;
}
