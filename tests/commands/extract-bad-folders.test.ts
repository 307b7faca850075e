import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { extractCommand } from '../../src/commands/extract.js';
import { OperatorError } from '../../src/operator-error.js';
import { silentProgress } from '../../src/progress.js';
import { copyReviewed, filesOf, greenCity } from '../fixtures/green-city.js';
import { temporaryFolders } from '../temporary-folder.js';

// Many files are written and read, on a machine that may have other work.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();
const documents = readdirSync(greenCity.documents).sort();
const bytesOf = (name: string) => readFileSync(join(greenCity.documents, name));
let reviewed: string;

beforeAll(async () => {
  reviewed = await copyReviewed(await temporaryFolder());
});

/** What a person can have in the folder that the tables go to: an older dataset with its text, and something of their own. */
async function usedOutput(): Promise<string> {
  const output = await temporaryFolder();
  await cp(join(greenCity.dataset, 'measures.csv'), join(output, 'measures.csv'));
  await writeFile(join(output, 'evaluations.csv'), 'an older table\n');
  await mkdir(join(output, 'documents'));
  await writeFile(join(output, 'documents', 'adopted-plan.txt'), 'an older text\n');
  await writeFile(join(output, 'notes.md'), '# Mine\n');
  return output;
}

type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** What the command says of Midorino's documents with some files changed, added, or taken away (null). */
async function refusal(files: Files): Promise<OperatorError> {
  const folder = await temporaryFolder();
  await cp(greenCity.documents, folder, { recursive: true });
  for (const [name, contents] of Object.entries(files))
    if (contents === null) await rm(join(folder, name));
    else await writeFile(join(folder, name), contents);
  return refused(folder);
}

/** The refusal; the folder of the tables must be as it was, byte for byte, with text and without. */
async function refused(documents: string): Promise<OperatorError> {
  const output = await usedOutput();
  const before = await filesOf(output);
  const errors: unknown[] = [];
  for (const withText of [false, true])
    errors.push(
      await extractCommand({ documents, reviewed, output, check: false, withText }, silentProgress).catch(
        (error) => error,
      ),
    );
  for (const error of errors) expect(error).toBeInstanceOf(OperatorError);
  expect(await filesOf(output)).toEqual(before);
  return errors[0] as OperatorError;
}

/** The lines about a file in both languages. */
function linesAbout({ message, messageJa }: OperatorError, file: string) {
  const about = (text: string) => text.split('\n').filter((line) => line.startsWith(`  ${file}`));
  return { en: about(message), ja: about(messageJa) };
}

/** One line in each language that names the file, what was expected, what came and what to do. */
function expectRemark(error: OperatorError, file: string, rule: string): void {
  const { en, ja } = linesAbout(error, file);
  expect(en).toContainEqual(expect.stringMatching(new RegExp(` error +${rule} .*\\(expected .+, but got .+\\)$`)));
  expect(en.join()).toMatch(/export|save|remove|cut off|breaks off/i);
  expect(ja.join()).toMatch(/ください|実行|欠け|切れ/);
  expect(ja.join()).toMatch(/想定：.+、実際：/);
}

describe('A document that was cut off is refused', () => {
  const places = documents.flatMap((name) => {
    const lines = bytesOf(name).toString('utf8').split('\n');
    return [0.05, 0.25, 0.5, 0.75, 0.9].map((share) => {
      const line = Math.round(share * lines.length);
      return [name, line, `${lines.slice(0, line).join('\n')}\n`] as const;
    });
  });

  test.each(places)('%s after line %i', async (name, _, contents) => {
    const error = await refusal({ [name]: contents });
    expect(linesAbout(error, name).en.join()).toMatch(/document-is-(complete|recognised)/);
    expect(linesAbout(error, name).ja.join()).toMatch(/欠け|途切れ|切れ|終わって|読み込めない|出力し直して|ありません/);
    expect(error.message).toMatch(/^Nothing was written/);
    expect(error.messageJa).toMatch(/^読み込めない文書があるため、何も書き出していません。/);
  });

  test.each(documents)('%s inside a letter', async (name) => {
    const bytes = bytesOf(name);
    const end = bytes.lastIndexOf(Buffer.from('。')) + 1;
    expectRemark(await refusal({ [name]: bytes.subarray(0, end) }), name, 'document-is-complete');
  });

  test('also between two sheets, as another document lists the next one', async () => {
    const name = 'review-sheets-chapter-3.txt';
    const [first = ''] = bytesOf(name).toString('utf8').split('施策大項目\t2.');
    const { en, ja } = linesAbout(await refusal({ [name]: first }), name);
    expect(en).toEqual([expect.stringContaining('The document ends before policy item 3-2')]);
    expect(ja).toEqual([expect.stringContaining('施策大項目3-2の前で終わっています')]);
  });
});

