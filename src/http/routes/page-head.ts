import { setTimeout as delay } from 'node:timers/promises';
import { escaped } from '../../dossier/html.js';
import { municipalityKey } from '../../graph/engine.js';
import type { CityLabels } from '../../labels/city-labels.js';
import { documents, isDocumentName } from '../../labels/documents.js';
import type { Language } from '../../labels/labels.js';
import { type CitiesWithLevels, cityNamed, levelsVariables } from '../../labels/level-names.js';
import { figures, hasListPage, isFigureName, type Page, pages, pagesWithLead, product } from '../../labels/pages.js';
import { codeInIdOf, codeProperty, findNode, nodes } from '../../model/model.js';
import type { HttpSettings } from '../../settings.js';
import type { GraphqlEndpoint, OnBehalf } from '../graphql-endpoint.js';
import { graphqlRequest } from '../graphql-request.js';
import { type FirstPaint, firstPaint } from './first-paint.js';

/** What search engines and previews of links read of a page, before any script of it runs. */
export interface PageHead {
  readonly status: 200 | 404;
  readonly page: Page;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Null of a page whose heading only the program knows. */
  readonly firstPaint: FirstPaint | null;
}

export interface PageHeadsOptions {
  readonly labels: CityLabels;
  readonly endpoint: Pick<GraphqlEndpoint, 'answerFor'>;
}

/** How long a page waits for the name of what it shows. */
const patience = 500;

/** Each type has a name of its own for its code, as some are numbers and some are texts. */
const codes = nodes.flatMap((node) => {
  const property = codeProperty(node);
  return node.entity && property ? [`... on ${node.name} { codeOf${node.name}: ${property} }`] : [];
});

const headOperation = ({ selection }: CityLabels) => `query PageHead($id: ID!, ${levelsVariables}) {
  node(id: $id) { __typename ... on Entity { thingId name nameEn summary summaryEn } ${codes.join(' ')} }
  cities: ${selection}
}`;

interface HeadNode {
  readonly __typename: string;
  readonly thingId?: string;
  readonly name?: string;
  readonly nameEn?: string | null;
  readonly summary?: string | null;
  readonly summaryEn?: string | null;
  readonly [codeOf: `codeOf${string}`]: string | number | null;
}

interface Answered {
  readonly data?: { readonly node: HeadNode | null; readonly cities: CitiesWithLevels };
  readonly errors?: readonly unknown[];
}

/** What stands before the name of a thing; null where nothing does. */
function codeOf(node: HeadNode): string | null {
  const { __typename: name, thingId } = node;
  const type = findNode(name);
  const code = node[`codeOf${name}`] ?? (type && thingId ? codeInIdOf(type, thingId) : null);
  return code === null ? null : String(code);
}

/** Names pages after what they show; a thing or a list that does not exist is a 404. */
export class PageHeads {
  private readonly options: PageHeadsOptions;

  constructor(options: PageHeadsOptions) {
    this.options = options;
  }

  /** The head of an address: its first part, and its second where it has one. */
  async of(first: string, second: string | undefined, language: Language, onBehalf: OnBehalf): Promise<PageHead> {
    const page = pageOf(first);
    if (page === 'lists' && second !== undefined) return this.ofList(second, language);
    if ((page === 'figures' || page === 'embed') && second !== undefined) return ofFigure(page, second, language);
    if (page === 'docs' && second !== undefined) return ofDocument(second, language);
    if (page === 'things' && second !== undefined) return this.ofThing(second, language, onBehalf);
    if (page === 'overview') return headOf(first === '' ? 200 : 404, page, language, '');
    const head = headOf(200, page, language);
    // Only the program knows what a city is called.
    return page === 'cities' && second !== undefined ? { ...head, firstPaint: null } : head;
  }

  private ofList(plural: string, language: Language): PageHead {
    const node = nodes.find((each) => each.plural === plural && hasListPage(each));
    if (!node) return headOf(404, 'lists', language);
    return headOf(200, 'lists', language, this.options.labels.in(language).types(node.name));
  }

  private async ofThing(id: string, language: Language, onBehalf: OnBehalf): Promise<PageHead> {
    const { labels } = this.options;
    const request = graphqlRequest({
      query: headOperation(labels),
      variables: { id, ...cityNamed(municipalityKey(id)) },
    });
    const late = new AbortController();
    const answer = await Promise.race([
      this.options.endpoint.answerFor(request, onBehalf),
      delay(patience, null, { signal: late.signal }),
    ]);
    late.abort();
    // A page whose API does not answer says so itself, and heals.
    if (!answer) return headOf(200, 'things', language);
    const { data, errors }: Answered = JSON.parse(String(answer.body));
    if (errors || !data) return headOf(200, 'things', language);
    if (!data.node) return headOf(404, 'things', language);
    const { __typename, name, nameEn, summary, summaryEn } = data.node;
    const [shown, lead] = language === 'en' ? [nameEn ?? name, summaryEn || summary] : [name, summary];
    const type = labels.in(language, data.cities).type(__typename);
    const head = headOf(200, 'things', language, [shown, type].filter(Boolean).join(' · '));
    if (!name || !shown) return head;
    const other = shown === name ? nameEn : name;
    return {
      ...head,
      description: lead || head.description,
      firstPaint: {
        heading: shown,
        lead: lead || null,
        thing: {
          type,
          code: codeOf(data.node),
          other: other && other !== shown ? { name: other, language: other === name ? 'ja' : 'en' } : null,
        },
      },
    };
  }
}

