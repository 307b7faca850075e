import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { pagePolicy } from '../../src/dossier/html.js';
import { absenceOperation, dossierPage, errorPage, pageOperation, type ShownDossier } from '../../src/dossier/page.js';
import type { Stage } from '../../src/model/enums.js';

const dossierOf = (words: string): ShownDossier => ({
  id: words,
  type: 'Measure',
  stage: null,
  title: words,
  titleEn: words,
  sections: [
    {
      key: words,
      title: words,
      titleEn: words,
      truncated: false,
      coverage: { state: 'PARTIAL', note: words, noteEn: words },
      entries: [
        {
          label: words,
          labelEn: words,
          text: words,
          textEn: words,
          id: `green:measure:${words}`,
          uri: words,
          mentions: [],
          sources: [
            {
              stage: 'DRAFT',
              firstLine: 1,
              lastLine: 2,
              cells: null,
              document: { id: 'plan', name: words, nameEn: null },
            },
          ],
        },
      ],
    },
  ],
});

const tagsOf = (html: string) => html.match(/<\/?\w+/g);

test('whatever stands in the graph, no word of it becomes markup', () => {
  const plain = {
    ja: tagsOf(dossierPage(dossierOf('x'), { language: 'ja', stage: null })),
    en: tagsOf(dossierPage(dossierOf('x'), { language: 'en', stage: null })),
  };
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=y>', "'--><b>", '&lt;i&gt;', '</style><b>'),
  );
  fc.assert(
    fc.property(nasty, fc.constantFrom('ja' as const, 'en' as const), (words, language) => {
      expect(tagsOf(dossierPage(dossierOf(words), { language, stage: null }))).toEqual(plain[language]);
    }),
  );
  expect(errorPage({ ja: '<b>', en: '<i>' }, 'en')).not.toMatch(/<b>|<i>/);
});

test('search engines are told what it is of and what is in it, in its language', () => {
  const of = (language: 'ja' | 'en') =>
    /<meta name="description" content="([^"]*)">/.exec(
      dossierPage(dossierOf('<道路>'), { language, stage: null }),
    )?.[1];
  expect(of('ja')).toMatch(/「&lt;道路&gt;」について.*出典の行：&lt;道路&gt;。$/);
  expect(of('en')).toMatch(/“&lt;道路&gt;”.*: &lt;道路&gt;\.$/);
});

