/** The language in which dossiers are declared: a section makes lines of what a root field of an operation answers. */
import { type DocumentNode, parse } from 'graphql';
import { groupBy } from '../group-by.js';
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
  readonly lists: (subject: Subject) => readonly Pick<Linked<unknown>, 'pageInfo'>[];
  /** The fields of the subject that it shows, or paths of them (`policyItem.indicators`); else that of its key, if there is one. */
  readonly of?: readonly string[];
}

export const section = <Subject>(
  title: Description,
  lines: Section<Subject>['lines'],
  lists: Section<Subject>['lists'] = () => [],
): Section<Subject> => ({ title, lines, lists });

/** A section with the lines of one list; nothing where the subject has no such list. */
export const listSection = <Subject, List extends Linked<unknown>>(
  title: Description,
  listOf: (subject: Subject) => List | undefined,
  linesOf: (list: List) => readonly Line[],
): Section<Subject> => {
  const lists = (subject: Subject): readonly List[] => {
    const list = listOf(subject);
    return list ? [list] : [];
  };
  return section(title, (subject) => lists(subject).flatMap((list) => linesOf(list)), lists);
};

/** A section that shows other fields than that of its key: of what they are, its coverage tells. */
export const about = <Subject>(of: readonly string[], shown: Section<Subject>): Section<Subject> => ({ ...shown, of });

/** The dossiers of a type: what reads them, and the sections of each root field of it, in the order of the page. */
export interface DossierDeclaration {
  /** Parsed once, so that its plans are kept. */
  readonly document: DocumentNode;
  readonly parts: Readonly<Record<string, Readonly<Record<string, Section<never>>>>>;
}

/** What a root field answers where it finds a node of the type. */
export type SubjectOf<Answer, Type> = Extract<Answer, { readonly __typename: Type }>;

/**
 * Declares the dossiers of a type by their operation in `operations/`. Its root fields all read the same node, each by one
 * statement and at the same time: one statement for all of it would take Neo4j seconds to plan.
 */
export const dossier = <Type extends string, Answer>(
  _type: Type,
  document: TypedDocumentString<Answer, never>,
  parts: { readonly [Part in keyof Answer]: Readonly<Record<string, Section<SubjectOf<Answer[Part], Type>>>> },
): DossierDeclaration => ({ document: parse(String(document)), parts });

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

/** A line that names one thing, after its number or code where one is given. */
export const nameLine = (
  label: Description,
  node: NamedFragment,
  sources: Line['sources'],
  sign?: string | number,
) => ({
  label,
  text: sign === undefined ? nameOf(node) : phrase(['', ' '], ['', ' '], same(sign), nameOf(node)),
  id: node.id,
  sources,
});

/** A line for each thing of a list: a label, and its name. */
export const namedLines = <Target extends NamedFragment>(
  { edges }: Linked<Target>,
  labelOf: (node: Target) => Description,
): readonly Line[] => edges.map(({ node, sources }) => nameLine(labelOf(node), node, sources));

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
  const distinct = new Map(lists.flat().map((row) => [stored(row), row]));
  return [...distinct.values()];
}

/** Entries about the same thing as one, with the sources of all of them. */
export const merged = <Entry extends Pick<Line, 'sources'>>(
  entries: readonly Entry[],
  idOf: (entry: Entry) => string,
): readonly Entry[] =>
  [...groupBy(entries, idOf).values()].map((group) => ({
    ...group[0],
    sources: together(...group.map(({ sources }) => sources)),
  }));

/** Sources as the engine takes them. */
export const storedSources = (rows: readonly CitedLinesFragment[]): StoredSources => rows.map(stored);

function stored({ document, ...place }: CitedLinesFragment): string {
  return writeSource({ document: document.id, ...place });
}
