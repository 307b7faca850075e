import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { codeOf } from './file-errors.js';
import { OperatorError } from './operator-error.js';

/** The port, which is free, or any that is for 0; refused by the name of its setting where it is taken. */
export async function freePort(host: string, port: number, setting: string): Promise<number> {
  const probe = createServer();
  try {
    await once(probe.listen({ host, port, exclusive: true }), 'listening');
    return (probe.address() as AddressInfo).port;
  } catch (error) {
    throw ifTaken(error, port, setting);
  } finally {
    probe.close();
  }
}

/** What is said of an error of listening where it means that the port is taken. */
export function ifTaken(error: unknown, port: number, setting: string): unknown {
  if (codeOf(error) !== 'EADDRINUSE') return error;
  return new OperatorError(
    `ポート ${port} は使用中です。${setting} に別の番号を指定してください。`,
    `Port ${port} is in use: set ${setting} to another one.`,
    { cause: error },
  );
}
