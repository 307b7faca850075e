import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { formatReport } from '../../../src/ingest/extract/report.js';
import { readReviewed } from '../../../src/ingest/extract/reviewed.js';
import { copyReviewed, type ExtractedCity, extractGreenCity, greenCity } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';

const temporaryFolder = temporaryFolders();

const report = ({ dataset, corrections, findings }: ExtractedCity) =>
  formatReport(dataset, corrections, findings).split('\n');

/** The report on Midorino with what was decided about it changed: file, text, new text. */
async function reportWith(...edits: readonly (readonly [string, string, string])[]): Promise<readonly string[]> {
  const folder = await copyReviewed(await temporaryFolder());
  for (const [file, find, replace] of edits) {
    const before = await readFile(join(folder, file), 'utf8');
    if (!before.includes(find)) throw new Error(`expected "${find}" in ${file}`);
    await writeFile(join(folder, file), before.replace(find, replace));
  }
  return report(await extractGreenCity({ reviewed: await readReviewed(folder) }));
}

/** The lines under a heading of the report. */
function section(lines: readonly string[], title: string): readonly string[] {
  const start = lines.findIndex((line) => line.startsWith(title));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('  '));
  return lines.slice(start, end).map((line) => line.trim());
}

describe('The report of an extraction', () => {
  test('counts the records of each type by document', async () => {
    const lines = report(await extractGreenCity());
    const head = lines.find((line) => line.startsWith('| |'));
    expect(head).toBe(
      '| | all | adopted-plan | linkage-plans-draft | reform-sheets-2024 | review-sheets-3 | review-sheets-4 |',
    );
    expect(lines).toContain('| Measure | 10 | 8 | 0 | 1 | 7 | 2 |');
    expect(lines).toContain('| ReformSheet | 5 | 0 | 0 | 5 | 0 | 0 |');
    expect(lines).toContain('| TOUCHES | 8 | 0 | 0 | 0 | 6 | 2 |');
    expect(lines).toContain('| REFERENCES | 9 | 8 | 8 | 0 | 0 | 0 |');
  });

  test('names the corrections that were applied', async () => {
    expect(section(report(await extractGreenCity()), 'Corrections applied')).toEqual([
      'Corrections applied [適用した訂正]: 1',
      'plan-name-2',
    ]);
  });

  test('names a correction that no longer matches', async () => {
    const lines = await reportWith(['corrections.csv', '竹の輪プラソ', '竹の輪プラゾ']);
    expect(section(lines, 'Corrections that no longer match')).toEqual([
      'Corrections that no longer match [該当箇所がない訂正]: 1',
      'plan-name-2: the document does not hold its text',
    ]);
    expect(section(lines, 'Corrections applied')).toEqual(['Corrections applied [適用した訂正]: 0']);
  });

  test('names a correction of a document that is not there at all', async () => {
    const lines = await reportWith(['corrections.csv', ',adopted-plan,', ',adopted-plam,']);
    expect(section(lines, 'Corrections that no longer match')).toContain('plan-name-2: its document is not at hand');
  });

  test('names a correction whose line is another one, or none at all', async () => {
    const lines = await reportWith(['corrections.csv', ',173,', ',9999,']);
    expect(section(lines, 'Corrections applied')).toContain('plan-name-2');
    expect(section(lines, 'Warnings')).toContainEqual(
      expect.stringMatching(/correction-stands-at-its-line .*expected line 9999, but got line 173/),
    );
  });

  test('names a decision that nothing in the documents asks for', async () => {
    const lines = await reportWith(['identities.csv', 'indicator plan-2', 'indicator plan-3']);
    expect(section(lines, 'Warnings')).toContainEqual(
      expect.stringMatching(/reviewed-decision-is-used .*"indicator plan-3" are one: 竹細工の売上額, 竹材の利用量/),
    );
  });

  test('names a new name that nobody decided about', async () => {
    const lines = await reportWith(['identities.csv', '案内板の設置数', '案内板の数']);
    expect(section(lines, 'Warnings')).toContainEqual(
      expect.stringMatching(/^review-sheets-3:30 +warning +renaming-is-decided .*案内板の設置数.*遊歩道の利用者数/),
    );
  });

  test('names a goal whose printed name is neither official nor an alias', async () => {
    const lines = await reportWith(['aliases.csv', 'sdg:17,', 'sdg:16,']);
    expect(section(lines, 'Warnings')).toContainEqual(
      expect.stringMatching(/^review-sheets-3:26 +warning +sdg-name-matches-number .*パートナースHIP/),
    );
  });

  test('names a thing without an English name, and a reviewed name that fits nothing', async () => {
    const lines = await reportWith(['text/measures.csv', 'midorino:measure:3-2-2,', 'midorino:measure:3-2-9,']);
    const warnings = section(lines, 'Warnings');
    expect(warnings).toContainEqual(expect.stringContaining('No English name for midorino:measure:3-2-2'));
    expect(warnings).toContainEqual(
      expect.stringContaining('Nothing in the documents has the id midorino:measure:3-2-9'),
    );
  });

  test('names a reviewed name that is no longer the document’s', async () => {
    const lines = await reportWith(['text/measures.csv', '外来魚の駆除,Removal', '外来魚の捕獲,Removal']);
    expect(section(lines, 'Warnings')).toContainEqual(
      expect.stringContaining(
        'The reviewed name of midorino:measure:3-2-2 is "外来魚の捕獲", the documents say "外来魚の駆除"',
      ),
    );
  });

  test('names the lines that fit nowhere, without their text', async () => {
    const documents = await temporaryFolder();
    await mkdir(documents, { recursive: true });
    const name = 'review-sheets-chapter-4.txt';
    const lines = (await readFile(join(greenCity.documents, name), 'utf8')).split('\n');
    lines.splice(53, 0, '孤立した一文です。');
    await writeFile(join(documents, name), lines.join('\n'));
    const printed = report(await extractGreenCity({ documents }));
    expect(section(printed, 'Warnings')).toContainEqual(
      expect.stringMatching(/^review-sheets-4:54 +warning +every-line-is-placed/),
    );
    expect(printed.join('\n')).not.toContain('孤立');
  });
});
