import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { type ExtractOptions, extractCommand } from '../../src/commands/extract.js';
import { OperatorError } from '../../src/operator-error.js';
import { type Progress, silentProgress } from '../../src/progress.js';
import { projectFile } from '../../src/project-files.js';
import { copyReviewed, filesOf, greenCity } from '../fixtures/green-city.js';
import { temporaryFolders } from '../temporary-folder.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();

/** Runs the command on Midorino unless told otherwise; what it refused, in both languages, and what it said. */
async function run(options: Partial<ExtractOptions>) {
  const said: string[] = [];
  const progress: Progress = { ...silentProgress, say: (line) => said.push(line) };
  const reviewed = options.reviewed ?? (await copyReviewed(await temporaryFolder()));
  const all = {
    documents: greenCity.documents,
    output: await temporaryFolder(),
    check: false,
    withText: false,
    ...options,
  };
  const refused = await extractCommand({ ...all, reviewed }, progress).then(
    () => null,
    (error) => {
      if (error instanceof OperatorError) return error;
      throw error;
    },
  );
  return { refused, said: said.join('\n'), output: all.output };
}

/** A copy of Midorino's documents. */
async function documentsCopy(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(greenCity.documents, folder, { recursive: true });
  return folder;
}

describe('extract', () => {
  test('says which file is which document, reports, and writes the tables', async () => {
    const { refused, said, output } = await run({});
    expect(refused).toBeNull();
    expect(said).toContain('reform-sheets-fy2024.txt → reform-sheets-2024 (152 lines)');
    expect(said).toContain('Records per type and document');
    const written = await filesOf(output);
    expect(written.has('datapackage.json')).toBe(true);
    expect(new Map([...written].filter(([name]) => name.endsWith('.csv')))).toEqual(await filesOf(greenCity.dataset));
  });

  test('does not care what the files are called, nor in which order they come', async () => {
    const documents = await documentsCopy();
    for (const [from, to] of [
      ['adopted-plan-chapters-3-5.txt', 'z.txt'],
      ['review-sheets-chapter-3.txt', '計画 (3).TXT'],
      ['reform-sheets-fy2024.txt', 'a.md'],
    ] as const)
      await rename(join(documents, from), join(documents, to));
    const { output } = await run({ documents });
    for (const [name, contents] of await filesOf(greenCity.dataset))
      expect({ [name]: await readFile(join(output, name), 'latin1') }).toEqual({ [name]: contents });
  });

  test('twice gives the same files, byte for byte', async () => {
    const { output } = await run({});
    const first = await filesOf(output);
    await run({ output });
    expect(await filesOf(output)).toEqual(first);
  });
});

test('what could not be loaded is not written, and not compared either', async () => {
  const reviewed = await copyReviewed(await temporaryFolder());
  const municipality = join(reviewed, 'municipality.csv');
  await writeFile(municipality, (await readFile(municipality, 'utf8')).replace(',みどり野市,', ',,'));
  const { output } = await run({});
  const before = await filesOf(output);
  for (const check of [false, true]) {
    const { refused } = await run({ reviewed, output, check });
    expect(refused?.message.split('\n')).toEqual([
      'Nothing was written: what was extracted has 1 problem. Look at the documents and at seed/reviewed.',
      '  municipalities.csv, row 2, column name: expected a value, but got: nothing',
    ]);
    expect(refused?.messageJa).toContain('1 件の矛盾があるため、何も書き出していません');
  }
  expect(await filesOf(output)).toEqual(before);
});

