import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A name or an address as URLs have it: [::1] of 0:0:0:0:0:0:0:1, 127.0.0.1 of 127.1; null where it is neither. */
export function hostnameOf(host: string): string | null {
  const address = host.replace(/%.*$/, '');
  const url = `http://${isIP(address) === 6 ? `[${address}]` : address}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** Whether what listens there is reached from this machine only. */
export function isLoopback(host: string): boolean {
  const name = hostnameOf(host) ?? '';
  const address = name.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(address);
  return family === 0 ? /(^|\.)localhost\.?$/.test(name) : loopback.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
