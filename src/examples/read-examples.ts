import { readdir, readFile } from 'node:fs/promises';
import { projectFile } from '../project-files.js';
import { type Example, parseExample } from './example.js';

const folder = projectFile('schema/examples');
const ending = '.graphql';

/** All examples of `schema/examples`, by name. */
export async function readExamples(): Promise<readonly Example[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(ending)).sort();
  const examples = await Promise.all(files.map((file) => readExample(file.slice(0, -ending.length))));
  return examples.filter((example) => example !== null);
}

/** The example of that name; null where there is none. */
export async function readExample(name: string): Promise<Example | null> {
  // A name comes out of addresses too: it leads to no other folder.
  if (!/^[a-z0-9-]{1,100}$/.test(name)) return null;
  const [document, variables] = await Promise.all([textOf(`${name}${ending}`), textOf(`${name}.variables.json`)]);
  return document === undefined ? null : parseExample({ name, document, variables });
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(`${folder}/${file}`, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