describe('extract --check', () => {
  test('passes where nothing differs, and writes nothing', async () => {
    const { output } = await run({});
    const before = await filesOf(output);
    expect((await run({ output, check: true })).refused).toBeNull();
    expect(await filesOf(output)).toEqual(before);
  });

  test('names each file that differs, with its first row that does', async () => {
    const { output } = await run({});
    const evaluations = join(output, 'evaluations.csv');
    await writeFile(evaluations, (await readFile(evaluations, 'utf8')).replace(',2023,A,', ',2023,B,'));
    await rm(join(output, 'sdgs.csv'));
    await writeFile(join(output, 'passages.csv'), 'id\n');
    const before = await filesOf(output);
    const { refused } = await run({ output, check: true });
    expect(refused?.message.split('\n')).toEqual([
      `The extraction differs from ${output}: look at the differences, then run extract to update it.`,
      '  sdgs.csv: missing',
      expect.stringMatching(/^ {2}evaluations\.csv, row 3: committed .*,2023,B,.* \| extracted .*,2023,A,/),
      '  passages.csv: no longer extracted',
    ]);
    expect(refused?.messageJa).toContain('extract を実行して更新してください');
    expect(await filesOf(output)).toEqual(before);
  });

  test('fails where there is no dataset yet', async () => {
    const output = join(await temporaryFolder(), 'none');
    expect((await run({ output, check: true })).refused?.message).toContain('measures.csv: missing');
    await expect(filesOf(output)).rejects.toThrow('ENOENT');
  });

  const documents = process.env.HONJO_DOCUMENTS ?? projectFile('../shared/documents');
  const title = 'passes on the real documents against the committed dataset';
  if (existsSync(documents))
    test(title, async () => {
      const { refused } = await run({
        documents,
        reviewed: projectFile('seed/reviewed'),
        output: projectFile('seed'),
        check: true,
      });
      expect(refused?.message ?? 'nothing differs').toBe('nothing differs');
    });
  else {
    const why = `skipped: the documents are not here (${title}); put them into ${documents} or set HONJO_DOCUMENTS`;
    process.stderr.write(`${why}\n`);
    test.skip(why, () => {});
  }
});

describe('extract --with-text', () => {
  test('puts the documents’ text into the named folder and nowhere else', async () => {
    const { refused, output } = await run({ withText: true });
    expect(refused).toBeNull();
    const written = await filesOf(output);
    expect([...written.keys()].filter((name) => name.startsWith('documents/'))).toEqual([
      'documents/adopted-plan.txt',
      'documents/linkage-plans-draft.txt',
      'documents/reform-sheets-2024.txt',
      'documents/review-sheets-3.txt',
      'documents/review-sheets-4.txt',
    ]);
    const original = await readFile(join(greenCity.documents, 'adopted-plan-chapters-3-5.txt'), 'utf8');
    expect(`${await readFile(join(output, 'documents/adopted-plan.txt'), 'utf8')}\n`).toBe(original);
    const passages = await readFile(join(output, 'passages.csv'), 'utf8');
    expect(passages).toContain('遊歩道の傷みを直し、多言語の案内板を立てます。');
  });

  test('leaves the other tables as they are without text', async () => {
    const { output } = await run({ withText: true });
    for (const [name, contents] of await filesOf(greenCity.dataset))
      expect({ [name]: await readFile(join(output, name), 'latin1') }).toEqual({ [name]: contents });
  });

  test('is undone by an extraction without text, which leaves files of others alone', async () => {
    const { output } = await run({ withText: true });
    await writeFile(join(output, 'documents', 'mine.txt'), 'keep me');
    await run({ output });
    const left = [...(await filesOf(output)).keys()];
    expect(left.filter((name) => name.startsWith('documents/'))).toEqual(['documents/mine.txt']);
    expect(left).not.toContain('passages.csv');
  });

  test('refuses seed/ however it is written, and writes nothing there', async () => {
    const seed = projectFile('seed');
    const link = join(await temporaryFolder(), 'link');
    await symlink(seed, link);
    const before = await filesOf(seed);
    for (const output of [seed, `${seed}/`, join(seed, 'text'), relative(process.cwd(), seed), link]) {
      const { refused } = await run({ withText: true, output });
      expect(refused?.message).toBe(
        'The text of the documents must not go into seed/: name another folder with --output.',
      );
      expect(refused?.messageJa).toContain('--output で別のフォルダを指定してください');
    }
    expect(await filesOf(seed)).toEqual(before);
  });

  test('a folder whose name begins like seed is another one', async () => {
    const output = join(await temporaryFolder(), 'seed-with-text');
    expect((await run({ withText: true, output })).refused).toBeNull();
  });
});

test('the documents are not written over, even where they lie in the folder for text', async () => {
  const output = await temporaryFolder();
  const documents = join(output, 'documents');
  await mkdir(documents);
  await cp(greenCity.documents, documents, { recursive: true });
  const before = await filesOf(output);
  for (const withText of [true, false]) {
    const { refused } = await run({ documents, output, withText });
    expect(refused?.message).toContain('which the extraction writes: name another folder with --output');
  }
  expect(await filesOf(output)).toEqual(before);
});
