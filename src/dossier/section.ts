/** The language in which dossiers are declared: a section is what it selects of its subject, and the lines made of that. */
import type { Description, EnumDeclaration } from '../model/declaration.js';
import { PlanStage, type Stage } from '../model/enums.js';
import { type StoredSources, writeSource } from '../model/stored-sources.js';

/** A thing that a line names, and the words that stand for it in label or text. */
export interface Mention {
  readonly id: string;
  readonly words: Description;
}

/** A line of a dossier: what it says, and where that was read. */
export interface Line {
  /** What the line is about: a number, a year, the name of a fact. */
  readonly label: Description;
  readonly text: Description;
  /** The thing that is spoken of, where it has an identity. */
  readonly id?: string;
  /** Its address in a public vocabulary. */
  readonly uri?: string;
  /** What label and text name where they are more than the name of one thing. */
  readonly mentions?: readonly Mention[];
  readonly sources: readonly SourceRow[];
}

/** A source as sections select it. */
export interface SourceRow {
  readonly stage: Stage | null;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly document: { readonly id: string };
}

/** Lines of a list that was cut carry on beyond what a dossier shows. */
interface Lines {
  readonly lines: readonly Line[];
  readonly truncated: boolean;
}

export interface Section {
  readonly key: string;
  readonly title: Description;
  /** Fields of the subject's type. */
  readonly selection: string;
  read(subject: unknown): Lines;
}

/** Declares a section whose selection answers with `Subject`. */
export const section = <Subject>(options: {
  readonly key: string;
  readonly title: Description;
  readonly selection: string;
  readonly lines: (subject: Subject) => readonly Line[];
  /** The lists that may have been cut. */
  readonly lists?: (subject: Subject) => readonly Linked<unknown>[];
}): Section => ({
  key: options.key,
  title: options.title,
  selection: options.selection,
  read: (subject) => ({
    lines: options.lines(subject as Subject),
    truncated: (options.lists?.(subject as Subject) ?? []).some(({ pageInfo }) => pageInfo.hasNextPage),
  }),
});

/** A connection as `linked` selects it. */
export interface Linked<Target> {
  readonly edges: readonly { readonly sources: readonly SourceRow[]; readonly node: Target }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export const sources = 'sources { stage firstLine lastLine document { id } }';
export const named = 'id name nameEn';

/** A whole list, as long as lists may be, with the sources of its links. */
export const linked = (field: string, selection: string): string =>
  `${field}(first: 500) { edges { ${sources} node { ${selection} } } pageInfo { hasNextPage } }`;

/** The same words in both languages: numbers, codes, what documents print. */
export const same = (words: string | number): Description => ({ en: String(words), ja: String(words) });

export const nameOf = ({ name, nameEn }: Pick<Named, 'name' | 'nameEn'>): Description => ({
  ja: name,
  en: nameEn ?? name,
});

export const mention = (node: Named): Mention => ({ id: node.id, words: nameOf(node) });

/** A thing that is mentioned by its number or code; none where it has none. */
export const mentionBySign = (id: string, sign: string | null): readonly Mention[] =>
  sign === null ? [] : [{ id, words: same(sign) }];

/** Descriptions with words around and between them, in both languages. */
export function phrase(ja: readonly string[], en: readonly string[], ...parts: readonly Description[]): Description {
  const woven = (words: readonly string[], language: 'ja' | 'en') =>
    words.map((word, place) => word + (parts[place]?.[language] ?? '')).join('');
  return { ja: woven(ja, 'ja'), en: woven(en, 'en') };
}

export const joined = (parts: readonly Description[]): Description => ({
  ja: parts.map(({ ja }) => ja).join('、'),
  en: parts.map(({ en }) => en).join(', '),
});

/** A value of an enum in words. */
export const word = ({ values }: EnumDeclaration, value: string): Description => ({
  ja: values[value]?.ja ?? value,
  en: value.toLowerCase().replace(/_/g, ' '),
});

const stageNames: Readonly<Record<string, string>> = {
  CURRENT: 'current plan',
  DRAFT: 'draft',
  ADOPTED: 'adopted plan',
};

/** A stage of the plan in words. */
export const stageName = (stage: string): Description => ({
  ja: PlanStage.values[stage]?.ja ?? stage,
  en: stageNames[stage] ?? stage,
});

/** The sources of several facts, each place once. */
export function together(...lists: readonly (readonly SourceRow[])[]): readonly SourceRow[] {
  const places = new Map(
    lists.flat().map((row) => [[row.document.id, row.stage, row.firstLine, row.lastLine].join(' '), row]),
  );
  return [...places.values()];
}

/** Sources as the engine takes them. */
export const storedSources = (rows: readonly SourceRow[]): StoredSources =>
  rows.map(({ document, ...place }) => writeSource({ document: document.id, ...place }));
