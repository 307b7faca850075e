import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFile } from '../../src/project-files.js';

const filesIn = (folder: string) =>
  readdirSync(projectFile(folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

const sources = ['src', 'tests'].flatMap(filesIn);

const documents = [
  ...readdirSync(projectFile('')),
  ...['docs', 'src', 'tests', 'cypher', 'scripts'].flatMap(filesIn),
].filter((name) => name.endsWith('.md') && !name.includes('/cases/'));

/** What stands in backquotes and reads as a path: with a folder of the project in front, or as a file of the document's folder. */
const ofProject = /^(?:src|tests|docs|cypher|schema|seed|scripts)\/[\w./-]*$/;
const ofFolder = /^[\w./-]+\.(?:ts|tsx|mjs|cjs|css|cypher|md)$/;

/** What builds and runs write; a clean checkout does not have it. */
const made = ['src/web/explorer/graphql'];

test.each(documents)('%s names only files that are there', (document) => {
  const text = readFileSync(projectFile(document), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const folder = dirname(document);
  const missing = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, name = '']) => {
    if (made.includes(name.replace(/\/$/, ''))) return [];
    if (ofProject.test(name))
      return existsSync(projectFile(name)) || existsSync(projectFile(join(folder, name))) ? [] : [name];
    if (!ofFolder.test(name) || existsSync(projectFile(join(folder, name))) || existsSync(projectFile(name))) return [];
    // A README names files without the folders below its own, and other documents those of a folder that they have named.
    const within = /^(?:docs\b|\.$)/.test(folder) ? sources : filesIn(folder);
    return within.some((file) => file.endsWith(`/${name}`)) ? [] : [name];
  });
  expect(missing).toEqual([]);
});
