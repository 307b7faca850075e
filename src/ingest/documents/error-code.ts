/** The code that Node gives its errors, such as "ENOENT"; empty for anything else that was thrown. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
