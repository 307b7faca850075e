import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { formatDataset } from '../../../src/ingest/dataset/format.js';
import { type ExtractedCity, extractGreenCity, greenCity } from '../../fixtures/green-city.js';

let city: ExtractedCity;

beforeAll(async () => {
  city = await extractGreenCity();
});

/** The tables of the extraction by file name. */
const tables = () => [...formatDataset(city.dataset)].filter(([name]) => name.endsWith('.csv'));

/** The reviewed table; a folder that is missing is written for review, except where CI is set. */
async function reviewed(name: string, extracted: string): Promise<string> {
  const path = join(greenCity.dataset, name);
  if (!existsSync(path) && !process.env.CI) {
    await mkdir(greenCity.dataset, { recursive: true });
    await writeFile(path, extracted);
  }
  return readFile(path, 'utf8');
}

test('the five documents give the tables that were read against them', async () => {
  for (const [name, extracted] of tables())
    expect({ [name]: extracted }).toEqual({ [name]: await reviewed(name, extracted) });
});

test('the reviewed tables hold none that the documents do not give', async () => {
  expect(new Set(await readdir(greenCity.dataset))).toEqual(new Set(tables().map(([name]) => name)));
});

test('the documents’ damage is reported where it is, and nothing else is', () => {
  const remarks = city.findings.map(({ severity, rule, document, lines }) =>
    [severity, rule, document, `${lines?.first}`].join(' '),
  );
  expect(remarks.sort()).toEqual([
    'note cited-measure-is-known reform-sheets-2024 62',
    'note name-has-no-slip review-sheets-3 26',
    'note text-needs-no-correction adopted-plan 173',
    'warning matrix-agrees-with-initiatives linkage-plans-draft 65',
    'warning names-agree linkage-plans-draft 58',
    'warning names-agree linkage-plans-draft 74',
    'warning referenced-name-matches-code linkage-plans-draft 58',
  ]);
});

test('the one correction is applied', () => {
  expect(city.corrections).toEqual({ used: ['plan-name-2'], unmatched: [] });
});

test('no sentence of a document gets into the tables', async () => {
  const sentences = new Set<string>();
  for (const name of await readdir(greenCity.documents)) {
    const text = (await readFile(join(greenCity.documents, name), 'utf8')).normalize('NFKC');
    for (const [sentence] of text.matchAll(/[^\s。、●○]{6,}(?:、[^\s。、●○]+)*。/g))
      sentences.add(sentence.slice(0, -1));
  }
  expect(sentences.size).toBeGreaterThan(40);
  const written = tables()
    .map(([, contents]) => contents.normalize('NFKC'))
    .join();
  expect([...sentences].filter((sentence) => written.includes(sentence))).toEqual([]);
});
