import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse, validate } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { dossierPage, errorPage, pageOperation, pagePolicy, type ShownDossier } from '../../src/dossier/page.js';

const dossierOf = (words: string): ShownDossier => ({
  id: words,
  type: 'Measure',
  title: words,
  titleEn: words,
  sections: [
    {
      title: words,
      titleEn: words,
      truncated: false,
      entries: [
        {
          label: words,
          labelEn: words,
          text: words,
          textEn: words,
          id: `green:measure:${words}`,
          uri: words,
          sources: [{ stage: 'DRAFT', firstLine: 1, lastLine: 2, document: { name: words, nameEn: null } }],
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
  expect(errorPage({ ja: '<b>', en: '<i>' })).not.toMatch(/<b>|<i>/);
});

test('the policy lets the page use its own style and nothing else', () => {
  const html = dossierPage(dossierOf('x'), { language: 'ja', stage: null });
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const digest = createHash('sha256').update(style).digest('base64');
  expect(pagePolicy).toContain(`default-src 'none'; style-src 'sha256-${digest}'`);
  expect(html).not.toMatch(/<script|<link|<img|style="|(?:src|href)="(?!\/dossier\/)/);
});

test('stages that were read at one place stand together, and links keep language and stage', () => {
  const dossier = dossierOf('x');
  const [section] = dossier.sections;
  const [entry] = section?.entries ?? [];
  if (!section || !entry) throw new Error('expected an entry');
  const sources = ['CURRENT', 'DRAFT'].map((stage) => ({
    stage,
    firstLine: 3,
    lastLine: 3,
    document: { name: '計画', nameEn: 'Plan' },
  }));
  const html = dossierPage(
    { ...dossier, sections: [{ ...section, entries: [{ ...entry, sources }] }] },
    { language: 'en', stage: 'DRAFT' },
  );
  expect(html).toContain('<li>Plan, line 3 (current, draft)</li>');
  expect(html).toContain('href="/dossier/green%3Ameasure%3Ax?lang=en&amp;stage=DRAFT"');
});

test('the operation of the page fits the schema', () => {
  expect(validate(schema(), parse(pageOperation))).toEqual([]);
});
