import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { projectFile } from '../../src/project-files.js';
import { workarounds } from './workarounds.js';

const read = (path: string) => readFileSync(projectFile(path), 'utf8');

test.each(Object.entries(workarounds))('%s can be done without, and is listed', (name, { file, find }) => {
  expect(read(file.replace(/\.js$/, '.ts'))).toContain(find);
  expect(read('docs/workarounds.md')).toContain(`\`${name}\``);
});
