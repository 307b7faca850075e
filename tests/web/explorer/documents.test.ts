import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { documents, isDocumentName } from '../../../src/labels/documents.js';
import { projectFile } from '../../../src/project-files.js';
import { documentHtml } from '../../../src/web/explorer/generate/documents.js';

const shown = Object.values(documents).map(({ file }) => String(file));
const html = (file: string) => documentHtml(readFileSync(projectFile(file), 'utf8'), file);

test('every document of the project is shown', () => {
  const written = readdirSync(projectFile('docs'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  expect(written.map((name) => `docs/${name}`).filter((file) => !shown.includes(file))).toEqual([]);
});

test('a name that is none opens nothing, whatever it looks like', () => {
  for (const name of ['constructor', '../package.json', 'http.md', '']) expect(isDocumentName(name)).toBe(false);
});

test.each(shown)('links of %s lead to what is there, and nothing is loaded for it', (file) => {
  const text = html(file);
  const targets = [...text.matchAll(/<a href="([^"]*)"/g)].map(([, target = '']) => target);
  const own = /^(?:\/docs\/([\w-]+)(?:#.*)?|\/schema\.graphql|\/schema|\/graphql)$/;
  for (const target of targets.filter((each) => !/^https?:/.test(each))) {
    expect(target).toMatch(own);
    const [, name] = own.exec(target) ?? [];
    if (name !== undefined) expect(isDocumentName(name)).toBe(true);
  }
  expect(text).not.toMatch(/<(?:img|script|iframe|style|link)\b/);
});

test('files that are named as code lead to their pages, from wherever they are named', () => {
  const markdown =
    '# Title\n\n`http.md`, `docs/http.md`, `schema/schema.graphql`, `src/cli.ts`, [there](../settings.md#limits)\n';
  expect(documentHtml(markdown, 'docs/decisions/api.md')).toBe(
    '<p><code>http.md</code>, <a href="/docs/http"><code>docs/http.md</code></a>, ' +
      '<a href="/schema.graphql"><code>schema/schema.graphql</code></a>, <code>src/cli.ts</code>, ' +
      '<a href="/docs/settings#limits">there</a></p>\n',
  );
  expect(documentHtml('`http.md`', 'docs/clients.md')).toContain('<a href="/docs/http">');
});

test('a table that is wider than its page scrolls within it', () => {
  expect(documentHtml('| a |\n| - |\n| b |\n', 'README.md')).toMatch(
    /^<div class="scroll" tabindex="0"><table>[\s\S]*<\/table><\/div>\s*$/,
  );
});

test('headings have ids of their own, and tags are text', () => {
  expect(documentHtml('## What to know\n\n## What to know\n\n<script>alert(1)</script>\n', 'README.md')).toBe(
    '<h2 id="what-to-know">What to know</h2>\n<h2 id="what-to-know-1">What to know</h2>\n' +
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n',
  );
});
