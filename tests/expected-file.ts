import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Compares a text with what is committed under that path. A missing file is written, except in continuous integration;
 * beside one that differs the actual text is left, to look at or to move into its place.
 */
export function expectFile(path: string, actual: string): void {
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (expected === null && !process.env.CI) writeFileSync(path, actual);
  else if (expected !== actual) {
    writeFileSync(path.replace(/(\.\w+)$/, '.actual$1'), actual);
    expect(actual).toBe(expected);
  }
}
