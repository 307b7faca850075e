/** Relay's compiler over a fragment for every list of the schema, each of which it can fetch again and page through. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { projectFile } from '../../src/project-files.js';
import { temporaryFolders } from '../temporary-folder.js';

jest.setTimeout(120_000);

const temporaryFolder = temporaryFolders();
const require = createRequire(import.meta.url);
/** The path of its program. */
const compiler = require('relay-compiler') as string;

/** The types that Relay fetches again: the query, and nodes by their ids. */
const refetchable = Object.values(schema().getTypeMap())
  .filter((type): type is GraphQLObjectType => isObjectType(type))
  .filter((type) => type === schema().getQueryType() || type.getInterfaces().some(({ name }) => name === 'Node'));

const lists = refetchable.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map((field) => ({ type, field })),
);

const fragments = lists.map(({ type, field }) => {
  const name = `lists_${type.name}_${field.name}`;
  const required = field.args
    .filter(({ type: given }) => String(given).endsWith('!'))
    .map((each) => `${each.name}: ""`);
  const page = ['first: $first', 'after: $after', 'last: $last', 'before: $before', ...required].join(', ');
  return `graphql\`
    fragment ${name} on ${type.name} @refetchable(queryName: "${name}Query") @argumentDefinitions(
      first: { type: "Int" } after: { type: "String" } last: { type: "Int" } before: { type: "String" }
    ) { list: ${field.name}(${page}) @connection(key: "${name}_list") { edges { node { id } } } }\`;`;
});

test('every list has a fragment that Relay compiles', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'src'));
  await writeFile(join(folder, 'src/lists.js'), `import { graphql } from 'react-relay';\n${fragments.join('\n')}\n`);
  const config = join(folder, 'relay.config.json');
  await copyFile(projectFile('schema/schema.graphql'), join(folder, 'schema.graphql'));
  await writeFile(config, JSON.stringify({ src: 'src', schema: 'schema.graphql', language: 'javascript' }));
  const { stdout, stderr } = await promisify(execFile)(compiler, [config], { cwd: folder });
  expect(`${stdout}${stderr}`).not.toMatch(/warn|error/i);
  const compiled = await readdir(join(folder, 'src/__generated__'));
  expect(compiled.filter((file) => file.endsWith('Query.graphql.js'))).toHaveLength(lists.length);
  expect(lists.map(({ field }) => field.name)).toEqual(expect.arrayContaining(['measures', 'gaps', 'search']));
});
