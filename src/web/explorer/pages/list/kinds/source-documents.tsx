import { SourceDocumentListDocument, type SourceDocumentListQuery } from '../../../graphql/graphql.js';
import { columnsOf } from '../columns.js';
import { listKind } from '../list-kind.js';

type SourceDocumentRow = SourceDocumentListQuery['sourceDocuments']['nodes'][number];

/** The documents that the graph was read from. */
export const sourceDocuments = listKind({
  field: 'sourceDocuments',
  type: 'SourceDocument',
  document: SourceDocumentListDocument,
  columns: (tools) => {
    const column = columnsOf<SourceDocumentRow>(tools, 'SourceDocument');
    return [
      column.name(),
      column.value('documentKind', ({ documentKind }) => documentKind),
      column.figure('lineCount', ({ lineCount }) => lineCount),
    ];
  },
});
