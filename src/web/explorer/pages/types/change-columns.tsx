import type { ChangeFactsFragment, PlanStage, SourceLinesFragment } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import type { ThingLabels } from '../thing/words.js';
import { sourcesColumn } from './columns.js';

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
  return {
    step: column('step', ({ fromStage, toStage }) => `${stage(fromStage)} → ${stage(toStage)}`, words.step),
    kind: column('kind', ({ kind }) => vocabulary.value('ChangeKind', kind)),
    field: column('field', ({ fieldLabel, fieldLabelEn }) => pick(fieldLabel, fieldLabelEn)),
    before: column('before', ({ field, before }) => printed(field, before)),
    after: column('after', ({ field, after }) => printed(field, after)),
    note: column('note', ({ note }) => note),
    basis: column('basis', ({ basis }) => vocabulary.value('ChangeBasis', basis)),
    sources: sourcesColumn<Row>(labels),
  };
}
