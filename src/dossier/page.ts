/** A dossier as a page to print: Japanese or English, without scripts, fonts or pictures from anywhere. */
import type { Description } from '../model/declaration.js';
import { findNode, inWords, nodes } from '../model/model.js';
import { type Citations, citationsOf } from './citations.js';
import {
  DossierAbsenceDocument,
  DossierPageDocument,
  type DossierPageQuery,
  type Presence,
} from './graphql/graphql.js';
import { addressOf, escaped, htmlPage, type Language, languageMark, type Shown } from './html.js';
import { linkedText, linkTo } from './linked-text.js';
import { stageName } from './section.js';

/** What the page asks the service for. */
export const pageOperation = String(DossierPageDocument);

/** What it asks for where the stage that was requested has not the thing. */
export const absenceOperation = String(DossierAbsenceDocument);

/** What the operation of the page answers. */
export type ShownDossier = NonNullable<DossierPageQuery['dossier']>;

type ShownSection = ShownDossier['sections'][number];
type ShownEntry = ShownSection['entries'][number];

const words = {
  about: { ja: '項目', en: 'About' },
  content: { ja: '内容', en: 'Content' },
  sources: { ja: '出典', en: 'Sources' },
  documents: { ja: '出典文書', en: 'Source documents' },
  own: { ja: '文書の記載ではありません', en: 'not from a document' },
  ownAtStage: { ja: 'この段階の文書の記載ではありません', en: 'not from a document of this stage' },
  cut: { ja: '一部のみ表示しています。', en: 'Only a part is shown.' },
  explorer: { ja: 'エクスプローラーで開く', en: 'Open in the explorer' },
  day: { ja: '作成日', en: 'Date' },
  revision: { ja: 'データの版', en: 'Revision of the data' },
  address: { ja: 'アドレス', en: 'Address' },
  elsewhere: { ja: 'この項目がある段階', en: 'Stages that have it' },
  contents: { ja: '目次', en: 'Contents' },
  lines: {
    ja: '行番号は、文書をテキストにしたものの行です。',
    en: 'Line numbers (l.) are those of the text of the documents.',
  },
} as const;

/** When, of which data and from where a page was made: on paper nothing else tells. */
export interface Made {
  readonly day: string;
  readonly revisions: readonly string[];
  readonly address: string;
}

interface Requested extends Shown {
  /** Words of this service with the levels of the plan as the city calls them. */
  readonly inCity?: (words: string) => string;
  /** What is known of the thing at the stage that was requested. */
  readonly presence?: Presence | null;
}

/** The page of a dossier; `stage` is the one that was requested. */
export function dossierPage(found: ShownDossier, requested: Requested, made: Made | null = null): string {
  const { language, stage, inCity = (words) => words } = requested;
  const dossier = inWordsOfCity(found, inCity);
  const kind = inCity(kindOf(dossier, language));
  const title = language === 'ja' ? dossier.title : dossier.titleEn;
  const other =
    language === 'ja' ? ({ language: 'en', name: 'English' } as const) : ({ language: 'ja', name: '日本語' } as const);
  const entries = dossier.sections.flatMap((section) => section.entries);
  const { cite, documents } = citationsOf(
    entries.flatMap(({ sources }) => sources),
    language,
  );
  // What a stage does not tell of a thing can be what another one does.
  const own = (requested.presence ?? 'STATED') === 'STATED' ? words.own : words.ownAtStage;
  const citations: Citations = {
    documents,
    cite: (sources) => (sources.length === 0 ? own[language] : cite(sources)),
  };
  const shown = { language, stage };
  return htmlPage(
    language,
    title,
    `<header>
<nav>
<a href="${addressOf('things', dossier.id, { language, stage: dossier.stage })}">${words.explorer[language]}</a>
<a href="${addressOf('dossier', dossier.id, { language: other.language, stage })}" lang="${other.language}" hreflang="${other.language}">${other.name}</a>
</nav>
<p class="kind quiet">${escaped(kind)}</p>
<h1>${escaped(title)}</h1>
<p class="quiet">${escaped(dossier.id)}</p>
${noticeOf(dossier, requested)}
${made === null ? '' : madeOf(made, language)}
<nav class="sections" aria-label="${words.contents[language]}">
${dossier.sections.map((section) => `<a href="#${escaped(section.key)}">${escaped(titleOf(section, language))}</a>`).join('\n')}
<a href="#documents">${words.documents[language]}</a>
</nav>
</header>
<main>
${dossier.sections.map((section) => sectionOf(section, citations, shown)).join('\n')}
</main>
<footer id="documents">
<h2>${words.documents[language]}</h2>
<ol class="documents">
${citations.documents()}
</ol>
<p class="quiet">${words.lines[language]}</p>
</footer>`,
    descriptionOf(dossier, kind, language),
  );
}

