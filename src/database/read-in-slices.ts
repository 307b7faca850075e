import { subscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';

/** Bytes of an answer that are understood in one turn of the event loop: a few milliseconds' work for the driver. */
const slice = 2 ** 18;

function readInSlicesFrom(socket: Socket): void {
  let read = 0;
  socket.on('data', (bytes) => {
    read += bytes.length;
    if (read < slice) return;
    read = 0;
    socket.pause();
    setImmediate(() => socket.resume());
  });
}

/**
 * Lets others have their turn while a large answer of the database comes in. Node reads a socket up to 32 times before the
 * event loop comes round; where the database sends faster than the driver understands, that is two megabytes at once.
 * Asking the driver for batches would do it too, but it breaks its connection when a session is closed within one.
 *
 * The driver gives no way to its sockets, so node's own news of sockets is listened to. It does not tell of encrypted ones;
 * those are read as before.
 */
export function readInSlices(): void {
  subscribe('net.client.socket', (news) => {
    const { socket } = news as { readonly socket: Socket };
    // Listening for data earlier would set it flowing before the driver listens.
    socket.once('connect', () => readInSlicesFrom(socket));
  });
}
