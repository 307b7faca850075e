import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Finding, FindingList } from '../../../src/ingest/documents/finding.js';
import { readDocuments } from '../../../src/ingest/documents/read.js';

const adopted = '第2章 海辺生活分野\n\n施策大項目と関連するSDGs\n\n1. 港の清掃\n';
const draft = '政策連携プラン\r\n\r\n①かもめプラン\r\n\r\n推進のための取組\r\n';
/** 海辺の市 in Shift_JIS. */
const shiftJis = Uint8Array.from([0x8a, 0x43, 0x95, 0xd3, 0x82, 0xcc, 0x8e, 0x73]);

type Files = Readonly<Record<string, string | Uint8Array>>;
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function read(files: Files) {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const findings = new FindingList();
  const sources = await readDocuments(folder, findings);
  return { sources, findings: findings.all };
}

const errors = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map(({ document, rule }) => [document, rule]);

describe('readDocuments', () => {
  it('reads the documents of a folder by name, recognised by what they say', async () => {
    const { sources, findings } = await read({ 'b.txt': adopted, 'a (1).TXT': `\ufeff${draft}` });
    expect(findings).toEqual([]);
    expect(sources.map(({ id, fileName }) => [id, fileName])).toEqual([
      ['linkage-plans-draft', 'a (1).TXT'],
      ['adopted-plan', 'b.txt'],
    ]);
    expect(sources[0]?.lines).toEqual(['政策連携プラン', '', '①かもめプラン', '', '推進のための取組']);
    expect(sources[1]?.lines).toHaveLength(5);
  });

  it('names the problem of each file that it cannot use, and still reads the others', async () => {
    const { sources, findings } = await read({
      'adopted.txt': adopted,
      'binary.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]),
      'cut.txt': new TextEncoder().encode(draft).subarray(0, -3),
      'damaged.txt': adopted.replace('港', '\ufffd'),
      'empty.txt': '',
      'shift-jis.txt': shiftJis,
      'unrelated.txt': '広報うみべ\n\n港の清掃に参加しませんか。\n',
    });
    expect(sources.map(({ id }) => id)).toEqual(['adopted-plan']);
    expect(errors(findings)).toEqual([
      ['binary.txt', 'document-is-text'],
      ['cut.txt', 'document-is-complete'],
      ['damaged.txt', 'document-is-text'],
      ['empty.txt', 'document-is-not-empty'],
      ['shift-jis.txt', 'document-is-utf-8'],
      ['unrelated.txt', 'document-is-recognised'],
    ]);
  });

  it('says in every finding what was expected, what came and what to do, in both languages', async () => {
    const { findings } = await read({ 'empty.txt': '', 'shift-jis.txt': shiftJis, 'unrelated.txt': '広報うみべ' });
    for (const { expected, actual, message, messageJa } of findings) {
      expect([expected, actual]).toEqual([expect.any(String), expect.any(String)]);
      expect(message).toMatch(/export|save|remove/i);
      expect(messageJa).toMatch(/ください|実行/);
    }
  });

  it('says how to convert a file in another encoding, whatever its name', async () => {
    const { findings } = await read({ "市長's 計画.txt": shiftJis });
    expect(findings[0]?.message).toContain("iconv -f CP932 -t UTF-8 '市長'\\''s 計画.txt' > utf-8.txt");
    expect(findings[0]?.actual).toBe('Shift_JIS (CP932)');
  });

  it('names the line where letters were lost', async () => {
    const { findings } = await read({ 'damaged.txt': adopted.replace('港', '\ufffd') });
    expect(findings[0]?.lines).toEqual({ first: 5, last: 5 });
  });

  it('takes neither of two files that are the same document', async () => {
    const { sources, findings } = await read({ 'a.txt': adopted, 'b.txt': adopted, 'c.txt': draft });
    expect(sources.map(({ fileName }) => fileName)).toEqual(['c.txt']);
    expect(errors(findings)).toEqual([
      ['a.txt', 'document-is-unique'],
      ['b.txt', 'document-is-unique'],
    ]);
  });

  it('notes what lies beside the documents, without looking into folders', async () => {
    await mkdir(join(folder, 'old'));
    await writeFile(join(folder, 'old', 'adopted.txt'), adopted);
    const { sources, findings } = await read({ '.hidden': '', 'README.md': '# Documents', 'notes.md': shiftJis });
    expect(sources).toEqual([]);
    expect(findings.map(({ document, rule, severity }) => [document, rule, severity])).toEqual([
      ['.hidden', 'file-is-a-document', 'note'],
      ['README.md', 'file-is-a-document', 'note'],
      ['notes.md', 'file-is-a-document', 'note'],
      ['old', 'file-is-a-document', 'note'],
    ]);
  });

  it('reads a document whatever its extension, even as markdown', async () => {
    const { sources } = await read({ 'plan.md': adopted, draft });
    expect(sources.map(({ id }) => id)).toEqual(['linkage-plans-draft', 'adopted-plan']);
  });

  it('refuses a file that is too large, without reading it', async () => {
    await writeFile(join(folder, 'large.txt'), '');
    await truncate(join(folder, 'large.txt'), 20 * 1024 * 1024 + 1);
    expect(errors((await read({})).findings)).toEqual([['large.txt', 'document-is-small-enough']]);
  });

  it('refuses a text of more lines than a planning document has, however short they are', async () => {
    await writeFile(join(folder, 'long.txt'), '第1章\n'.repeat(50_001));
    expect((await read({})).findings).toMatchObject([
      { rule: 'document-is-small-enough', expected: 'at most 50000 lines', actual: '50001 lines' },
    ]);
  });

  it('reports a link that leads nowhere', async () => {
    await symlink(join(folder, 'gone.txt'), join(folder, 'link.txt'));
    const { findings } = await read({});
    expect(findings).toMatchObject([
      { document: 'link.txt', rule: 'document-is-readable', actual: 'nothing of that name' },
    ]);
  });

  it('reports an empty folder and one that is not there', async () => {
    expect(errors((await read({})).findings)).toEqual([[folder, 'folder-holds-documents']]);
    const findings = new FindingList();
    expect(await readDocuments(join(folder, 'gone'), findings)).toEqual([]);
    expect(findings.all).toMatchObject([{ rule: 'folder-holds-documents', actual: 'nothing of that name' }]);
  });
});