test('the policy lets the page use its own style and nothing else', () => {
  const html = dossierPage(dossierOf('x'), { language: 'ja', stage: null });
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(pagePolicy).toContain(`default-src 'none'; style-src 'sha256-${digest}'`);
  expect(html).not.toMatch(/<script|<link|<img|style="|(?:src|href)="(?!\/dossier\/|\/things\/|#)/);
});

const onlyEntry = (changed: Partial<ShownDossier['sections'][number]['entries'][number]>): ShownDossier => {
  const dossier = dossierOf('x');
  const [section] = dossier.sections;
  const [entry] = section?.entries ?? [];
  if (!section || !entry) throw new Error('expected an entry');
  return { ...dossier, sections: [{ ...section, entries: [{ ...entry, ...changed }] }] };
};

test('documents are numbered, and a line cites the number with what the same stages print', () => {
  type Document = ShownDossier['sections'][number]['entries'][number]['sources'][number]['document'];
  const plan: Document = { id: 'plan', name: '計画', nameEn: 'Plan' };
  const sheets: Document = { id: 'sheets', name: 'シート', nameEn: null };
  const at = (
    stage: Stage | null,
    firstLine: number,
    lastLine: number,
    document = plan,
    cells: string | null = null,
  ) => ({
    stage,
    firstLine,
    lastLine,
    cells,
    document,
  });
  const sources = [
    at('CURRENT', 3, 3),
    at('DRAFT', 3, 3),
    at(null, 8, 9, sheets),
    at('CURRENT', 12, 14),
    at('DRAFT', 12, 14),
    at('DRAFT', 20, 20),
    at(null, 30, 30, sheets, 'F30'),
    at(null, 31, 31, sheets, 'B31:D31,F31'),
  ];
  const english = dossierPage(onlyEntry({ sources }), { language: 'en', stage: null });
  expect(english.match(/<li>.*?<\/li>/g)).toEqual(
    [
      '<li><a href="#document-1">[1]</a> l. 3, 12–14 (current plan, draft)</li>',
      '<li><a href="#document-1">[1]</a> l. 20 (draft)</li>',
      '<li><a href="#document-2">[2]</a> l. 8–9</li>',
      '<li><a href="#document-2">[2]</a> cells F30, B31:D31, F31</li>',
    ].map((item) => expect.stringContaining(item)),
  );
  expect(english).toContain('<li id="document-1">[1] <span>Plan</span></li>');
  expect(english).toContain('<li id="document-2">[2] <span lang="ja">シート</span></li>');
  const japanese = dossierPage(onlyEntry({ sources }), { language: 'ja', stage: null });
  expect(japanese).toContain('</a> 3、12–14行（現行計画・素案）</li>');
  expect(japanese).toContain('</a> セル F30、B31:D31、F31</li>');
});

test('links keep language and stage, and lead to the explorer where a thing has no dossier', () => {
  const hrefs = (id: string) => {
    const html = dossierPage(onlyEntry({ id, text: 'それ', textEn: 'it' }), { language: 'en', stage: 'DRAFT' });
    return /<td><p[^>]*>(.*?)<\/p>/.exec(html)?.[1];
  };
  expect(hrefs('green:measure:x')).toBe('<a href="/dossier/green:measure:x?lang=en&amp;stage=DRAFT">It</a>');
  expect(hrefs('green:indicator:x')).toBe('<a href="/things/green:indicator:x?lang=en&amp;stage=DRAFT">It</a>');
  expect(hrefs('green:vision:1')).toBe('It');
  expect(hrefs('nothing')).toBe('It');
});

test('each thing that a line names is a link, the longest name where several fit', () => {
  const html = dossierPage(
    onlyEntry({
      label: '1-2、1-3',
      text: '道路の整備（道路課・道路）',
      id: null,
      mentions: [
        { id: 'green:measure:1-2', words: '1-2', wordsEn: '1-2' },
        { id: 'green:department:道路', words: '道路', wordsEn: 'Roads' },
        { id: 'green:department:道路課', words: '道路課', wordsEn: 'Road Division' },
      ],
    }),
    { language: 'ja', stage: null },
  );
  const road = '<a href="/dossier/green:department:%E9%81%93%E8%B7%AF">道路</a>';
  expect(html).toContain('<th scope="row"><a href="/dossier/green:measure:1-2">1-2</a>、1-3</th>');
  expect(html).toContain(
    `<p>${road}の整備（<a href="/dossier/green:department:%E9%81%93%E8%B7%AF%E8%AA%B2">道路課</a>・${road}）</p>`,
  );
});

test('a page calls the levels of the plan as its city does, and leaves the names of things alone', () => {
  const inCity = (words: string) => words.replace('施策中項目', '取組').replace('事業', '事務事業');
  const entry = (label: string) => onlyEntry({ label, text: '', id: null, mentions: [] }).sections[0]?.entries[0];
  const [section] = onlyEntry({ label: '', text: '', id: null, mentions: [] }).sections;
  if (!section) throw new Error('expected a dossier with a section');
  const entries = ['施策中項目', '施策中項目番号', '事業の推進'].flatMap((label) => entry(label) ?? []);
  const sections = [{ ...section, title: '担当する施策中項目', entries }];
  const found: ShownDossier = { ...dossierOf('green:measure:1-1'), type: 'Measure', sections };
  const page = dossierPage(found, { language: 'ja', stage: null, inCity });
  expect(page).toContain('<p class="kind quiet">取組</p>');
  expect(page).toContain('>担当する取組</h2>');
  for (const label of ['取組', '取組番号', '事業の推進']) expect(page).toContain(`<th scope="row">${label}</th>`);
});

test('a page says at which stage it shows a thing, and that nobody asked for it', () => {
  const at: ShownDossier = { ...dossierOf('x'), stage: 'CURRENT' };
  expect(dossierPage(at, { language: 'en', stage: 'CURRENT' })).toContain('As the current plan has it.');
  const unread = dossierPage(at, { language: 'en', stage: 'CURRENT', presence: 'NOT_READ' });
  expect(unread).toContain('This part of the current plan was not read');
  expect(unread).not.toContain('As the current plan has it.');
  const named = dossierPage(at, { language: 'ja', stage: 'CURRENT', presence: 'NAME_ONLY' });
  expect(named).toContain('現行計画から分かるのは名称だけ');
  const without = dossierPage(at, { language: 'en', stage: 'CURRENT', presence: 'NOT_LISTED' });
  expect(without).toContain('Not in the current plan');
  expect(without).not.toContain('As the current plan has it.');
  const fallen = dossierPage(at, { language: 'en', stage: null });
  expect(fallen).toContain('No longer in force. Shown as the current plan has it');
  expect(fallen).toContain('<a href="/things/x?lang=en&amp;stage=CURRENT">');
  expect(dossierPage(dossierOf('x'), { language: 'en', stage: null })).not.toContain('class="notice"');
});

test('what no document of the stage says is told as that, where the thing is known from another stage', () => {
  const dossier = dossierOf('x');
  const sections = dossier.sections.map((section) => ({
    ...section,
    entries: section.entries.map((entry) => ({ ...entry, sources: [] })),
  }));
  const at: ShownDossier = { ...dossier, sections, stage: 'ADOPTED' };
  const page = (presence: 'STATED' | 'NAME_ONLY') => dossierPage(at, { language: 'en', stage: 'ADOPTED', presence });
  expect(page('NAME_ONLY')).toContain('<td class="sources">not from a document of this stage</td>');
  expect(page('STATED')).toContain('<td class="sources">not from a document</td>');
});

test('an error is told in the language that was asked for, and in the other', () => {
  const message = { ja: 'ありません。', en: 'There is none.' };
  expect(errorPage(message, 'en')).toMatch(
    /<html lang="en">[\s\S]*<h1[^>]*>There is none\.[\s\S]*<p lang="ja">ありません。/,
  );
  expect(errorPage(message, 'ja')).toMatch(
    /<html lang="ja">[\s\S]*<h1[^>]*>ありません。[\s\S]*<p lang="en">There is none\./,
  );
});

test('what cannot be shown leads to where it can', () => {
  const message = { ja: 'ありません。', en: 'There is none.' };
  const page = errorPage(message, 'en', { id: 'green:measure:1-1', stages: ['DRAFT'] });
  expect(page).toContain('<a href="/dossier/green:measure:1-1?lang=en&amp;stage=DRAFT">draft</a>');
  expect(errorPage(message, 'en')).not.toContain('Stages that have it');
});

test.each([pageOperation, absenceOperation])('the operations of the page fit the schema', (operation) => {
  expect(validate(schema(), parse(operation))).toEqual([]);
});

test('a section of which nothing was read says so in place of a table, and a complete one says nothing', () => {
  const dossier = dossierOf('x');
  const [section] = dossier.sections;
  if (!section) throw new Error('expected a section');
  const shown = (changed: Partial<ShownDossier['sections'][number]>, language: 'ja' | 'en') =>
    dossierPage({ ...dossier, sections: [{ ...section, ...changed }] }, { language, stage: null });
  const coverage = { state: 'NOT_READ', note: '未読です', noteEn: 'Not read' } as const;
  const unread = shown({ coverage, entries: [] }, 'ja');
  expect(unread).toContain('<p class="coverage">未読です</p>');
  expect(unread).not.toContain('<table>');
  expect(shown({ coverage }, 'en')).toContain('<p class="coverage">Not read</p>');
  expect(shown({ coverage: { ...coverage, state: 'COMPLETE' } }, 'en')).not.toContain('class="coverage"');
});
