/** What adoption drops from Midorino's draft is recorded as removed and no longer in force, whatever kind of thing it is. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import type { Dataset } from '../../../src/ingest/dataset/dataset.js';
import { FindingList } from '../../../src/ingest/documents/finding.js';
import { DatasetBuilder } from '../../../src/ingest/extract/builder.js';
import { compareLinkagePlans } from '../../../src/ingest/extract/linkage.js';
import type { StatedPlans } from '../../../src/ingest/extract/linkage-plans.js';
import type { NodeName } from '../../../src/model/declaration.js';
import type { Stage } from '../../../src/model/enums.js';
import { extractGreenCity, greenCity, nodesOf, readGreenCityReviewed } from '../../fixtures/green-city.js';
import { temporaryFolders } from '../../temporary-folder.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();

/** Extracts Midorino after parts of documents were cut out: from one text up to another, which stays. */
async function without(...cuts: readonly { file: string; from: string; to: string }[]) {
  const documents = await temporaryFolder();
  await cp(greenCity.documents, documents, { recursive: true });
  for (const { file, from, to } of cuts) {
    const path = join(documents, file);
    const text = await readFile(path, 'utf8');
    const start = text.indexOf(from);
    const end = text.indexOf(to, start);
    if (start === -1 || end === -1) throw new Error(`expected "${from}" and then "${to}" in ${file}`);
    await writeFile(path, text.slice(0, start) + text.slice(end));
  }
  const { dataset, findings } = await extractGreenCity({ documents });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return dataset;
}

const adopted = 'adopted-plan-chapters-3-5.txt';

/** What comparing draft and adopted plan shows of a thing. */
const changesOf = (dataset: Dataset, subject: string) =>
  [...nodesOf(dataset, 'Change')].flatMap(
    ([
      id,
      {
        values: { kind, field, before, after },
      },
    ]) =>
      id.startsWith(`change:${subject}:DRAFT-ADOPTED`)
        ? [[kind, field, before, after].filter((part) => part !== null).join(' ')]
        : [],
  );

const isEffective = (dataset: Dataset, type: NodeName, id: string) => nodesOf(dataset, type).get(id)?.effective;

test('a vision', async () => {
  const dataset = await without({ file: adopted, from: '- 竹が地域の資源', to: '\n成果指標' });
  expect(changesOf(dataset, 'policy-item:3-1')).toEqual(['REMOVED vision 3']);
  expect(isEffective(dataset, 'Vision', 'vision:3-1-3')).toBe(false);
});

test('an initiative', async () => {
  const dataset = await without({ file: adopted, from: '▶ 竹でつながる集い', to: '総合戦略における' });
  expect(changesOf(dataset, 'initiative:2-2')).toEqual(['REMOVED']);
  expect(isEffective(dataset, 'Initiative', 'initiative:2-2')).toBe(false);
});

test('a subtitle', async () => {
  const printed = (value: string) => ({ value, lines: { first: 3, last: 3 } });
  const stated = (stage: Stage, subtitle: string | null): StatedPlans => ({
    stage,
    source: { kind: 'adopted-plan', id: stage, fileName: '', lines: [] },
    plans: [
      {
        number: 1,
        name: printed('ほたるプラン'),
        subtitle: subtitle === null ? null : printed(subtitle),
        introduction: null,
        initiatives: [],
        indicators: [],
        lines: { first: 3, last: 9 },
      },
    ],
  });
  const changes = async (before: string | null, after: string | null) => {
    const builder = new DatasetBuilder();
    const context = {
      builder,
      reviewed: await readGreenCityReviewed(),
      findings: new FindingList(),
      usedDecisions: new Set<never>(),
      withText: false,
    };
    compareLinkagePlans(context, stated('DRAFT', before), stated('ADOPTED', after));
    return changesOf(builder.build(), 'linkage-plan:1');
  };
  expect(await changes('川の灯り', null)).toEqual(['REVISED subtitle 川の灯り']);
  expect(await changes('川の灯り', '山の灯り')).toEqual(['REVISED subtitle 川の灯り 山の灯り']);
  expect(await changes('川の灯り', '川の灯り')).toEqual([]);
});

test('a linkage plan, with its initiatives and indicators', async () => {
  const dataset = await without(
    { file: adopted, from: '2. 竹の輪プラソ', to: '\n政策連携プランは' },
    { file: adopted, from: '2. 竹の輪プラン', to: 'ここに挙げた' },
  );
  expect(changesOf(dataset, 'linkage-plan:2')).toEqual(['REMOVED']);
  expect(changesOf(dataset, 'initiative:2-1')).toEqual(['REMOVED']);
  expect(changesOf(dataset, 'indicator:plan-2:竹細工の売上額')).toEqual(['REMOVED']);
  expect(isEffective(dataset, 'LinkagePlan', 'linkage-plan:2')).toBe(false);
  expect(isEffective(dataset, 'Initiative', 'initiative:2-1')).toBe(false);
});

test('the last policy item of a field, with its visions and measures', async () => {
  const dataset = await without(
    { file: adopted, from: '2. 水辺の生きものとの共生', to: '\n \n \n里山の保全' },
    { file: adopted, from: 'めざす姿\n\n- もとからいる', to: '第 4 章' },
  );
  expect(changesOf(dataset, 'policy-item:3-2')).toContain('REMOVED');
  expect(changesOf(dataset, 'policy-item:3-2')).toContain('REMOVED vision 1');
  expect(changesOf(dataset, 'measure:3-2-1:draft')).toEqual(['REMOVED']);
  expect(isEffective(dataset, 'Vision', 'vision:3-2-1')).toBe(false);
  expect(isEffective(dataset, 'Measure', 'measure:3-2-1:draft')).toBe(false);
});

test('an indicator of outcomes', async () => {
  const dataset = await without({ file: adopted, from: '下草刈りの実施面積', to: '遊歩道の利用者数' });
  const id = 'indicator:3-1:下草刈りの実施面積(年間)';
  expect(changesOf(dataset, id)).toEqual(['REMOVED']);
  expect(isEffective(dataset, 'Indicator', id)).toBe(false);
});

test('but not an indicator that the draft has as a status too, of which the adopted plan does not speak', async () => {
  const dataset = await without({ file: adopted, from: '里山ボランティアの登録者数', to: '下草刈りの実施面積' });
  const id = 'indicator:3-1:里山ボランティアの登録者数';
  expect(changesOf(dataset, id)).toEqual(['REMOVED']);
  expect(isEffective(dataset, 'Indicator', id)).toBe(true);
  expect(nodesOf(dataset, 'Indicator').get(id)?.stages).toEqual(['CURRENT', 'DRAFT']);
});
