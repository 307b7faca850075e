import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { plainAddress, type TrustedProxies } from '../client-address.js';

export interface ConnectionLimits {
  /** Connections at the same time; further ones are closed at once. */
  readonly maximum: number;
  /** Those from one address; a trusted proxy, which has those of all its clients, is not counted. */
  readonly perAddress: number;
}

/** How slowly an answer may be taken. */
export interface SlowestReader {
  readonly bytesPerSecond: number;
  /** Milliseconds for which it may be slower. */
  readonly grace: number;
}

const slowestReader: SlowestReader = { bytesPerSecond: 20_000, grace: 30_000 };

/** Limits how many connections there are, in all and from one address. */
export function limitConnections(server: Server, limits: ConnectionLimits, isProxy: TrustedProxies): void {
  server.maxConnections = limits.maximum;
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress);
    if (isProxy(address)) return;
    const others = open.get(address) ?? 0;
    if (others >= limits.perAddress) return void socket.destroy();
    open.set(address, others + 1);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

/** What a connection had sent when its client began to lag behind. */
interface Lag {
  readonly since: number;
  readonly sent: number;
}

/**
 * Closes connections whose clients take their answers too slowly: what they do not take stays in memory. A piece that is
 * under way counts as taken, as how much of it has gone is not known.
 */
export function endSlowReaders(server: Server, { bytesPerSecond, grace } = slowestReader): void {
  const lagging = new Map<Socket, Lag | null>();
  server.on('connection', (socket: Socket) => {
    lagging.set(socket, null);
    socket.once('close', () => lagging.delete(socket));
  });
  const look = () => {
    const now = performance.now();
    for (const [socket, lag] of lagging) {
      const waiting = socket.writableLength;
      if (waiting === 0) lagging.set(socket, null);
      else if (!lag) lagging.set(socket, { since: now, sent: socket.bytesWritten - waiting });
      else {
        const due = ((now - lag.since - grace) / 1000) * bytesPerSecond;
        if (socket.bytesWritten - lag.sent < due) socket.destroy();
      }
    }
  };
  const timer = setInterval(look, Math.min(1_000, grace)).unref();
  server.once('close', () => clearInterval(timer));
}
