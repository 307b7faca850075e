import { PolicyFieldListDocument, type PolicyFieldListQuery } from '../../../graphql/graphql.js';
import { columnsOf } from '../columns.js';
import { listKind } from '../list-kind.js';

type PolicyFieldRow = PolicyFieldListQuery['policyFields']['nodes'][number];

/** Policy fields with what lies in them. */
export const policyFields = listKind({
  field: 'policyFields',
  type: 'PolicyField',
  document: PolicyFieldListDocument,
  columns: (tools) => {
    const column = columnsOf<PolicyFieldRow>(tools, 'PolicyField');
    return [
      column.figure('number', ({ number }) => number),
      column.name(),
      column.opening('policyItems', 'policyItems', 'field', ({ policyItems }) => policyItems.totalCount),
      column.opening('measures', 'measures', 'field', ({ measures }) => measures.totalCount),
      column.figure('citingSheets', ({ citingSheets }) => citingSheets.totalCount),
    ];
  },
});
