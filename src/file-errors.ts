import { OperatorError } from './operator-error.js';

/** The code that Node gives its errors, such as "ENOENT"; empty for anything else that was thrown. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** Troubles of the file system and of the machine that a person can end. */
const ofMachine = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EMFILE', 'ENFILE', 'ENOMEM'];

/** Troubles of what lies at a path: nothing, or another kind of thing than it should be. */
const ofPath = ['EISDIR', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENOENT', 'ENXIO', 'ENAMETOOLONG'];

/** What is said of an error of the file system that nobody has explained better; any other error as it is. */
export function explainFileError(error: unknown): unknown {
  const code = codeOf(error);
  if (![...ofMachine, ...ofPath].includes(code)) return error;
  const { path, syscall } = error as NodeJS.ErrnoException;
  const what = [syscall, path].filter(Boolean).join(' ');
  if (ofPath.includes(code))
    return new OperatorError(
      `ファイルもフォルダもないか、ファイルとフォルダが入れ替わっているか、リンク先がないか、名前が長すぎます（${code}: ${what}）。パスを確認してください。`,
      `There is nothing, a file where a folder should be, a folder where a file should be, a link that leads nowhere, or a name that is too long (${code}: ${what}). Check the path.`,
      { cause: error },
    );
  return new OperatorError(
    `ファイルを使えません（${code}: ${what}）。空き容量、権限、開けるファイルの数（ulimit -n）を確認してください。`,
    `A file cannot be used (${code}: ${what}). Check the free space, the permissions, and how many files may be open (ulimit -n).`,
    { cause: error },
  );
}

/** What a promise about a file gives; null where there is none, be it for a file where a folder should be, or a link that leads nowhere. */
export async function unlessMissing<T>(access: Promise<T>): Promise<T | null> {
  try {
    return await access;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(error))) return null;
    throw error;
  }
}
