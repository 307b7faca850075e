import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../src/project-files.js';

const files = (folder: string, ending: string) =>
  readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

const names = files('cypher/queries', '.cypher').map((name) => name.replace(/\.cypher$/, ''));

test('every hand-written statement is used, and says what it answers', () => {
  const sources = files('src', '.ts').map((name) => readFileSync(join(projectFile('src'), name), 'utf8'));
  for (const name of names) {
    expect({ name, used: sources.some((source) => source.includes(`statement('${name}')`)) }).toEqual({
      name,
      used: true,
    });
    expect(readFileSync(projectFile(`cypher/queries/${name}.cypher`), 'utf8')).toMatch(/^\/\/ \S/);
  }
});
