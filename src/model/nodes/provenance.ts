/** Where facts come from and how they changed. */

import { changedFieldIn, partsOfSet } from '../changed-field.js';
import type { NodeType } from '../declaration.js';
import { documentKindIn } from '../document-kind.js';
import { into, out } from '../edges.js';
import { ChangeBasis, ChangeKind, IndicatorRole, IssueSeverity, PassageKind, PlanStage } from '../enums.js';
import { choice, date, describe, entity, integer, list, one, record, required, text } from '../language.js';
import { eraOf } from '../values.js';

export const SourceDocument: NodeType = entity({
  lookup: null,
  stageless: true,
  description: describe('A document of the city that facts were read from.', '出典文書'),
  example: 'honjo:source-document:adopted-plan',
  fields: {
    title: text('Full title of the document, as it prints it.', '文書名'),
    documentKind: text(
      'Kind of document: review-sheets, adopted-plan, linkage-plans-draft, reform-sheets; workbook for a sheet, import-map for the file that says what its columns are.',
      '文書の種類',
      { few: true },
    ),
    documentKindLabel: documentKindIn('ja', 'Kind of document in Japanese words.', '文書の種類の名称'),
    documentKindLabelEn: documentKindIn('en', 'Kind of document in English words.', '文書の種類の名称（英語）'),
    publisher: text('Who published it; null where that is not known.', '発行者', { nullable: true }),
    publisherEn: text('The English name of the publisher.', '発行者（英語）', { nullable: true }),
    fiscalYear: integer('The fiscal year that its title names; null where it names none.', '対象年度', {
      nullable: true,
    }),
    fiscalEra: eraOf('fiscalYear', 'The fiscal year in the Japanese era, such as R6.', '対象年度（和暦）'),
    publicationDate: text(
      'When it was published, as YYYY-MM-DD, YYYY-MM or YYYY; null where that is not known.',
      '公表日',
      { nullable: true },
    ),
    url: text('Where it was published on the web; null where that is not known.', '公表先のURL', { nullable: true }),
    lineCount: integer('Number of lines of its text export; of a sheet the number of its last row.', '行数'),
    fileDate: date(
      'When its file was last saved, in Japan, as a workbook says itself; null where the file does not say so.',
      'ファイルの更新日',
      { nullable: true },
    ),
    checksum: text('SHA-256 of the file that was read: a text export, or the workbook of a sheet.', 'チェックサム', {
      coded: true,
    }),
    issues: list('ExtractionIssue', into('FOUND_IN'), 'What the extraction remarked about it.', '抽出時の指摘'),
  },
});

export const Change: NodeType = record({
  listed: false,
  description: describe('What happened to a thing between two stages.', '変更'),
  example: 'honjo:change:measure:5-1-4:CURRENT-DRAFT:content',
  fields: {
    kind: choice(ChangeKind, 'What happened to the thing, or to the part of it that `field` names.', '変更の種類'),
    basis: choice(ChangeBasis, 'How it is known.', '根拠'),
    field: text(
      'What of the thing changed: name, number, content, vision 1, period, departments, reference 1-4 (an item that a plan references), wording, role, target, subtitle, situation, collaboration; null where it is the thing as a whole.',
      '項目',
      { nullable: true, few: true },
    ),
    fieldLabel: changedFieldIn('ja', 'What of the thing changed, in Japanese: めざす姿 1.', '項目の名称'),
    fieldLabelEn: changedFieldIn(
      'en',
      'What of the thing changed, in English: state aimed at 1.',
      '項目の名称（英語）',
    ),
    before: text('The value before; null where there was none, and where it is running text.', '変更前', {
      nullable: true,
    }),
    after: text('The value after; null where there is none, and where it is running text.', '変更後', {
      nullable: true,
    }),
    ...partsOfSet,
    fromStage: choice(PlanStage, 'The earlier stage.', '変更前の段階'),
    toStage: choice(PlanStage, 'The later stage.', '変更後の段階'),
    note: text("Explanation in this service's words.", '補足', { nullable: true }),
    subject: required('Entity', out('CHANGES'), 'The thing that changed.', '対象'),
    pointsTo: one('Entity', out('POINTS_TO'), 'Where the document says that it is dealt with instead.', '参照先'),
  },
});

export const Passage: NodeType = record({
  description: describe(
    'Running text of a document; only where a user imported it into a database of their own.',
    '本文',
  ),
  example: 'honjo:passage:measure:5-1-1:CONTENT:ADOPTED',
  fields: {
    kind: choice(PassageKind, 'The part of the document.', '本文の種類'),
    stage: choice(PlanStage, 'The stage whose text it is; null outside the planning cycle.', '計画段階', {
      nullable: true,
    }),
    text: text('The text.', '本文'),
    subject: required('Entity', out('TEXT_OF'), 'What it is about.', '対象'),
    vision: one('Vision', out('WORDS'), 'The statement of the state aimed at whose words it is.', 'めざす姿'),
  },
});

export const ExtractionIssue: NodeType = record({
  listed: false,
  stageless: true,
  description: describe(
    'A remark of the extraction: a line that fits nowhere, a name that could not be resolved, two places that disagree.',
    '抽出時の指摘',
  ),
  example: 'honjo:extraction-issue:adopted-plan:568:figures-hold-no-text:4dea713b',
  fields: {
    rule: text('The rule that was checked.', '規則', { few: true }),
    severity: choice(IssueSeverity, 'How much it matters.', '重要度'),
    message: text('The remark in English.', '内容（英語）'),
    messageJa: text('The remark in Japanese.', '内容'),
    expected: text('What was expected.', '想定', { nullable: true }),
    actual: text('What was found.', '実際', { nullable: true }),
    firstLine: integer('First line, 1-based.', '開始行', { nullable: true }),
    lastLine: integer('Last line.', '終了行', { nullable: true }),
    document: one('SourceDocument', out('FOUND_IN'), 'The document.', '出典文書'),
  },
});

export const CoverageStatement: NodeType = record({
  lookup: null,
  metadata: true,
  stageless: true,
  description: describe(
    'What a document lists wholly: what it then leaves out is none, while what no statement covers was not read. A completeness statement in the sense of Darari et al., ACM TWEB 12 (2018).',
    '網羅の記述。文書がすべてを挙げている範囲で、そこにないものは「なし」、記述がない範囲は「未読」',
  ),
  example: 'honjo:coverage-statement:policy-item:5-1:sdgs:DRAFT',
  fields: {
    field: text('The field of the subject whose targets are all listed: sdgs, measures.', '対象の項目', { few: true }),
    role: choice(IndicatorRole, 'Only those of a role, of indicators; null for all.', '役割', { nullable: true }),
    stage: choice(PlanStage, 'The stage at which they are; null outside the planning cycle.', '計画段階', {
      nullable: true,
    }),
    subject: required('Entity', out('COVERAGE_OF'), 'The thing whose field it is.', '対象'),
  },
});