/** Labels that are the name of a type, or of its code; others may be names of things, which are the city's. */
const wordsOfTypes = new Set(
  nodes.flatMap(({ name, description: { ja } }) => [ja, `${ja}番号`, inWords(name).toLowerCase()]),
);

/** The dossier with the words of this service as the city calls the levels of its plan. */
const inWordsOfCity = (dossier: ShownDossier, inCity: (words: string) => string): ShownDossier => ({
  ...dossier,
  sections: dossier.sections.map(({ title, titleEn, entries, ...section }) => ({
    ...section,
    title: inCity(title),
    titleEn: inCity(titleEn),
    entries: entries.map(({ label, labelEn, ...entry }) => ({
      ...entry,
      label: wordsOfTypes.has(label) ? inCity(label) : label,
      labelEn: wordsOfTypes.has(labelEn.toLowerCase()) ? inCity(labelEn) : labelEn,
    })),
  })),
});

function madeOf({ day, revisions, address }: Made, language: Language): string {
  const said = [
    [words.day, day],
    ...(revisions.length === 0 ? [] : [[words.revision, revisions.join(', ')] as const]),
    [words.address, address],
  ] as const;
  const lines = said.map(([label, value]) => `<dt>${label[language]}</dt><dd>${escaped(value)}</dd>`);
  return `<dl class="made quiet">${lines.join('')}</dl>`;
}

function descriptionOf(dossier: ShownDossier, kind: string, language: Language): string {
  const sections = dossier.sections.map((section) => titleOf(section, language));
  return language === 'ja'
    ? `${kind}「${dossier.title}」について文書に書かれた内容と、その出典の行：${sections.join('、')}。`
    : `What the documents say of the ${kind} “${dossier.titleEn}”, with the lines that say so: ${sections.join(', ')}.`;
}

const kindOf = ({ type }: ShownDossier, language: Language): string =>
  language === 'ja' ? (findNode(type)?.description.ja ?? type) : inWords(type);

const titleOf = ({ title, titleEn }: ShownSection, language: Language) => (language === 'ja' ? title : titleEn);

/** Says at which stage the thing is shown, and why where no stage was requested; and where that stage was not read. */
function noticeOf(dossier: ShownDossier, { language, stage, presence }: Requested): string {
  if (dossier.stage === null) return '';
  const { ja, en } = stageName(dossier.stage);
  const requested = { ja: `${ja}の内容です。`, en: `As the ${en} has it.` };
  const last = {
    ja: `現在は有効ではありません。最後に記載のある${ja}の内容を表示しています。`,
    en: `No longer in force. Shown as the ${en} has it, the last stage that does.`,
  };
  const notRead = {
    ja: `${ja}のこの部分は読み込まれていません（計画にないという意味ではありません）。計画段階によらず分かる内容だけを示します。`,
    en: `This part of the ${en} was not read, which does not mean that the plan lacks it. Shown is what is known whatever the stage.`,
  };
  const nameOnly = {
    ja: `${ja}から分かるのは名称だけで、内容は読み込まれていません。`,
    en: `Of the ${en} only the name was read, and nothing of the content.`,
  };
  const notListed = {
    ja: `${ja}にはありません（読み込んだ文書は、${ja}のこの部分をすべて挙げています）。計画段階によらず分かる内容だけを示します。`,
    en: `Not in the ${en}: the documents that were read list this part of it without this. Shown is what is known whatever the stage.`,
  };
  const told: Record<Presence, Description> = {
    STATED: requested,
    NAME_ONLY: nameOnly,
    NOT_READ: notRead,
    NOT_LISTED: notListed,
  };
  const said = stage === null ? last : told[presence ?? 'STATED'];
  return `<p class="notice">${escaped(said[language])}</p>`;
}

