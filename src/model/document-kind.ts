/** Kinds of source documents, which `SourceDocument.documentKind` codes, in words of both languages. */
import type { ComputedDeclaration, Description } from './declaration.js';
import { computed, describe } from './language.js';

const kindWords: Readonly<Record<string, Description>> = {
  'adopted-plan': describe('Adopted plan', '確定計画'),
  'import-map': describe('Mapping file of an import', '取込の対応表'),
  'linkage-plans-draft': describe('Draft of the linkage plans', '政策連携プラン（素案）'),
  'reform-sheets': describe('Administrative-reform sheets', '行政改革の実施計画シート'),
  'review-sheets': describe('Review sheets of the draft plan', '計画素案の検討シート'),
  workbook: describe('Sheet of a workbook', 'ワークブックのシート'),
};

/** The words of the property `documentKind` in one language; a kind that has no words stays as it is coded. */
export const documentKindIn = (language: keyof Description, en: string, ja: string): ComputedDeclaration =>
  computed('documentKind', (kind) => (typeof kind === 'string' ? (kindWords[kind]?.[language] ?? kind) : null), en, ja);
