/** Dossiers of the documents that all was read from (出典文書). */
import { cellsInWords } from '../labels/cells.js';
import { type Description, describe } from '../model/declaration.js';
import { IssueSeverity } from '../model/enums.js';
import { DossierSourceDocumentDocument, type NamedFragment } from './graphql/graphql.js';
import { dossier, fact, joined, mention, section, word } from './section.js';
import { identity, records } from './shared-sections.js';

/** A fact that has words in both languages; none where it is not known. */
const factIn = (label: Description, ja: string | null, en: string | null) =>
  ja === null ? [] : [{ label, text: describe(en ?? ja, ja), sources: [] }];

/** A remark with what was expected and what the lines print, where it says so. */
const contrasted = ({ ja, en }: Description, expected: string | null, actual: string | null): Description =>
  expected === null || actual === null
    ? { ja, en }
    : {
        ja: `${ja}（想定「${expected}」、文書「${actual}」）`,
        en: `${en} (expected “${expected}”, printed “${actual}”)`,
      };

/** Years, grades and changes have no name that a line could mention. */
const isNamed = (thing: object | null): thing is NamedFragment => thing !== null && 'name' in thing;

const placeLabel = (first: number, last: number, cells: string | null): Description => {
  if (cells !== null) return cellsInWords(cells);
  const lines = first === last ? String(first) : `${first}–${last}`;
  return { ja: `${lines}行`, en: `l. ${lines}` };
};

export const sourceDocumentDossier = dossier('SourceDocument', DossierSourceDocumentDocument, {
  document: {
    identity,
    document: section(describe('The document', '文書'), (document) => [
      ...fact(describe('Title', '表題'), document.title, []),
      ...factIn(describe('Kind', '種別'), document.documentKindLabel, document.documentKindLabelEn),
      ...factIn(describe('Publisher', '発行者'), document.publisher, document.publisherEn),
      ...fact(describe('Fiscal year', '対象年度'), document.fiscalYear, []),
      ...fact(describe('Published', '公表日'), document.publicationDate, []),
      ...fact(describe('Published at', '公表先'), document.url, []),
      ...fact(describe('Lines of its text', '行数'), document.lineCount, []),
      ...fact(describe('File saved on', 'ファイルの更新日'), document.fileDate, []),
      ...fact(describe('SHA-256 of the file that was read', '読み込んだファイルのSHA-256'), document.checksum, []),
    ]),
    issues: section(describe('What the extraction remarked', '読取時の指摘'), ({ id, issues }) =>
      issues.map(({ severity, message, messageJa, expected, actual, firstLine, lastLine }) => ({
        label: joined([word(IssueSeverity, severity)]),
        text: contrasted({ ja: messageJa, en: message }, expected, actual),
        sources:
          firstLine === null
            ? []
            : [{ stage: null, firstLine, lastLine: lastLine ?? firstLine, cells: null, document: { id } }],
      })),
    ),
  },
  records,
  facts: {
    facts: section(
      describe('What was read from it, line by line', '読み取った事実（行順）'),
      ({ thingId, citedBy }) =>
        citedBy.edges.map(({ node: { stage, firstLine, lastLine, cells, sentence, sentenceEn, subject, target } }) => ({
          label: placeLabel(firstLine, lastLine, cells),
          text: { ja: sentence, en: sentenceEn },
          mentions: [subject, target].flatMap((thing) => (isNamed(thing) ? [mention(thing)] : [])),
          sources: [{ stage, firstLine, lastLine, cells, document: { id: thingId } }],
        })),
      ({ citedBy }) => [citedBy],
    ),
  },
});
