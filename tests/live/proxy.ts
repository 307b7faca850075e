import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Target } from '../../src/database/connection.js';

/** A way to the database that can be closed, held up and broken, so that the database itself can go on for the others. */
export interface Passage {
  /** The database behind it, by way of the proxy. */
  readonly target: Target;
  /** Nobody is there: connections are refused, and those that exist are broken. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** As a process that was stopped (SIGSTOP): everything arrives, nothing is answered. */
  freeze(): void;
  thaw(): void;
  /**
   * Breaks the connection that commits next and refuses others until `open`: the database gets the commit, and its reply is
   * lost, or it never gets it. Settles when that has happened.
   */
  loseCommit(what: 'reply' | 'request'): Promise<void>;
  /** Holds the next message to the database that has this text, or that commits. */
  hold(message: string | typeof commit): Promise<Held>;
}

/** A message that has not reached the database yet. */
export interface Held {
  pass(): void;
  /** Breaks its connection: the database never gets it. */
  drop(): void;
  /** Lets it through, and breaks all connections, as `close` does, when the database replies. */
  loseReply(): Promise<void>;
}

/** Bolt's message COMMIT in a chunk of its own. */
export const commit = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** A proxy before a database; open, or not yet. */
export async function proxyTo(database: Target, { opened = true } = {}): Promise<Passage> {
  const { hostname, port } = new URL(database.uri);
  const sockets = new Set<Socket>();
  let frozen = false;
  let holding: { readonly message: string | Buffer; readonly held: (held: Held) => void } | null = null;
  const pauseIfFrozen = (socket: Socket) => (frozen ? socket.pause() : socket.resume());
  const server: Server = createServer((client) => {
    const upstream = connect(Number(port || 7687), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!holding || from !== client || !chunk.includes(holding.message)) return void to.write(chunk);
        const { held } = holding;
        holding = null;
        from.pause();
        const pass = () => {
          to.write(chunk);
          from.resume();
        };
        const loseReply = () =>
          new Promise<void>((resolve) => {
            upstream.removeAllListeners('data').once('data', () => resolve(close()));
            pass();
          });
        held({ pass, drop: () => void from.destroy(), loseReply });
      });
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      pauseIfFrozen(from);
    }
  });
  const listen = (on: number) =>
    new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.listen(on, '127.0.0.1', () => {
        server.removeListener('error', reject);
        resolve((server.address() as { port: number }).port);
      });
    });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  const hold = (message: string | Buffer) =>
    new Promise<Held>((held) => {
      holding = { message, held };
    });
  const own = await listen(0);
  if (!opened) await close();
  const freeze = (now: boolean) => {
    frozen = now;
    for (const socket of sockets) pauseIfFrozen(socket);
  };
  return {
    target: { ...database, uri: `bolt://127.0.0.1:${own}` },
    open: async () => void (await listen(own)),
    close,
    freeze: () => freeze(true),
    thaw: () => freeze(false),
    loseCommit: async (what) => {
      const held = await hold(commit);
      await (what === 'request' ? close() : held.loseReply());
    },
    hold,
  };
}
