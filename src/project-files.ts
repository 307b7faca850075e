import { fileURLToPath } from 'node:url';

/**
 * The absolute path of a file of this project: `projectFile('cypher/migrations')`.
 * It is the same from the sources (`src/`) and from the build (`dist/`), as both lie directly under the root.
 */
export function projectFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