function sectionOf(section: ShownSection, citations: Citations, shown: Shown): string {
  const { language } = shown;
  return `<section id="${escaped(section.key)}">
<h2>${escaped(titleOf(section, language))}</h2>
${coverageNote(section.coverage, language)}${section.entries.length === 0 ? '' : tableOf(section, citations, shown)}
${section.truncated ? `<p>${words.cut[language]}</p>` : ''}
</section>`;
}

/** Says of a section that does not show all there is, what was not read. */
const coverageNote = ({ state, note, noteEn }: ShownSection['coverage'], language: Language): string =>
  state === 'COMPLETE' ? '' : `<p class="coverage">${escaped(language === 'ja' ? note : noteEn)}</p>\n`;

function tableOf({ entries }: ShownSection, citations: Citations, shown: Shown): string {
  const heads = [words.about, words.content, words.sources].map(
    (head) => `<th scope="col">${head[shown.language]}</th>`,
  );
  return `<table>
<colgroup><col class="about"><col><col class="places"></colgroup>
<thead><tr>${heads.join('')}</tr></thead>
<tbody>
${entries.map((entry) => rowOf(entry, citations, shown)).join('\n')}
</tbody>
</table>`;
}

function rowOf(entry: ShownEntry, citations: Citations, shown: Shown): string {
  const { language } = shown;
  const japanese = language === 'ja';
  const [label, text] = japanese ? [entry.label, entry.text] : [capitalized(entry.labelEn), capitalized(entry.textEn)];
  const things = entry.mentions.map(({ id, words, wordsEn }) => ({ id, words: japanese ? words : wordsEn }));
  // The one thing that a line speaks of is all of its text, where it is not named within.
  const linked =
    entry.id !== null && !things.some(({ id }) => id === entry.id)
      ? linkTo(entry.id, text, shown)
      : linkedText(text, things, shown);
  const uri = entry.uri === null ? '' : `<p class="quiet">${escaped(entry.uri)}</p>`;
  return `<tr><th scope="row"${languageMark(label, language)}>${linkedText(label, things, shown)}</th><td><p${languageMark(text, language)}>${linked}</p>${uri}</td><td class="sources">${citations.cite(entry.sources)}</td></tr>`;
}

const capitalized = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** Where a thing is that is not at the stage that was requested. */
export interface Elsewhere {
  readonly id: string;
  readonly stages: readonly string[];
}

/** The page for what cannot be shown, in both languages, the requested one first; with what can be shown instead. */
export function errorPage(
  message: { readonly ja: string; readonly en: string },
  language: Language,
  { id, stages }: Elsewhere = { id: '', stages: [] },
): string {
  const other = language === 'ja' ? 'en' : 'ja';
  const links = stages.map(
    (stage) => `<a href="${addressOf('dossier', id, { language, stage })}">${escaped(stageName(stage)[language])}</a>`,
  );
  return htmlPage(
    language,
    message[language],
    `<nav><a href="/${language === 'en' ? '?lang=en' : ''}">${{ ja: 'エクスプローラー', en: 'Explorer' }[language]}</a></nav>
<main>
<h1 class="kind">${escaped(message[language])}</h1>
<p lang="${other}">${escaped(message[other])}</p>
${stages.length === 0 ? '' : `<p>${words.elsewhere[language]}${language === 'ja' ? '：' : ': '}${links.join(language === 'ja' ? '、' : ', ')}</p>\n`}</main>`,
  );
}
