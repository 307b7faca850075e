/** The language in which dossiers are declared: a section makes lines of what the operation of its part answers. */
import { type DocumentNode, parse } from 'graphql';
import { type Description, type EnumDeclaration, valueDescription } from '../model/declaration.js';
import { PlanStage } from '../model/enums.js';
import { type StoredSources, writeSource } from '../model/stored-sources.js';
import type { CitedLinesFragment, NamedFragment, TypedDocumentString } from './graphql/graphql.js';

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
  readonly sources: readonly CitedLinesFragment[];
}

/** A connection as the operations select it. */
export interface Linked<Target> {
  readonly edges: readonly { readonly sources: readonly CitedLinesFragment[]; readonly node: Target }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

export interface Section<in Subject> {
  readonly title: Description;
  readonly lines: (subject: Subject) => readonly Line[];
  /** The lists that may have been cut: then a dossier does not show all. */
  readonly lists: (subject: Subject) => readonly Linked<unknown>[];
}

export const section = <Subject>(
  title: Description,
  lines: Section<Subject>['lines'],
  lists: Section<Subject>['lists'] = () => [],
): Section<Subject> => ({ title, lines, lists });

/** The sections of a dossier that one operation reads, by their keys, in the order of the page. */
export interface Part {
  /** Parsed once, so that its plan is kept. */
  readonly document: DocumentNode;
  readonly sections: Readonly<Record<string, Section<never>>>;
}

/** Declares a part of the dossiers of a type by its operation in `operations/`. */
export const part = <Type extends string, Answer extends { readonly node: { readonly __typename: string } | null }>(
  _type: Type,
  document: TypedDocumentString<Answer, never>,
  sections: Readonly<Record<string, Section<Extract<NonNullable<Answer['node']>, { readonly __typename: Type }>>>>,
): Part => ({ document: parse(String(document)), sections });

/** The same words in both languages: numbers, codes, what documents print. */
export const same = (words: string | number): Description => ({ en: String(words), ja: String(words) });

export const nameOf = ({ name, nameEn }: Pick<NamedFragment, 'name' | 'nameEn'>): Description => ({
  ja: name,
  en: nameEn ?? name,
});

export const mention = (node: NamedFragment): Mention => ({ id: node.id, words: nameOf(node) });

/** A thing that is mentioned by its number or code; none where it has none. */
export const mentionBySign = (id: string, sign: string | null): readonly Mention[] =>
  sign === null ? [] : [{ id, words: same(sign) }];

/** A line for one fact of the subject itself; none where there is no value. */
export const fact = (
  label: Description,
  value: string | number | null,
  sources: readonly CitedLinesFragment[],
): readonly Line[] => (value === null || value === '' ? [] : [{ label, text: same(value), sources }]);

/** A line for each thing of a list: a label, and its name. */
export const namedLines = <Target extends NamedFragment>(
  { edges }: Linked<Target>,
  labelOf: (node: Target) => Description,
): readonly Line[] =>
  edges.map(({ node, sources }) => ({ label: labelOf(node), text: nameOf(node), id: node.id, sources }));

/** Descriptions with words around and between them, in both languages. */
export function phrase(ja: readonly string[], en: readonly string[], ...parts: readonly Description[]): Description {
  const woven = (words: readonly string[], language: 'ja' | 'en') =>
    words.map((word, index) => word + (parts[index]?.[language] ?? '')).join('');
  return { ja: woven(ja, 'ja'), en: woven(en, 'en') };
}

/** A description with another one in brackets behind it. */
export const withRemark = (text: Description, remark: Description): Description =>
  phrase(['', '（', '）'], ['', ' (', ')'], text, remark);

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
  ja: valueDescription(PlanStage, stage)?.ja ?? stage,
  en: stageNames[stage] ?? stage,
});

/** The sources of several facts, each of them once. */
export function together(...lists: readonly (readonly CitedLinesFragment[])[]): readonly CitedLinesFragment[] {
  const distinct = new Map(
    lists.flat().map((row) => [[row.document.id, row.stage, row.firstLine, row.lastLine].join(' '), row]),
  );
  return [...distinct.values()];
}

/** Sources as the engine takes them. */
export const storedSources = (rows: readonly CitedLinesFragment[]): StoredSources =>
  rows.map(({ document, ...lines }) => writeSource({ document: document.id, ...lines }));
