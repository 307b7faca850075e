import MarkdownIt from 'markdown-it';
import { documents } from '../../../labels/documents.js';

/** Addresses of what documents name by its file, beside the documents themselves. */
const addresses = new Map<string, string>([
  ['schema/schema.graphql', '/schema.graphql'],
  ['docs/decisions/', '/docs/decisions'],
  ['/graphql', '/graphql'],
  ['/schema', '/schema'],
  ...Object.entries(documents).map(([name, { file }]) => [file, `/docs/${name}`] as const),
]);

/** The module with the HTML of all documents, which `npm run codegen` writes. */
export function documentsModule(read: (file: string) => string): string {
  const texts = Object.entries(documents).map(([name, { file }]) => [name, documentHtml(read(file), file)]);
  return [
    "import type { DocumentName } from '../../../labels/documents.js';",
    `export const documentTexts: Readonly<Record<DocumentName, string>> = ${JSON.stringify(Object.fromEntries(texts))};`,
  ].join('\n');
}

/**
 * A document of the project as HTML, without its title, which the page has. Tags in it are text. Links to other files lead to
 * their pages, and files that are named as code do so too where they have one; pictures, which are of these pages, are left out.
 */
export function documentHtml(markdown: string, file: string): string {
  const parser = new MarkdownIt({ html: false });
  const { rules } = parser.renderer;
  const ids = new Map<string, number>();

  rules.heading_open = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    token?.attrSet('id', idOf(tokens[index + 1]?.content ?? '', ids));
    return self.renderToken(tokens, index, options);
  };
  rules.image = () => '';
  // What scrolls is a stop of the tab key, so that arrow keys scroll it.
  rules.fence = (tokens, index) =>
    `<pre tabindex="0"><code>${parser.utils.escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
  rules.table_open = () => '<div class="scroll" tabindex="0"><table>';
  rules.table_close = () => '</table></div>';
  rules.code_inline = (tokens, index) => {
    const content = tokens[index]?.content ?? '';
    const code = `<code>${parser.utils.escapeHtml(content)}</code>`;
    const address = addressOf(content, file);
    return address ? `<a href="${address}">${code}</a>` : code;
  };
  rules.link_open = (tokens, index, options, _environment, self) => {
    const token = tokens[index];
    const target = String(token?.attrGet('href') ?? '');
    const [path = '', fragment] = target.split('#');
    const address = addressOf(path, file);
    if (address) token?.attrSet('href', fragment ? `${address}#${fragment}` : address);
    if (/^https?:/.test(target)) token?.attrSet('rel', 'noreferrer');
    return self.renderToken(tokens, index, options);
  };
  return parser.render(markdown.replace(/^# .*\n/, ''));
}

/** The address of a file that is named from the root or from beside the document. */
function addressOf(path: string, from: string): string | undefined {
  const base = `file:///${from}`;
  const beside = URL.canParse(path, base) ? new URL(path, base).pathname.slice(1) : '';
  return addresses.get(path) ?? addresses.get(beside);
}

/** An id for a heading, as GitHub makes them; one that is there already gets a number. */
function idOf(heading: string, ids: Map<string, number>): string {
  const id = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
  const before = ids.get(id) ?? 0;
  ids.set(id, before + 1);
  return before === 0 ? id : `${id}-${before}`;
}
