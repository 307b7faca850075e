import { statfs } from 'node:fs/promises';
import { codeOf } from '../../file-errors.js';
import { OperatorError } from '../../operator-error.js';

/** Fails where the disk of a folder has fewer free megabytes than are about to be written. */
export async function requireSpace(folder: string, megabytes: number): Promise<void> {
  const free = Math.floor(await freeSpace(folder));
  if (free < megabytes)
    throw diskFull(
      folder,
      `（必要 ${megabytes} MB、空き ${free} MB）`,
      `: ${megabytes} MB are needed, ${free} MB are free`,
    );
}

/** Free megabytes on the disk of a folder. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return (bavail * bsize) / 1024 ** 2;
}

function diskFull(folder: string, amountsJa: string, amounts: string, cause?: unknown): OperatorError {
  return new OperatorError(
    `${folder} のあるディスクの空き容量が足りません${amountsJa}。空きを作るか、DATA_DIR に別のディスクのフォルダーを指定してください。`,
    `The disk of ${folder} has too little free space${amounts}. Free some, or set DATA_DIR to a folder on another disk.`,
    { cause },
  );
}

/** What is said of an error of the file system in the data folder; any other error as it is. */
export function explainFolderError(error: unknown, dataDir: string): unknown {
  const code = codeOf(error);
  const path = String((error as { path?: unknown } | null)?.path ?? dataDir);
  const options = { cause: error };
  if (['ENOSPC', 'EDQUOT'].includes(code)) return diskFull(dataDir, '', '', error);
  if (['EEXIST', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(code))
    return new OperatorError(
      `${path} はフォルダーとして使えません（${code}）。同じ名前のファイルを移動するか、DATA_DIR に別のフォルダーを指定してください。`,
      `${path} cannot be used as a folder (${code}). Move the file of that name away, or set DATA_DIR to another folder.`,
      options,
    );
  if (['ENOENT', 'ELOOP'].includes(code))
    return new OperatorError(
      `${path} の先にフォルダーがありません（${code}）。リンク先のディスクが接続されているか確認するか、DATA_DIR に別のフォルダーを指定してください。`,
      `${path} leads to no folder (${code}). Check that the disk to which a link leads is mounted, or set DATA_DIR to another folder.`,
      options,
    );
  if (['EROFS', 'EACCES', 'EPERM'].includes(code))
    return new OperatorError(
      `データフォルダー ${dataDir} に書き込めません（${code}: ${path}）。権限を確認するか、DATA_DIR に別のフォルダーを指定してください。`,
      `The data folder ${dataDir} cannot be written (${code}: ${path}). Check its permissions, or set DATA_DIR to another folder.`,
      options,
    );
  return error;
}
