/** Dossiers of the documents that all was read from (出典文書). */
import { describe } from '../model/declaration.js';
import { IssueSeverity } from '../model/enums.js';
import { DossierSourceDocumentDocument } from './graphql/graphql.js';
import { dossier, fact, joined, section, word } from './section.js';
import { identity, records } from './shared-sections.js';

export const sourceDocumentDossier = dossier('SourceDocument', DossierSourceDocumentDocument, {
  document: {
    identity,
    document: section(describe('The document', '文書'), ({ title, documentKind, lineCount, checksum }) => [
      ...fact(describe('Title', '表題'), title, []),
      ...fact(describe('Kind', '種別'), documentKind, []),
      ...fact(describe('Lines of its text', '行数'), lineCount, []),
      ...fact(describe('SHA-256 of its text', 'テキストのSHA-256'), checksum, []),
    ]),
    issues: section(describe('What the extraction remarked', '読取時の指摘'), ({ id, issues }) =>
      issues.map(({ severity, message, messageJa, firstLine, lastLine }) => ({
        label: joined([word(IssueSeverity, severity)]),
        text: { ja: messageJa, en: message },
        sources:
          firstLine === null ? [] : [{ stage: null, firstLine, lastLine: lastLine ?? firstLine, document: { id } }],
      })),
    ),
  },
  records,
});
