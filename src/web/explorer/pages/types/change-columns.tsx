import type { ChangeFactsFragment, PlanStage, SourceLinesFragment } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import { ChangedText } from '../../parts/word-changes/changed-text.js';
import type { ThingLabels } from '../thing/words.js';
import { sourcesColumn } from './columns.js';

type Mark = 'REMOVED' | 'ADDED';
type Change = ChangeFactsFragment & { readonly sources: readonly SourceLinesFragment[] };

/** The columns of tables of changes, by name. */
export function changeColumns<Row extends Change>(labels: ThingLabels) {
  const { words, vocabulary, pick } = labels;
  const column = (id: string, value: Column<Row>['value'], title = vocabulary.field('Change', id)): Column<Row> => ({
    id,
    title,
    value,
  });
  const stage = (name: PlanStage) => vocabulary.value('PlanStage', name);
  /** Roles are values of the schema; all else stands as it is printed. */
  const printed = (field: string | null, value: string | null) =>
    value !== null && field === 'role' ? vocabulary.value('IndicatorRole', value) : value;
  const reworded =
    (only: Mark): NonNullable<Column<Row>['cell']> =>
    ({ field, before, after }) =>
      markedText(printed(field, before), printed(field, after), only);
  return {
    step: column('step', ({ fromStage, toStage }) => `${stage(fromStage)} → ${stage(toStage)}`, words.step),
    kind: column('kind', ({ kind }) => vocabulary.value('ChangeKind', kind)),
    field: column('field', ({ fieldLabel, fieldLabelEn }) => pick(fieldLabel, fieldLabelEn)),
    before: { ...column('before', ({ field, before }) => printed(field, before)), cell: reworded('REMOVED') },
    after: { ...column('after', ({ field, after }) => printed(field, after)), cell: reworded('ADDED') },
    note: column('note', ({ note }) => note),
    basis: column('basis', ({ basis }) => vocabulary.value('ChangeBasis', basis)),
    sources: sourcesColumn<Row>(labels),
  };
}

/** The text before or after, with the words marked in which they differ where both are there. */
function markedText(before: string | null, after: string | null, only: Mark) {
  if (before === null || after === null) return only === 'REMOVED' ? before : after;
  return <ChangedText before={before} after={after} only={only} />;
}