function ofFigure(page: 'figures' | 'embed', name: string, language: Language): PageHead {
  if (!isFigureName(name)) return headOf(404, page, language);
  return headOf(200, page, language, figures[name][language === 'ja' ? 0 : 1]);
}

function ofDocument(name: string, language: Language): PageHead {
  if (!isDocumentName(name)) return headOf(404, 'docs', language);
  const { title, about } = documents[name];
  const index = language === 'ja' ? 0 : 1;
  return {
    ...headOf(200, 'docs', language, title[index]),
    description: about[index],
    firstPaint: { heading: title[index], lead: null },
  };
}

const pageOf = (first: string): Page => (Object.hasOwn(pages, first) ? (first as Page) : 'overview');

const textOf = (page: Page, language: Language) => {
  const index = language === 'ja' ? 0 : 1;
  return { title: pages[page].title[index], description: pages[page].description[index], product: product[index] };
};

/** Pages whose heading, or that of what they show, stands elsewhere or is not known yet. */
const withoutFirstPaint: ReadonlySet<Page> = new Set(['things', 'embed', 'figures', 'playground']);

function headOf(status: PageHead['status'], page: Page, language: Language, name?: string): PageHead {
  const { title, description, product: productName } = textOf(page, language);
  const shown = name ?? title;
  return {
    status,
    page,
    language,
    title: shown === '' ? productName : `${shown} — ${productName}`,
    description,
    firstPaint:
      status === 200 && !withoutFirstPaint.has(page)
        ? { heading: shown || productName, lead: pagesWithLead.some((each) => each === page) ? description : null }
        : null,
  };
}

/** The picture that a built page has for links to a kind of page, else that for all. */
function pictureOf(page: Page, html: string): string | undefined {
  const pictures = new Map<string | undefined, string>();
  for (const [meta] of html.matchAll(/<meta property="og:image"[^>]*>/g)) {
    const content = /content="([^"]*)"/.exec(meta)?.[1];
    if (content) pictures.set(/data-page="([^"]*)"/.exec(meta)?.[1], content);
  }
  return pictures.get(page) ?? pictures.get(undefined);
}

/** What a head says beside the page itself. */
export interface Around {
  readonly origin: string;
  readonly address: string;
  readonly site: HttpSettings['site'];
  /** Where the page says how it is embedded; null where it is not. */
  readonly oembed: string | null;
  /** Whether figures may stand in other pages at all. */
  readonly isEmbeddable: boolean;
}

/** Puts a head into a built page, in place of the title that it was built with. */
export function withHead(
  html: string,
  { page, language, title, description, firstPaint: first }: PageHead,
  { origin, address, site, oembed, isEmbeddable }: Around,
): string {
  const meta = (name: string, content: string | null, attribute = 'name') =>
    content === null ? [] : [`<meta ${attribute}="${name}" content="${escaped(content)}" />`];
  // A client that says no host knows no address of the service: it gets none.
  const isKnown = URL.canParse(origin);
  const picture = pictureOf(page, html);
  const head = [
    `<title>${escaped(title)}</title>`,
    ...meta('description', description),
    ...meta('og:type', 'website', 'property'),
    ...meta('og:site_name', product[language === 'ja' ? 0 : 1], 'property'),
    ...meta('og:title', title, 'property'),
    ...meta('og:description', description, 'property'),
    ...meta('og:url', isKnown ? address : null, 'property'),
    ...meta('og:locale', language === 'ja' ? 'ja_JP' : 'en_GB', 'property'),
    ...(picture && isKnown ? meta('og:image', new URL(picture, origin).href, 'property') : []),
    ...meta('twitter:card', 'summary_large_image'),
    ...(oembed ? [`<link rel="alternate" type="application/json+oembed" href="${escaped(oembed)}" />`] : []),
    ...meta('policy-graph:embeddable', isEmbeddable ? 'yes' : null),
    ...meta('policy-graph:operator', site.operator),
    ...meta('policy-graph:licence', site.licence),
    ...meta('policy-graph:contact', site.contact),
  ].join('\n    ');
  return html
    .replace(/<meta property="og:image"[^>]*>\s*/g, '')
    .replace(/<link [^>]*data-page="([^"]*)"[^>]*>\s*/g, (link, of) => (of === page ? link : ''))
    .replace(/<html lang="\w+"/, `<html lang="${language}"`)
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace('<div id="explorer">', (element) => (first ? element + firstPaint(first, language) : element));
}
