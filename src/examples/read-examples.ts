import { readdir, readFile } from 'node:fs/promises';
import { projectFile } from '../project-files.js';
import { type Example, parseExample } from './example.js';

const folder = projectFile('schema/examples');
const ending = '.graphql';

/** The names of all examples of `schema/examples`, in their order. */
export async function exampleNames(): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files.flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : [])).sort();
}

/** All examples of `schema/examples`, by name. */
export async function readExamples(): Promise<readonly Example[]> {
  const examples = await Promise.all((await exampleNames()).map(readExample));
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
