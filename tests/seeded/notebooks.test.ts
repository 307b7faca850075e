/** Runs the blocks of docs/notebooks.md, in their order, and compares what they print. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { projectFile } from '../../src/project-files.js';
import { type SeededService, seededService } from './export/service.js';
import { patience } from './seeded.js';

jest.setTimeout(2 * patience);

let service: SeededService;
beforeAll(async () => {
  service = await seededService();
});
afterAll(() => service?.stop());

const page = readFileSync(projectFile('docs/notebooks.md'), 'utf8');

interface Block {
  readonly code: string;
  /** What it prints, by the block of text behind it. */
  readonly printed: string;
}

function blocks(language: string): readonly Block[] {
  const found = page.matchAll(
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\`(?:\\s*\`\`\`text\\n([\\s\\S]*?)\`\`\`)?`, 'g'),
  );
  return [...found].map(([, code = '', printed = '']) => ({ code, printed }));
}

/** A line between the blocks, so that each is compared with its own. */
const mark = '----- next block -----';

/** Python of the virtual environment that `.ci/run` makes, or another that has the libraries. */
function python(): string | null {
  const places = [process.env.NOTEBOOK_PYTHON ?? '', projectFile('.venv/bin/python')].filter((path) =>
    existsSync(path),
  );
  const able = (path: string) => spawnSync(path, ['-c', 'import pandas, rdflib, networkx']).status === 0;
  return places.find(able) ?? null;
}

const rscript = () => (spawnSync('Rscript', ['--version']).status === 0 ? 'Rscript' : null);

/** Runs all blocks as one program; a program of its own is needed, as the service answers in this one. */
async function outputs(command: string, given: readonly string[], language: string, print: string) {
  const program = blocks(language)
    .map(({ code }) => `${code.replaceAll('http://127.0.0.1:4000', service.url)}\n${print}`)
    .join('\n');
  const child = spawn(command, given, { env: { ...process.env, PYTHONIOENCODING: 'utf-8', LC_ALL: 'C.UTF-8' } });
  const [out, failed] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  child.stdin.end(program);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(Buffer.concat(failed ?? []).toString('utf8'));
  return Buffer.concat(out ?? [])
    .toString('utf8')
    .split(`${mark}\n`)
    .slice(0, -1);
}

const trimmed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();

const compared = (printed: readonly string[], language: string) =>
  expect(printed.map(trimmed)).toEqual(blocks(language).map((block) => trimmed(block.printed)));

const found = { python: python(), r: rscript() };

const pythonTest = found.python ? test : test.skip;
pythonTest(`the blocks in Python${found.python ? '' : ' (skipped: no .venv with docs/requirements.txt)'}`, async () => {
  compared(await outputs(found.python ?? '', ['-'], 'python', `print("${mark}")`), 'python');
});

const rTest = found.r ? test : test.skip;
rTest(`the block in R${found.r ? '' : ' (skipped: there is no Rscript)'}`, async () => {
  compared(await outputs(found.r ?? '', ['-'], 'r', `cat("${mark}\\n")`), 'r');
});
