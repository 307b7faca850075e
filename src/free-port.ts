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
    throw cannotListen(error, host, port, setting);
  } finally {
    probe.close();
  }
}

/** What is said of an error of listening where the address or the port is to blame. */
export function cannotListen(error: unknown, host: string, port: number, setting: string): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new OperatorError(
      `ポート ${port} は使用中です。${setting} に別の番号を指定してください。`,
      `Port ${port} is in use: set ${setting} to another one.`,
      { cause: error },
    );
  if (code === 'EACCES')
    return new OperatorError(
      `ポート ${port} を使う権限がありません。${setting} に 1024 以上の番号を指定してください。`,
      `Port ${port} may not be used by this user: set ${setting} to one from 1024 on.`,
      { cause: error },
    );
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code))
    return new OperatorError(
      `「${host}」はこのコンピューターのアドレスではないため、待ち受けできません（${code}）。HOST を確認してください。`,
      `${host} is no address of this machine to listen on (${code}). Check HOST.`,
      { cause: error },
    );
  return error;
}