describe('A file that is no document is refused', () => {
  test.each([
    ['empty', '', 'document-is-not-empty'],
    ['blank', ' \n\u3000\n', 'document-is-not-empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]), 'document-is-text'],
    ['in Shift_JIS', Buffer.from('82dd82c782e896ec8e7382cc97a28e52', 'hex'), 'document-is-utf-8'],
    ['in EUC-JP', Buffer.from('a4dfa4c9a4eacceebbd4a4cecea4bbb3', 'hex'), 'document-is-utf-8'],
    ['in UTF-16', Buffer.from('\ufeffみどり野市の里山', 'utf16le'), 'document-is-utf-8'],
    ['with lost letters', 'みどり\ufffd市', 'document-is-text'],
    ['something else', 'みどり野市からのお知らせです。\n\n里山の手入れに参加しませんか。\n', 'document-is-recognised'],
  ])('%s', async (_, contents, rule) => {
    expectRemark(await refusal({ 'extra.txt': contents }), 'extra.txt', rule);
  });

  test('a whole document in Shift_JIS, with the command that converts it', async () => {
    const name = 'reform-sheets-fy2024.txt';
    const shiftJis = Buffer.concat([
      Buffer.from('82dd82c782e896ec8e7382cc97a28e520a', 'hex'),
      Buffer.from('1\tR5\t4\n'),
    ]);
    const { en, ja } = linesAbout(await refusal({ [name]: shiftJis }), name);
    for (const line of [...en, ...ja]) expect(line).toContain(`iconv -f CP932 -t UTF-8 '${name}' > utf-8.txt`);
  });
});

test('one document under two names is refused under both, each naming the other', async () => {
  const name = 'linkage-plans-draft.txt';
  const error = await refusal({ 'copy of the draft.txt': bytesOf(name) });
  expectRemark(error, name, 'document-is-unique');
  expectRemark(error, 'copy of the draft.txt', 'document-is-unique');
  expect(linesAbout(error, name).en.join()).toContain('linkage-plans-draft.txt and copy of the draft.txt');
});

test('every bad file of a folder is named at once', async () => {
  const cut = bytesOf('adopted-plan-chapters-3-5.txt').toString('utf8').split('\n').slice(0, 120).join('\n');
  const error = await refusal({
    'adopted-plan-chapters-3-5.txt': cut,
    'binary.txt': Uint8Array.from([0, 1, 2, 3, 255]),
    'empty.txt': '',
    'shift-jis.txt': Buffer.from('82dd82c782e896ec8e7382cc97a28e52', 'hex'),
    'unrelated.txt': 'みどり野市からのお知らせです。',
  });
  const rules = {
    'adopted-plan-chapters-3-5.txt': 'document-is-complete',
    'binary.txt': 'document-is-text',
    'empty.txt': 'document-is-not-empty',
    'shift-jis.txt': 'document-is-utf-8',
    'unrelated.txt': 'document-is-recognised',
  };
  for (const [file, rule] of Object.entries(rules)) expectRemark(error, file, rule);
});

test('a folder that is empty, missing, or no folder is refused', async () => {
  const empty = await temporaryFolder();
  for (const [folder, actual] of [
    [empty, 'an empty folder'],
    [join(empty, 'gone'), 'nothing of that name'],
    [join(greenCity.documents, documents[0] ?? ''), 'a file'],
  ] as const) {
    const { en, ja } = linesAbout(await refused(folder), folder);
    expect(en).toEqual([expect.stringContaining(`(expected a folder with documents, but got ${actual})`)]);
    expect(ja).toEqual([expect.stringContaining('フォルダを指定してください')]);
  }
});
