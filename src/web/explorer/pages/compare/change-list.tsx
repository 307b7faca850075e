import { Link } from 'react-router';
import { useAnswer } from '../../client/use-answer.js';
import { type ChangeKind, ChangeListDocument, type ChangeListQuery, type PlanStage } from '../../graphql/graphql.js';
import type { Column } from '../../parts/data-table.js';
import { TableSection } from '../../parts/section.js';
import { ThingLink } from '../../parts/thing-link.js';
import { useView } from '../../site/view.js';
import { type ThingLabels, useThingLabels } from '../thing/words.js';
import { changeColumns } from '../types/change-columns.js';
import { entityType } from '../types/entity-type.js';
import { ChangeMark } from './change-mark.js';
import { useCompareWords } from './words.js';

type Change = ChangeListQuery['changes']['nodes'][number];

/** The changes of one type, kind and step, each null for all; read by an operation that asks for just these. */
export function ChangeList({
  type,
  kind,
  step,
  clear,
}: {
  readonly type: string | null;
  readonly kind: ChangeKind | null;
  readonly step: { readonly from: PlanStage; readonly to: PlanStage } | null;
  /** Where nothing is chosen. */
  readonly clear: { readonly search: string };
}) {
  const words = useCompareWords();
  const labels = useThingLabels();
  const { vocabulary } = labels;
  const { municipality } = useView();
  const { answer, request } = useAnswer(ChangeListDocument, {
    municipality: municipality.id,
    from: step?.from ?? null,
    to: step?.to ?? null,
    kinds: kind && [kind],
    types: type === null ? null : [entityType(type)],
  });
  const { nodes, totalCount, subjectCount, coverage } = answer.changes;
  const chosen = [
    type && vocabulary.type(type),
    kind && vocabulary.value('ChangeKind', kind),
    step && `${vocabulary.value('PlanStage', step.from)} → ${vocabulary.value('PlanStage', step.to)}`,
  ].filter(Boolean);
  const title = words.listOf(chosen.join(' · '));
  return (
    <TableSection
      title={`${title} (${totalCount})`}
      request={request}
      save={{ connection: 'changes' }}
      rows={nodes}
      total={totalCount}
      coverage={coverage}
      columns={columnsOf(words.type, labels)}
      keyOf={({ id }) => id}
      label={title}
    >
      <p className="quiet-text">{words.about(subjectCount)}</p>
      <p className="screen-only">
        <Link to={clear}>{words.clear}</Link>
      </p>
    </TableSection>
  );
}

function columnsOf(typeTitle: string, labels: ThingLabels): readonly Column<Change>[] {
  const { vocabulary, nameOf } = labels;
  const { kind, field, before, after, step, basis, sources } = changeColumns<Change>(labels);
  return [
    { id: 'item', title: vocabulary.type('PolicyItem'), value: ({ subject }) => itemOf(subject) },
    { id: 'type', title: typeTitle, value: ({ subject }) => vocabulary.type(subject.__typename) },
    {
      id: 'subject',
      title: vocabulary.field('Change', 'subject'),
      isName: true,
      value: ({ subject }) => nameOf(subject),
      cell: ({ subject }) => <ThingLink thing={subject} />,
    },
    { ...kind, cell: (change) => <ChangeMark kind={change.kind} /> },
    field,
    before,
    after,
    step,
    basis,
    { ...sources, title: vocabulary.field('Change', 'sources') },
  ];
}

/** Code of the policy item that the subject is or belongs to; null for those of linkage plans. */
function itemOf(subject: Change['subject']): string | null {
  if ('projectItem' in subject) return subject.projectItem?.code ?? null;
  if ('policyItem' in subject) return subject.policyItem?.code ?? null;
  return 'code' in subject ? subject.code : null;
}
