import { OperatorError } from './operator-error.js';

/** The code that Node gives its errors, such as "ENOENT"; empty for anything else that was thrown. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Troubles of the file system and of the machine that a person can end. */
const ofMachine = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM'];

/** What is said of an error of the file system that nobody has explained better; any other error as it is. */
export function explainFileError(error: unknown): unknown {
  const code = codeOf(error);
  if (!ofMachine.includes(code)) return error;
  const { path, syscall } = error as NodeJS.ErrnoException;
  const what = [syscall, path].filter(Boolean).join(' ');
  return new OperatorError(
    `ファイルを使えません（${code}: ${what}）。空き容量、権限、開けるファイルの数（ulimit -n）を確認してください。`,
    `A file cannot be used (${code}: ${what}). Check the free space, the permissions, and how many files may be open (ulimit -n).`,
    { cause: error },
  );
}

/** What a promise about a file gives; null where there is no such file or folder, or a file where a folder should be. */
export async function unlessMissing<T>(access: Promise<T>): Promise<T | null> {
  try {
    return await access;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
