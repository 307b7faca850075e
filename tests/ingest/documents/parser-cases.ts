import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from '../../../src/ingest/documents/document.js';
import { FindingList } from '../../../src/ingest/documents/finding.js';

type Parse = (source: SourceText, findings: FindingList) => unknown;

/**
 * One test per folder in `cases` beside the test file: `input.txt` is parsed, and the record and the findings must equal
 * `output.json`. A missing output is written for review, except where CI is set; a differing one is left beside it as
 * `output.actual.json`.
 */
export function testCases(testFile: string, kind: string, parse: Parse): void {
  const cases = fileURLToPath(new URL('./cases/', testFile));
  for (const name of readdirSync(cases).sort())
    test(`parses ${name.replaceAll('-', ' ')}`, () => {
      runCase(join(cases, name), kind, parse);
    });
}

function runCase(folder: string, kind: string, parse: Parse): void {
  const expectedFile = join(folder, 'output.json');
  const actualFile = join(folder, 'output.actual.json');
  const actual = parseFile(join(folder, 'input.txt'), kind, parse);
  const printed = `${JSON.stringify(actual, null, 2)}\n`;
  if (!existsSync(expectedFile)) {
    if (process.env.CI) throw new Error(`expected ${basename(folder)}/output.json, but there is none`);
    writeFileSync(expectedFile, printed);
  }
  if (readFileSync(expectedFile, 'utf8') === printed) rmSync(actualFile, { force: true });
  else writeFileSync(actualFile, printed);
  expect(actual).toEqual(JSON.parse(readFileSync(expectedFile, 'utf8')));
}

function parseFile(file: string, kind: string, parse: Parse): unknown {
  const findings = new FindingList();
  const lines = readFileSync(file, 'utf8').split('\n');
  const record = parse({ kind, id: kind, fileName: basename(file), lines }, findings);
  return { record, findings: findings.all };
}
