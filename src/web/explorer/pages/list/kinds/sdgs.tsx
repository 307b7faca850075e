import { SdgListDocument, type SdgListQuery } from '../../../graphql/graphql.js';
import { columnsOf } from '../columns.js';
import { listKind } from '../list-kind.js';

type SdgRow = SdgListQuery['sdgs']['nodes'][number];

/** The goals with what touches them. */
export const sdgs = listKind({
  field: 'sdgs',
  type: 'Sdg',
  document: SdgListDocument,
  columns: (tools) => {
    const column = columnsOf<SdgRow>(tools, 'Sdg');
    return [
      { ...column.sdgs('number', (sdg) => [sdg]), value: ({ number }) => number },
      column.name(),
      column.things('policyItems', ({ policyItems }) => policyItems.nodes),
      column.opening('measures', 'measures', 'sdg', ({ measures }) => measures.totalCount),
      column.opening('departments', 'departments', 'sdg', ({ departments }) => departments.totalCount),
    ];
  },
});
