/** A dossier as a page to print: Japanese or English, without scripts, fonts or pictures from anywhere. */
import { createHash } from 'node:crypto';
import { PlanStage } from '../model/enums.js';
import { nodeNamed, nodes } from '../model/model.js';
import { isDossierType } from './dossier.js';
import { word } from './section.js';

type Language = 'ja' | 'en';

/** What the page asks GraphQL for. */
export const pageOperation = `query DossierPage($id: ID!, $stage: PlanStage) {
  dossier(id: $id, stage: $stage) {
    id type title titleEn
    sections {
      title titleEn truncated
      entries {
        label labelEn text textEn id uri
        sources { stage firstLine lastLine document { name nameEn } }
      }
    }
  }
}`;

interface ShownSource {
  readonly stage: string | null;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly document: { readonly name: string; readonly nameEn: string | null };
}

interface ShownEntry {
  readonly label: string;
  readonly labelEn: string;
  readonly text: string;
  readonly textEn: string;
  readonly id: string | null;
  readonly uri: string | null;
  readonly sources: readonly ShownSource[];
}

/** What that operation answers. */
export interface ShownDossier {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly sections: readonly {
    readonly title: string;
    readonly titleEn: string;
    readonly truncated: boolean;
    readonly entries: readonly ShownEntry[];
  }[];
}

const style = `
:root { font-family: "Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; line-height: 1.6; color: #1a1a1a; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; border-bottom: 2px solid #1a1a1a; }
header p, footer { color: #555; font-size: .85rem; margin: .2rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ccc; overflow-wrap: anywhere; }
th { width: 22%; font-weight: normal; color: #333; }
td.sources { width: 32%; font-size: .8rem; color: #555; }
td.sources ul { margin: 0; padding: 0; list-style: none; }
td p { margin: 0; white-space: pre-line; }
.uri { font-size: .8rem; color: #555; }
a { color: inherit; }
@page { size: A4; margin: 15mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  a { text-decoration: none; }
  tr, h2 { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
}
`;

const digest = createHash('sha256').update(style).digest('base64');

/** Lets the page use its own style and nothing else. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${digest}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string | number): string =>
  String(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);

const page = (language: Language, title: string, body: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

const words = {
  about: { ja: '項目', en: 'About' },
  content: { ja: '内容', en: 'Content' },
  sources: { ja: '出典', en: 'Sources' },
  own: { ja: '文書の記載ではありません', en: 'not from a document' },
  cut: { ja: '一部のみ表示しています。', en: 'Only a part is shown.' },
  lines: {
    ja: '行番号は、文書をテキストにしたものの行です。',
    en: 'Line numbers are those of the text of the documents.',
  },
} as const;

export interface PageOptions {
  readonly language: Language;
  readonly stage: string | null;
}

const addressOf = (id: string, { language, stage }: PageOptions): string => {
  const parameters = new URLSearchParams({ ...(language === 'en' ? { lang: 'en' } : {}), ...(stage ? { stage } : {}) });
  const query = parameters.size > 0 ? `?${parameters}` : '';
  return escaped(`/dossier/${encodeURIComponent(id)}${query}`);
};

/** The page of a dossier. */
export function dossierPage(dossier: ShownDossier, options: PageOptions): string {
  const { language, stage } = options;
  const title = language === 'ja' ? dossier.title : dossier.titleEn;
  const other =
    language === 'ja' ? ({ language: 'en', name: 'English' } as const) : ({ language: 'ja', name: '日本語' } as const);
  const at = stage === null ? '' : ` — ${escaped(word(PlanStage, stage)[language])}`;
  const kind =
    language === 'ja'
      ? nodeNamed(dossier.type).description.ja
      : dossier.type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const sections = dossier.sections.map(
    (section) => `<section>
<h2>${escaped(language === 'ja' ? section.title : section.titleEn)}</h2>
<table>
<thead><tr><th scope="col">${words.about[language]}</th><td>${words.content[language]}</td><td class="sources">${words.sources[language]}</td></tr></thead>
<tbody>
${section.entries.map((entry) => row(entry, options)).join('\n')}
</tbody>
</table>
${section.truncated ? `<p>${words.cut[language]}</p>` : ''}
</section>`,
  );
  return page(
    language,
    title,
    `<header>
<nav><a href="${addressOf(dossier.id, { language: other.language, stage })}" lang="${other.language}" hreflang="${other.language}">${other.name}</a></nav>
<p>${escaped(kind)}${at}</p>
<h1>${escaped(title)}</h1>
<p>${escaped(dossier.id)}</p>
</header>
<main>
${sections.join('\n')}
</main>
<footer>${words.lines[language]}</footer>`,
  );
}

function row(entry: ShownEntry, options: PageOptions): string {
  const { language } = options;
  const [label, text] = language === 'ja' ? [entry.label, entry.text] : [entry.labelEn, entry.textEn];
  const linked =
    entry.id !== null && hasDossier(entry.id)
      ? `<a href="${addressOf(entry.id, options)}">${escaped(text)}</a>`
      : escaped(text);
  const uri = entry.uri === null ? '' : `<p class="uri">${escaped(entry.uri)}</p>`;
  return `<tr><th scope="row">${escaped(label)}</th><td><p>${linked}</p>${uri}</td><td class="sources">${sourceList(entry.sources, language)}</td></tr>`;
}

const hasDossier = (id: string): boolean =>
  nodes.some(({ name, idWord }) => idWord === id.split(':')[1] && isDossierType(name));

/** The places where something was read; stages that were read at one place stand together. */
function sourceList(sources: readonly ShownSource[], language: Language): string {
  if (sources.length === 0) return words.own[language];
  const places = new Map<string, { readonly place: string; readonly stages: string[] }>();
  for (const { stage, firstLine, lastLine, document } of sources) {
    const name = language === 'ja' ? document.name : (document.nameEn ?? document.name);
    const numbers = firstLine === lastLine ? `${firstLine}` : `${firstLine}–${lastLine}`;
    const noun = firstLine === lastLine ? 'line' : 'lines';
    const place = language === 'ja' ? `${name} ${numbers}行` : `${name}, ${noun} ${numbers}`;
    const known = places.get(place) ?? { place, stages: [] };
    if (stage !== null) known.stages.push(word(PlanStage, stage)[language]);
    places.set(place, known);
  }
  const items = [...places.values()].map(({ place, stages }) => {
    const among = stages.length === 0 ? '' : language === 'ja' ? `（${stages.join('・')}）` : ` (${stages.join(', ')})`;
    return `<li>${escaped(place + among)}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

/** The page for what cannot be shown, in both languages. */
export const errorPage = (message: { readonly ja: string; readonly en: string }): string =>
  page(
    'ja',
    message.ja,
    `<main>
<h1>${escaped(message.ja)}</h1>
<p lang="en">${escaped(message.en)}</p>
</main>`,
  );
