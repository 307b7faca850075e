import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFile } from '../../../src/project-files.js';
import { aobaCity, edited, workbookOf } from '../../fixtures/aoba-city.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();

/** What the workbook gives on a machine of that time zone and locale. */
const printedAt = (file: string, zone: string, locale: string) =>
  execFileSync(
    process.execPath,
    ['--import', './tests/typescript.mjs', 'tests/ingest/workbook/print-dataset.ts', file],
    { cwd: projectFile('.'), env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale }, encoding: 'utf8' },
  );

test('a workbook gives the same dataset in every time zone and locale', async () => {
  const file = join(await temporaryFolder(), '計画 青葉.xlsx');
  const days = {
    C2: new Date(Date.UTC(2023, 3, 1)),
    D6: new Date(Date.UTC(2023, 2, 31)),
    C5: '平成17年4月1日',
  };
  await writeFile(file, await workbookOf(edited(aobaCity, '組織', days)));
  const expected = printedAt(file, 'UTC', 'C.UTF-8');
  expect(expected).toContain('2023-04-01,');
  const elsewhere = [
    ['Asia/Tokyo', 'C'],
    ['America/Los_Angeles', 'ja_JP.eucJP'],
    ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
  ] as const;
  for (const [zone, locale] of elsewhere) expect(printedAt(file, zone, locale)).toBe(expected);
});
