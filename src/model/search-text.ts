/** How the graph keeps what search looks in: one text per named thing, a line for each of its names and texts. */
import { type Description, describe } from './declaration.js';
import type { Stage } from './enums.js';

/** What a line of the text is. */
export const searchFields = {
  CODE: describe('Its code or number.', '番号'),
  NAME: describe('Its name.', '名称'),
  STAGE_NAME: describe('Its name or code at another stage.', '他の段階での名称・番号'),
  ENGLISH_NAME: describe('Its English name.', '英語名'),
  ALIAS: describe('A former name or another spelling.', '別名'),
  MISSPELLING: describe('A slip of a text export in its name.', '読み取り誤り'),
  PRINTED_NAME: describe('How a document names it elsewhere.', '文書での表記'),
  LINKED_NAME: describe('Names of things that it is linked with.', '関連する項目の名称'),
  DESCRIPTION: describe('Its subtitle, vision or definition.', '副題・めざす姿・定義'),
  SUMMARY: describe('Its summary in Japanese.', '要約'),
  ENGLISH_SUMMARY: describe('Its summary in English.', '英語の要約'),
} as const satisfies Record<string, Description>;

/** The scope of what all municipalities share, beside those that are named by a municipality's key. */
export const sharedScope = 'shared';

export type SearchField = keyof typeof searchFields;

/** A line of the text: what it is, the stage that prints it where only one does, and the text itself. */
export interface SearchLine {
  readonly field: Exclude<SearchField, 'STAGE_NAME' | 'LINKED_NAME'>;
  readonly stage: Stage | null;
  readonly text: string;
}

/** The two properties of a named thing: its folded lines, and what each of them is. */
export interface SearchProperties {
  readonly searchText: string;
  readonly searchFields: string;
}

export const writeSearchText = (lines: readonly SearchLine[]): SearchProperties => ({
  searchText: lines.map(({ text }) => text).join('\n'),
  searchFields: lines.map(({ field, stage }) => (stage ? `${field}@${stage}` : field)).join(' '),
});

export function readSearchText({ searchText, searchFields: fields }: SearchProperties): readonly SearchLine[] {
  const names = fields.split(' ');
  return searchText.split('\n').map((text, index) => {
    const [field, stage] = (names[index] ?? '').split('@');
    return { field: field as SearchLine['field'], stage: (stage as Stage | undefined) ?? null, text };
  });
}
