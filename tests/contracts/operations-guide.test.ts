import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { projectFile } from '../../src/project-files.js';

const guide = readFileSync(projectFile('docs/operations.md'), 'utf8');
const source = readdirSync(projectFile('src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') || name.endsWith('.mjs'))
  .map((name) => readFileSync(projectFile(`src/${name}`), 'utf8'))
  .join('\n');
const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8'));

/** The messages of the table: what stands between backquotes in the first column. */
const messages = [...guide.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, message = '']) => message),
);

test.each(messages)('the guide explains a message that the program has: %s', (message) => {
  // "…" stands for what differs from time to time, which the source has as "${…}".
  const words = message.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const isThere = new RegExp(words.join('\\$\\{[^}]*\\}+')).test(source);
  expect({ message, isThere }).toEqual({ message, isThere: true });
});

test('the guide names commands that there are', () => {
  const commands = [...guide.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(5);
  for (const name of commands) expect(Object.keys(scripts)).toContain(name);
});
