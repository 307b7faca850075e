/** What docs/clients.md tells people to write is what the tests over the seeded API use. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { projectFile } from '../../src/project-files.js';

const page = readFileSync(projectFile('docs/clients.md'), 'utf8');

test.each(['apollo-cache.ts', 'graphcache.ts'])('the lines of %s stand in docs/clients.md', (file) => {
  const [, ...lines] = readFileSync(projectFile(`tests/seeded/clients/${file}`), 'utf8').split('\n');
  expect(page).toContain(`\`\`\`ts\n${lines.join('\n').replace('../../../schema/', './schema/')}\`\`\``);
});
