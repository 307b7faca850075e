/** The code that Node gives its errors, such as "ENOENT"; empty for anything else that was thrown. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
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
