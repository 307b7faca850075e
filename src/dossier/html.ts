/** What every page here is: HTML without scripts, whose policy lets it use its own style and nothing else. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { projectFile } from '../project-files.js';

export type Language = 'ja' | 'en';

const style = readFileSync(projectFile('src/dossier/page.css'), 'utf8');
const digest = createHash('sha256').update(style).digest('base64');

/**
 * The content security policy of the pages. No script runs in them that could ask the service; what looks at a page from within, such as
 * Lighthouse, reads robots.txt by the same right.
 */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${digest}'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that stands for itself in HTML, also within quotes. */
export const escaped = (text: string | number): string =>
  String(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** A whole page around a body, which is HTML already; `description` is what search engines show of it. */
export const htmlPage = (language: Language, title: string, body: string, description: string = title): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<meta name="description" content="${escaped(description)}">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** What is to be shown at an address, beside its language. */
export interface Shown {
  readonly language: Language;
  readonly stage: string | null;
}

/** An address of this service for a thing, with its id readable; escaped for an attribute. */
export function addressOf(folder: 'dossier' | 'things', id: string, { language, stage }: Shown): string {
  const parameters = new URLSearchParams({ ...(language === 'en' ? { lang: 'en' } : {}), ...(stage ? { stage } : {}) });
  const query = parameters.size > 0 ? `?${parameters}` : '';
  return escaped(`/${folder}/${encodeURIComponent(id).replaceAll('%3A', ':')}${query}`);
}

const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Marks a text of an English page that is Japanese all the same, for those who have it read to them. */
export const languageMark = (text: string, language: Language): string =>
  language === 'en' && japanese.test(text) ? ' lang="ja"' : '';
